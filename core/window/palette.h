// SPDX-License-Identifier: MIT
#pragma once

#include "core/parse/dataset.h"
#include "core/window/display.h"

namespace core {

/// The Palette Color Lookup Tables of a data set (PS3.3 C.7.9, C.7.6.3.1.5–6), plain or segmented. isSigned
/// says how the first input is read. Nothing when a table is missing or too short.
std::optional<Palette> readPalette(const DataSet& dataSet, bool isSigned);

/// Unrolls the segments of a segmented table (PS3.3 C.7.9.2): discrete, linear and indirect. Nothing when
/// they are broken or come to more than 65,536 entries.
std::optional<std::vector<std::uint16_t>> unrollSegments(const std::vector<std::uint16_t>& segments);

}  // namespace core
