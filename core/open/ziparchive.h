// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <memory>
#include <optional>
#include <vector>

#include "core/base/bytes.h"
#include "core/base/result.h"

namespace core {

/// One entry of a zip archive, as its central directory has it (APPNOTE.TXT 4.3.12), checked.
struct ZipEntry {
  QString name;  ///< with "/" between folders
  std::uint16_t method = 0;
  std::uint32_t crc = 0;
  std::uint64_t compressed = 0;  ///< bytes in the archive
  std::uint64_t size = 0;        ///< bytes, inflated, as announced
  std::uint64_t header = 0;      ///< where the local header stands
  std::uint64_t record = 0;      ///< where the record of the central directory stands
  bool isFolder = false;
  /// Why the entry is not read: encrypted, nested, absolute, "..", symbolic link, overlapping, a bomb, past
  /// the archive's cap, or a method that is not supported.
  std::optional<Error> refusal;
};

/// A zip archive that is read in place, from hostile hands: nothing is extracted to a name, one bad entry
/// does not take the others with it, and every size is checked against limits.h before memory is asked for.
/// Immutable; entries may be read from every thread at once. Its own reader, because libzip gives neither
/// the places of entries (views, overlaps) nor parallel reads; libzip inflates the rare method bzip2.
class ZipArchive {
 public:
  /// Errors: ZipInvalid (no directory, a split archive), ZipUnsafe (too many entries).
  static Result<std::shared_ptr<const ZipArchive>> open(BufferPtr bytes);
  static bool looksLikeZip(ByteView head);

  const std::vector<ZipEntry>& entries() const { return m_entries; }
  /// The entry's bytes, copied or inflated; length and CRC-32 are checked. Errors: its
  /// refusal, ZipInvalid, ZipUnsafe (an archive inside, or more bytes than announced).
  Result<BufferPtr> read(std::size_t index) const;
  /// At least the first bytes, unchecked; all, when there are fewer.
  Result<BufferPtr> readHead(std::size_t index, std::uint64_t bytes) const;

  /// One entry by the place of its record, without listing the archive: for an entry that was listed before.
  /// ZipInvalid when the record there is not that entry (any more).
  static Result<BufferPtr> readAt(const BufferPtr& archive, std::uint64_t record, int index,
                                  const QString& name, std::optional<std::uint64_t> headBytes);

 private:
  ZipArchive() = default;
  static Result<std::shared_ptr<const ZipArchive>> list(BufferPtr bytes);
  BufferPtr m_bytes;
  std::vector<ZipEntry> m_entries;
};

}  // namespace core
