// SPDX-License-Identifier: MIT
#include "core/open/ziparchive.h"

#include <zlib.h>

#include <numeric>

#include "core/base/limits.h"
#include "core/open/zipdirectory.h"
#include "core/open/zipinflate.h"

namespace core {

namespace {

constexpr std::uint16_t methodStored = 0, methodDeflate = 8;

std::uint32_t crcOf(ByteView bytes) {
  return static_cast<std::uint32_t>(crc32_z(crc32_z(0, nullptr, 0), bytes.data(), bytes.size()));
}

Result<BufferPtr> content(const BufferPtr& archive, const ZipEntry& entry, int index, std::uint64_t wanted) {
  const auto data = zipEntryData(archive->view(), entry);
  if (!data) return data.error();
  if (entry.method == methodDeflate) return inflateEntry(*data, entry.size, wanted);
  if (entry.method != methodStored) return readByLibzip(archive->view(), index, entry.size, wanted);
  if (entry.size != entry.compressed)
    return {ErrorCode::ZipInvalid, "the entry's sizes contradict each other"};
  // A copy: the archive may be on a medium that goes away.
  const ByteView part = data->first(std::min<std::uint64_t>(wanted, data->size()));
  return BufferPtr(std::make_shared<VectorBuffer>(std::vector<std::uint8_t>(part.begin(), part.end())));
}

/// headBytes: only that many, unchecked; none: all, checked.
Result<BufferPtr> readEntry(const BufferPtr& archive, const ZipEntry& entry, int index,
                            std::optional<std::uint64_t> headBytes) {
  if (entry.refusal) return *entry.refusal;
  auto bytes = content(archive, entry, index, headBytes.value_or(entry.size));
  if (!archive->isIntact()) return {ErrorCode::FileUnreadable, std::string(bytesWentAway)};
  if (!bytes) return bytes;
  if (ZipArchive::looksLikeZip((*bytes)->view()))
    return {ErrorCode::ZipUnsafe, "an archive inside the archive"};
  if (!headBytes && crcOf((*bytes)->view()) != entry.crc)
    return {ErrorCode::ZipInvalid, "the entry's checksum is wrong"};
  return bytes;
}

/// The end of an entry's data, or its header's place when it has none.
std::uint64_t endOf(ByteView archive, const ZipEntry& entry) {
  const auto data = zipEntryData(archive, entry);
  if (!data) return entry.header;
  return static_cast<std::uint64_t>(data->data() - archive.data()) + data->size();
}

/// Entries that share bytes are how a small archive pretends to be a large one.
void refuseOverlaps(ByteView archive, std::vector<ZipEntry>& entries, std::uint64_t directory) {
  std::vector<std::size_t> order(entries.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(),
            [&](std::size_t a, std::size_t b) { return entries[a].header < entries[b].header; });
  const Error overlap{ErrorCode::ZipUnsafe, "the entry overlaps another"};
  std::uint64_t end = 0;
  std::size_t holder = 0;  // whose end it is
  for (const std::size_t i : order) {
    ZipEntry& entry = entries[i];
    const std::uint64_t own = endOf(archive, entry);
    const bool overlaps = entry.header < end;
    if (overlaps) entries[holder].refusal = overlap;
    if (overlaps || (own > directory && entry.header < directory)) entry.refusal = overlap;
    if (own >= end) end = own, holder = i;
  }
}

void refusePastTotal(std::vector<ZipEntry>& entries) {
  std::uint64_t total = 0;
  for (ZipEntry& entry : entries) {
    if (entry.refusal) continue;
    if (entry.size > limits::zipTotal - total)
      entry.refusal = Error{ErrorCode::TooLarge, "the archive's entries together are past the limit"};
    else
      total += entry.size;
  }
}

}  // namespace

bool ZipArchive::looksLikeZip(ByteView head) {
  if (head.size() < 4) return false;
  const std::uint32_t mark = load32(head.data(), ByteOrder::Little);
  return mark == 0x04034b50 || mark == 0x06054b50;
}

Result<std::shared_ptr<const ZipArchive>> ZipArchive::open(BufferPtr bytes) {
  auto archive = list(bytes);
  if (!bytes->isIntact()) return {ErrorCode::FileUnreadable, std::string(bytesWentAway)};
  return archive;
}

Result<std::shared_ptr<const ZipArchive>> ZipArchive::list(BufferPtr bytes) {
  const ByteView view = bytes->view();
  const auto directory = findZipDirectory(view);
  if (!directory) return directory.error();
  if (directory->entries > limits::zipEntries) return {ErrorCode::ZipUnsafe, "too many entries"};
  std::shared_ptr<ZipArchive> archive(new ZipArchive);
  std::uint64_t position = directory->start;
  for (std::uint64_t i = 0; i < directory->entries; ++i) {
    auto entry = readZipRecord(view, position, directory->shift);
    if (!entry) return entry.error();
    archive->m_entries.push_back(std::move(*entry));
  }
  refuseOverlaps(view, archive->m_entries, directory->start);
  refusePastTotal(archive->m_entries);
  archive->m_bytes = std::move(bytes);
  return std::shared_ptr<const ZipArchive>(std::move(archive));
}

Result<BufferPtr> ZipArchive::read(std::size_t index) const {
  return readEntry(m_bytes, m_entries.at(index), static_cast<int>(index), std::nullopt);
}

Result<BufferPtr> ZipArchive::readHead(std::size_t index, std::uint64_t bytes) const {
  return readEntry(m_bytes, m_entries.at(index), static_cast<int>(index), bytes);
}

Result<BufferPtr> ZipArchive::readAt(const BufferPtr& archive, std::uint64_t record, int index,
                                     const QString& name, std::optional<std::uint64_t> headBytes) {
  std::uint64_t position = record;
  const auto directory = findZipDirectory(archive->view());
  if (!directory) return directory.error();
  const auto entry = readZipRecord(archive->view(), position, directory->shift);
  if (!entry) return entry.error();
  if (entry->name != name) return {ErrorCode::ZipInvalid, "the archive has changed"};
  return readEntry(archive, *entry, index, headBytes);
}

}  // namespace core
