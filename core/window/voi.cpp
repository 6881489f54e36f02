// SPDX-License-Identifier: MIT
#include "core/window/display.h"
#include "core/window/ramp.h"

namespace core {

namespace {

double sigmoid(double x, const VoiWindow& window) {
  return 255 / (1 + std::exp(-4 * (x - window.center) / window.width));
}

}  // namespace

Ramp rampOf(const VoiWindow& window) {
  // LINEAR is defined from a width of 1 on; below that only LINEAR_EXACT has a meaning (PS3.3 C.11.2.1.2.1).
  const bool isExact = window.function == VoiFunction::LinearExact || window.width < 1;
  const double center = isExact ? window.center : window.center - 0.5;
  const double half = (isExact ? window.width : window.width - 1) / 2;
  return {center - half, center + half};
}

VoiWindow windowOf(const Ramp& ramp) {
  const bool isWhole = ramp.low == std::floor(ramp.low) && ramp.high == std::floor(ramp.high);
  if (isWhole || ramp.low >= ramp.high)
    return {(ramp.low + ramp.high + 1) / 2, ramp.high - ramp.low + 1, VoiFunction::Linear, {}};
  return {(ramp.low + ramp.high) / 2, ramp.high - ramp.low, VoiFunction::LinearExact, {}};
}

double VoiWindow::apply(double x) const {
  if (function == VoiFunction::Sigmoid) return sigmoid(x, *this);
  const Ramp ramp = rampOf(*this);
  if (x <= ramp.low) return 0;
  if (x > ramp.high) return 255;
  return ((x - ramp.low) / (ramp.high - ramp.low)) * 255;
}

std::uint16_t LookupTable::at(double x) const {
  const double index = std::floor(x + 0.5) - static_cast<double>(first);
  const double last = static_cast<double>(entries.size()) - 1;
  return entries[static_cast<std::size_t>(std::clamp(index, 0.0, last))];
}

std::uint32_t LookupTable::white() const {
  const std::uint32_t declared = (std::uint32_t{1} << std::clamp<int>(bits, 1, 16)) - 1;
  const std::uint32_t greatest = entries.empty() ? 0 : *std::max_element(entries.begin(), entries.end());
  if (greatest == 0) return declared;
  return greatest > declared || greatest <= declared / 4 ? greatest : declared;
}

}  // namespace core
