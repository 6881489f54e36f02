// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cmath>
#include <cstdint>
#include <vector>

namespace sample {

/// A place in the patient, mm: x to the left, y to the back, z to the head (PS3.3 C.7.6.2.1.1).
struct Point {
  double x = 0;
  double y = 0;
  double z = 0;
};

inline Point operator+(Point a, Point b) { return {a.x + b.x, a.y + b.y, a.z + b.z}; }
inline Point operator-(Point a, Point b) { return {a.x - b.x, a.y - b.y, a.z - b.z}; }
inline Point operator*(Point a, double factor) { return {a.x * factor, a.y * factor, a.z * factor}; }
inline double dot(Point a, Point b) { return a.x * b.x + a.y * b.y + a.z * b.z; }
inline double length(Point a) { return std::sqrt(dot(a, a)); }

/// An ellipsoid with its axes along the patient's.
struct Ellipsoid {
  Point centre;
  Point semi;

  /// 0 in the centre, 1 on the surface.
  double radius(Point p) const {
    const Point d = p - centre;
    return std::sqrt(d.x * d.x / (semi.x * semi.x) + d.y * d.y / (semi.y * semi.y) +
                     d.z * d.z / (semi.z * semi.z));
  }
  bool contains(Point p) const { return radius(p) <= 1; }
};

/// A round rod that may taper: a vessel, an airway, a process of bone.
struct Rod {
  Point from;
  Point to;
  double radius = 1;     ///< mm, where it begins
  double endRadius = 1;  ///< mm, where it ends
};

/// How deep a point is inside the rod: 1 on its axis, 0 on its surface, below 0 outside.
double depthIn(const Rod& rod, Point p);

/// Numbers that look like chance and are the same on every machine.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : m_state(seed) {}
  std::uint64_t next();
  /// Evenly in [low, high).
  double between(double low, double high);
  /// Near enough to a normal distribution: mean 0, standard deviation 1.
  double normal();

 private:
  std::uint64_t m_state;
};

/// A tree of rods that branches in two until it is thin, as vessels do.
std::vector<Rod> vesselTree(const Rod& trunk, int generations, double spread, Dice& dice);

}  // namespace sample
