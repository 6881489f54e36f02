// SPDX-License-Identifier: MIT
#include "core/decode/cells.h"

namespace core {

namespace {

template <class T>
T swapped(T value) {
  if constexpr (sizeof(T) == 2) return static_cast<T>(__builtin_bswap16(value));
  if constexpr (sizeof(T) == 4) return static_cast<T>(__builtin_bswap32(value));
  if constexpr (sizeof(T) == 8) return static_cast<T>(__builtin_bswap64(value));
  return value;
}

/// Copies cells into machine order.
template <class Cell>
std::vector<Cell> loadCells(ByteView bytes, std::size_t count, ByteOrder order) {
  std::vector<Cell> cells(count);
  std::memcpy(cells.data(), bytes.data(), count * sizeof(Cell));
  if (order == ByteOrder::Big && sizeof(Cell) > 1)
    for (Cell& cell : cells) cell = swapped(cell);
  return cells;
}

/// Stored values of cells: PS3.3 C.7.6.3.1.1 and PS3.5 8.1.1.
template <class Value, class Cell>
void extract(std::span<const Cell> cells, std::uint8_t* out, int shift, int bits) {
  using Wide = std::conditional_t<(sizeof(Cell) > 4), std::uint64_t, std::uint32_t>;
  const Wide mask = bits >= static_cast<int>(sizeof(Wide) * 8) ? ~Wide{0} : (Wide{1} << bits) - 1;
  auto* values = reinterpret_cast<Value*>(out);
  const std::size_t count = cells.size();
  if constexpr (std::is_signed_v<Value>) {
    using Signed = std::make_signed_t<Wide>;
    const int up = static_cast<int>(sizeof(Wide) * 8) - bits;
    for (std::size_t i = 0; i < count; ++i)
      values[i] = static_cast<Value>(static_cast<Signed>((static_cast<Wide>(cells[i]) >> shift) << up) >> up);
  } else {
    for (std::size_t i = 0; i < count; ++i)
      values[i] = static_cast<Value>((static_cast<Wide>(cells[i]) >> shift) & mask);
  }
}

template <class Cell>
void extractAs(SampleType type, std::span<const Cell> cells, std::vector<std::uint8_t>& data, int shift,
               int bits) {
  data.resize(cells.size() * sampleBytes(type));
  switch (type) {
    case SampleType::U8:
      return extract<std::uint8_t>(cells, data.data(), shift, bits);
    case SampleType::S8:
      return extract<std::int8_t>(cells, data.data(), shift, bits);
    case SampleType::U16:
      return extract<std::uint16_t>(cells, data.data(), shift, bits);
    case SampleType::S16:
      return extract<std::int16_t>(cells, data.data(), shift, bits);
    case SampleType::U32:
      return extract<std::uint32_t>(cells, data.data(), shift, bits);
    case SampleType::S32:
      return extract<std::int32_t>(cells, data.data(), shift, bits);
    default:
      break;
  }
  std::memcpy(data.data(), cells.data(), data.size());  // float and double: the cell is the value
}

template <class Cell>
std::vector<Cell> interleaved(const std::vector<Cell>& planes, std::size_t samples) {
  const std::size_t pixels = planes.size() / samples;
  std::vector<Cell> out(planes.size());
  for (std::size_t s = 0; s < samples; ++s)
    for (std::size_t i = 0; i < pixels; ++i) out[i * samples + s] = planes[s * pixels + i];
  return out;
}

template <class Cell>
OverlayBits overlayPlane(const std::vector<Cell>& cells, std::uint16_t group, int position) {
  OverlayBits overlay{group, std::vector<std::uint8_t>((cells.size() + 7) / 8)};
  for (std::size_t i = 0; i < cells.size(); ++i)
    overlay.bits[i / 8] =
        static_cast<std::uint8_t>(overlay.bits[i / 8] | ((cells[i] >> position & 1) << (i % 8)));
  return overlay;
}

std::shared_ptr<Frame> emptyFrame(const PixelFormat& format) {
  auto frame = std::make_shared<Frame>();
  frame->columns = format.columns;
  frame->rows = format.rows;
  frame->samples = format.samples;
  frame->bitsStored = format.bitsStored;
  frame->type = format.sampleType();
  frame->photometric = format.photometric;
  return frame;
}

template <class Cell>
FramePtr nativeOf(ByteView bytes, const PixelFormat& format, const NativeLayout& layout) {
  auto frame = emptyFrame(format);
  std::vector<Cell> cells =
      loadCells<Cell>(bytes, std::size_t{format.rows} * format.columns * format.samples, layout.order);
  if (format.isPlanar) cells = interleaved(cells, format.samples);
  for (const auto& [group, position] : layout.embeddedOverlays)
    if (position < static_cast<int>(sizeof(Cell) * 8))
      frame->embeddedOverlays.push_back(overlayPlane(cells, group, position));
  extractAs<Cell>(frame->type, cells, frame->data, format.highBit + 1 - format.bitsStored, format.bitsStored);
  return frame;
}

FramePtr bitsOf(ByteView bytes, const PixelFormat& format, int firstBit) {
  auto frame = emptyFrame(format);
  const std::size_t count = std::size_t{format.rows} * format.columns * format.samples;
  frame->data.resize(count);
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t bit = i + static_cast<std::size_t>(firstBit);
    frame->data[i] = bytes[bit / 8] >> (bit % 8) & 1;
  }
  return frame;
}

bool isSubsampled(Photometric photometric) {
  return photometric == Photometric::YbrFull422 || photometric == Photometric::YbrPartial422;
}

/// Y Y Cb Cr becomes Y Cb Cr, Y Cb Cr (PS3.3 C.7.6.3.1.2): chroma repeated.
FramePtr expanded422(ByteView bytes, const PixelFormat& format) {
  auto frame = emptyFrame(format);
  frame->photometric =
      format.photometric == Photometric::YbrFull422 ? Photometric::YbrFull : Photometric::YbrPartial422;
  const std::size_t pixels = std::size_t{format.rows} * format.columns;
  frame->data.resize(pixels * 3);
  for (std::size_t i = 0; i < pixels; ++i) {
    const std::uint8_t* pair = bytes.data() + i / 2 * 4;
    frame->data[i * 3] = pair[i % 2];
    frame->data[i * 3 + 1] = pair[2];
    frame->data[i * 3 + 2] = pair[3];
  }
  return frame;
}

}  // namespace

