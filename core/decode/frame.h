// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "core/base/bytes.h"
#include "core/base/result.h"

namespace core {

class DataSet;

/// Photometric Interpretation (PS3.3 C.7.6.3.1.2).
enum class Photometric {
  Monochrome1,
  Monochrome2,
  PaletteColor,
  Rgb,
  YbrFull,
  YbrFull422,
  YbrPartial422,
  YbrPartial420,
  YbrIct,
  YbrRct,
  Other,  ///< retired or unknown: ARGB, CMYK, HSV, XYB …
};

/// The type of a decoded sample.
enum class SampleType { U8, S8, U16, S16, U32, S32, F32, F64 };

std::size_t sampleBytes(SampleType type);
/// The smallest integer type that holds so many bits (1..32).
SampleType integerType(std::uint16_t bits, bool isSigned);

/// The Image Pixel Module of a data set (PS3.3 C.7.6.3), checked: what its pixels are before and after
/// decoding.
struct PixelFormat {
  std::uint32_t rows = 0;           ///< 1..65535
  std::uint32_t columns = 0;        ///< 1..65535
  std::uint32_t frames = 1;         ///< as the data set says, 1..limits::framesPerObject
  std::uint16_t samples = 1;        ///< 1 or 3
  std::uint16_t bitsAllocated = 8;  ///< 1, 8, 16, 32; 64 with isFloat
  std::uint16_t bitsStored = 8;     ///< 1..bitsAllocated
  std::uint16_t highBit = 7;        ///< bitsStored − 1..bitsAllocated − 1
  bool isSigned = false;            ///< Pixel Representation; colour is always unsigned
  bool isFloat = false;             ///< Float or Double Float Pixel Data
  bool isPlanar = false;            ///< Planar Configuration 1
  Photometric photometric = Photometric::Monochrome2;

  /// The smallest type that holds a stored value.
  SampleType sampleType() const;
  std::uint64_t samplesPerFrame() const;
  /// Bytes of a decoded frame.
  std::uint64_t frameBytes() const;

  /// What one frame says of itself is forgiven only where the standard leaves one reading: Samples per Pixel
  /// absent is 1, Bits Stored absent is Bits Allocated, a High Bit that cannot be is Bits Stored − 1, Pixel
  /// Representation absent is unsigned. Errors: NoPixelData (no Rows or Columns), UnsupportedPixelFormat,
  /// TooLarge.
  static Result<PixelFormat> of(const DataSet& dataSet);
};

/// One bit a pixel, rows × columns, LSB first, packed without gaps between rows (PS3.3 C.9.2).
struct OverlayBits {
  std::uint16_t group = 0x6000;
  std::vector<std::uint8_t> bits;
};

/// A decoded frame: its stored values (shifted down from High Bit, masked to Bits Stored, sign-extended), row
/// by row, samples of a pixel side by side, in the machine's byte order. Immutable once made; shared by cache
/// and painter.
struct Frame {
  std::uint32_t columns = 0;
  std::uint32_t rows = 0;
  std::uint16_t samples = 1;
  std::uint16_t bitsStored = 8;  ///< more than the data set says where a lossy stream holds more
  SampleType type = SampleType::U8;
  /// Of these samples: Monochrome1, Monochrome2, PaletteColor, Rgb, YbrFull or YbrPartial422 (both YBR with
  /// all three samples at every pixel; 422 is expanded, what a codec transformed is Rgb).
  Photometric photometric = Photometric::Monochrome2;
  std::vector<std::uint8_t> data;
  std::vector<OverlayBits>
      embeddedOverlays;  ///< of overlays that live in the unused bits of the cells (retired)

  template <class T>
  std::span<const T> samplesAs() const {
    return {reinterpret_cast<const T*>(data.data()), data.size() / sizeof(T)};
  }
};

using FramePtr = std::shared_ptr<const Frame>;

}  // namespace core
