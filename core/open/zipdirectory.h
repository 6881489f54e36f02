// SPDX-License-Identifier: MIT
#pragma once

#include "core/open/ziparchive.h"

namespace core {

/// Where the central directory is (APPNOTE.TXT 4.3.16, 4.3.14).
struct ZipDirectory {
  std::uint64_t start = 0;
  std::uint64_t entries = 0;
  std::uint64_t shift = 0;  ///< bytes in front of the archive (self-extracting ones)
};

/// Errors: ZipInvalid.
Result<ZipDirectory> findZipDirectory(ByteView archive);
/// Reads the record at position and moves behind it; judges the entry by itself (not overlaps and totals).
Result<ZipEntry> readZipRecord(ByteView archive, std::uint64_t& position, std::uint64_t shift);
/// The compressed bytes of an entry. Errors: ZipInvalid.
Result<ByteView> zipEntryData(ByteView archive, const ZipEntry& entry);
/// The name of an entry: UTF-8 when marked or valid, else code page 437.
QString zipName(ByteView raw, bool isUtf8);

}  // namespace core
