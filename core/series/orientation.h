// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "core/series/geometry.h"

namespace core {

enum class Anatomy { Biped, Quadruped };  ///< Anatomical Orientation Type (0010,2210)

/// The letters of a direction: R L A P H F (of a quadruped RT LE V D CR CD), the largest part first, up to
/// three; parts below 0.2 are left out.
std::string directionLetters(const Vector3& direction, Anatomy anatomy = Anatomy::Biped);

/// The letters at the edges of an image as it stands in the file; all empty when the file does not say.
struct EdgeLetters {
  std::string left, right, top, bottom;
  bool any() const { return !left.empty() || !right.empty() || !top.empty() || !bottom.empty(); }
};
/// From Image Orientation (Patient) of the frame (from 0), else from Patient Orientation (0020,0020).
EdgeLetters edgeLetters(const DataSet& dataSet, std::uint32_t frame);

}  // namespace core