std::uint64_t nativeFrameBytes(const PixelFormat& format) {
  const std::uint64_t samples = std::uint64_t{format.rows} * format.columns * format.samples;
  if (format.bitsAllocated == 1) return (samples + 7) / 8;
  if (isSubsampled(format.photometric) && format.bitsAllocated == 8)
    return std::uint64_t{format.rows} * format.columns * 2;
  return samples * (format.bitsAllocated / 8);
}

Result<FramePtr> frameFromNative(ByteView bytes, const PixelFormat& format, const NativeLayout& layout,
                                 int firstBit) {
  if (format.bitsAllocated == 1) return bitsOf(bytes, format, firstBit);
  if (format.photometric == Photometric::YbrPartial420)
    return {ErrorCode::UnsupportedPixelFormat, "uncompressed YBR_PARTIAL_420"};
  std::vector<std::uint8_t> unswapped;
  if (layout.swapsBytePairs && format.bitsAllocated == 8) {
    unswapped.assign(bytes.begin(), bytes.end());
    for (std::size_t i = 0; i + 1 < unswapped.size(); i += 2) std::swap(unswapped[i], unswapped[i + 1]);
    bytes = unswapped;
  }
  if (isSubsampled(format.photometric)) {
    if (format.bitsAllocated != 8 || format.columns % 2 != 0)
      return {ErrorCode::UnsupportedPixelFormat, "subsampled chroma with odd columns or more than 8 bits"};
    return expanded422(bytes, format);
  }
  switch (format.bitsAllocated) {
    case 8:
      return nativeOf<std::uint8_t>(bytes, format, layout);
    case 16:
      return nativeOf<std::uint16_t>(bytes, format, layout);
    case 32:
      return nativeOf<std::uint32_t>(bytes, format, layout);
    default:
      return nativeOf<std::uint64_t>(bytes, format, layout);
  }
}

Result<FramePtr> frameFromCells(Cells cells, const PixelFormat& format) {
  auto frame = emptyFrame(format);
  frame->columns = cells.columns;
  frame->rows = cells.rows;
  frame->photometric = cells.photometric;
  const std::size_t count = std::size_t{cells.columns} * cells.rows * format.samples;
  if (cells.bytes.size() < count * cells.bytesPerSample)
    return {ErrorCode::CodecFailed, "fewer samples than pixels"};
  // A codec that carries just the stored bits has no unused ones below them.
  const int unused = cells.precision > format.bitsStored ? format.highBit + 1 - format.bitsStored : 0;
  const auto* bytes = cells.bytes.data();
  switch (cells.bytesPerSample) {
    case 1:
      extractAs<std::uint8_t>(frame->type, {bytes, count}, frame->data, unused, format.bitsStored);
      break;
    case 2:
      extractAs<std::uint16_t>(frame->type, {reinterpret_cast<const std::uint16_t*>(bytes), count},
                               frame->data, unused, format.bitsStored);
      break;
    default:
      extractAs<std::uint32_t>(frame->type, {reinterpret_cast<const std::uint32_t*>(bytes), count},
                               frame->data, unused, format.bitsStored);
  }
  return FramePtr(frame);
}

}  // namespace core
