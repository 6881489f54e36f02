// SPDX-License-Identifier: MIT
// RLE Lossless (PS3.5 annex G): each byte of a cell is a segment of its own, the most significant first,
// sample after sample; no run crosses the end of a row.
#include "core/encode/encoders.h"

namespace core {

namespace {

constexpr std::size_t maxSegments = 15;
constexpr std::size_t longestPacket = 128;

std::size_t runAt(ByteView row, std::size_t at) {
  const std::size_t most = std::min(row.size() - at, longestPacket);
  std::size_t length = 1;
  while (length < most && row[at + length] == row[at]) ++length;
  return length;
}

/// A run of two is no gain inside a literal packet, so it stays there.
std::size_t literalAt(ByteView row, std::size_t at) {
  const std::size_t most = std::min(row.size() - at, longestPacket);
  std::size_t length = 1;
  while (length < most && runAt(row, at + length) < 3) ++length;
  return length;
}

void packRow(ByteView row, std::vector<std::uint8_t>& out) {
  for (std::size_t at = 0; at < row.size();) {
    const std::size_t run = runAt(row, at);
    if (run >= 2) {
      out.push_back(static_cast<std::uint8_t>(257 - run));
      out.push_back(row[at]);
      at += run;
      continue;
    }
    const std::size_t length = literalAt(row, at);
    const ByteView literal = row.subspan(at, length);
    out.push_back(static_cast<std::uint8_t>(length - 1));
    out.insert(out.end(), literal.begin(), literal.end());
    at += length;
  }
}

void store32(std::vector<std::uint8_t>& out, std::size_t at, std::size_t value) {
  for (std::size_t i = 0; i < 4; ++i) out[at + i] = static_cast<std::uint8_t>(value >> (8 * i));
}

}  // namespace

Result<std::vector<std::uint8_t>> encodeRle(ByteView cells, const PixelFormat& format) {
  const std::size_t cellBytes = format.bitsAllocated / 8u;
  const std::size_t segments = format.samples * cellBytes;
  if (format.bitsAllocated % 8 != 0 || segments > maxSegments)
    return {ErrorCode::InvalidArgument, "RLE: cells of " + std::to_string(format.bitsAllocated) + " bits"};
  const std::size_t pixelBytes = segments;
  std::vector<std::uint8_t> out(64, 0);
  out.reserve(64 + cells.size() / 2);
  store32(out, 0, segments);
  std::vector<std::uint8_t> row(format.columns);
  for (std::size_t segment = 0; segment < segments; ++segment) {
    store32(out, 4 + 4 * segment, out.size());
    const std::size_t byte = segment / cellBytes * cellBytes + (cellBytes - 1 - segment % cellBytes);
    for (std::size_t y = 0; y < format.rows; ++y) {
      const std::uint8_t* from = cells.data() + y * format.columns * pixelBytes + byte;
      for (std::size_t x = 0; x < format.columns; ++x) row[x] = from[x * pixelBytes];
      packRow(row, out);
    }
    if (out.size() % 2 != 0) out.push_back(0);
  }
  return out;
}

}  // namespace core
