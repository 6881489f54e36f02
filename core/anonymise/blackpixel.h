// SPDX-License-Identifier: MIT
#pragma once

#include "core/anonymise/cellpainter.h"
#include "core/parse/dataset.h"

namespace core::anonymise {

/// The stored values of black in a frame: 0; where pixels are signed the lowest value of the frame, of
/// MONOCHROME1 the highest, so that no automatic window is upset; the darkest entry of a palette; of YCbCr no
/// luma and no colour.
BlackPixel blackOf(const Frame& frame, const DataSet& dataSet);

}  // namespace core::anonymise
