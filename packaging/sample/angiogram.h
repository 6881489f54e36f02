// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

namespace sample {

/// The grid of the XA-like cine: one heartbeat that loops without a seam.
namespace xa {
inline constexpr int size = 512;                ///< rows and columns
inline constexpr int frames = 30;               ///< one beat
inline constexpr const char* frameTime = "40";  ///< ms: 25 frames a second
inline constexpr const char* detectorSpacing = "0.3";
}  // namespace xa

/// One frame, 8 bits a pixel, row by row: coronary-like vessels under contrast over a beating heart.
std::vector<std::uint8_t> angiogramFrame(int frame);

}  // namespace sample
