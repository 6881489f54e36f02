// SPDX-License-Identifier: MIT
// The program as a user starts it: a process, its exit codes, its signals, and its death.
#include <QLocalServer>
#include <QProcess>
#include <QTcpServer>
#include <csignal>

#include "server/program/program.h"
#include "server/store/accountstore.h"
#include "server/store/callstore.h"
#include "server/store/keystore.h"
#include "server/store/statement.h"
#include "tests/server/program/runningprogram.h"
#include "tests/server/read/posting.h"
#include "tests/server/serverhouse.h"
#include "tests/support/testmain.h"

using tests::ask;
using tests::get;
using tests::post;
using Program = tests::RunningProgram;
using tests::Reply;

namespace {

struct Run {
  int code = -1;
  QByteArray out;
  QByteArray error;
};

Run run(const QStringList& arguments, const QByteArray& input = {}) {
  QProcess process;
  process.start(Program::path(), arguments);
  process.write(input);
  process.closeWriteChannel();
  if (!process.waitForFinished(20'000)) return {};
  return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

tests::Asking registration(const QByteArray& email) {
  return post("/api/auth/register/")
      .json("{\"email\":\"" + email +
            "\",\"first_name\":\"Ann\",\"last_name\":\"Lee\",\"password\":\"correct horse\"}");
}

tests::Asking login(const QByteArray& email, const QByteArray& password) {
  return post("/api/token/").json("{\"email\":\"" + email + "\",\"password\":\"" + password + "\"}");
}

QByteArray sample(int frames = 1) { return tests::bytesOf(tests::smallImage(7, frames).file()); }

}  // namespace

class ServerProgramTest : public QObject {
  Q_OBJECT

  std::unique_ptr<QTemporaryDir> m_folder;
  QString dir() const { return m_folder->filePath(QStringLiteral("data")); }
  QStringList user(const QStringList& words) const {
    return QStringList{QStringLiteral("user")} + words + QStringList{QStringLiteral("--data-dir"), dir()};
  }
  QStringList serve(const QStringList& more) const {
    return QStringList{QStringLiteral("serve"), QStringLiteral("--data-dir"), dir()} + more;
  }

 private slots:
  void init() { m_folder = std::make_unique<QTemporaryDir>(); }

  void itSaysWhereItListensAndEndsWithZero() {
    for (int number : {SIGTERM, SIGINT}) {
      Program program(dir());
      QCOMPARE(program.line(), "listening on http://127.0.0.1:" + QByteArray::number(program.port()) + '\n');
      QCOMPARE(ask(program.port(), get("/api/health/")).status, 200);
      program.signal(number);
      QCOMPARE(program.exitCode(), 0);
    }
  }

  void requestsInHandAreAnsweredBeforeTheEnd() {
    constexpr int clients = 25;  // fewer than run at once: none of them waits outside
    Program program(dir());
    std::vector<std::unique_ptr<QTcpSocket>> sockets;
    for (int i = 0; i < clients; ++i) {
      sockets.push_back(std::make_unique<QTcpSocket>());
      sockets.back()->connectToHost(QHostAddress(QHostAddress::LocalHost), program.port());
      QVERIFY(sockets.back()->waitForConnected());
    }
    for (int i = 0; i < clients; ++i) {
      const tests::Asking asking = login(QByteArray::number(i) + "@example.org", "wrong");
      sockets[static_cast<std::size_t>(i)]->write(asking.wire(program.port()));
      QVERIFY(sockets[static_cast<std::size_t>(i)]->waitForBytesWritten());
    }
    // Each takes 20 ms of two threads: at the first answer most are in hand.
    QVERIFY(sockets.front()->waitForReadyRead());
    program.signal(SIGTERM);
    int answered = 0;
    for (const auto& socket : sockets) {
      QByteArray all = socket->readAll();
      while (socket->waitForReadyRead()) all += socket->readAll();
      answered += all.startsWith("HTTP/1.1 401 ");
    }
    QCOMPARE(answered, clients);
    QCOMPARE(program.exitCode(), 0);
  }

  void aHeldDirectoryABusyPortAndANewerDatabaseAreToldAndEndWithOne() {
    {
      Program program(dir());
      const Run second = run(serve({QStringLiteral("--port"), QStringLiteral("0")}));
      QCOMPARE(second.code, 1);
      QVERIFY(second.error.contains("dicomaestro-server: another server uses this data directory"));
      const Run busy =
          run({QStringLiteral("serve"), QStringLiteral("--data-dir"), m_folder->filePath(QStringLiteral("b")),
               QStringLiteral("--secret-store"), QStringLiteral("file"), QStringLiteral("--port"),
               QString::number(program.port())});
      QCOMPARE(busy.code, 1);
      const QByteArray reason = "dicomaestro-server: port " + QByteArray::number(program.port()) + ": ";
      QVERIFY2(busy.error.contains(reason), busy.error.constData());
    }
    {
      const auto database = server::Database::open(dir() + QStringLiteral("/server.sqlite"));
      QVERIFY(server::Statement(**database, "PRAGMA user_version = 9999").run());
    }
    const Run newer = run(serve({QStringLiteral("--port"), QStringLiteral("0")}));
    QCOMPARE(newer.code, 1);
    QVERIFY(newer.error.contains("was written by a newer version of DICOMaestro (database version 9999"));
  }

  void whatWasAnsweredOutlivesAKill() {
    constexpr int clients = 6;
    std::array<std::atomic<int>, clients> registered{}, read{}, sent{};
    QList<QByteArray> keys;
    {
      Program program(dir());
      QThreadPool pool;
      pool.setMaxThreadCount(clients);
      QMutex mutex;
      std::atomic<bool> isOver = false;
      for (int c = 0; c < clients; ++c)
        pool.start([&, c] {
          const QByteArray email = "client" + QByteArray::number(c) + "@example.org";
          if (ask(program.port(), registration(email)).status != 201) return;
          registered[c] = 1;
          const QByteArray token = ask(program.port(), login(email, "correct horse")).text("access");
          ask(program.port(), post("/api/developer/profiles/").bearer(token).json("{}"));
          while (!isOver) {
            const Reply key = ask(program.port(), post("/api-keys/").bearer(token).json("{}"));
            if (key.status == 201) {
              const QMutexLocker lock(&mutex);
              keys << key.text("prefix");
            }
            ++sent[c];
            read[c] +=
                ask(program.port(), post("/api/dicom/read/file/").bearer(token).file("a.dcm", sample()))
                    .status == 200;
          }
        });
      const auto keyCount = [&] {
        const QMutexLocker lock(&mutex);
        return keys.size();
      };
      // In the middle of work that goes on.
      const bool isBusy = QTest::qWaitFor([&] { return keyCount() > 5 * clients; }, 60'000);
      program.signal(SIGKILL);
      isOver = true;
      pool.waitForDone();
      QVERIFY(isBusy);
    }
    Program again(dir());
    QVERIFY(again.port() != 0);
    const auto database = server::Database::open(dir() + QStringLiteral("/server.sqlite"));
    server::AccountStore accounts(**database);
    server::KeyStore stored(**database);
    server::CallStore calls(**database);
    for (const QByteArray& prefix : std::as_const(keys))
      QVERIFY(stored.find(QString::fromLatin1(prefix))->has_value());
    const QDate today = QDateTime::currentDateTimeUtc().date();
    for (int c = 0; c < clients; ++c) {
      const QString email = QStringLiteral("client%1@example.org").arg(c);
      const auto account = accounts.find(email);
      QVERIFY(account->has_value() || registered[c] == 0);
      if (!account->has_value()) continue;
      const int counted = *calls.count((*account)->id, "/api/dicom/read/file/", today.addDays(-1), today);
      // The last one may have been written and not answered.
      QVERIFY2(counted >= read[c] && counted <= read[c] + 1,
               qPrintable(QStringLiteral("%1 counted, %2 answered").arg(counted).arg(read[c].load())));
    }
    QCOMPARE(ask(again.port(), login("client0@example.org", "correct horse")).status, 200);
  }

  /// The main file alone is what a power cut leaves for certain.
  void countsAreOnTheDiskWithinSeconds() {
    Program program(dir());
    ask(program.port(), registration("ann@example.org"));
    const QByteArray token = ask(program.port(), login("ann@example.org", "correct horse")).text("access");
    QCOMPARE(ask(program.port(), post("/api/dicom/read/file/").bearer(token).file("a.dcm", sample())).status,
             200);
    const QString copy = m_folder->filePath(QStringLiteral("copy.sqlite"));
    const auto counted = [&] {
      for (const QString& name : QDir(m_folder->path()).entryList({QStringLiteral("copy.sqlite*")}))
        QFile::remove(m_folder->filePath(name));
      QFile::copy(dir() + QStringLiteral("/server.sqlite"), copy);
      const auto database = server::Database::open(copy);
      if (!database) return 0;
      const QDate today = QDateTime::currentDateTimeUtc().date();
      return *server::CallStore(**database).count(1, "/api/dicom/read/file/", today.addDays(-1), today);
    };
    QTRY_COMPARE_WITH_TIMEOUT(counted(), 1, 10'000);
  }

  void theThrottleOutlivesAKill() {
    {
      Program program(dir());
      ask(program.port(), registration("ann@example.org"));
      for (int i = 0; i < 7; ++i) ask(program.port(), login("ann@example.org", "wrong"));
      program.signal(SIGKILL);
    }
    Program again(dir());
    const Reply reply = ask(again.port(), login("ann@example.org", "correct horse"));
    QCOMPARE(reply.status, 429);
    QVERIFY(reply.header("Retry-After").toInt() > 0);
  }

  void aKeychainThatNeverAnswersIsWaitedForBriefly() {
    QLocalServer silent;
    QVERIFY(silent.listen(m_folder->filePath(QStringLiteral("bus"))));
    QElapsedTimer timer;
    timer.start();
    Program program(dir(), QStringLiteral("keychain"),
                    QStringLiteral("unix:path=") + silent.fullServerName());
    QVERIFY(program.port() != 0);
    QVERIFY2(timer.elapsed() < 10'000, qPrintable(QString::number(timer.elapsed())));
    const QFileInfo key(dir() + QStringLiteral("/secrets/signing.key"));
    QCOMPARE(key.size(), 32);
    QCOMPARE(key.permissions() & ~(QFile::ReadUser | QFile::WriteUser), QFile::ReadOwner | QFile::WriteOwner);
    QCOMPARE(QFileInfo(key.path()).permissions() & (QFile::ReadGroup | QFile::ExeGroup | QFile::ExeOther),
             QFile::Permissions());
    program.signal(SIGTERM);
    QCOMPARE(program.exitCode(), 0);
    QVERIFY(program.log().contains("no keychain: it does not answer, or refuses"));
  }

  void accountsAreKeptFromTheCommandLine() {
    QCOMPARE(run(user({QStringLiteral("add"), QStringLiteral("Ann@Example.org")}), "correct horse\n").code,
             0);
    const Run taken =
        run(user({QStringLiteral("add"), QStringLiteral("ann@example.org")}), "correct horse\n");
    QCOMPARE(taken.code, 1);
    QCOMPARE(taken.error, QByteArray("dicomaestro-server: email: user with this email already exists.\n"));
    QCOMPARE(run(user({QStringLiteral("add"), QStringLiteral("bob@example.org")}), "short\n").code, 1);
    QCOMPARE(run(user({QStringLiteral("add"), QStringLiteral("bob@example.org")})).code, 1);
    Program program(dir());
    QCOMPARE(ask(program.port(), login("ann@example.org", "correct horse")).status, 200);
    // Beside the server that runs.
    QCOMPARE(
        run(user({QStringLiteral("set-password"), QStringLiteral("ann@example.org")}), "another horse\r\n")
            .code,
        0);
    QCOMPARE(ask(program.port(), login("ann@example.org", "correct horse")).status, 401);
    QCOMPARE(ask(program.port(), login("ann@example.org", "another horse")).status, 200);
    QCOMPARE(run(user({QStringLiteral("disable"), QStringLiteral("ann@example.org")})).code, 0);
    QCOMPARE(ask(program.port(), login("ann@example.org", "another horse")).status, 401);
    const Run list = run(user({QStringLiteral("list")}));
    QCOMPARE(list.code, 0);
    QVERIFY(list.out.startsWith("Ann@example.org\tdisabled\t-\t20"));
    QCOMPARE(run(user({QStringLiteral("disable"), QStringLiteral("zed@example.org")})).error,
             QByteArray("dicomaestro-server: no account has that address\n"));
  }

  void wrongOptionsAreTold_data() {
    QTest::addColumn<QStringList>("more");
    QTest::addColumn<QByteArray>("reason");
    const auto row = [](const char* words, const char* reason) {
      QTest::newRow(words) << QString::fromLatin1(words).split(QLatin1Char(' ')) << QByteArray(reason);
    };
    row("--port 65536", "--port takes a number from 0 to 65535");
    row("--port x", "--port takes a number from 0 to 65535");
    row("--quota -1", "--quota takes a number from 0 to 1000000000");
    row("--max-body 0", "--max-body takes a number from 1 to 1000000000");
    row("--secret-store cloud", "--secret-store takes keychain or file");
    row("--host example.org", "--host takes an IP address");
    row("--allow-origin example.org", "--allow-origin takes an origin, as https://viewer.example:8443");
    row("--tls-cert x", "--tls-cert and --tls-key go together");
    row("--tls-cert x --tls-key y", "--tls-cert: no certificate in that file");
    row("more", "serve takes no more");
    row("--nope", "Unknown option 'nope'.");
  }
  void wrongOptionsAreTold() {
    QFETCH(QStringList, more);
    QFETCH(QByteArray, reason);
    const Run failed = run(serve(more));
    QCOMPARE(failed.code, server::program::exitUsage);
    QCOMPARE(failed.error, "dicomaestro-server: " + reason + '\n');
  }

  void anAddressBeyondThisMachineNeedsTls() {
    const Run open = run(serve({QStringLiteral("--host"), QStringLiteral("0.0.0.0")}));
    QCOMPARE(open.code, 1);
    QVERIFY(open.error.endsWith("an address beyond this machine needs TLS (a certificate and a key)\n"));
  }

  void theLogNamesNobodyAndNothingSecret() {
    Program program(dir());
    ask(program.port(), registration("ann@example.org"));
    ask(program.port(), login("ann@example.org", "wrong horse"));
    const Reply tokens = ask(program.port(), login("ann@example.org", "correct horse"));
    const QByteArray token = tokens.text("access");
    ask(program.port(), post("/api/developer/profiles/").bearer(token).json("{}"));
    const QByteArray key = ask(program.port(), post("/api-keys/").bearer(token).json("{}")).text("key");
    ask(program.port(),
        post("/api/dicom/read/file/?fields=PatientName").key(key).file("Smith.dcm", sample()));
    ask(program.port(), post("/api/dicom/read/file/").key(key).file("Smith.dcm", sample().left(400)));
    ask(program.port(), get("/Smith/").header("X-Request-ID", "Smith"));
    program.signal(SIGTERM);
    QCOMPARE(program.exitCode(), 0);
    const QByteArray log = program.log();
    QVERIFY(!log.isEmpty());
    for (const QByteArray& secret :
         QByteArrayList{"ann", "horse", token, tokens.text("refresh"), key, key.mid(9), "Smith",
                        "PatientName", m_folder->path().toUtf8()})
      QVERIFY2(!log.contains(secret), log.constData());
  }
};

DICOMAESTRO_TEST(ServerProgramTest)
#include "program_test.moc"
