// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/decode/frame.h"
#include "core/parse/dicomfile.h"

namespace core {

/// VOI LUT Function (PS3.3 C.11.2.1.2–3).
enum class VoiFunction { Linear, LinearExact, Sigmoid };

/// A window: centre and width in the unit of the Modality LUT's output.
struct VoiWindow {
  double center = 0;
  double width = 1;  ///< > 0; LINEAR below 1 is drawn as LINEAR_EXACT
  VoiFunction function = VoiFunction::Linear;
  std::string explanation;  ///< Window Center & Width Explanation, UTF-8

  /// The display value 0…255 of x, before rounding.
  double apply(double x) const;
};

/// A lookup table of the Modality or VOI LUT Module (PS3.3 C.11.1.1, C.11.2.1.1): entries are unsigned.
struct LookupTable {
  std::int64_t first = 0;  ///< the input that the first entry is for
  std::vector<std::uint16_t> entries;
  std::uint16_t bits = 16;
  std::string explanation;  ///< UTF-8

  /// The entry for x, clamped at both ends.
  std::uint16_t at(double x) const;
  /// The entry value that is drawn white: 2^bits − 1, or the greatest entry where the descriptor lies
  /// (data/README.md).
  std::uint32_t white() const;
};

/// Red, green and blue for stored values (PS3.3 C.7.6.3.1.5–6), as 8-bit display values.
struct Palette {
  std::int64_t first = 0;
  std::vector<std::array<std::uint8_t, 3>> entries;
};

/// An inclusive range of stored values that are not part of the image (PS3.3 C.7.5.1.1.2).
struct Padding {
  std::int64_t low = 0;
  std::int64_t high = 0;
};

/// A 60xx overlay plane of one frame (PS3.3 C.9.2).
struct Overlay {
  std::uint16_t group = 0x6000;
  std::int32_t row = 1;  ///< of its top left pixel in the image, 1\1 being the image's own
  std::int32_t column = 1;
  std::uint32_t rows = 0;
  std::uint32_t columns = 0;
  std::vector<std::uint8_t> bits;  ///< one a pixel, LSB first, packed
  std::string description;
};

/// Display shutters (PS3.3 C.7.6.11): what lies outside any of them is covered. Edges in pixels, from 1.
struct Shutters {
  struct Rectangle {
    double left, right, top, bottom;
  };
  struct Circle {
    double row, column, radius;
  };
  std::optional<Rectangle> rectangle;
  std::optional<Circle> circle;
  std::vector<std::pair<double, double>> polygon;  ///< row, column; three or more, else none
  std::uint8_t value = 0;                          ///< the 8-bit grey that covers
  bool any() const { return rectangle || circle || !polygon.empty(); }
};

/// All that the file says of how one frame is to be shown. A part that is broken is left out and named in
/// warnings.
struct FrameDisplay {
  double slope = 1;
  double intercept = 0;
  bool hasModality = false;  ///< a transform other than the identity is to be applied
  std::optional<LookupTable> modalityLut;
  std::string unit;  ///< Rescale Type, Units or "HU" for CT; "" when unknown
  std::vector<VoiWindow> windows;
  std::vector<LookupTable> voiLuts;
  std::optional<Padding> padding;
  bool isInverse = false;  ///< MONOCHROME1 or Presentation LUT Shape INVERSE: one inversion
  std::optional<Palette> palette;
  std::vector<Overlay> overlays;
  Shutters shutters;
  /// Of a multi-frame image without a window: the display range over its first, middle and last frame; set
  /// by whoever has those frames (core/window/range.h).
  std::optional<std::pair<double, double>> range;
  std::vector<std::string> warnings;
};

/// Reads the FrameDisplay of frame index (from 0): per-frame functional groups, then shared ones, then the
/// data set.
FrameDisplay displayOf(const DicomFile& file, const PixelFormat& format, std::uint32_t index);

/// The output of the Modality LUT for a stored value, in double.
double modalityValue(const FrameDisplay& display, double stored);

/// Least and greatest Modality LUT output of a frame, padding left out; nothing when all is padding.
std::optional<std::pair<double, double>> valueRange(const Frame& frame, const FrameDisplay& display);

}  // namespace core
