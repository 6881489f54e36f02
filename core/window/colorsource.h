// SPDX-License-Identifier: MIT
#pragma once

#include <QRgb>
#include <mutex>

#include "core/window/painter.h"
#include "core/window/render.h"

namespace core {

/// The pixels of a colour frame as RGB, at full size and halved again and again. Safe from every thread.
class ColorSource {
 public:
  /// Errors: those of ColorMap::of.
  static Result<std::unique_ptr<ColorSource>> make(const Frame& frame, const FrameDisplay& display);

  int levels() const { return static_cast<int>(m_planes.size()); }
  void prepare(int level) const;
  std::unique_ptr<LineMaker> maker(int level, bool isNearest, bool isInverse) const;
  const QRgb* row(int level, int y) const;
  int columns(int level) const;
  int rows(int level) const;

 private:
  struct Plane {
    int columns = 0;
    int rows = 0;
    std::vector<QRgb> pixels;
    std::once_flag once;
  };
  void build(int level) const;
  mutable std::vector<std::unique_ptr<Plane>> m_planes;
};

}  // namespace core
