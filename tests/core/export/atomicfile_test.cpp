// SPDX-License-Identifier: MIT
#include "core/export/atomicfile.h"

#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <QDir>
#include <QTemporaryDir>
#include <csignal>

#include "tests/support/testmain.h"

using core::AtomicFile;
using core::ErrorCode;
using core::Existing;

namespace {

core::ByteView bytesOf(const QByteArray& text) {
  return {reinterpret_cast<const std::uint8_t*>(text.data()), static_cast<std::size_t>(text.size())};
}

QByteArray contentOf(const QString& path) {
  QFile file(path);
  return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList everythingIn(const QString& folder) {
  return QDir(folder).entryList(QDir::Files | QDir::Hidden | QDir::System);
}

/// While it lives no file may grow beyond so many bytes.
class FileSizeLimit {
 public:
  explicit FileSizeLimit(rlim_t bytes) {
    m_handler = std::signal(SIGXFSZ, SIG_IGN);
    getrlimit(RLIMIT_FSIZE, &m_before);
    rlimit now = m_before;
    now.rlim_cur = bytes;
    setrlimit(RLIMIT_FSIZE, &now);
  }
  ~FileSizeLimit() {
    setrlimit(RLIMIT_FSIZE, &m_before);
    std::signal(SIGXFSZ, m_handler);
  }

 private:
  rlimit m_before{};
  void (*m_handler)(int);
};

}  // namespace

/// Files that are there whole or not at all.
class AtomicFileTest : public QObject {
  Q_OBJECT

  std::unique_ptr<QTemporaryDir> m_folder;
  QString path(const char* name) const { return m_folder->filePath(QString::fromLatin1(name)); }
  QStringList everything() const { return everythingIn(m_folder->path()); }
  void put(const QString& name, const QByteArray& content) {
    QFile file(name);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
  }

 private slots:
  void init() { m_folder = std::make_unique<QTemporaryDir>(); }

  void whatIsCommittedIsThereAlone() {
    QVERIFY(core::writeAtomically(path("żółć.bin"), bytesOf("whole")).ok());
    QCOMPARE(everything().size(), 1);
    QCOMPARE(contentOf(m_folder->filePath(everything().front())), QByteArray("whole"));
  }

  void whatIsNotCommittedLeavesNothing() {
    {
      auto file = AtomicFile::create(path("a"));
      QVERIFY(file.ok());
      QVERIFY(file->write(bytesOf("half")).ok());
      QCOMPARE(everything().size(), 1);
    }
    QCOMPARE(everything(), QStringList());
  }

  void whatWasThereStaysUntilTheCommit() {
    put(path("a"), "before");
    auto file = AtomicFile::create(path("a"));
    QVERIFY(file->write(bytesOf("after")).ok());
    QCOMPARE(contentOf(path("a")), QByteArray("before"));
    QVERIFY(file->commit().ok());
    QCOMPARE(contentOf(path("a")), QByteArray("after"));
  }

  void anOriginalIsNeverReplacedByWhateverNameItIsReached() {
    put(path("original"), "mine");
    QVERIFY(QFile::link(path("original"), path("link")));
    QCOMPARE(
        link(QFile::encodeName(path("original")).constData(), QFile::encodeName(path("hard")).constData()),
        0);
    for (const char* name : {"original", "./original", "link", "hard"}) {
      const auto status =
          core::writeAtomically(path(name), bytesOf("x"), Existing::Replace, {path("original")});
      QCOMPARE(status.error().code, ErrorCode::WouldOverwrite);
    }
    QCOMPARE(contentOf(path("original")), QByteArray("mine"));
    QCOMPARE(everything().size(), 3);
  }

  void whatMayNotBeReplacedIsNotAlsoWhenItComesLate() {
    put(path("early"), "mine");
    QCOMPARE(core::writeAtomically(path("early"), bytesOf("x"), Existing::Refuse).error().code,
             ErrorCode::WouldOverwrite);
    auto file = AtomicFile::create(path("late"), Existing::Refuse);
    QVERIFY(file->write(bytesOf("x")).ok());
    put(path("late"), "mine");
    QCOMPARE(file->commit().error().code, ErrorCode::WouldOverwrite);
    for (const char* name : {"early", "late"}) QCOMPARE(contentOf(path(name)), QByteArray("mine"));
    QCOMPARE(everything().size(), 2);
  }

  void aFileThatOutgrowsItsLimitIsAnErrorAndNoHalfFile() {
    put(path("a"), "before");
    const FileSizeLimit limit(1000);
    const auto status = core::writeAtomically(path("a"), bytesOf(QByteArray(100'000, 'x')));
    QCOMPARE(status.error().code, ErrorCode::DiskFull);
    QCOMPARE(contentOf(path("a")), QByteArray("before"));
    QCOMPARE(everything().size(), 1);
  }

  void aFullDiskIsAnErrorAndNoHalfFile() {
    const QByteArray mountPoint = QFile::encodeName(m_folder->path());
    if (mount("tmpfs", mountPoint.constData(), "tmpfs", 0, "size=64k") != 0)
      QSKIP("no small disk can be mounted here");
    const auto status = core::writeAtomically(path("a"), bytesOf(QByteArray(1'000'000, 'x')));
    const QStringList left = everything();
    umount2(mountPoint.constData(), MNT_DETACH);
    QCOMPARE(status.error().code, ErrorCode::DiskFull);
    QCOMPARE(left, QStringList());
  }

  void aFolderThatIsNotThereIsNamed() {
    QCOMPARE(core::writeAtomically(path("no/such/file"), bytesOf("x")).error().code,
             ErrorCode::FolderMissing);
    QVERIFY(!core::writeAtomically(QString(), bytesOf("x")).ok());
  }

  void aFolderThatVanishesIsNamed() {
    QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("sub")));
    auto file = AtomicFile::create(path("sub/a"));
    QVERIFY(file->write(bytesOf("x")).ok());
    QVERIFY(QDir(path("sub")).removeRecursively());
    QCOMPARE(file->commit().error().code, ErrorCode::FolderMissing);
    QVERIFY(!QFile::exists(path("sub")));
  }

  void aFolderWithoutPermissionIsNamed() {
    // The administrator may write everywhere: be nobody for a moment.
    const bool isRoot = geteuid() == 0;
    QVERIFY(QFile::setPermissions(m_folder->path(), QFile::ReadOwner | QFile::ExeOwner));
    if (isRoot) QCOMPARE(seteuid(65534), 0);
    const auto status = core::writeAtomically(path("a"), bytesOf("x"));
    if (isRoot) QCOMPARE(seteuid(0), 0);
    QFile::setPermissions(m_folder->path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    QCOMPARE(status.error().code, ErrorCode::NoPermission);
  }

  void aFolderOfThatNameStays() {
    QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("a")));
    QCOMPARE(core::writeAtomically(path("a"), bytesOf("x")).error().code, ErrorCode::WouldOverwrite);
    QVERIFY(QFileInfo(path("a")).isDir());
  }
};

DICOMAESTRO_TEST(AtomicFileTest)
#include "atomicfile_test.moc"
