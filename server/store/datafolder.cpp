// SPDX-License-Identifier: MIT
#include "server/store/datafolder.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace server {

namespace {

constexpr QFile::Permissions ownerOnly = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;

core::Error failed(const char* what) {
  return {core::ErrorCode::WriteFailed, std::string(what) + ": " + qt_error_string().toStdString()};
}

}  // namespace

core::Result<DataFolder> DataFolder::open(const QString& path) {
  const QFileInfo folder(path);
  if (folder.isDir()) return DataFolder(folder.absoluteFilePath());
  const QString parent = folder.absolutePath();
  if (!QDir().mkpath(parent) || !QDir().mkdir(folder.absoluteFilePath(), ownerOnly))
    return failed("the data directory cannot be made");
  return DataFolder(folder.absoluteFilePath());
}

/// A lock of the kernel's: it ends with the process, so that none is ever left behind.
core::Result<std::shared_ptr<void>> DataFolder::lock() const {
  const QByteArray name = QFile::encodeName(m_path + QStringLiteral("/lock"));
  const int file = ::open(name.constData(), O_CREAT | O_RDWR | O_CLOEXEC, 0600);
  if (file < 0) return failed("the data directory cannot be written");
  if (::flock(file, LOCK_EX | LOCK_NB) != 0) {
    ::close(file);
    return core::Error{core::ErrorCode::InvalidArgument, "another server uses this data directory"};
  }
  return std::shared_ptr<void>(nullptr, [file](void*) { ::close(file); });
}

core::Result<QString> DataFolder::secretsFolder() const {
  const QString path = m_path + QStringLiteral("/secrets");
  if (!QFileInfo(path).isDir() && !QDir().mkdir(path, ownerOnly)) return failed("the secrets cannot be kept");
  if (!QFile::setPermissions(path, ownerOnly)) return failed("the secrets cannot be kept");
  return path;
}

}  // namespace server
