// SPDX-License-Identifier: MIT
// ISA-L and libdeflate; their types end here.
#include "core/export/deflate.h"

#include <libdeflate.h>
#ifdef DICOMAESTRO_ISAL
#include <isa-l/igzip_lib.h>
#endif

namespace core {

namespace {

#ifdef DICOMAESTRO_ISAL

constexpr std::size_t levelBytes = ISAL_DEF_LVL1_MEDIUM;
constexpr std::size_t pieceBytes = std::size_t{1} << 30;  ///< ISA-L counts in 32 bits

/// Memory that each call needs and no call leaves anything in; a thread keeps its own, because asking the
/// system for it costs a fifth of the time of a small picture.
std::uint8_t* levelBuffer() {
  thread_local const std::unique_ptr<std::uint8_t[]> buffer(new std::uint8_t[levelBytes]);
  return buffer.get();
}

Status appendByIsaL(std::vector<std::uint8_t>& out, ByteView raw) {
  isal_zstream stream;
  isal_deflate_init(&stream);  // which leaves the input as it finds it
  stream.next_in = nullptr;
  stream.avail_in = 0;
  stream.level = 1;
  stream.level_buf = levelBuffer();
  stream.level_buf_size = levelBytes;
  stream.gzip_flag = IGZIP_ZLIB;
  std::size_t used = out.size();
  while (stream.internal_state.state != ZSTATE_END) {
    if (stream.avail_in == 0) {
      stream.next_in = const_cast<std::uint8_t*>(raw.data());
      stream.avail_in = static_cast<std::uint32_t>(std::min(raw.size(), pieceBytes));
      raw = raw.subspan(stream.avail_in);
      stream.end_of_stream = raw.empty() ? 1 : 0;
    }
    const std::size_t room = std::clamp<std::size_t>(stream.avail_in / 2, 1024, pieceBytes);
    out.resize(used + room);
    stream.next_out = out.data() + used;
    stream.avail_out = static_cast<std::uint32_t>(room);
    if (isal_deflate(&stream) != COMP_OK) return {ErrorCode::WriteFailed, "the deflate stream"};
    used += room - stream.avail_out;
  }
  out.resize(used);
  return Done{};
}

bool hasFastIsaL() {
#ifdef __x86_64__
  return __builtin_cpu_supports("sse4.2") && __builtin_cpu_supports("pclmul");
#else
  return true;
#endif
}

#else

Status appendByIsaL(std::vector<std::uint8_t>& out, ByteView raw) {
  return appendZlib(out, raw, DeflateEngine::Libdeflate);
}

bool hasFastIsaL() { return false; }

#endif

struct CompressorCloser {
  void operator()(libdeflate_compressor* compressor) const { libdeflate_free_compressor(compressor); }
};

Status appendByLibdeflate(std::vector<std::uint8_t>& out, ByteView raw) {
  const std::unique_ptr<libdeflate_compressor, CompressorCloser> compressor(libdeflate_alloc_compressor(1));
  if (!compressor) return {ErrorCode::WriteFailed, "no memory to compress"};
  const std::size_t used = out.size();
  out.resize(used + libdeflate_zlib_compress_bound(compressor.get(), raw.size()));
  const std::size_t made = libdeflate_zlib_compress(compressor.get(), raw.data(), raw.size(),
                                                    out.data() + used, out.size() - used);
  out.resize(used + made);
  if (made == 0) return {ErrorCode::WriteFailed, "the deflate stream"};
  return Done{};
}

}  // namespace

DeflateEngine fastestDeflate() {
  static const bool isFast = hasFastIsaL();
  return isFast ? DeflateEngine::IsaL : DeflateEngine::Libdeflate;
}

Status appendZlib(std::vector<std::uint8_t>& out, ByteView raw, DeflateEngine engine) {
  return engine == DeflateEngine::IsaL ? appendByIsaL(out, raw) : appendByLibdeflate(out, raw);
}

std::uint32_t crc32Of(ByteView bytes, std::uint32_t before) {
  return libdeflate_crc32(before, bytes.data(), bytes.size());
}

}  // namespace core
