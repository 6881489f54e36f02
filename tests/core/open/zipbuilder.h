// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <cstdint>
#include <vector>

#include "tests/support/dicombuilder.h"

namespace tests {

/// Writes zip archives by hand, right or wrong as the test wants.
class ZipBuilder {
 public:
  struct Options {
    std::uint16_t method = 8;
    std::uint16_t flags = 0;
    std::uint32_t attributes = 0;  ///< external, of Unix
    std::int64_t announcedSize = -1;
    bool wrongCrc = false;
    std::int64_t sharedWith = -1;  ///< uses the bytes of that entry
  };

  ZipBuilder& add(const QByteArray& name, const QByteArray& content) { return add(name, content, Options()); }
  ZipBuilder& add(const QByteArray& name, const QByteArray& content, const Options& options) {
    const QByteArray packed = options.method == 8 ? deflated(content) : content;
    std::uint32_t offset = static_cast<std::uint32_t>(m_bytes.size());
    if (options.sharedWith >= 0) {
      offset = m_offsets[static_cast<std::size_t>(options.sharedWith)];
    } else {
      number(m_bytes, 0x04034b50, 4);
      common(m_bytes, name, content, packed, options);
      m_bytes += name + packed;
    }
    m_offsets.push_back(offset);
    number(m_directory, 0x02014b50, 4);
    number(m_directory, 0x031E, 2);
    common(m_directory, name, content, packed, options);
    number(m_directory, 0, 2 + 2 + 2);
    number(m_directory, options.attributes, 4);
    number(m_directory, offset, 4);
    m_directory += name;
    return *this;
  }

  QByteArray bytes() const {
    QByteArray all = m_bytes + m_directory;
    number(all, 0x06054b50, 4);
    number(all, 0, 4);
    number(all, m_offsets.size(), 2);
    number(all, m_offsets.size(), 2);
    number(all, static_cast<std::uint64_t>(m_directory.size()), 4);
    number(all, static_cast<std::uint64_t>(m_bytes.size()), 4);
    number(all, 0, 2);
    return all;
  }
  core::BufferPtr buffer() const {
    const QByteArray all = bytes();
    return bufferOf({all.begin(), all.end()});
  }

 private:
  static void number(QByteArray& out, std::uint64_t value, int size) {
    for (int i = 0; i < size; ++i) out += static_cast<char>(value >> 8 * i);
  }
  /// qCompress writes a length, a zlib header and a checksum around raw deflate data.
  static QByteArray deflated(const QByteArray& content) {
    const QByteArray stream = qCompress(content);
    return stream.mid(6, stream.size() - 10);
  }
  static std::uint32_t crcOf(const QByteArray& content) {
    std::uint32_t crc = ~0u;
    for (const char byte : content) {
      crc ^= static_cast<std::uint8_t>(byte);
      for (int bit = 0; bit < 8; ++bit) crc = crc >> 1 ^ ((crc & 1) != 0 ? 0xEDB88320u : 0u);
    }
    return ~crc;
  }
  static void common(QByteArray& out, const QByteArray& name, const QByteArray& content,
                     const QByteArray& packed, const Options& options) {
    number(out, 20, 2);
    number(out, options.flags, 2);
    number(out, options.method, 2);
    number(out, 0, 4);
    number(out, crcOf(content) + (options.wrongCrc ? 1 : 0), 4);
    number(out, static_cast<std::uint64_t>(packed.size()), 4);
    const auto size = options.announcedSize < 0 ? content.size() : options.announcedSize;
    number(out, static_cast<std::uint64_t>(size), 4);
    number(out, static_cast<std::uint64_t>(name.size()), 2);
    number(out, 0, 2);
  }

  QByteArray m_bytes;
  QByteArray m_directory;
  std::vector<std::uint32_t> m_offsets;
};

}  // namespace tests
