// SPDX-License-Identifier: MIT
#pragma once

#include "core/parse/dataset.h"
#include "core/window/display.h"

namespace core {

/// The Display Shutter Module (PS3.3 C.7.6.11). A shape that is broken or degenerate is left out and named in
/// warnings.
Shutters readShutters(const DataSet& dataSet, std::vector<std::string>& warnings);

/// The part of an image row (from 1) that the shutters leave visible, as pairs of columns from 0: first and
/// behind the last; ascending, none overlapping.
std::vector<std::pair<int, int>> visibleSpans(const Shutters& shutters, int row, int columns);

}  // namespace core
