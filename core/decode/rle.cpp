// SPDX-License-Identifier: MIT
// RLE Lossless (PS3.5 annex G): each byte of a cell is a segment of its own, the most significant first,
// sample after sample.
#include <cstring>

#include "core/decode/codec.h"

namespace core {

namespace {

constexpr std::size_t headerBytes = 64;
constexpr std::size_t maxSegments = 15;

Error failed(std::string detail) { return {ErrorCode::CodecFailed, "RLE: " + std::move(detail)}; }

/// PackBits: 0..127 copies so many + 1 bytes, 129..255 repeats the next byte 257 − n times, 128 is nothing.
/// False when the segment ends before size bytes are there.
bool unpack(ByteView segment, std::uint8_t* out, std::size_t size) {
  const std::uint8_t* from = segment.data();
  const std::uint8_t* const end = from + segment.size();
  std::uint8_t* const stop = out + size;
  while (out < stop) {
    if (end - from < 2) return false;
    const int code = static_cast<std::int8_t>(*from++);
    if (code >= 0) {
      const auto count = std::min<std::ptrdiff_t>(code + 1, stop - out);
      if (end - from < count) return false;
      std::memcpy(out, from, static_cast<std::size_t>(count));
      from += count;
      out += count;
    } else if (code != -128) {
      const auto count = std::min<std::ptrdiff_t>(1 - code, stop - out);
      std::memset(out, *from++, static_cast<std::size_t>(count));
      out += count;
    }
  }
  return true;
}

/// Cells of the planes of their bytes, most significant first; plane b of sample s is at (s × bytes + b).
template <class Cell>
void joinPlanes(const std::uint8_t* planes, std::size_t pixels, std::size_t samples,
                std::vector<std::uint8_t>& data) {
  constexpr std::size_t bytes = sizeof(Cell);
  auto* cells = reinterpret_cast<Cell*>(data.data());
  for (std::size_t sample = 0; sample < samples; ++sample) {
    const std::uint8_t* plane = planes + sample * bytes * pixels;
    for (std::size_t i = 0; i < pixels; ++i) {
      Cell cell = plane[i];
      for (std::size_t b = 1; b < bytes; ++b)
        cell = static_cast<Cell>(cell << 4 << 4 | plane[b * pixels + i]);
      cells[i * samples + sample] = cell;
    }
  }
}

/// The 16-bit grey frame in one pass that the compiler turns into vector code: nearly every RLE image is one.
void joinWords(const std::uint8_t* high, const std::uint8_t* low, std::size_t pixels, std::uint16_t* cells) {
  for (std::size_t i = 0; i < pixels; ++i) cells[i] = static_cast<std::uint16_t>(high[i] << 8 | low[i]);
}

/// Eight pixels a byte, lowest bit first.
void unpackBits(const std::uint8_t* bits, std::size_t pixels, std::vector<std::uint8_t>& data) {
  for (std::size_t i = 0; i < pixels; ++i) data[i] = bits[i / 8] >> (i % 8) & 1;
}

Cells cellsOfPlanes(const PixelFormat& format, const std::uint8_t* planes) {
  const std::size_t pixels = std::size_t{format.rows} * format.columns;
  Cells cells;
  cells.columns = format.columns;
  cells.rows = format.rows;
  cells.samples = format.samples;
  cells.bits = std::max<std::uint16_t>(8, format.bitsAllocated);
  cells.photometric = expanded(format.photometric);
  cells.data.resize(pixels * format.samples * (cells.bits / 8));
  if (format.bitsAllocated == 1)
    unpackBits(planes, pixels, cells.data);
  else if (cells.bits == 8)
    joinPlanes<std::uint8_t>(planes, pixels, format.samples, cells.data);
  else if (cells.bits == 16 && format.samples == 1)
    joinWords(planes, planes + pixels, pixels, reinterpret_cast<std::uint16_t*>(cells.data.data()));
  else if (cells.bits == 16)
    joinPlanes<std::uint16_t>(planes, pixels, format.samples, cells.data);
  else
    joinPlanes<std::uint32_t>(planes, pixels, format.samples, cells.data);
  return cells;
}

struct Segments {
  std::size_t count = 0;
  std::array<ByteView, maxSegments> at;
};

Result<Segments> segmentsOf(ByteView bytes, std::size_t expected) {
  if (bytes.size() < headerBytes) return failed("no header");
  Segments segments;
  segments.count = load32(bytes.data(), ByteOrder::Little);
  if (segments.count != expected)
    return failed("the stream has " + std::to_string(segments.count) + " segments, the data set asks for " +
                  std::to_string(expected));
  for (std::size_t i = 0; i < segments.count; ++i) {
    const std::uint64_t start = load32(bytes.data() + 4 + 4 * i, ByteOrder::Little);
    const bool isLast = i + 1 == segments.count;
    const std::uint64_t end = isLast ? bytes.size() : load32(bytes.data() + 8 + 4 * i, ByteOrder::Little);
    if (start < headerBytes || start >= end || end > bytes.size())
      return failed("segment " + std::to_string(i + 1) + " lies outside the frame");
    segments.at[i] = bytes.subspan(start, end - start);
  }
  return segments;
}

}  // namespace

Result<Cells> decodeRle(const CodedFrame& frame) {
  const PixelFormat& format = frame.format;
  const std::size_t pixels = std::size_t{format.rows} * format.columns;
  const bool isBits = format.bitsAllocated == 1;
  const std::size_t cellBytes = std::max(1, format.bitsAllocated / 8);
  const std::size_t planeBytes = isBits ? (pixels + 7) / 8 : pixels;
  const std::size_t planeCount = format.samples * cellBytes;
  const auto segments = segmentsOf(frame.bytes, planeCount);
  if (!segments) return segments.error();
  if (planeBytes * planeCount > frame.bytes.size() * 64) return failed("too few bytes for the frame");

  // Not zeroed by a vector: every byte is written or the frame is refused.
  const auto planes = std::make_unique_for_overwrite<std::uint8_t[]>(planeBytes * planeCount);
  for (std::size_t i = 0; i < planeCount; ++i)
    if (!unpack(segments->at[i], planes.get() + i * planeBytes, planeBytes))
      return failed("segment " + std::to_string(i + 1) + " ends before its last pixel");
  return cellsOfPlanes(format, planes.get());
}

}  // namespace core
