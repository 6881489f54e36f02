// SPDX-License-Identifier: MIT
// RLE Lossless (PS3.5 Annex G): byte planes, most significant first, each packed by PackBits. And the
// frame-wise deflate of PS3.5 A.4.12, which leaves the same native cells.
#include "core/decode/codec.h"
#include "core/parse/inflate.h"

namespace core {

namespace {

constexpr std::size_t headerBytes = 64;

Result<Cells> broken(const char* why) { return {ErrorCode::CodecFailed, std::string("RLE: ") + why}; }

/// Unpacks exactly size bytes, or says that there were fewer.
bool unpack(ByteView packed, std::uint8_t* out, std::size_t size) {
  const std::uint8_t* in = packed.data();
  const std::uint8_t* const inEnd = in + packed.size();
  std::uint8_t* const outEnd = out + size;
  while (out < outEnd && in < inEnd) {
    const auto code = static_cast<std::int8_t>(*in++);
    if (code == -128) continue;
    if (code >= 0) {
      const std::size_t count =
          std::min<std::size_t>({static_cast<std::size_t>(code) + 1, static_cast<std::size_t>(inEnd - in),
                                 static_cast<std::size_t>(outEnd - out)});
      std::memcpy(out, in, count);
      in += count;
      out += count;
    } else {
      if (in == inEnd) break;
      const std::size_t count =
          std::min<std::size_t>(static_cast<std::size_t>(1 - code), static_cast<std::size_t>(outEnd - out));
      std::memset(out, *in++, count);
      out += count;
    }
  }
  return out == outEnd;
}

/// Byte planes side by side: plane p of sample s is byte bytesPerSample − 1 − p of that sample's cells.
void weave(const std::vector<std::uint8_t>& planes, std::size_t pixels, std::size_t samples,
           std::size_t width, std::uint8_t* out) {
  if (samples == 1 && width == 2) {
    const std::uint8_t* high = planes.data();
    const std::uint8_t* low = high + pixels;
    for (std::size_t i = 0; i < pixels; ++i) {
      out[2 * i] = low[i];
      out[2 * i + 1] = high[i];
    }
    return;
  }
  const std::size_t stride = samples * width;
  for (std::size_t s = 0; s < samples; ++s)
    for (std::size_t p = 0; p < width; ++p) {
      const std::uint8_t* plane = planes.data() + (s * width + p) * pixels;
      std::uint8_t* at = out + s * width + (width - 1 - p);
      for (std::size_t i = 0; i < pixels; ++i) at[i * stride] = plane[i];
    }
}

}  // namespace

Result<Cells> decodeRle(ByteView codestream, const PixelFormat& format, int) {
  if (format.bitsAllocated < 8 || format.bitsAllocated > 32)
    return {ErrorCode::UnsupportedPixelFormat, "RLE of 1 or 64 bits"};
  if (codestream.size() < headerBytes) return broken("no header");
  const std::size_t width = format.bitsAllocated / 8u;
  const std::size_t wanted = width * format.samples;
  const std::size_t segments = load32(codestream.data(), ByteOrder::Little);
  if (segments != wanted) return broken("the number of segments is not that of the byte planes");
  const std::size_t pixels = std::size_t{format.rows} * format.columns;
  std::vector<std::uint8_t> planes(pixels * wanted);
  for (std::size_t i = 0; i < segments; ++i) {
    const std::size_t start = load32(codestream.data() + 4 + 4 * i, ByteOrder::Little);
    const std::size_t next =
        i + 1 < segments ? load32(codestream.data() + 8 + 4 * i, ByteOrder::Little) : codestream.size();
    if (start < headerBytes || start > codestream.size() || next < start)
      return broken("a segment lies outside the frame");
    const std::size_t end = std::min(next, codestream.size());
    if (!unpack(codestream.subspan(start, end - start), planes.data() + i * pixels, pixels))
      return broken("a segment ends before its last pixel");
  }
  Cells cells{format.columns,       format.rows,        static_cast<std::uint16_t>(width),
              format.bitsAllocated, format.photometric, {}};
  if (wanted == 1) {
    cells.bytes = std::move(planes);
    return cells;
  }
  cells.bytes.resize(planes.size());
  weave(planes, pixels, format.samples, width, cells.bytes.data());
  return cells;
}

Result<Cells> decodeDeflatedFrame(ByteView codestream, const PixelFormat& format, int) {
  if (format.bitsAllocated < 8 || format.bitsAllocated > 32)
    return {ErrorCode::UnsupportedPixelFormat, "deflated frames of 1 or 64 bits"};
  const std::size_t width = format.bitsAllocated / 8u;
  const std::uint64_t size = std::uint64_t{format.rows} * format.columns * format.samples * width;
  auto inflated = inflateRaw(codestream, size + 64);
  if (!inflated) return inflated.error();
  const ByteView bytes = (*inflated)->view();
  if (bytes.size() < size) return {ErrorCode::CodecFailed, "the deflated frame ends before its last pixel"};
  Cells cells{format.columns,       format.rows,        static_cast<std::uint16_t>(width),
              format.bitsAllocated, format.photometric, {}};
  cells.bytes.assign(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(size));
  if (format.isPlanar && format.samples > 1) {
    std::vector<std::uint8_t> woven(cells.bytes.size());
    const std::size_t pixels = std::size_t{format.rows} * format.columns;
    for (std::size_t s = 0; s < format.samples; ++s)
      for (std::size_t i = 0; i < pixels; ++i)
        std::memcpy(&woven[(i * format.samples + s) * width], &cells.bytes[(s * pixels + i) * width], width);
    cells.bytes = std::move(woven);
  }
  return cells;
}

}  // namespace core
