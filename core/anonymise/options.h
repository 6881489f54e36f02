// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

namespace core::anonymise {

/// A rectangle of pixels, from the top left of the stored image; what lies outside the image does not count.
struct Rectangle {
  std::uint32_t x = 0;
  std::uint32_t y = 0;
  std::uint32_t width = 0;
  std::uint32_t height = 0;
};

/// The options of PS3.15 Annex E that are offered on top of the Basic Profile.
struct Options {
  /// Retain UIDs (E.3.9).
  bool retainUids = false;
  /// Retain Longitudinal Temporal Information, modified (E.3.6): dates and times stay, moved back by a time
  /// that is the patient's own. Else they are removed, emptied or dummies.
  bool shiftDates = false;
  /// Clean Descriptors (E.3.5): descriptions keep the words of descriptors.h, and no other.
  bool cleanDescriptors = false;
  /// Clean Graphics (E.3.3): graphic annotations keep their shapes and lose their texts, and nothing is left
  /// in the bits of the pixels that no value uses. Overlays and curves are removed with and without it.
  bool cleanGraphics = false;
  /// Clean Pixel Data (E.3.1): blacked out in every frame. Empty: the picture stays as it is.
  std::vector<Rectangle> blackout;
};

}  // namespace core::anonymise
