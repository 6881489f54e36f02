// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/anonymise/cellpainter.h"
#include "core/anonymise/options.h"
#include "core/base/result.h"
#include "core/decode/framereader.h"
#include "core/write/editset.h"

namespace core::anonymise {

struct Recoded {
  std::string transferSyntax;
  std::uint64_t bytes = 0;  ///< of the pixel data
};

/// Puts pixels into the copy of the file's data set anew: decoded, black under the rectangles,
/// nothing in unused bits, and compressed again without loss where there is an encoder for that: RLE as RLE,
/// JPEG-LS and JPEG 2000 of either kind as the lossless one; all others native, Explicit VR Little Endian.
/// Every other stored value is the decoded one: nothing is lost twice, and a lossy image stays marked as
/// such, with method and ratio (PS3.3 C.7.6.1.1.5). Errors: those of decoding, TooLarge.
Result<Recoded> recode(EditSet& set, const FrameReader& reader, const std::vector<Rectangle>& rectangles);

/// Whether recode() leaves pixels of a syntax uncompressed; some are for what their format is, which is not
/// asked.
bool losesCompression(std::string_view transferSyntax);

/// Paints every rectangle black in one frame of the cells.
void blacken(CellPainter& painter, std::uint32_t index, const Frame& frame, const DataSet& dataSet,
             const std::vector<Rectangle>& rectangles);

}  // namespace core::anonymise
