// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <vector>

#include "core/series/stack.h"

namespace core {

/// mm; positions closer than this along the normal are one place.
inline constexpr double samePlace = 0.01;

/// Steps along the common normal, and what they tell, of images in display order.
struct Slicing {
  std::optional<double> spacing;
  bool isIrregular = false;
  bool repeatsPositions = false;
  int missing = 0;
  double shearDegrees = 0;
};

/// The normal of an image; it must have an orientation.
Vector3 normalOf(const Instance& instance);
/// Position along a normal, mm; the instance must have a position.
double along(const Instance& instance, const Vector3& normal);
/// Images that all have a position and an orientation, in display order. Empty otherwise.
Slicing slicingOf(std::span<const Instance> instances);

/// Splits images at repeating positions into groups that do not repeat any, by the first of time, echo,
/// b-value, image type and runs of Instance Number that explains all repeats; one group when none does, or
/// when all images are at one place (a series in time).
struct Split {
  std::string by;
  std::string value;
  std::vector<Instance> instances;
};
std::vector<Split> splitRepeats(std::vector<Instance> instances);

}  // namespace core
