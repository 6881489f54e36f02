// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>

#include "core/window/sampletypes.h"

namespace core {

/// The slope of a threshold: so steep that nothing lies between.
inline constexpr double thresholdScale = 1e30;

/// y = (stored − zero) × scale, to be clamped to 0…255: a window with a linear Modality LUT and the
/// inversions folded in. A threshold has a scale of ±thresholdScale.
struct RampLine {
  double zero = 0;
  double scale = 1;
  double at(double stored) const { return (stored - zero) * scale; }
};

/// How rows of 16-bit values are mapped along a line: in float where that gives the very same grey levels as
/// double for every stored value of the type (which is checked), else in double.
struct RampKernel {
  RampLine line;
  bool isFloatExact = false;
  std::int32_t whole = 0;  ///< the float way: (stored − whole) × scale + offset, truncated
  float scale = 0;
  float offset = 0;
};

RampKernel rampKernel(const RampLine& line, SampleType type);

/// Maps a row with the widest vectors of the machine. Padding becomes 0.
void rampRow(const RampKernel& kernel, PaddingRange<std::uint16_t> padding, const std::uint16_t* stored,
             std::size_t count, std::uint8_t* grey);
void rampRow(const RampKernel& kernel, PaddingRange<std::int16_t> padding, const std::int16_t* stored,
             std::size_t count, std::uint8_t* grey);

/// The instruction sets that rampRow may be told to use, for tests.
enum class Vectors { None, Sse2, Avx2 };
Vectors bestVectors();
void rampRow(Vectors vectors, const RampKernel& kernel, PaddingRange<std::uint16_t> padding,
             const std::uint16_t* stored, std::size_t count, std::uint8_t* grey);
void rampRow(Vectors vectors, const RampKernel& kernel, PaddingRange<std::int16_t> padding,
             const std::int16_t* stored, std::size_t count, std::uint8_t* grey);

}  // namespace core
