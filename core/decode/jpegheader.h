// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/bytes.h"
#include "core/base/result.h"

namespace core {

/// What a JPEG stream says of itself up to its first scan (ISO/IEC 10918-1 annex B, 14495-1 annex C).
struct JpegHeader {
  std::uint8_t sof = 0;  ///< the marker 0xC0..0xCF, or 0xF7 for JPEG-LS
  std::uint8_t precision = 8;
  std::uint16_t rows = 0;
  std::uint16_t columns = 0;
  std::uint8_t components = 0;
  std::array<std::uint8_t, 4> ids{};
  bool isSubsampled = false;          ///< a component has fewer samples than another
  std::optional<int> adobeTransform;  ///< of an APP14 "Adobe" marker: 0 none, 1 YCbCr, 2 YCCK
  bool hasJfif = false;
  std::uint8_t componentsOfFirstScan = 0;
  std::size_t scanParameters = 0;  ///< where Ss, Se and Ah/Al of the first scan stand in the stream

  bool isLossless() const { return sof == 0xC3; }
  bool isProgressive() const { return sof == 0xC2 || sof == 0xCA; }

  /// Errors: CodecFailed when there is no frame header before the data.
  static Result<JpegHeader> of(ByteView stream);
};

}  // namespace core
