// SPDX-License-Identifier: MIT
#include "core/window/color.h"

#include "core/window/sampletypes.h"

namespace core {

namespace {

/// One line of a YBR to RGB conversion, in units of 1/65,536.
struct YbrMatrix {
  int yScale, yOffset, redCr, greenCb, greenCr, blueCb;
};

constexpr int fixed(double x) { return static_cast<int>(x * 65536 + (x < 0 ? -0.5 : 0.5)); }

// PS3.3 C.7.6.3.1.2; the partial ranges are those of ITU-R BT.601: Y 16…235, Cb and Cr 16…240.
constexpr YbrMatrix fullMatrix{fixed(1), 0, fixed(1.402), fixed(-0.344136), fixed(-0.714136), fixed(1.772)};
constexpr YbrMatrix partialMatrix{fixed(255.0 / 219),           16,
                                  fixed(1.402 * 255 / 224),     fixed(-0.344136 * 255 / 224),
                                  fixed(-0.714136 * 255 / 224), fixed(1.772 * 255 / 224)};

int clampedByte(int value) { return std::clamp((value + 32768) >> 16, 0, 255); }

QRgb rgbOf(const YbrMatrix& matrix, int luma, int cb, int cr) {
  const int y = (luma - matrix.yOffset) * matrix.yScale;
  return qRgb(clampedByte(y + matrix.redCr * (cr - 128)),
              clampedByte(y + matrix.greenCb * (cb - 128) + matrix.greenCr * (cr - 128)),
              clampedByte(y + matrix.blueCb * (cb - 128)));
}

/// The 8-bit value of a sample of bits stored.
template <class T>
int highByte(T sample, int bits) {
  const auto value = static_cast<std::uint64_t>(static_cast<std::make_unsigned_t<T>>(sample));
  if (bits == 8) return static_cast<int>(value & 0xff);
  if (bits > 8) return static_cast<int>(value >> (bits - 8) & 0xff);
  const std::uint64_t greatest = (std::uint64_t{1} << bits) - 1;
  return static_cast<int>((std::min(value, greatest) * 255 + greatest / 2) / greatest);
}

/// The matrix of a photometric interpretation, or null for RGB.
const YbrMatrix* matrixOf(Photometric photometric) {
  switch (photometric) {
    case Photometric::YbrFull:
    case Photometric::YbrFull422:
    case Photometric::YbrIct:
      return &fullMatrix;
    case Photometric::YbrPartial422:
    case Photometric::YbrPartial420:
      return &partialMatrix;
    default:
      return nullptr;
  }
}

template <class T>
void colorRow(const T* samples, std::uint32_t columns, int bits, const YbrMatrix* matrix, QRgb* rgb) {
  for (std::uint32_t x = 0; x < columns; ++x, samples += 3) {
    const int a = highByte(samples[0], bits);
    const int b = highByte(samples[1], bits);
    const int c = highByte(samples[2], bits);
    rgb[x] = matrix ? rgbOf(*matrix, a, b, c) : qRgb(a, b, c);
  }
}

template <class T>
void paletteRow(const T* indexes, std::uint32_t columns, const Palette& palette, QRgb* rgb) {
  const auto last = static_cast<std::int64_t>(palette.entries.size()) - 1;
  for (std::uint32_t x = 0; x < columns; ++x) {
    const std::int64_t index = static_cast<std::int64_t>(indexes[x]) - palette.first;
    const auto& entry = palette.entries[static_cast<std::size_t>(std::clamp<std::int64_t>(index, 0, last))];
    rgb[x] = qRgb(entry[0], entry[1], entry[2]);
  }
}

bool isSupported(const Frame& frame, const FrameDisplay& display) {
  if (frame.type == SampleType::F32 || frame.type == SampleType::F64) return false;
  if (frame.samples == 1) return display.palette && !display.palette->entries.empty();
  return frame.samples == 3 && (frame.photometric == Photometric::Rgb || matrixOf(frame.photometric));
}

}  // namespace

bool isColor(const Frame& frame, const FrameDisplay& display) {
  return frame.samples != 1 || frame.photometric == Photometric::PaletteColor || display.palette;
}

Result<ColorMap> ColorMap::of(const Frame& frame, const FrameDisplay& display) {
  if (isSupported(frame, display)) return ColorMap(frame, display);
  return {ErrorCode::UnsupportedPixelFormat, frame.samples == 1
                                                 ? "PALETTE COLOR without a usable palette"
                                                 : "a photometric interpretation without an agreed picture"};
}

void ColorMap::row(std::uint32_t row, QRgb* rgb) const {
  const std::size_t first = std::size_t{row} * m_frame.columns * m_frame.samples;
  withSampleType(m_frame.type, [&](auto zero) {
    using T = decltype(zero);
    if constexpr (std::is_integral_v<T>) {
      const T* samples = m_frame.samplesAs<T>().data() + first;
      if (m_frame.samples == 1)
        paletteRow(samples, m_frame.columns, *m_display.palette, rgb);
      else
        colorRow(samples, m_frame.columns, m_frame.bitsStored, matrixOf(m_frame.photometric), rgb);
    }
  });
}

}  // namespace core
