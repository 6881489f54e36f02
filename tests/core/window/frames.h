// SPDX-License-Identifier: MIT
#pragma once

#include <cstring>

#include "core/window/render.h"

namespace tests {

template <class T>
constexpr core::SampleType sampleTypeOf() {
  using enum core::SampleType;
  if constexpr (std::is_same_v<T, float>) return F32;
  if constexpr (std::is_same_v<T, double>) return F64;
  if constexpr (sizeof(T) == 1) return std::is_signed_v<T> ? S8 : U8;
  if constexpr (sizeof(T) == 2) return std::is_signed_v<T> ? S16 : U16;
  return std::is_signed_v<T> ? S32 : U32;
}

/// A frame of one row after the other; rows = values / (columns × samples).
template <class T>
core::Frame frameOf(std::uint32_t columns, const std::vector<T>& values, std::uint16_t samples = 1,
                    core::Photometric photometric = core::Photometric::Monochrome2) {
  core::Frame frame;
  frame.columns = columns;
  frame.rows = static_cast<std::uint32_t>(values.size()) / columns / samples;
  frame.samples = samples;
  frame.bitsStored = 8 * sizeof(T);
  frame.type = sampleTypeOf<T>();
  frame.photometric = photometric;
  frame.data.resize(values.size() * sizeof(T));
  std::memcpy(frame.data.data(), values.data(), frame.data.size());
  return frame;
}

inline std::vector<int> greys(const core::Result<QImage>& image) {
  std::vector<int> levels;
  for (int y = 0; image && y < image->height(); ++y)
    for (int x = 0; x < image->width(); ++x) levels.push_back(qGray(image->pixel(x, y)));
  return levels;
}

}  // namespace tests
