// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

#include "packaging/sample/shapes.h"

namespace sample {

/// The grid of the CT-like volume. README.md states it; tests hold the files to it.
namespace ct {
inline constexpr int size = 512;             ///< rows and columns
inline constexpr int slices = 60;            ///< the first is the one nearest to the head
inline constexpr double spacing = 0.75;      ///< mm between pixels, both ways
inline constexpr double thickness = 5;       ///< mm between slices, and of each
inline constexpr double corner = -191.625;   ///< mm, x and y of the centre of the first pixel
inline constexpr double firstSlice = 147.5;  ///< mm, z of the first slice
inline constexpr int intercept = -1024;      ///< HU of stored value 0
}  // namespace ct

/// z of a slice, mm.
inline double slicePosition(int slice) { return ct::firstSlice - slice * ct::thickness; }

/// A round nodule in the right lung, to try the ruler on: 20 mm across.
inline constexpr Ellipsoid noduleShape = {{-84, 8, 52.5}, {10, 10, 10}};

/// One slice in stored values of 12 bits: HU less the intercept, row by row, with noise.
std::vector<std::uint16_t> thoraxSlice(int slice);

}  // namespace sample
