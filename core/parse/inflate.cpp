// SPDX-License-Identifier: MIT
#include "core/parse/inflate.h"

#include <zlib.h>

#include "core/base/limits.h"

namespace core {

namespace {

/// Owns zlib's state for one stream.
class Inflater {
 public:
  explicit Inflater(ByteView input) {
    m_stream.next_in = const_cast<Bytef*>(input.data());
    m_left = input.size();
    m_ready = inflateInit2(&m_stream, -MAX_WBITS) == Z_OK;
  }
  ~Inflater() { inflateEnd(&m_stream); }
  Inflater(const Inflater&) = delete;
  Inflater& operator=(const Inflater&) = delete;

  bool ready() const { return m_ready; }

  /// Fills the block as far as it goes; returns zlib's word and the bytes made.
  std::pair<int, std::size_t> fill(std::uint8_t* out, std::size_t size) {
    m_stream.next_out = out;
    m_stream.avail_out = static_cast<uInt>(size);
    int word = Z_OK;
    while (word == Z_OK && m_stream.avail_out > 0) {
      if (m_stream.avail_in == 0) {
        m_stream.avail_in = static_cast<uInt>(std::min<std::size_t>(m_left, 1u << 30));
        m_left -= m_stream.avail_in;
      }
      word = inflate(&m_stream, Z_NO_FLUSH);
    }
    return {word, size - m_stream.avail_out};
  }

 private:
  z_stream m_stream{};
  std::size_t m_left = 0;
  bool m_ready = false;
};

}  // namespace

Result<BufferPtr> inflateRaw(ByteView deflated, std::uint64_t maximum, std::uint64_t stopAt) {
  const std::uint64_t byRatio = limits::deflateSlack + limits::deflateRatio * deflated.size();
  const std::uint64_t cap = std::min(maximum, byRatio);
  Inflater inflater(deflated);
  if (!inflater.ready()) return ErrorCode::Malformed;
  std::vector<std::uint8_t> out;
  std::size_t made = 0;
  for (;;) {
    out.resize(
        std::min<std::uint64_t>(std::max<std::uint64_t>(deflated.size() * 3, made * 2) + 65536, cap + 1));
    const auto [word, count] = inflater.fill(out.data() + made, out.size() - made);
    made += count;
    if (made > cap) return {ErrorCode::TooLarge, "the deflated data set expands past the limit"};
    if (word == Z_STREAM_END || made >= stopAt || (word == Z_BUF_ERROR && made > 0)) break;
    if (word != Z_OK) return {ErrorCode::Malformed, "the data set is not deflate data"};
  }
  out.resize(made);
  return BufferPtr(std::make_shared<VectorBuffer>(std::move(out)));
}

}  // namespace core
