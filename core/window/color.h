// SPDX-License-Identifier: MIT
#pragma once

#include <QRgb>

#include "core/window/display.h"

namespace core {

/// Whether the frame is shown in colour: a palette, or three samples.
bool isColor(const Frame& frame, const FrameDisplay& display);

/// From samples to RGB: the high 8 of Bits Stored, YBR by PS3.3 C.7.6.3.1.2, a palette by its clamped index.
/// Keeps references to frame and display.
class ColorMap {
 public:
  /// Errors: UnsupportedPixelFormat (a photometric interpretation without an agreed picture, a missing
  /// palette, samples of no whole number).
  static Result<ColorMap> of(const Frame& frame, const FrameDisplay& display);

  /// Pixels of a row as 0xffRRGGBB.
  void row(std::uint32_t row, QRgb* rgb) const;

 private:
  ColorMap(const Frame& frame, const FrameDisplay& display) : m_frame(frame), m_display(display) {}

  const Frame& m_frame;
  const FrameDisplay& m_display;
};

}  // namespace core
