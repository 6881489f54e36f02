// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/bytes.h"
#include "core/base/result.h"

namespace core {

/// A zip in memory, entry by entry, not compressed (the same entries give the same bytes; the times in it are
/// those of no clock). Names are UTF-8. Without Zip64: at most 65,535 entries and 4 GiB.
class ZipWriter {
 public:
  /// expectedBytes: of all entries together, so that the buffer need not grow.
  explicit ZipWriter(std::size_t expectedBytes = 0) { m_out.reserve(expectedBytes); }
  /// Errors: TooLarge.
  Status add(const std::string& name, ByteView bytes);
  /// The whole file; once.
  std::vector<std::uint8_t> finish();

 private:
  std::vector<std::uint8_t> m_out;
  std::vector<std::uint8_t> m_directory;
  std::uint32_t m_entries = 0;
};

}  // namespace core
