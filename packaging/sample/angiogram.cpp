// SPDX-License-Identifier: MIT
#include "packaging/sample/angiogram.h"

#include <algorithm>
#include <numbers>

#include "packaging/sample/shapes.h"

namespace sample {
namespace {

using Thickness = std::vector<float>;  // of what weakens the beam, in units of its own

constexpr Point heart = {268, 300, 0};

// How far the heart has contracted: 0 at rest, 1 at the end of the beat; the same again after the last frame.
double contraction(int frame) {
  const double phase = double(frame) / xa::frames;
  return std::pow(std::sin(std::numbers::pi * phase), 2) *
         (1 - 0.25 * std::cos(2 * std::numbers::pi * phase));
}

// Where the beat carries a point of the heart.
Point moved(Point p, double beat) {
  const Point arm = p - heart;
  const double turn = 0.10 * beat;
  const Point turned = {arm.x * std::cos(turn) - arm.y * std::sin(turn),
                        arm.x * std::sin(turn) + arm.y * std::cos(turn), 0};
  return heart + turned * (1 - 0.13 * beat);
}

Point flat(Point p) { return {p.x, p.y, 0}; }

std::vector<Rod> coronaries() {
  Dice dice(39);
  std::vector<Rod> rods;
  const Rod trunks[] = {
      {{214, 178, 0}, {252, 188, 0}, 7.5, 6.5},  // the stem, then its two branches and what springs from them
      {{252, 188, 0}, {300, 214, 0}, 5.5, 5},   {{300, 214, 0}, {336, 268, 0}, 5, 4.4},
      {{336, 268, 0}, {352, 330, 0}, 4.4, 3.6}, {{352, 330, 0}, {346, 396, 0}, 3.6, 2.2},
      {{252, 188, 0}, {236, 236, 0}, 5.2, 4.6}, {{236, 236, 0}, {222, 300, 0}, 4.6, 3.6},
      {{222, 300, 0}, {238, 372, 0}, 3.6, 2.2},
  };
  rods.insert(rods.end(), std::begin(trunks), std::end(trunks));
  const Rod springs[] = {
      {{300, 214, 0}, {352, 224, 0}, 3.6, 3}, {{336, 268, 0}, {300, 300, 0}, 3.2, 2.6},
      {{352, 330, 0}, {390, 352, 0}, 3, 2.4}, {{236, 236, 0}, {192, 262, 0}, 3.4, 2.8},
      {{222, 300, 0}, {262, 330, 0}, 3, 2.4}, {{222, 300, 0}, {186, 340, 0}, 3, 2.4},
  };
  for (const Rod& spring : springs)
    for (const Rod& rod : vesselTree(spring, 4, 0.6, dice))
      rods.push_back({flat(rod.from), flat(rod.to), rod.radius, rod.endRadius});
  return rods;
}

const Rod catheter[] = {{{168, -10, 0}, {160, 90, 0}, 3, 3}, {{160, 90, 0}, {176, 150, 0}, 3, 3}};

// Adds a rod of contrast medium: the beam's way through a round vessel.
void addRod(Thickness& image, const Rod& rod, double density) {
  const double reach = std::max(rod.radius, rod.endRadius);
  const auto low = [&](double a, double b) { return std::max(0, int(std::min(a, b) - reach)); };
  const auto high = [&](double a, double b) {
    return std::min(xa::size - 1, int(std::max(a, b) + reach) + 1);
  };
  for (int y = low(rod.from.y, rod.to.y); y <= high(rod.from.y, rod.to.y); ++y) {
    for (int x = low(rod.from.x, rod.to.x); x <= high(rod.from.x, rod.to.x); ++x) {
      const double depth = depthIn(rod, {double(x), double(y), 0});
      if (depth <= 0) continue;
      float& cell = image[std::size_t(y) * xa::size + std::size_t(x)];
      // Where two rods of a vessel meet the blood is there once, not twice.
      cell = std::max(cell, float(density * reach * std::sqrt(1 - (1 - depth) * (1 - depth))));
    }
  }
}

double softEdge(double radius) { return 1 / (1 + std::exp((radius - 1) * 9)); }

// The chest behind the vessels: heart, spine, diaphragm and ribs as soft shadows.
double shadow(double x, double y, double beat) {
  const double shrink = 1 - 0.09 * beat;
  const double inHeart = std::hypot((x - heart.x) / (158 * shrink), (y - heart.y) / (172 * shrink));
  const double inSpine = std::abs(x - 150) / 46;
  const double belowDome = (y - (462 - 5 * beat - std::pow((x - 300) / 34, 2))) / 14;
  const double rib = std::pow(std::abs(std::cos((y + 0.28 * x + 0.0004 * x * x) * 0.052)), 14);
  return 0.34 * softEdge(inHeart) + 0.22 * softEdge(inSpine) + 0.45 / (1 + std::exp(-belowDome)) + 0.07 * rib;
}

}  // namespace

std::vector<std::uint8_t> angiogramFrame(int frame) {
  static const std::vector<Rod> vessels = coronaries();
  const double beat = contraction(frame);
  Thickness contrast(std::size_t(xa::size) * xa::size);
  for (const Rod& rod : vessels)
    addRod(contrast, {moved(rod.from, beat), moved(rod.to, beat), rod.radius, rod.endRadius}, 0.13);
  for (const Rod& rod : catheter) addRod(contrast, rod, 0.12);
  addRod(contrast, {catheter[1].to, moved(vessels.front().from, beat), 3, 3}, 0.12);

  Dice dice(500 + std::uint64_t(frame));
  std::vector<std::uint8_t> pixels(contrast.size());
  std::size_t i = 0;
  for (int y = 0; y < xa::size; ++y) {
    for (int x = 0; x < xa::size; ++x, ++i) {
      const double light = 216 * std::exp(-shadow(x, y, beat) - double(contrast[i]));
      pixels[i] = std::uint8_t(std::clamp(std::lround(light + 2.2 * dice.normal()), 0L, 255L));
    }
  }
  return pixels;
}

}  // namespace sample
