// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <limits>
#include <type_traits>

#include "core/window/display.h"

namespace core {

/// Calls function with a value of the C++ type of a sample: `withSampleType(type, [&](auto zero) { using T =
/// decltype(zero); … })`.
template <class Function>
decltype(auto) withSampleType(SampleType type, Function&& function) {
  switch (type) {
    case SampleType::U8:
      return function(std::uint8_t{});
    case SampleType::S8:
      return function(std::int8_t{});
    case SampleType::U16:
      return function(std::uint16_t{});
    case SampleType::S16:
      return function(std::int16_t{});
    case SampleType::U32:
      return function(std::uint32_t{});
    case SampleType::S32:
      return function(std::int32_t{});
    case SampleType::F32:
      return function(float{});
    default:
      return function(double{});
  }
}

/// Bytes of a sample.
inline std::size_t sizeOf(SampleType type) {
  return withSampleType(type, [](auto zero) { return sizeof(zero); });
}

/// Whether the data is there for every sample of the frame, and the frame is not empty.
inline bool isWhole(const Frame& frame) {
  const std::uint64_t samples = std::uint64_t{frame.columns} * frame.rows * frame.samples;
  return samples > 0 && frame.data.size() / sizeOf(frame.type) >= samples;
}

/// Padding as two bounds of type T; low > high when no value of T is padding.
template <class T>
struct PaddingRange {
  T low = 1;
  T high = 0;
  bool any() const { return low <= high; }
  bool holds(T value) const { return value >= low && value <= high; }
};

template <class T>
PaddingRange<T> paddingRange(const FrameDisplay& display) {
  if constexpr (std::is_floating_point_v<T>) {
    return {};
  } else {
    constexpr std::int64_t least = std::numeric_limits<T>::min();
    constexpr std::int64_t greatest = std::numeric_limits<T>::max();
    if (!display.padding || display.padding->high < least || display.padding->low > greatest) return {};
    return {static_cast<T>(std::max(display.padding->low, least)),
            static_cast<T>(std::min(display.padding->high, greatest))};
  }
}

}  // namespace core
