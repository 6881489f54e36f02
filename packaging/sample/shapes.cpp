// SPDX-License-Identifier: MIT
#include "packaging/sample/shapes.h"

#include <algorithm>

namespace sample {

double depthIn(const Rod& rod, Point p) {
  const Point axis = rod.to - rod.from;
  const double along = std::clamp(dot(p - rod.from, axis) / std::max(dot(axis, axis), 1e-9), 0.0, 1.0);
  const double radius = rod.radius + (rod.endRadius - rod.radius) * along;
  return 1 - length(p - rod.from - axis * along) / radius;
}

// SplitMix64.
std::uint64_t Dice::next() {
  m_state += 0x9E3779B97F4A7C15U;
  std::uint64_t z = m_state;
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9U;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBU;
  return z ^ (z >> 31);
}

double Dice::between(double low, double high) {
  return low + (high - low) * double(next() >> 11) / double(std::uint64_t{1} << 53);
}

// The sum of four evenly distributed 16-bit numbers.
double Dice::normal() {
  const std::uint64_t bits = next();
  double sum = 0;
  for (int shift = 0; shift < 64; shift += 16) sum += double((bits >> shift) & 0xFFFF);
  return (sum / 65536 - 2) / 0.5773502692;
}

std::vector<Rod> vesselTree(const Rod& trunk, int generations, double spread, Dice& dice) {
  std::vector<Rod> rods = {trunk};
  std::size_t begin = 0;
  for (int generation = 1; generation < generations; ++generation) {
    const std::size_t end = rods.size();
    for (std::size_t i = begin; i < end; ++i) {
      const Rod parent = rods[i];
      const Point axis = parent.to - parent.from;
      for (int branch = 0; branch < 2; ++branch) {
        const double bend = spread * length(axis);
        const Point turn = {dice.between(-bend, bend), dice.between(-bend, bend), dice.between(-bend, bend)};
        const Point step = (axis + turn) * dice.between(0.7, 0.95);
        rods.push_back({parent.to, parent.to + step, parent.endRadius, parent.endRadius * 0.72});
      }
    }
    begin = end;
  }
  return rods;
}

}  // namespace sample
