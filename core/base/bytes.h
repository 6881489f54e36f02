// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace core {

/// Bytes that somebody else keeps alive.
using ByteView = std::span<const std::uint8_t>;

/// Bytes with an owner: a mapped file, an inflated zip entry, an upload. Whoever keeps a ByteView into it
/// keeps the Buffer by shared_ptr. Immutable, so it may be read from every thread.
class Buffer {
 public:
  virtual ~Buffer() = default;
  virtual ByteView view() const = 0;
  /// False once bytes that were read could not be had any more and were given as zeros: the file got shorter,
  /// or its medium went away. Whoever computed something from the bytes asks afterwards.
  virtual bool isIntact() const { return true; }
  /// Takes these bytes of the view into memory, where nothing that happens to the file reaches them.
  virtual void keep(std::size_t, std::size_t) const {}
};

/// A Buffer that owns a vector.
class VectorBuffer final : public Buffer {
 public:
  explicit VectorBuffer(std::vector<std::uint8_t> bytes) : m_bytes(std::move(bytes)) {}
  ByteView view() const override { return m_bytes; }

 private:
  std::vector<std::uint8_t> m_bytes;
};

using BufferPtr = std::shared_ptr<const Buffer>;

inline std::string_view asText(ByteView bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

enum class ByteOrder { Little, Big };

inline std::uint16_t load16(const std::uint8_t* p, ByteOrder order) {
  return order == ByteOrder::Little ? static_cast<std::uint16_t>(p[0] | p[1] << 8)
                                    : static_cast<std::uint16_t>(p[1] | p[0] << 8);
}

inline std::uint32_t load32(const std::uint8_t* p, ByteOrder order) {
  const std::uint32_t first = load16(p, order);
  const std::uint32_t second = load16(p + 2, order);
  return order == ByteOrder::Little ? first | second << 16 : second | first << 16;
}

inline std::uint64_t load64(const std::uint8_t* p, ByteOrder order) {
  const std::uint64_t first = load32(p, order);
  const std::uint64_t second = load32(p + 4, order);
  return order == ByteOrder::Little ? first | second << 32 : second | first << 32;
}

/// A reader over hostile bytes that fails sticky: past the end every read gives zeros and failed() stays
/// true.
class ByteReader {
 public:
  explicit ByteReader(ByteView bytes, ByteOrder order = ByteOrder::Little) : m_bytes(bytes), m_order(order) {}

  bool failed() const { return m_failed; }
  std::size_t position() const { return m_position; }
  std::size_t remaining() const { return m_bytes.size() - m_position; }
  ByteOrder order() const { return m_order; }

  std::uint8_t u8() { return need(1) ? m_bytes[m_position++] : 0; }
  std::uint16_t u16() { return need(2) ? load16(advance(2), m_order) : 0; }
  std::uint32_t u32() { return need(4) ? load32(advance(4), m_order) : 0; }
  ByteView take(std::size_t count) { return need(count) ? ByteView(advance(count), count) : ByteView(); }
  /// What is left, at most count bytes; never fails.
  ByteView takeUpTo(std::size_t count) { return take(count < remaining() ? count : remaining()); }
  /// The bytes ahead without moving; empty when fewer than count are left.
  ByteView peek(std::size_t count) const {
    return count <= remaining() ? m_bytes.subspan(m_position, count) : ByteView();
  }
  void seek(std::size_t position) {
    position <= m_bytes.size() ? m_position = position : (m_failed = true, 0);
  }

 private:
  bool need(std::size_t count) {
    if (!m_failed && count <= remaining()) return true;
    m_failed = true;
    return false;
  }
  const std::uint8_t* advance(std::size_t count) {
    const std::uint8_t* at = m_bytes.data() + m_position;
    m_position += count;
    return at;
  }

  ByteView m_bytes;
  ByteOrder m_order;
  std::size_t m_position = 0;
  bool m_failed = false;
};

}  // namespace core
