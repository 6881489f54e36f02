// SPDX-License-Identifier: MIT
// Deflated Image Frame Compression (PS3.5 A.4.13): a native frame, deflated.
#include <zlib.h>

#include "core/decode/codec.h"

namespace core {

namespace {

/// Fills out; how many bytes there were.
std::size_t inflateInto(ByteView deflated, std::vector<std::uint8_t>& out) {
  z_stream stream{};
  if (inflateInit2(&stream, -MAX_WBITS) != Z_OK) return 0;
  stream.next_in = const_cast<Bytef*>(deflated.data());
  stream.avail_in = static_cast<uInt>(std::min<std::size_t>(deflated.size(), 0xFFFFFFFF));
  stream.next_out = out.data();
  stream.avail_out = static_cast<uInt>(out.size());
  inflate(&stream, Z_FINISH);
  inflateEnd(&stream);
  return out.size() - stream.avail_out;
}

}  // namespace

Result<Cells> decodeDeflated(const CodedFrame& frame) {
  constexpr std::uint64_t greatestRatio = 1032;  // of deflate itself
  const std::uint64_t needed = nativeFrameBytes(frame.format);
  const Error tooShort{ErrorCode::CodecFailed,
                       "deflated frame: less than the " + std::to_string(needed) + " bytes of a frame"};
  if (needed > frame.bytes.size() * greatestRatio) return tooShort;
  std::vector<std::uint8_t> inflated(needed);
  if (inflateInto(frame.bytes, inflated) < needed) return tooShort;
  CodedFrame native = frame;
  native.bytes = inflated;
  native.firstBit = 0;
  return decodeNative(native);
}

}  // namespace core
