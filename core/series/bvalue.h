// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "core/parse/dataset.h"

namespace core {

/// The diffusion weighting of the first frame, s/mm²: Diffusion b-value (0018,9087), else what GE (0043,xx39),
/// Siemens (0019,xx0C) and Philips (2001,xx03) write in their private blocks.
std::optional<double> bValueOf(const DataSet& dataSet);

}  // namespace core
