// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <optional>

#include "core/base/bytes.h"
#include "core/decode/frame.h"

namespace core {

/// What the markers before the first scan of a JPEG or JPEG-LS codestream say (ITU-T T.81 B.2, T.87 C).
struct JpegHeader {
  std::uint8_t startOfFrame =
      0;  ///< the marker's second byte: C0 baseline, C1 extended, C3 lossless, F7 JPEG-LS …
  std::uint16_t precision = 0;
  std::uint32_t rows = 0;
  std::uint32_t columns = 0;
  std::uint16_t components = 0;
  std::array<std::uint8_t, 4> componentIds{};
  bool hasJfif = false;
  std::optional<int> adobeTransform;  ///< of the APP14 marker: 0 none, 1 YCbCr

  /// Nothing when there is no frame header before the first scan.
  static std::optional<JpegHeader> read(ByteView codestream);
  /// What three components are: the stream decides, then the data set.
  Photometric photometric(Photometric ofDataSet) const;
};

/// The error when a codestream is not of the size and samples that the data set says.
std::optional<Error> sizeMismatch(const char* codec, std::uint32_t columns, std::uint32_t rows,
                                  std::uint32_t components, const PixelFormat& format);

}  // namespace core
