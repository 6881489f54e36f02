// SPDX-License-Identifier: MIT
#include "core/anonymise/secretfile.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <QFile>
#include <QFileInfo>

namespace core::anonymise {

namespace {

constexpr qint64 largest = 4096;

/// Made with its permissions, so that it is never open to others, not even for a moment.
Result<Secret> made(const QString& path) {
  const Secret secret = Secret::random();
  const int file = ::open(QFile::encodeName(path).constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (file < 0) return {ErrorCode::WriteFailed, "the secret cannot be made"};
  const auto size = static_cast<std::size_t>(secret.bytes().size());
  const bool isWritten = ::write(file, secret.bytes().constData(), size) == static_cast<ssize_t>(size);
  const bool isSynced = ::fsync(file) == 0;
  if (::close(file) == 0 && isWritten && isSynced) return secret;
  QFile::remove(path);
  return {ErrorCode::WriteFailed, "the secret cannot be made"};
}

}  // namespace

Result<Secret> secretFromFile(const QString& path) {
  const QFileInfo info(path);
  if (!info.exists()) return made(path);
  struct stat state {};
  if (::stat(QFile::encodeName(path).constData(), &state) != 0 || !S_ISREG(state.st_mode))
    return ErrorCode::FileUnreadable;
  if ((state.st_mode & 077) != 0)
    return {ErrorCode::InvalidArgument, "the secret can be read by others; chmod 600 makes it one again"};
  QFile file(path);
  if (!file.open(QIODevice::ReadOnly)) return ErrorCode::FileUnreadable;
  if (file.size() > largest) return {ErrorCode::InvalidArgument, "the secret is longer than 4096 bytes"};
  return Secret::of(file.readAll());
}

}  // namespace core::anonymise
