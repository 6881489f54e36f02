// SPDX-License-Identifier: MIT
// A real key store: gnome-keyring on a session bus of its own. Skipped where they are not installed.
#include <QDirIterator>
#include <QStandardPaths>
#include <QTemporaryDir>

#include "tests/server/program/runningprogram.h"
#include "tests/server/read/posting.h"
#include "tests/server/serverhouse.h"
#include "tests/support/testmain.h"

using tests::ask;
using tests::post;
using tests::RunningProgram;

namespace {

/// A session bus and, when it is asked for, a keyring on it. Everything of theirs lies in the folder.
class Session {
 public:
  explicit Session(const QString& folder) : m_folder(folder) {
    QDir().mkpath(folder + QStringLiteral("/run"));
    QFile::setPermissions(folder + QStringLiteral("/run"),
                          QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    m_bus.setProcessEnvironment(environment());
    m_bus.start(QStringLiteral("dbus-daemon"),
                {QStringLiteral("--session"), QStringLiteral("--nofork"), QStringLiteral("--print-address")});
    if (m_bus.waitForReadyRead(10'000)) m_address = QString::fromLatin1(m_bus.readLine().trimmed());
  }
  ~Session() {
    stopKeyring();
    m_bus.kill();
    m_bus.waitForFinished();
  }
  QString address() const { return m_address; }

  /// Locked, unless a password unlocks it (and makes it, the first time).
  bool startKeyring(const QByteArray& password) {
    QStringList words{QStringLiteral("--foreground"), QStringLiteral("--components=secrets")};
    if (!password.isEmpty()) words << QStringLiteral("--unlock");
    m_keyring.setProcessEnvironment(environment());
    m_keyring.start(QStringLiteral("gnome-keyring-daemon"), words);
    m_keyring.write(password);
    m_keyring.closeWriteChannel();
    return QTest::qWaitFor([this] { return hasSecretService(); }, 10'000);
  }
  void stopKeyring() {
    m_keyring.terminate();
    m_keyring.waitForFinished();
  }

 private:
  QProcessEnvironment environment() const {
    QProcessEnvironment made = QProcessEnvironment::systemEnvironment();
    made.insert(QStringLiteral("HOME"), m_folder);
    made.insert(QStringLiteral("XDG_DATA_HOME"), m_folder + QStringLiteral("/share"));
    made.insert(QStringLiteral("XDG_RUNTIME_DIR"), m_folder + QStringLiteral("/run"));
    made.insert(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"), m_address);
    return made;
  }
  bool hasSecretService() const {
    QProcess asking;
    asking.setProcessEnvironment(environment());
    asking.start(QStringLiteral("dbus-send"),
                 {QStringLiteral("--session"), QStringLiteral("--print-reply"),
                  QStringLiteral("--dest=org.freedesktop.DBus"), QStringLiteral("/"),
                  QStringLiteral("org.freedesktop.DBus.NameHasOwner"),
                  QStringLiteral("string:org.freedesktop.secrets")});
    return asking.waitForFinished(5000) && asking.readAllStandardOutput().contains("true");
  }

  QString m_folder;
  QString m_address;
  QProcess m_bus;
  QProcess m_keyring;
};

}  // namespace

class KeychainTest : public QObject {
  Q_OBJECT

  std::unique_ptr<QTemporaryDir> m_folder;
  QString dir() const { return m_folder->filePath(QStringLiteral("data")); }
  bool hasKeyFile() const { return QFile::exists(dir() + QStringLiteral("/secrets/signing.key")); }

  static QByteArray account() {
    return R"({"email":"ann@example.org","first_name":"A","last_name":"L","password":"correct horse"})";
  }

 private slots:
  void initTestCase() {
    for (const char* program : {"dbus-daemon", "dbus-send", "gnome-keyring-daemon"})
      if (QStandardPaths::findExecutable(QString::fromLatin1(program)).isEmpty())
        QSKIP("no keyring here: dbus-daemon, dbus-send and gnome-keyring-daemon are needed");
  }
  void init() { m_folder = std::make_unique<QTemporaryDir>(); }

  void theSecretIsKeptThereAndFoundAgain() {
    Session session(m_folder->filePath(QStringLiteral("home")));
    QVERIFY(session.startKeyring("a password"));
    QByteArray token;
    {
      RunningProgram program(dir(), QStringLiteral("keychain"), session.address());
      QCOMPARE(ask(program.port(), post("/api/register/").json(account())).status, 201);
      token = ask(program.port(), post("/api/token/").json(account())).text("access");
      QVERIFY(!token.isEmpty());
    }
    QVERIFY(!hasKeyFile());
    RunningProgram again(dir(), QStringLiteral("keychain"), session.address());
    const auto verified = ask(again.port(), post("/api/token/verify/").json("{\"token\":\"" + token + "\"}"));
    QCOMPARE(verified.status, 200);
    QVERIFY(!hasKeyFile());
  }

  void oneThatIsLockedOrAbsentIsWaitedForBrieflyAndThereIsTheFile() {
    const QString home = m_folder->filePath(QStringLiteral("home"));
    for (const bool isThere : {true, false}) {
      Session session(home);
      if (isThere) {
        QVERIFY(session.startKeyring("a password"));
        RunningProgram(dir(), QStringLiteral("keychain"), session.address());
        QVERIFY(!hasKeyFile());
        session.stopKeyring();
        QVERIFY(session.startKeyring({}));
      }
      QElapsedTimer timer;
      timer.start();
      RunningProgram program(dir(), QStringLiteral("keychain"), session.address());
      QVERIFY(program.port() != 0);
      QVERIFY2(timer.elapsed() < 10'000, qPrintable(QString::number(timer.elapsed())));
      QVERIFY(hasKeyFile());
      program.signal(SIGTERM);
      QCOMPARE(program.exitCode(), 0);
      QVERIFY(program.log().contains("no keychain: it does not answer, or refuses"));
      QVERIFY(QDir(dir()).removeRecursively());
    }
  }
};

DICOMAESTRO_TEST(KeychainTest)
#include "keychain_test.moc"
