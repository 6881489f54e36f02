// SPDX-License-Identifier: MIT
#include "core/open/source.h"

#include "core/open/mappedfile.h"
#include "core/open/ziparchive.h"

namespace core {

namespace {

Result<BufferPtr> readByListing(BufferPtr bytes, const Source& source, std::optional<std::uint64_t> head) {
  auto archive = ZipArchive::open(std::move(bytes));
  if (!archive) return archive.error();
  const auto index = static_cast<std::size_t>(source.index);
  if (index >= (*archive)->entries().size() || (*archive)->entries()[index].name != source.entry)
    return {ErrorCode::ZipInvalid, "no such entry"};
  return head ? (*archive)->readHead(index, *head) : (*archive)->read(index);
}

Result<BufferPtr> readFromArchive(const Source& source, std::optional<std::uint64_t> head) {
  auto bytes = MappedFile::open(source.path);
  if (!bytes) return bytes;
  if (source.record == 0) return readByListing(std::move(*bytes), source, head);
  return ZipArchive::readAt(*bytes, source.record, source.index, source.entry, head);
}

}  // namespace

QString Source::displayName() const { return isInArchive() ? path + QStringLiteral(" › ") + entry : path; }

Result<BufferPtr> readAll(const Source& source) {
  return source.isInArchive() ? readFromArchive(source, std::nullopt) : MappedFile::open(source.path);
}

Result<BufferPtr> readHead(const Source& source, std::uint64_t bytes) {
  return source.isInArchive() ? readFromArchive(source, bytes) : MappedFile::head(source.path, bytes);
}

}  // namespace core
