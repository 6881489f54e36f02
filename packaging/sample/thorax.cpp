// SPDX-License-Identifier: MIT
#include "packaging/sample/thorax.h"

#include <algorithm>
#include <numbers>
#include <optional>

namespace sample {
namespace {

// Attenuation in Hounsfield units, with contrast medium in the blood.
namespace hu {
constexpr int air = -1000, lung = -860, airway = -980, fat = -105, water = 8, muscle = 55, disc = 85;
constexpr int liver = 108, spleen = 120, myocardium = 98, artery = 320, vein = 190, cortex = 190,
              medulla = 115;
constexpr int cartilage = 110, spongiosa = 210, compacta = 720, nodule = 40, couch = -700, couchShell = -120;
}  // namespace hu

struct Organ {
  Ellipsoid shape;
  int hu;
};
struct Pipe {
  Rod rod;
  int hu;
};

double square(double x) { return x * x; }

// The radius of p in an upright cylinder of elliptic section: 1 on its wall.
double inSection(Point p, double a, double b, double backward) {
  return std::sqrt(square(p.x / a) + square((p.y - backward) / b));
}
double inBody(Point p) { return inSection(p, 166 - 0.0004 * square(p.z), 114 - 0.0003 * square(p.z), 0); }
double inCage(Point p) {
  const double taper = p.z > 40 ? 1 - 0.18 * square((p.z - 40) / 110) : 1;
  return inSection(p, 130 * taper, 88 * taper, -4);
}

int outside(Point p) {
  const double depth = p.y - (120 - 0.0012 * square(p.x));  // below the top of the couch
  if (std::abs(p.x) > 185 || depth < 0 || depth > 22) return hu::air;
  return depth < 2 || depth > 20 ? hu::couchShell : hu::couch;
}

// Ten ribs a side, falling from the spine to the front, where they become cartilage.
std::optional<int> rib(Point p, double cage) {
  if (cage < 0.99 || cage > 1.12) return std::nullopt;
  const double fromBack = std::atan2(std::abs(p.x), p.y + 4);  // 0 behind, pi in front
  const double outwards = (cage - 1.055) * std::hypot(p.x, p.y + 4) / cage;
  const double height = p.z + 58 * (1 - std::cos(fromBack)) / 2;
  const double along = height - 28 * std::round(height / 28);
  const double distance = std::hypot(outwards / 4.5, along / 7.5);
  if (distance > 1 || fromBack < 0.2 || std::abs(height) > 150) return std::nullopt;
  if (fromBack > 0.82 * std::numbers::pi) return hu::cartilage;
  return distance > 0.62 ? hu::compacta : hu::spongiosa;
}

int shell(double radius, double inner) { return radius > inner ? hu::compacta : hu::spongiosa; }

std::optional<int> vertebra(Point p) {
  const double height = p.z - 26 * std::round(p.z / 26);
  const bool disc = std::abs(height) > 10;
  const double body = std::hypot(p.x / 20, (p.y - 60) / 16);
  if (body <= 1) return disc ? hu::disc : shell(std::max(body, std::abs(height) / 11), 0.88);
  const double canal = std::hypot(p.x / 10, (p.y - 84) / 9);
  if (canal <= 1) return canal < 0.6 ? 38 : hu::water;  // the cord in its fluid
  if (disc) return std::nullopt;
  if (canal <= 1.55 && p.y > 74) return shell(canal, 1.12);
  if (std::abs(p.x) < 3.5 && p.y > 92 && p.y < 104) return hu::spongiosa;
  const double processY = 84 - 0.15 * (std::abs(p.x) - 12);
  if (std::abs(p.x) > 12 && std::abs(p.x) < 34 && std::hypot(p.y - processY, height) < 5)
    return hu::spongiosa;
  return std::nullopt;
}

std::optional<int> sternum(Point p) {
  const double radius = std::max(std::abs(p.x) / 17, std::abs(p.y + 97) / 5.5);
  if (radius > 1 || p.z < -25 || p.z > 92) return std::nullopt;
  return shell(radius, 0.8);
}

std::optional<int> skeleton(Point p, double cage) {
  for (const auto& bone : {vertebra(p), sternum(p), rib(p, cage)})
    if (bone) return bone;
  return std::nullopt;
}

// The two domes of the diaphragm, the right one higher.
double diaphragm(Point p) {
  const double right = 78 * (1 - square((p.x + 62) / 80) - square((p.y - 2) / 105));
  const double left = 64 * (1 - square((p.x - 62) / 80) - square((p.y - 2) / 105));
  return -95 + std::max({right, left, -15.0});
}

template <std::size_t N>
std::optional<int> organOf(const Organ (&organs)[N], Point p) {
  for (const Organ& organ : organs)
    if (organ.shape.contains(p)) return organ.hu;
  return std::nullopt;
}

// The first that contains a point wins: contents before walls.
constexpr Organ chestOrgans[] = {
    {noduleShape, hu::nodule},
    {{{48, -22, -12}, {20, 21, 34}}, hu::artery},  // left ventricle
    {{{16, 8, 14}, {28, 15, 20}}, hu::artery},     // left atrium
    {{{6, -52, -10}, {26, 15, 34}}, hu::vein},     // right ventricle
    {{{-22, -24, -2}, {15, 23, 30}}, hu::vein},    // right atrium
    {{{22, -28, -5}, {58, 47, 54}}, hu::myocardium},
    {{{22, -30, -8}, {62, 51, 57}}, hu::fat},  // around the heart
    {{{8, 33, 0}, {8, 6, 400}}, hu::muscle},   // oesophagus
};
constexpr Organ bellyOrgans[] = {
    {{{-46, -42, -122}, {15, 15, 24}}, hu::water},  // gallbladder
    {{{-58, -6, -92}, {80, 76, 86}}, hu::liver},   {{{2, -48, -72}, {62, 32, 36}}, hu::liver},
    {{{94, 36, -84}, {27, 42, 48}}, hu::spleen},   {{{-58, 50, -138}, {14, 12, 28}}, hu::medulla},
    {{{62, 50, -134}, {14, 12, 28}}, hu::medulla}, {{{-58, 50, -138}, {27, 24, 46}}, hu::cortex},  // kidneys
    {{{62, 50, -134}, {27, 24, 46}}, hu::cortex},  {{{22, 6, -128}, {62, 15, 16}}, hu::liver},     // pancreas
};
constexpr Ellipsoid stomach = {{58, -28, -82}, {46, 42, 48}};

int belly(Point p, double cage) {
  if (cage > 0.96) return hu::muscle;
  if (const auto organ = organOf(bellyOrgans, p)) return *organ;
  const double inStomach = stomach.radius(p);
  if (inStomach > 1) return hu::fat;
  if (inStomach > 0.9) return hu::muscle;
  return p.y < -42 ? hu::airway : hu::water;  // who lies on the back has the bubble in front
}

int chest(Point p, double cage) {
  if (const auto organ = organOf(chestOrgans, p)) return *organ;
  const double apex = p.z > 40 ? std::sqrt(std::max(0.0, 1 - square((p.z - 40) / 112))) : 1;
  if (cage > 0.97 * apex) return cage > 0.97 ? hu::muscle : hu::fat;
  const double middle = 22 + 12 * std::clamp((p.y - 20) / 30, 0.0, 1.0);
  return std::abs(p.x) < middle ? hu::fat - 10 : hu::lung;
}

int tissue(Point p) {
  const double body = inBody(p);
  if (body > 1) return outside(p);
  if (body > 0.985) return hu::muscle - 20;  // skin
  const double cage = inCage(p);
  if (const auto bone = skeleton(p, cage)) return *bone;
  if (body > 0.92) return hu::fat;
  if (cage > 1) return hu::muscle;
  return p.z > diaphragm(p) ? chest(p, cage) : belly(p, cage);
}

const Pipe greatVessels[] = {
    {{{-6, -20, 12}, {-6, -20, 70}, 15, 14}, hu::artery},  // aorta: up, over, and down to the belly
    {{{-6, -20, 70}, {6, 5, 83}, 14, 13}, hu::artery},
    {{{6, 5, 83}, {20, 30, 79}, 13, 13}, hu::artery},
    {{{20, 30, 79}, {26, 42, 62}, 13, 12}, hu::artery},
    {{{26, 42, 62}, {22, 42, -60}, 12, 11}, hu::artery},
    {{{22, 42, -60}, {8, 34, -150}, 11, 10}, hu::artery},
    {{{-2, -10, 80}, {-22, -4, 150}, 6, 5}, hu::artery},
    {{{8, 6, 86}, {18, 2, 150}, 5, 4}, hu::artery},
    {{{18, 26, 84}, {34, 12, 150}, 5, 4}, hu::artery},
    {{{-24, -16, 14}, {-27, -12, 110}, 10, 9}, hu::vein},  // upper and lower hollow vein
    {{{-27, -12, 110}, {-34, -2, 150}, 8, 8}, hu::vein},
    {{{-20, 6, -8}, {-16, 30, -150}, 12, 11}, hu::vein},
    {{{10, -42, 22}, {14, -14, 46}, 13, 13}, hu::vein + 60},  // arteries of the lungs
    {{{14, -14, 46}, {-46, 2, 42}, 10, 8}, hu::vein + 60},
    {{{14, -14, 46}, {50, 10, 50}, 10, 8}, hu::vein + 60},
};
// The wall first, then what is in it.
const Pipe airways[] = {
    {{{0, 14, 150}, {0, 20, 60}, 10.5, 10.5}, hu::muscle}, {{{0, 20, 60}, {-42, 14, 34}, 8, 6.5}, hu::muscle},
    {{{0, 20, 60}, {46, 18, 38}, 7.5, 6}, hu::muscle},     {{{0, 14, 150}, {0, 20, 60}, 9, 9}, hu::airway},
    {{{0, 20, 60}, {-42, 14, 34}, 6.5, 5}, hu::airway},    {{{0, 20, 60}, {46, 18, 38}, 6, 4.5}, hu::airway},
};

void append(std::vector<Pipe>& pipes, const std::vector<Rod>& rods, int value) {
  for (const Rod& rod : rods) pipes.push_back({rod, value});
}

// Vessels that are drawn into one tissue only: of the lungs, of the liver.
std::vector<Pipe> lungVessels() {
  std::vector<Pipe> pipes;
  Dice dice(20);
  for (const double side : {-1.0, 1.0}) {
    const Point hilum = {side * 44, 10, 40};
    const Point ends[] = {{70, -30, 75}, {75, 25, 80},  {85, -45, 40}, {90, 15, 45},
                          {80, 45, 25},  {85, -25, 10}, {75, 50, -10}, {60, 30, 95}};
    for (const Point& end : ends) {
      const Point target = {side * end.x, end.y, end.z};
      const Rod trunk = {hilum, hilum + (target - hilum) * 0.4, 4.2, 3};
      append(pipes, vesselTree(trunk, 6, 0.75, dice), hu::muscle);
    }
  }
  return pipes;
}

std::vector<Pipe> liverVessels() {
  std::vector<Pipe> pipes;
  Dice dice(7);
  const Point ends[] = {{-70, 10, -60}, {-50, -35, -65}, {-80, 25, -95}, {-60, -25, -110}};
  for (const Point& end : ends)
    append(pipes, vesselTree({{-22, 12, -62}, end, 5.5, 4}, 5, 0.6, dice), hu::vein);
  return pipes;
}

using Slice = std::vector<float>;

int pixelOf(double mm) { return int(std::floor((mm - ct::corner) / ct::spacing)); }
double millimetre(int pixel) { return ct::corner + pixel * ct::spacing; }

// Draws a pipe where it cuts the slice, over values of [above, below].
void draw(Slice& slice, double z, const Pipe& pipe, int above, int below) {
  const Rod& rod = pipe.rod;
  const double reach = std::max(rod.radius, rod.endRadius);
  if (z < std::min(rod.from.z, rod.to.z) - reach || z > std::max(rod.from.z, rod.to.z) + reach) return;
  const auto first = [&](double a, double b) { return std::max(0, pixelOf(std::min(a, b) - reach)); };
  const auto last = [&](double a, double b) {
    return std::min(ct::size - 1, pixelOf(std::max(a, b) + reach) + 1);
  };
  for (int row = first(rod.from.y, rod.to.y); row <= last(rod.from.y, rod.to.y); ++row) {
    for (int column = first(rod.from.x, rod.to.x); column <= last(rod.from.x, rod.to.x); ++column) {
      float& value = slice[std::size_t(row) * ct::size + std::size_t(column)];
      if (value < float(above) || value > float(below)) continue;
      if (depthIn(rod, {millimetre(column), millimetre(row), z}) > 0) value = float(pipe.hu);
    }
  }
}

void drawVessels(Slice& slice, double z) {
  static const std::vector<Pipe> lungs = lungVessels();
  static const std::vector<Pipe> livers = liverVessels();
  for (const Pipe& pipe : lungs) draw(slice, z, pipe, hu::lung, hu::lung);
  for (const Pipe& pipe : livers) draw(slice, z, pipe, hu::liver, hu::liver);
  for (const Pipe& pipe : greatVessels) draw(slice, z, pipe, hu::lung, hu::artery);
  for (const Pipe& pipe : airways) draw(slice, z, pipe, hu::airway, hu::artery);
}

void addNoise(Slice& slice, int number) {
  Dice dice(1000 + std::uint64_t(number));
  for (float& value : slice) value += float(dice.normal() * (value <= hu::air ? 4 : 15));
}

// What a scanner does to an edge: a little blur (1 2 1), across and down.
void blur(Slice& slice) {
  for (const std::size_t step : {std::size_t{1}, std::size_t{ct::size}}) {
    const Slice sharp = slice;
    for (std::size_t i = step; i + step < slice.size(); ++i)
      slice[i] = (sharp[i - step] + 2 * sharp[i] + sharp[i + step]) / 4;
  }
}

std::uint16_t stored(float value) {
  return std::uint16_t(std::clamp(std::lround(value) - ct::intercept, 0L, 4095L));
}

}  // namespace

std::vector<std::uint16_t> thoraxSlice(int number) {
  const double z = slicePosition(number);
  Slice slice(std::size_t(ct::size) * ct::size);
  std::size_t i = 0;
  for (int row = 0; row < ct::size; ++row)
    for (int column = 0; column < ct::size; ++column)
      slice[i++] = float(tissue({millimetre(column), millimetre(row), z}));
  drawVessels(slice, z);
  addNoise(slice, number);
  blur(slice);
  std::vector<std::uint16_t> cells(slice.size());
  std::transform(slice.begin(), slice.end(), cells.begin(), stored);
  return cells;
}

}  // namespace sample
