// SPDX-License-Identifier: MIT
#pragma once

#include <variant>

#include "core/window/ramp.h"
#include "core/window/ramprow.h"
#include "core/window/render.h"

namespace core {

/// What a VoiChoice comes to for a frame: a ramp, a SIGMOID window or a VOI LUT.
using Voi = std::variant<Ramp, VoiWindow, const LookupTable*>;

/// Resolves a choice by the rule of the default display. The LUT points into display.
Voi voiOf(const Frame& frame, const FrameDisplay& display, const VoiChoice& choice);

/// From a stored value of a grey frame to its display value: Modality LUT, VOI, inversions. Keeps references
/// to frame and display.
class GreyMap {
 public:
  GreyMap(const Frame& frame, const FrameDisplay& display, const Rendering& rendering);

  /// The display value before rounding; padding is not looked at. Any stored value, also between two.
  double value(double stored) const;
  std::uint8_t grey(double stored) const { return toGrey(value(stored)); }

  /// The same for Modality LUT output, also between two entries of a LUT.
  double valueOfModality(double x) const;
  /// The line that valueOfModality() follows, when it is one.
  std::optional<RampLine> lineOfModality() const;

  /// The line that value() follows, clamped to 0…255, when the whole way is linear.
  const std::optional<RampLine>& line() const { return m_line; }

  const Frame& frame() const { return m_frame; }
  bool isInverse() const { return m_isInverse; }

  /// Maps stored values of the frame's type to grey levels; padding becomes 0.
  template <class T>
  void row(const T* stored, std::size_t count, std::uint8_t* grey) const;

 private:
  template <class T>
  void tableRow(const T* stored, std::size_t count, std::uint8_t* grey) const;
  template <class T>
  void floatRow(const T* stored, std::size_t count, std::uint8_t* grey) const;
  template <class T>
  void byteRow(const T* stored, std::size_t count, std::uint8_t* grey) const;
  void makeTable();
  template <class T>
  void makeBytes();
  double voiValue(double x) const;

  const Frame& m_frame;
  const FrameDisplay& m_display;
  Voi m_voi;
  bool m_isInverse;
  std::optional<RampLine> m_line;
  RampKernel m_kernel;
  // Grey levels of the stored range, for ways that are not linear and for 8-bit samples.
  std::vector<std::uint8_t> m_table;
  std::int64_t m_tableFirst = 0;
  // The same for every 8-bit pattern, padding included.
  std::array<std::uint8_t, 256> m_bytes{};
  bool m_areBytesThemselves = false;
};

}  // namespace core
