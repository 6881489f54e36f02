// SPDX-License-Identifier: MIT
#include "server/store/database.h"

#include <QTemporaryDir>
#include <thread>

#include "server/store/accountstore.h"
#include "server/store/datafolder.h"
#include "server/store/migrations.h"
#include "server/store/statement.h"
#include "tests/support/testmain.h"

using namespace server;

class DatabaseTest : public QObject {
  Q_OBJECT

  static Account account(const QString& email) {
    Account made;
    made.email = email;
    made.firstName = made.lastName = QStringLiteral("A");
    made.passwordHash = "hash";
    return made;
  }
  static QByteArray bytesOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
  }

 private slots:
  void init() {
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->filePath(QStringLiteral("server.sqlite"));
  }

  void aNewOneIsAtTheNewestVersionAndKeepsWhatIsCommitted() {
    {
      const auto database = Database::open(m_path);
      QVERIFY(database);
      QVERIFY(AccountStore(**database).add(account(QStringLiteral("a@b.cd")))->has_value());
    }
    const auto database = Database::open(m_path);
    QVERIFY(database);
    Statement version(**database, "PRAGMA user_version");
    QVERIFY(version.run() && version.next());
    QCOMPARE(version.number(0), newestVersion());
    QVERIFY(AccountStore(**database).find(QStringLiteral("A@B.cd"))->has_value());
  }

  void theDiskIsWaitedForAndKeysAreChecked() {
    const auto database = Database::open(m_path);
    const auto setting = [&](const char* pragma) {
      Statement statement(**database, pragma);
      return statement.run() && statement.next() ? statement.text(0) : QString();
    };
    QCOMPARE(setting("PRAGMA journal_mode"), QStringLiteral("wal"));
    QCOMPARE(setting("PRAGMA synchronous"), QStringLiteral("2"));
    QCOMPARE(setting("PRAGMA foreign_keys"), QStringLiteral("1"));
    QVERIFY(!AccountStore(**database).setProfile(99, {}));
  }

  void onlyItsOwnerMayReadIt() {
    const auto database = Database::open(m_path);
    (void)AccountStore(**database).add(account(QStringLiteral("a@b.cd")));
    for (const char* end : {"", "-wal", "-shm"}) {
      const QFileDevice::Permissions mode = QFile::permissions(m_path + QLatin1String(end));
      QVERIFY(mode & QFile::ReadOwner);
      QVERIFY(!(mode & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther)));
    }
  }

  void aNewerOneIsRefusedByNameAndNotTouched() {
    {
      const auto database = Database::open(m_path);
      QVERIFY(Statement(**database, "PRAGMA user_version = 9999").run());
    }
    const QByteArray before = bytesOf(m_path);
    const auto database = Database::open(m_path);
    QVERIFY(!database);
    QCOMPARE(
        QString::fromStdString(database.error().detail),
        QStringLiteral("the data directory was written by a newer version of DICOMaestro (database version "
                       "9999, this program knows %1)")
            .arg(newestVersion()));
    QCOMPARE(bytesOf(m_path), before);
  }

  void aDamagedOneIsRefused() {
    {
      const auto database = Database::open(m_path);
      for (int i = 0; i < 200; ++i)
        QVERIFY(AccountStore(**database).add(account(QString::number(i) + QStringLiteral("@b.cd"))));
    }
    QFile file(m_path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    for (qint64 at = 4096; at < file.size(); at += 512) {
      file.seek(at);
      file.write(QByteArray(256, '\xA5'));
    }
    file.close();
    const auto database = Database::open(m_path);
    QVERIFY(!database);
    QVERIFY2(database.error().detail.starts_with("the database is damaged: ") ||
                 database.error().detail.starts_with("the database cannot be read: "),
             database.error().detail.c_str());
  }

  void anotherKindOfFileIsRefused() {
    QFile file(m_path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(10'000, 'x'));
    file.close();
    QVERIFY(!Database::open(m_path));
  }

  void everyThreadHasItsOwnConnection() {
    const auto database = Database::open(m_path);
    std::vector<std::thread> threads;
    std::atomic<int> added = 0;
    for (int t = 0; t < 8; ++t)
      threads.emplace_back([&, t] {
        for (int i = 0; i < 10; ++i) {
          const auto id = AccountStore(**database).add(account(QStringLiteral("%1-%2@b.cd").arg(t).arg(i)));
          added += id && id->has_value() ? 1 : 0;
        }
      });
    for (std::thread& thread : threads) thread.join();
    QCOMPARE(added.load(), 80);
    QCOMPARE(AccountStore(**database).all()->size(), 80);
    QCOMPARE(QSqlDatabase::connectionNames().size(), 1);
  }

  void theConnectionsEndWithTheirObject() {
    {
      const auto first = Database::open(m_path), second = Database::open(m_path + QLatin1Char('2'));
      QVERIFY(first && second);
      QCOMPARE(QSqlDatabase::connectionNames().size(), 2);
    }
    QVERIFY(QSqlDatabase::connectionNames().isEmpty());
  }

  void aTransactionThatIsNotCommittedIsUndone() {
    const auto database = Database::open(m_path);
    {
      const Transaction transaction(**database);
      QVERIFY(transaction.begun());
      QVERIFY(Statement(**database, "INSERT INTO login_failure VALUES (x'00', 1, 1)").run());
    }
    Statement rows(**database, "SELECT count(*) FROM login_failure");
    QVERIFY(rows.run() && rows.next());
    QCOMPARE(rows.number(0), 0);
  }

  void aDirectoryIsHeldByOneAtATime() {
    const QString path = m_folder->filePath(QStringLiteral("some/where"));
    const auto folder = DataFolder::open(path);
    QVERIFY(folder);
    QCOMPARE(QFile::permissions(path) & (QFile::ReadGroup | QFile::ReadOther | QFile::ExeOther),
             QFile::Permissions());
    auto first = folder->lock();
    QVERIFY(first);
    const auto second = DataFolder::open(path)->lock();
    QVERIFY(!second);
    QCOMPARE(QString::fromStdString(second.error().detail),
             QStringLiteral("another server uses this data directory"));
    first->reset();
    QVERIFY(folder->lock());
  }

 private:
  std::unique_ptr<QTemporaryDir> m_folder;
  QString m_path;
};

DICOMAESTRO_TEST(DatabaseTest)
#include "database_test.moc"
