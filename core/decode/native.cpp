// SPDX-License-Identifier: MIT
// Native (uncompressed) frames, PS3.5 8.1 and annexes A.1–A.3.
#include <bit>
#include <cmath>
#include <cstring>

#include "core/decode/codec.h"

namespace core {

namespace {

bool is422(const PixelFormat& format) {
  return format.photometric == Photometric::YbrFull422 || format.photometric == Photometric::YbrPartial422;
}

template <class Cell>
Cell swapped(Cell cell) {
  Cell result = 0;
  for (std::size_t i = 0; i < sizeof(Cell); ++i, cell = static_cast<Cell>(cell >> 4 >> 4))
    result = static_cast<Cell>(result << 4 << 4 | (cell & 0xff));
  return result;
}

template <class Cell>
void swapAll(std::vector<std::uint8_t>& data) {
  auto* cells = reinterpret_cast<Cell*>(data.data());
  for (std::size_t i = 0; i < data.size() / sizeof(Cell); ++i) cells[i] = swapped(cells[i]);
}

void swapCells(std::vector<std::uint8_t>& data, std::uint16_t bits) {
  if (bits == 16) swapAll<std::uint16_t>(data);
  if (bits == 32) swapAll<std::uint32_t>(data);
  if (bits == 64) swapAll<std::uint64_t>(data);
}

/// One bit a pixel to one byte a pixel; the first pixel is the lowest bit (PS3.5 8.1.1).
std::vector<std::uint8_t> unpackedBits(ByteView bytes, std::uint64_t first, std::size_t count) {
  std::vector<std::uint8_t> cells(count);
  for (std::size_t i = 0; i < count; ++i) {
    const std::uint64_t bit = first + i;
    cells[i] = bytes[bit / 8] >> (bit % 8) & 1;
  }
  return cells;
}

template <class Cell>
std::vector<std::uint8_t> interleaved(const std::vector<std::uint8_t>& planes, std::size_t pixels) {
  std::vector<std::uint8_t> result(planes.size());
  const auto* from = reinterpret_cast<const Cell*>(planes.data());
  auto* to = reinterpret_cast<Cell*>(result.data());
  for (std::size_t i = 0; i < pixels; ++i)
    for (std::size_t plane = 0; plane < 3; ++plane) to[3 * i + plane] = from[plane * pixels + i];
  return result;
}

std::vector<std::uint8_t> interleavedCells(const std::vector<std::uint8_t>& planes, std::uint16_t bits,
                                           std::size_t pixels) {
  if (bits == 8) return interleaved<std::uint8_t>(planes, pixels);
  return bits == 16 ? interleaved<std::uint16_t>(planes, pixels) : interleaved<std::uint32_t>(planes, pixels);
}

/// Y Y Cb Cr for two pixels to Y Cb Cr for each (PS3.3 C.7.6.3.1.2): chroma is repeated.
template <class Cell>
std::vector<std::uint8_t> expanded422(const std::vector<std::uint8_t>& pairs, std::size_t pixels) {
  std::vector<std::uint8_t> result(pixels * 3 * sizeof(Cell));
  const auto* from = reinterpret_cast<const Cell*>(pairs.data());
  auto* to = reinterpret_cast<Cell*>(result.data());
  for (std::size_t i = 0; i < pixels; i += 2, from += 4)
    for (std::size_t k = 0; k < 2; ++k, to += 3) {
      to[0] = from[k];
      to[1] = from[2];
      to[2] = from[3];
    }
  return result;
}

std::vector<std::uint8_t> expandedCells(const std::vector<std::uint8_t>& pairs, std::uint16_t bits,
                                        std::size_t pixels) {
  return bits == 8 ? expanded422<std::uint8_t>(pairs, pixels) : expanded422<std::uint16_t>(pairs, pixels);
}

/// The bytes of a frame in little endian order of their words; OW words of big endian hold two 8-bit cells
/// each, the first in the low half (PS3.5 8.1.1, annex D.3).
std::vector<std::uint8_t> orderedBytes(const CodedFrame& frame, std::uint64_t size) {
  std::vector<std::uint8_t> data(size);
  const bool swapsPairs = frame.order == ByteOrder::Big && frame.areWords && frame.format.bitsAllocated <= 8;
  const std::uint64_t first = frame.firstBit / 8;
  if (!swapsPairs) {
    std::memcpy(data.data(), frame.bytes.data() + first, size);
    return data;
  }
  for (std::uint64_t i = 0; i < size; ++i) {
    const std::uint64_t other = (first + i) ^ 1;
    data[i] = other < frame.bytes.size() ? frame.bytes[other] : frame.bytes[first + i];
  }
  return data;
}

/// How much neighbours differ.
double roughness(const std::vector<std::uint8_t>& data) {
  const auto* cells = reinterpret_cast<const std::uint32_t*>(data.data());
  double sum = 0;
  for (std::size_t i = 1; i < data.size() / 4; ++i)
    sum += std::abs(static_cast<double>(cells[i]) - static_cast<double>(cells[i - 1]));
  return sum;
}

/// 32-bit cells in 16-bit words of a big endian file: the standard has the low word first (PS3.5 8.1.1, and
/// DCMTK writes it so), others write the whole cell big endian, and nothing in the file says which. In the
/// wrong order a picture is noise; where that does not tell them apart, none is shown. data holds the whole
/// cells read big endian.
Status settleWordOrder(std::vector<std::uint8_t>& data) {
  std::vector<std::uint8_t> other(data.size());
  const auto* from = reinterpret_cast<const std::uint32_t*>(data.data());
  auto* to = reinterpret_cast<std::uint32_t*>(other.data());
  for (std::size_t i = 0; i < data.size() / 4; ++i) to[i] = from[i] << 16 | from[i] >> 16;
  if (other == data) return Done{};
  const double whole = roughness(data);
  const double words = roughness(other);
  if (std::max(whole, words) < 4 * std::min(whole, words) || whole == words)
    return {ErrorCode::UnsupportedPixelFormat, "32-bit cells in big endian words whose order cannot be told"};
  if (words < whole) data.swap(other);
  return Done{};
}

Cells emptyCells(const PixelFormat& format) {
  Cells cells;
  cells.columns = format.columns;
  cells.rows = format.rows;
  cells.samples = format.samples;
  cells.bits = std::max<std::uint16_t>(8, format.bitsAllocated);
  cells.photometric = expanded(format.photometric);
  return cells;
}

Status checkNative(const CodedFrame& frame) {
  const PixelFormat& format = frame.format;
  if (format.photometric == Photometric::YbrPartial420)
    return {ErrorCode::UnsupportedPixelFormat, "YBR_PARTIAL_420 without a codec"};
  if (is422(format) && (format.columns % 2 != 0 || format.bitsAllocated > 16 || format.bitsAllocated < 8))
    return {ErrorCode::UnsupportedPixelFormat, "4:2:2 chroma with an odd number of columns"};
  const std::uint64_t there = frame.bytes.size() * 8;
  if (there < frame.firstBit || there - frame.firstBit < nativeFrameBits(format))
    return {ErrorCode::Truncated,
            "the frame needs " + std::to_string(nativeFrameBytes(format)) + " bytes, fewer are there"};
  return Done{};
}

}  // namespace

std::uint64_t nativeFrameBits(const PixelFormat& format) {
  const std::uint64_t samples = format.samplesPerFrame();
  return (is422(format) ? samples / 3 * 2 : samples) * format.bitsAllocated;
}

std::uint64_t nativeFrameBytes(const PixelFormat& format) { return (nativeFrameBits(format) + 7) / 8; }

Result<Cells> decodeNative(const CodedFrame& frame) {
  if (Status status = checkNative(frame); !status) return status.error();
  const PixelFormat& format = frame.format;
  const std::size_t pixels = std::size_t{format.rows} * format.columns;
  Cells cells = emptyCells(format);
  if (format.bitsAllocated == 1) {
    const std::uint64_t shift = frame.firstBit % 8;
    const auto bytes = orderedBytes(frame, (shift + nativeFrameBits(format) + 7) / 8);
    cells.data = unpackedBits(bytes, shift, pixels * format.samples);
    if (format.isPlanar) cells.data = interleavedCells(cells.data, 8, pixels);
    return cells;
  }
  cells.data = orderedBytes(frame, nativeFrameBytes(format));
  const bool isForeign = (frame.order == ByteOrder::Little) != (std::endian::native == std::endian::little);
  if (isForeign) swapCells(cells.data, cells.bits);
  if (frame.order == ByteOrder::Big && frame.areWords && cells.bits == 32 && !format.isFloat)
    if (Status status = settleWordOrder(cells.data); !status) return status.error();
  if (is422(format))
    cells.data = expandedCells(cells.data, cells.bits, pixels);
  else if (format.isPlanar)
    cells.data = interleavedCells(cells.data, cells.bits, pixels);
  return cells;
}

}  // namespace core
