// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <cmath>

#include "core/window/display.h"

namespace core {

/// The straight part of LINEAR and LINEAR_EXACT, in Modality LUT output: x ≤ low is black, x > high is white,
/// between them the display value rises evenly. low == high is a threshold.
struct Ramp {
  double low = 0;
  double high = 0;
};

/// The ramp of a window that is not SIGMOID.
Ramp rampOf(const VoiWindow& window);

/// The window that draws like a ramp: LINEAR where the ends are whole numbers, else LINEAR_EXACT.
VoiWindow windowOf(const Ramp& ramp);

/// floor(y + 0.5), clamped to 0…255. An exact half that binary fractions miss by their last digits still
/// rounds up, so that the order of the arithmetic does not show.
inline std::uint8_t toGrey(double y) {
  constexpr double half = 0.5 + 1e-9;
  return static_cast<std::uint8_t>(std::clamp(std::floor(y + half), 0.0, 255.0));
}

}  // namespace core
