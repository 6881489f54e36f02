// SPDX-License-Identifier: MIT
#include "core/write/zipwriter.h"

#include "core/export/deflate.h"

namespace core {

namespace {

constexpr std::uint64_t mostBytes = 0xFFFFFFFF - 0x100000;  ///< what the directory takes is left
constexpr std::uint32_t mostEntries = 0xFFFF;
constexpr std::uint16_t version = 20;
constexpr std::uint16_t namesAreUtf8 = 0x0800;
constexpr std::uint16_t firstDate = 0x0021;  ///< 1980-01-01, the first that a zip can say

void put(std::vector<std::uint8_t>& out, std::uint64_t value, int bytes) {
  for (int i = 0; i < bytes; ++i) out.push_back(static_cast<std::uint8_t>(value >> (8 * i)));
}

/// What the local header and the directory have alike (APPNOTE 4.4): version needed up to the extra field's
/// length.
void putCommon(std::vector<std::uint8_t>& out, const std::string& name, ByteView bytes, std::uint32_t crc) {
  put(out, version, 2);
  put(out, namesAreUtf8, 2);
  put(out, 0, 2);  // stored
  put(out, 0, 2);
  put(out, firstDate, 2);
  put(out, crc, 4);
  put(out, bytes.size(), 4);
  put(out, bytes.size(), 4);
  put(out, name.size(), 2);
  put(out, 0, 2);
}

}  // namespace

Status ZipWriter::add(const std::string& name, ByteView bytes) {
  if (m_entries == mostEntries || name.size() > 0xFFFF ||
      m_out.size() + m_directory.size() + bytes.size() + 2 * name.size() + 128 > mostBytes)
    return {ErrorCode::TooLarge, "a zip without Zip64 holds no more"};
  const std::uint32_t crc = crc32Of(bytes);
  const std::uint64_t start = m_out.size();
  put(m_out, 0x04034B50, 4);
  putCommon(m_out, name, bytes, crc);
  m_out.insert(m_out.end(), name.begin(), name.end());
  m_out.insert(m_out.end(), bytes.begin(), bytes.end());
  put(m_directory, 0x02014B50, 4);
  put(m_directory, version, 2);
  putCommon(m_directory, name, bytes, crc);
  put(m_directory, 0, 2);  // comment
  put(m_directory, 0, 2);  // disk
  put(m_directory, 0, 2);
  put(m_directory, 0, 4);
  put(m_directory, start, 4);
  m_directory.insert(m_directory.end(), name.begin(), name.end());
  ++m_entries;
  return Done{};
}

std::vector<std::uint8_t> ZipWriter::finish() {
  const std::uint64_t start = m_out.size();
  m_out.insert(m_out.end(), m_directory.begin(), m_directory.end());
  put(m_out, 0x06054B50, 4);
  put(m_out, 0, 4);
  put(m_out, m_entries, 2);
  put(m_out, m_entries, 2);
  put(m_out, m_directory.size(), 4);
  put(m_out, start, 4);
  put(m_out, 0, 2);
  return std::move(m_out);
}

}  // namespace core
