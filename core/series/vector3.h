// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cmath>

namespace core {

/// A point or direction in the patient's coordinates, mm: x to the left, y to the back, z to the head (PS3.3
/// C.7.6.2.1.1).
using Vector3 = std::array<double, 3>;

inline double dot(const Vector3& a, const Vector3& b) { return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]; }
inline Vector3 cross(const Vector3& a, const Vector3& b) {
  return {a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
}
inline Vector3 sum(const Vector3& a, const Vector3& b) { return {a[0] + b[0], a[1] + b[1], a[2] + b[2]}; }
inline Vector3 scaled(const Vector3& a, double by) { return {a[0] * by, a[1] * by, a[2] * by}; }
inline Vector3 difference(const Vector3& a, const Vector3& b) { return sum(a, scaled(b, -1)); }
inline double length(const Vector3& a) { return std::sqrt(dot(a, a)); }

}  // namespace core
