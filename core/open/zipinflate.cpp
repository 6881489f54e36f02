// SPDX-License-Identifier: MIT
#include "core/open/zipinflate.h"

#include <zip.h>
#include <zlib.h>

namespace core {

namespace {

constexpr std::size_t chunk = std::size_t{1} << 30;  ///< zlib counts in 32 bits

/// Owns zlib's state for one stream of raw deflate data.
class Inflater {
 public:
  explicit Inflater(ByteView input) : m_input(input) {
    m_ready = inflateInit2(&m_stream, -MAX_WBITS) == Z_OK;
  }
  ~Inflater() { inflateEnd(&m_stream); }
  Inflater(const Inflater&) = delete;
  Inflater& operator=(const Inflater&) = delete;

  /// Fills out as far as the stream goes; the number of bytes made.
  std::size_t fill(std::span<std::uint8_t> out) {
    std::size_t made = 0;
    while (m_ready && m_word == Z_OK && made < out.size()) {
      if (m_stream.avail_in == 0) feed();
      const std::size_t room = std::min(out.size() - made, chunk);
      m_stream.next_out = out.data() + made;
      m_stream.avail_out = static_cast<uInt>(room);
      m_word = inflate(&m_stream, Z_NO_FLUSH);
      made += room - m_stream.avail_out;
    }
    return made;
  }
  bool isBroken() const { return !m_ready || (m_word != Z_OK && m_word != Z_STREAM_END); }

 private:
  void feed() {
    const std::size_t size = std::min(m_input.size(), chunk);
    m_stream.next_in = const_cast<Bytef*>(m_input.data());
    m_stream.avail_in = static_cast<uInt>(size);
    m_input = m_input.subspan(size);
  }

  z_stream m_stream{};
  ByteView m_input;
  bool m_ready = false;
  int m_word = Z_OK;
};

struct ZipCloser {
  void operator()(zip_t* archive) const { zip_discard(archive); }
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};

}  // namespace

Result<BufferPtr> inflateEntry(ByteView deflated, std::uint64_t size, std::uint64_t wanted) {
  std::vector<std::uint8_t> out(std::min(size, wanted));
  Inflater inflater(deflated);
  const std::size_t made = inflater.fill(out);
  if (made < out.size()) return {ErrorCode::ZipInvalid, "the entry's deflate data is damaged"};
  std::uint8_t beyond = 0;
  if (wanted >= size && inflater.fill({&beyond, 1}) > 0)
    return {ErrorCode::ZipUnsafe, "the entry holds more than it announces"};
  if (wanted >= size && inflater.isBroken())
    return {ErrorCode::ZipInvalid, "the entry's deflate data is damaged"};
  return BufferPtr(std::make_shared<VectorBuffer>(std::move(out)));
}

Result<BufferPtr> readByLibzip(ByteView archive, int index, std::uint64_t size, std::uint64_t wanted) {
  zip_source_t* source = zip_source_buffer_create(archive.data(), archive.size(), 0, nullptr);
  if (!source) return ErrorCode::ZipInvalid;
  const std::unique_ptr<zip_t, ZipCloser> opened(zip_open_from_source(source, ZIP_RDONLY, nullptr));
  if (!opened) {
    zip_source_free(source);
    return ErrorCode::ZipInvalid;
  }
  const std::unique_ptr<zip_file_t, ZipCloser> file(
      zip_fopen_index(opened.get(), static_cast<zip_uint64_t>(index), 0));
  if (!file) return {ErrorCode::ZipInvalid, "the entry cannot be opened"};
  std::vector<std::uint8_t> out(std::min(size, wanted));
  const zip_int64_t made = zip_fread(file.get(), out.data(), out.size());
  if (made < 0 || static_cast<std::uint64_t>(made) != out.size())
    return {ErrorCode::ZipInvalid, "the entry's data is damaged"};
  return BufferPtr(std::make_shared<VectorBuffer>(std::move(out)));
}

}  // namespace core
