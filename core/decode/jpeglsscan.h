// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/bytes.h"

namespace core {

/// The parameters of a JPEG-LS scan (ISO/IEC 14495-1 annex C), checked.
struct JpegLsScan {
  enum class Interleave { None, Line, Sample };

  std::uint32_t columns = 0;
  std::uint32_t rows = 0;
  std::size_t components = 1;  ///< of this scan
  Interleave interleave = Interleave::None;
  int maximum = 255;  ///< MAXVAL
  int near = 0;       ///< the greatest error of a sample
  int thresholds[3] = {3, 7, 21};
  int reset = 64;
};

/// Decodes the scan's entropy-coded data (14495-1 annex A): sample x of row y of component c goes to
/// planes[c][y × columns + x] … as 16 bits. False when the data ends too early or cannot be; what has been
/// written then is of no use.
bool decodeJpegLsScan(const JpegLsScan& scan, ByteView data, std::span<std::uint16_t* const> planes);

}  // namespace core
