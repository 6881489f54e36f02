// SPDX-License-Identifier: MIT
#include <type_traits>

#include "core/decode/codec.h"

namespace core {

namespace {

/// How a stored value lies in its cell.
struct Layout {
  int high = 7;  ///< its highest bit
  int bits = 8;
  bool isSigned = false;
};

/// The rule of PS3.5 8.1.1 as two shifts: the bits above fall off at the left, those below at the right,
/// where the sign comes in.
template <class Cell, class Value>
void shiftAll(const std::uint8_t* from, std::uint8_t* to, std::size_t count, Layout layout) {
  using Wide = std::conditional_t<std::is_signed_v<Value>, std::make_signed_t<Cell>, Cell>;
  constexpr int width = sizeof(Cell) * 8;
  const int left = width - 1 - layout.high;
  const int right = width - layout.bits;
  const auto* cells = reinterpret_cast<const Cell*>(from);
  auto* values = reinterpret_cast<Value*>(to);
  for (std::size_t i = 0; i < count; ++i)
    values[i] = static_cast<Value>(
        static_cast<Wide>(static_cast<Wide>(static_cast<Cell>(cells[i] << left)) >> right));
}

using Shift = void (*)(const std::uint8_t*, std::uint8_t*, std::size_t, Layout);

template <class Cell>
Shift shiftTo(SampleType type) {
  switch (type) {
    case SampleType::U8:
      return shiftAll<Cell, std::uint8_t>;
    case SampleType::S8:
      return shiftAll<Cell, std::int8_t>;
    case SampleType::U16:
      return shiftAll<Cell, std::uint16_t>;
    case SampleType::S16:
      return shiftAll<Cell, std::int16_t>;
    case SampleType::U32:
      return shiftAll<Cell, std::uint32_t>;
    default:
      return shiftAll<Cell, std::int32_t>;
  }
}

Shift shiftFor(std::uint16_t cellBits, SampleType type) {
  if (cellBits == 8) return shiftTo<std::uint8_t>(type);
  return cellBits == 16 ? shiftTo<std::uint16_t>(type) : shiftTo<std::uint32_t>(type);
}

/// Where a codestream and the data set differ, the codestream says how many bits there are and the data set
/// what they mean. Cells of more bits than are stored are whole cells of the data set when they reach its
/// High Bit; a lossy stream has no garbage above, so its surplus bits are values.
Layout layoutOf(const Cells& cells, const PixelFormat& format) {
  const bool isSigned = format.isSigned;
  if (cells.precision == 0) return {format.highBit, format.bitsStored, isSigned};
  const int precision = cells.precision;
  if (precision > format.bitsStored) {
    if (cells.isLossy || precision <= format.highBit) return {precision - 1, precision, isSigned};
    return {format.highBit, format.bitsStored, isSigned};
  }
  // Of fewer bits the highest is the sign: whoever encodes signed values cuts what repeats it. A signed
  // stream's cells are sign-extended already.
  const int bits = cells.sign == Cells::Sign::Signed && isSigned
                       ? std::min<int>(format.bitsStored, cells.bits)
                       : precision;
  return {bits - 1, bits, isSigned};
}

template <class Cell>
OverlayBits overlayOf(const std::uint8_t* from, std::size_t count, EmbeddedOverlay overlay) {
  const auto* cells = reinterpret_cast<const Cell*>(from);
  OverlayBits result{overlay.group, std::vector<std::uint8_t>((count + 7) / 8)};
  for (std::size_t i = 0; i < count; ++i)
    result.bits[i / 8] |= static_cast<std::uint8_t>((cells[i] >> overlay.bit & 1u) << (i % 8));
  return result;
}

OverlayBits overlayOf(const Cells& cells, std::size_t count, EmbeddedOverlay overlay) {
  if (cells.bits == 8) return overlayOf<std::uint8_t>(cells.data.data(), count, overlay);
  if (cells.bits == 16) return overlayOf<std::uint16_t>(cells.data.data(), count, overlay);
  return overlayOf<std::uint32_t>(cells.data.data(), count, overlay);
}

}  // namespace

Result<FramePtr> frameOf(Cells cells, const PixelFormat& format,
                         std::span<const EmbeddedOverlay> embeddedOverlays) {
  auto frame = std::make_shared<Frame>();
  const std::size_t count = std::size_t{cells.columns} * cells.rows * cells.samples;
  frame->columns = cells.columns;
  frame->rows = cells.rows;
  frame->samples = cells.samples;
  frame->photometric = cells.photometric;
  if (format.isFloat) {
    frame->bitsStored = format.bitsStored;
    frame->type = format.sampleType();
    frame->data = std::move(cells.data);
    return FramePtr(frame);
  }
  if (cells.precision > format.bitsAllocated)
    return {ErrorCode::CodecFailed, "the stream has " + std::to_string(cells.precision) +
                                        " bits a sample, the data set allocates " +
                                        std::to_string(format.bitsAllocated)};
  for (const EmbeddedOverlay overlay : embeddedOverlays)
    if (cells.samples == 1 && overlay.bit < (cells.precision ? cells.precision : cells.bits))
      frame->embeddedOverlays.push_back(overlayOf(cells, count, overlay));
  const Layout layout = layoutOf(cells, format);
  frame->bitsStored = static_cast<std::uint16_t>(std::max<int>(layout.bits, format.bitsStored));
  frame->type = integerType(frame->bitsStored, layout.isSigned);
  const std::size_t valueBytes = sampleBytes(frame->type);
  const bool isSame = valueBytes * 8 == cells.bits;
  if (!isSame || layout.bits != cells.bits) {
    std::vector<std::uint8_t> narrow(isSame ? 0 : count * valueBytes);
    std::uint8_t* to = isSame ? cells.data.data() : narrow.data();
    shiftFor(cells.bits, frame->type)(cells.data.data(), to, count, layout);
    if (!isSame) cells.data = std::move(narrow);
  }
  frame->data = std::move(cells.data);
  return FramePtr(frame);
}

Photometric expanded(Photometric photometric) {
  switch (photometric) {
    case Photometric::YbrFull422:
      return Photometric::YbrFull;
    case Photometric::YbrPartial420:
      return Photometric::YbrPartial422;
    case Photometric::YbrIct:
    case Photometric::YbrRct:
      return Photometric::Rgb;
    default:
      return photometric;
  }
}

std::string sizeText(std::uint64_t columns, std::uint64_t rows) {
  return std::to_string(columns) + " x " + std::to_string(rows);
}

Status checkSize(std::string_view codec, const PixelFormat& format, std::uint64_t columns, std::uint64_t rows,
                 std::uint64_t samples) {
  const auto differ = [codec](const std::string& stream, const std::string& dataSet) -> Error {
    return {ErrorCode::CodecFailed,
            std::string(codec) + ": the stream is " + stream + ", the data set says " + dataSet};
  };
  if (columns != format.columns || rows != format.rows)
    return differ(sizeText(columns, rows), sizeText(format.columns, format.rows));
  if (samples != format.samples)
    return differ(std::to_string(samples) + " samples a pixel", std::to_string(format.samples));
  return Done{};
}

}  // namespace core
