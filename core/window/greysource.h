// SPDX-License-Identifier: MIT
#pragma once

#include <mutex>

#include "core/window/display.h"
#include "core/window/view.h"

namespace core {

/// The values of a grey frame to interpolate between, at full size (level 0) and halved again and again. They
/// are stored values less bias(), or Modality LUT output where the LUT is a table. Padding and NaN have
/// weight 0 and never get into a neighbour or an average. Safe from every thread.
class GreySource {
 public:
  /// Keeps references to both.
  GreySource(const Frame& frame, const FrameDisplay& display);

  /// Levels worth having: the last is at most 64 pixels wide and high.
  int levels() const { return static_cast<int>(m_planes.size()); }
  /// Builds the halved copies up to a level, once.
  void prepare(int level) const;
  /// Whether weights below 1 occur.
  bool hasGaps() const { return m_hasGaps; }
  double bias() const { return m_bias; }
  /// Least and greatest Modality LUT output; nothing when all is padding.
  const std::optional<std::pair<double, double>>& range() const { return m_range; }

  /// Values first … first + count − 1 of row y of a level, and their weights when hasGaps(); a value of
  /// weight 0 is 0. The level must be prepared.
  void row(int level, int y, int first, int count, float* values, float* weights) const;
  /// Values along a line through level coordinates (pixel centres at .5), outside clamped; NaN for padding.
  void line(int level, QPointF from, QPointF step, int count, bool isNearest, float* values) const;

 private:
  struct Plane {
    int columns = 0;
    int rows = 0;
    std::vector<float> values;  // NaN: padding
    std::once_flag once;
  };
  template <class Sample>
  void lineOf(int columns, int rows, const Sample& sample, QPointF from, QPointF step, int count,
              bool isNearest, float* values) const;
  template <class Visit>
  void visitFrame(Visit&& visit) const;
  void build(int level) const;

  const Frame& m_frame;
  const FrameDisplay& m_display;
  bool m_hasGaps = false;
  double m_bias = 0;
  std::optional<std::pair<double, double>> m_range;
  mutable std::vector<std::unique_ptr<Plane>> m_planes;  // [0] stays empty: it is the frame
};

}  // namespace core
