// SPDX-License-Identifier: MIT
#pragma once

#include "tests/bench/row.h"

namespace bench {

/// window-512: stored 16-bit values of 512² to an 8-bit picture, against an existing DicomImage.
std::vector<Row> window512();
/// window-drag-20mp-p99: a window step on 4,096 × 5,120 shown whole on 1,920 × 1,080.
std::vector<Row> windowDrag();
/// scroll-p99: the first repaint of the next cached slice of 512² on 1,920 × 1,080, bilinear.
std::vector<Row> scroll();

}  // namespace bench
