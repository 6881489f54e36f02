// SPDX-License-Identifier: MIT
#include "core/export/atomicfile.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>
#include <cerrno>
#include <cstdio>

namespace core {

namespace {

constexpr int mostNames = 100;  ///< temporary names that may be taken before it is given up

struct Reason {
  int number;
  ErrorCode code;
  const char* detail;
};
constexpr Reason reasons[] = {
    {ENOSPC, ErrorCode::DiskFull, ""},
    {EDQUOT, ErrorCode::DiskFull, "the quota is used up"},
    {EFBIG, ErrorCode::DiskFull, "a file may not be that large there"},
    {EACCES, ErrorCode::NoPermission, ""},
    {EPERM, ErrorCode::NoPermission, ""},
    {EROFS, ErrorCode::NoPermission, "the disk is read-only"},
    {ENOENT, ErrorCode::FolderMissing, ""},
    {ENOTDIR, ErrorCode::FolderMissing, ""},
    {EEXIST, ErrorCode::WouldOverwrite, "a file of that name exists"},
    {EISDIR, ErrorCode::WouldOverwrite, "a folder of that name exists"},
    {ENAMETOOLONG, ErrorCode::WriteFailed, "the name is too long"},
    {EIO, ErrorCode::WriteFailed, "the disk reports an error"},
};

Error failure(int number) {
  for (const Reason& reason : reasons)
    if (reason.number == number) return {reason.code, reason.detail};
  return {ErrorCode::WriteFailed, "system error " + std::to_string(number)};
}

bool isSameFile(const struct stat& one, const QString& path) {
  struct stat other {};
  return stat(QFile::encodeName(path).constData(), &other) == 0 && one.st_dev == other.st_dev &&
         one.st_ino == other.st_ino;
}

/// Some file systems cannot sync a folder and say so; that is no failure of the file.
int syncFolder(int folder) {
  return fsync(folder) == 0 || errno == EINVAL || errno == ENOTSUP || errno == EROFS ? 0 : errno;
}

}  // namespace

/// The folder is held open, so that renaming it meanwhile takes the file along.
struct AtomicFile::Open {
  int folder = -1;
  int file = -1;
  QByteArray temporary, name;
  Existing existing = Existing::Replace;

  Open() = default;
  Open(const Open&) = delete;
  Open& operator=(const Open&) = delete;
  ~Open() {
    if (file >= 0) close(file);
    if (!temporary.isEmpty()) unlinkat(folder, temporary.constData(), 0);
    if (folder >= 0) close(folder);
  }

  int makeTemporary() {
    for (int i = 0; i < mostNames; ++i) {
      const QByteArray random = QByteArray::number(QRandomGenerator::system()->generate64(), 36);
      const QByteArray wanted = ".dicomaestro-" + random + ".part";
      file = openat(folder, wanted.constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0666);
      if (file >= 0) return temporary = wanted, 0;
      if (errno != EEXIST) break;
    }
    return errno;
  }

  int rename() const {
    if (existing == Existing::Replace)
      return renameat(folder, temporary.constData(), folder, name.constData()) == 0 ? 0 : errno;
    if (renameat2(folder, temporary.constData(), folder, name.constData(), RENAME_NOREPLACE) == 0) return 0;
    if (errno != EINVAL) return errno;
    // A file system that does not know the flag; a link never replaces anything either.
    return linkat(folder, temporary.constData(), folder, name.constData(), 0) == 0 ? 0 : errno;
  }
};

AtomicFile::AtomicFile(std::unique_ptr<Open> open) : m_open(std::move(open)) {}
AtomicFile::AtomicFile(AtomicFile&&) noexcept = default;
AtomicFile& AtomicFile::operator=(AtomicFile&&) noexcept = default;
AtomicFile::~AtomicFile() = default;

Result<AtomicFile> AtomicFile::create(const QString& path, Existing existing, const QStringList& originals) {
  const QFileInfo info(path);
  auto open = std::make_unique<Open>();
  open->existing = existing;
  open->name = QFile::encodeName(info.fileName());
  if (open->name.isEmpty()) return {ErrorCode::WriteFailed, "no file name"};
  struct stat target {};
  if (stat(QFile::encodeName(path).constData(), &target) == 0) {
    for (const QString& original : originals)
      if (isSameFile(target, original)) return {ErrorCode::WouldOverwrite, "it is the original"};
    if (S_ISDIR(target.st_mode)) return failure(EISDIR);
    if (existing == Existing::Refuse) return failure(EEXIST);
  }
  open->folder = ::open(QFile::encodeName(info.path()).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (open->folder < 0) return failure(errno);
  if (const int number = open->makeTemporary()) return failure(number);
  return AtomicFile(std::move(open));
}

Status AtomicFile::write(ByteView bytes) {
  if (!m_open) return {ErrorCode::WriteFailed, "it failed before"};
  while (!bytes.empty()) {
    const ssize_t count = ::write(m_open->file, bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) {
      const int number = errno;
      m_open.reset();
      return failure(number);
    }
    bytes = bytes.subspan(static_cast<std::size_t>(count));
  }
  return Done{};
}

Status AtomicFile::commit() {
  if (!m_open) return {ErrorCode::WriteFailed, "it failed before"};
  const std::unique_ptr<Open> open = std::move(m_open);
  if (fsync(open->file) != 0) return failure(errno);
  // Late errors of network file systems come with close.
  if (close(std::exchange(open->file, -1)) != 0) return failure(errno);
  if (const int number = open->rename()) return failure(number);
  if (const int number = syncFolder(open->folder)) return failure(number);
  return Done{};
}

Status writeAtomically(const QString& path, ByteView bytes, Existing existing, const QStringList& originals) {
  auto file = AtomicFile::create(path, existing, originals);
  if (!file) return file.error();
  if (const Status written = file->write(bytes); !written) return written;
  return file->commit();
}

}  // namespace core
