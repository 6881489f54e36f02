// SPDX-License-Identifier: MIT
#pragma once

#include <QImage>

#include "core/window/display.h"
#include "core/window/view.h"

namespace core {

/// The overlays of a frame: those with data of their own and those from unused bits of its cells.
std::vector<Overlay> allOverlays(const Frame& frame, const FrameDisplay& display);

/// Calls plot(column, row), both from 0, for every set pixel of an overlay that lies on the image.
template <class Plot>
void forEachPixel(const Overlay& overlay, std::uint32_t columns, std::uint32_t rows, Plot&& plot) {
  const std::uint64_t count = std::uint64_t{overlay.rows} * overlay.columns;
  for (std::uint64_t byte = 0; byte < overlay.bits.size(); ++byte) {
    for (unsigned bits = overlay.bits[byte]; bits != 0; bits &= bits - 1) {
      const std::uint64_t pixel = byte * 8 + static_cast<unsigned>(__builtin_ctz(bits));
      if (pixel >= count) return;
      const std::int64_t row = static_cast<std::int64_t>(pixel / overlay.columns) + overlay.row - 1;
      const std::int64_t column = static_cast<std::int64_t>(pixel % overlay.columns) + overlay.column - 1;
      if (row >= 0 && row < rows && column >= 0 && column < columns)
        plot(static_cast<int>(column), static_cast<int>(row));
    }
  }
}

/// Draws overlays into an image of the frame's size (Format_RGB32), opaque.
void drawOverlays(QImage& image, const std::vector<Overlay>& overlays, QRgb color);

/// Covers what the shutters hide, in an image of the frame's size (Format_Grayscale8 or Format_RGB32).
void coverShutters(QImage& image, const Shutters& shutters);

/// The visible columns of every row of an image, for paintShutters().
using VisibleRows = std::vector<std::vector<std::pair<int, int>>>;
VisibleRows visibleRows(const Shutters& shutters, int columns, int rows);

/// The same two for a view of the frame: shutters cover target pixels whose centre they hide; overlay pixels
/// fill what they cover when enlarged, and at least one target pixel each when made smaller.
void paintShutters(QImage& target, const View& view, const VisibleRows& visible, int columns, QRgb cover);
void paintOverlays(QImage& target, const View& view, const QTransform& imageToTarget, int columns, int rows,
                   const std::vector<Overlay>& overlays, QRgb color);

}  // namespace core
