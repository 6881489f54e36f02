// SPDX-License-Identifier: MIT
#pragma once

#include "tests/bench/row.h"

namespace bench {

// What the viewer's own window costs, off-screen: the real widgets, their event loop and what they paint.

/// first-image-1000 and first-image-growth: from the call of open() to the painted first image; the scan goes
/// on behind it. The window is there already.
std::vector<Row> firstImage();
/// scroll-p99: the next cached slice of 512² in a viewport of 1,920 × 1,080, from the call to the painted
/// texts.
std::vector<Row> scroll();
/// window-drag-20mp-p99: a window step on 4,096 × 5,120 in a viewport of 1,920 × 1,080.
std::vector<Row> windowDrag();
/// cine-dropped: frames that were not seen in 10 s of 96 × 512² JPEG at 60 a second.
std::vector<Row> cine();
/// memory-over-budget: the peak of the process while 1,000 slices are looked at one after the other, less the
/// cache's budget.
std::vector<Row> memoryOverBudget();

}  // namespace bench
