// SPDX-License-Identifier: MIT
#include "core/window/view.h"

#include <algorithm>
#include <cmath>

namespace core {

namespace {

constexpr double nothing = 1e-9;      // of a step: less is rounding
constexpr double wholeEnough = 1e-6;  // of a pixel

/// First coordinate whose centre x + 0.5 has slope·(x + 0.5) + offset ≥ 0 and the first past size.
std::pair<int, int> inside(double slope, double offset, int size, int count) {
  const double low = std::min(-offset / slope, (size - offset) / slope);
  const double high = std::max(-offset / slope, (size - offset) / slope);
  const auto bound = [count](double x) {
    return static_cast<int>(std::clamp(std::ceil(x - 0.5 - wholeEnough), 0.0, double(count)));
  };
  return {bound(low), std::max(bound(low), bound(high))};
}

Axis axisOf(double slope, double offset, int count, int size, int level, bool isNearest) {
  Axis axis;
  std::tie(axis.begin, axis.end) = inside(slope, offset, size, count);
  axis.taps.reserve(static_cast<std::size_t>(axis.end - axis.begin));
  const double scale = 1.0 / (1 << level);
  const int last = halved(size, level) - 1;
  for (int x = axis.begin; x < axis.end; ++x) {
    const double u = (slope * (x + 0.5) + offset) * scale;
    const double from = isNearest ? std::floor(u + wholeEnough) : u - 0.5;
    const double whole = std::floor(from + wholeEnough);
    const double fraction = from - whole;
    const bool isBetween = fraction > wholeEnough && whole >= 0 && whole < last;
    const int first = static_cast<int>(std::clamp<double>(whole, 0, last));
    axis.taps.push_back({first, isBetween ? first + 1 : first, isBetween ? static_cast<float>(fraction) : 0});
    axis.isWhole = axis.isWhole && !isBetween;
  }
  return axis;
}

}  // namespace

std::pair<int, int> Axis::span() const {
  const Tap& one = taps.front();
  const Tap& other = taps.back();
  return {std::min(one.first, other.first), std::max(one.second, other.second)};
}

std::optional<View> View::of(const QTransform& imageToTarget) {
  bool isInvertible = false;
  View view;
  view.m_back = imageToTarget.inverted(&isInvertible);
  const QTransform& m = view.m_back;
  const double size = std::max({std::abs(m.m11()), std::abs(m.m12()), std::abs(m.m21()), std::abs(m.m22())});
  if (!isInvertible || !imageToTarget.isAffine() || !std::isfinite(size) || size == 0) return std::nullopt;
  const auto isNone = [size](double x) { return std::abs(x) < nothing * size; };
  if (isNone(m.m12()) && isNone(m.m21())) view.m_kind = Kind::Straight;
  if (isNone(m.m11()) && isNone(m.m22())) view.m_kind = Kind::Transposed;
  view.m_step = std::max(std::hypot(m.m11(), m.m12()), std::hypot(m.m21(), m.m22()));
  return view;
}

Axis View::columns(int count, int size, int level, bool isNearest) const {
  const double slope = m_kind == Kind::Straight ? m_back.m11() : m_back.m21();
  return axisOf(slope, m_back.dx(), count, size, level, isNearest);
}

Axis View::rows(int count, int size, int level, bool isNearest) const {
  const double slope = m_kind == Kind::Straight ? m_back.m22() : m_back.m12();
  return axisOf(slope, m_back.dy(), count, size, level, isNearest);
}

}  // namespace core
