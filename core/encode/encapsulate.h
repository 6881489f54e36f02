// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "core/write/editset.h"

namespace core {

/// Puts compressed frames into the data set as Pixel Data, a fragment a frame, with a Basic Offset Table
/// (PS3.5 A.4); past 4 GiB, where its offsets end, with an Extended Offset Table (PS3.3 C.7.6.3.1.8).
void setCompressedFrames(EditSet& set, std::vector<std::vector<std::uint8_t>> frames);

}  // namespace core
