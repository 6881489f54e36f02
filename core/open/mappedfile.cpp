// SPDX-License-Identifier: MIT
#include "core/open/mappedfile.h"

#include <sys/mman.h>

#include <QFileInfo>

namespace core {

namespace {

/// Opening a pipe would wait for its writer for ever, so only regular files are.
Status openRegular(QFile& file) {
  const QFileInfo info(file.fileName());
  if (!info.exists()) return ErrorCode::FileNotFound;
  if (!info.isFile()) return {ErrorCode::FileUnreadable, "not a regular file"};
  if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered)) return ErrorCode::FileUnreadable;
  return Done{};
}

Result<BufferPtr> readUpTo(QFile& file, std::uint64_t bytes) {
  const auto size =
      std::min<std::uint64_t>(bytes, static_cast<std::uint64_t>(std::max<qint64>(file.size(), 0)));
  std::vector<std::uint8_t> content(size);
  std::size_t filled = 0;
  while (filled < size) {
    const qint64 count =
        file.read(reinterpret_cast<char*>(content.data()) + filled, static_cast<qint64>(size - filled));
    if (count < 0) return ErrorCode::FileUnreadable;
    if (count == 0) break;
    filled += static_cast<std::size_t>(count);
  }
  content.resize(filled);
  return BufferPtr(std::make_shared<VectorBuffer>(std::move(content)));
}

}  // namespace

Result<BufferPtr> MappedFile::head(const QString& path, std::uint64_t bytes) {
  QFile file(path);
  if (const Status opened = openRegular(file); !opened) return opened.error();
  return readUpTo(file, bytes);
}

Result<BufferPtr> MappedFile::open(const QString& path) {
  std::shared_ptr<MappedFile> mapped(new MappedFile);
  QFile& file = mapped->m_file;
  file.setFileName(path);
  if (const Status opened = openRegular(file); !opened) return opened.error();
  const auto size = static_cast<std::uint64_t>(file.size());
  if (size <= smallFile) return readUpTo(file, size);
  const uchar* bytes = file.map(0, file.size());
  if (!bytes) return readUpTo(file, size);
  file.close();  // the mapping stays; a thousand open files must not cost a thousand descriptors
  mapped->m_view = {bytes, size};
  return BufferPtr(std::move(mapped));
}

void MappedFile::dropPages() const {
  // Read-only pages of a file: nothing can be lost by handing them back.
  madvise(const_cast<std::uint8_t*>(m_view.data()), m_view.size(), MADV_DONTNEED);
}

}  // namespace core
