// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

#include "core/decode/frame.h"

namespace core::anonymise {

/// Whether cells have bits that are not part of the stored value: overlays may live there (retired, PS3.5
/// 8.1.2), or anything.
bool hasUnusedBits(const PixelFormat& format);

/// Gives the bits outside the stored values of native cells, little endian, no information of their own: the
/// sign where values are signed and the bits lie above them, else 0.
void clearUnusedBits(const PixelFormat& format, std::vector<std::uint8_t>& bytes);

}  // namespace core::anonymise
