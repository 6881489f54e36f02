// SPDX-License-Identifier: MIT
#include "core/open/mappedfile.h"

#include <sys/mman.h>
#include <unistd.h>

#include <QFileInfo>
#include <cstring>

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

std::size_t pageSize() {
  static const auto size = static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
  return size;
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
  mapped->m_guard.emplace(bytes, size);
  return BufferPtr(std::move(mapped));
}

/// The guard goes before the mapping does: its addresses may be somebody else's at once.
MappedFile::~MappedFile() { m_guard.reset(); }

/// Copies the pages and puts the copy in their place: views stay what they are. What cannot be kept stays
/// mapped, and isIntact() tells of it.
void MappedFile::keep(std::size_t first, std::size_t count) const {
  if (count == 0 || first + count > m_view.size()) return;
  const std::size_t begin = first / pageSize() * pageSize();
  const std::size_t end = (first + count + pageSize() - 1) / pageSize() * pageSize();
  const std::lock_guard lock(m_mutex);
  for (const Span& span : m_kept)
    if (begin < span.end && span.first < end) return;
  void* copy = mmap(nullptr, end - begin, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (copy == MAP_FAILED) return;
  std::memcpy(copy, m_view.data() + begin, std::min(end, m_view.size()) - begin);
  void* place = const_cast<std::uint8_t*>(m_view.data()) + begin;
  if (mremap(copy, end - begin, end - begin, MREMAP_MAYMOVE | MREMAP_FIXED, place) == MAP_FAILED) {
    munmap(copy, end - begin);
    return;
  }
  mprotect(place, end - begin, PROT_READ);
  m_kept.push_back({begin, end});
  std::sort(m_kept.begin(), m_kept.end(), [](const Span& a, const Span& b) { return a.first < b.first; });
  m_keptBytes += end - begin;
}

void MappedFile::dropPages() const {
  // Read-only pages of a file: nothing can be lost by handing them back. Kept ones are ours alone.
  const std::lock_guard lock(m_mutex);
  std::size_t at = 0;
  const auto dropTo = [&](std::size_t end) {
    if (end > at) madvise(const_cast<std::uint8_t*>(m_view.data()) + at, end - at, MADV_DONTNEED);
  };
  for (const Span& span : m_kept) {
    dropTo(span.first);
    at = span.end;
  }
  dropTo(m_view.size());
}

}  // namespace core
