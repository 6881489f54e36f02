// SPDX-License-Identifier: MIT
#pragma once

#include "core/parse/dataset.h"
#include "core/window/display.h"

namespace core {

/// The overlay planes of frame index (from 0) that have data of their own (PS3.3 C.9.2, C.9.3); embedded ones
/// are in Frame::embeddedOverlays. A broken plane is left out and named in warnings.
std::vector<Overlay> readOverlays(const DataSet& dataSet, std::uint32_t index,
                                  std::vector<std::string>& warnings);

}  // namespace core
