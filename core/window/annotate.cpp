// SPDX-License-Identifier: MIT
#include "core/window/annotate.h"

#include "core/window/shutter.h"

namespace core {

namespace {

template <class Pixel>
void coverRow(Pixel* row, int columns, const std::vector<std::pair<int, int>>& visible, Pixel cover) {
  int from = 0;
  for (const auto& [first, end] : visible) {
    std::fill(row + from, row + first, cover);
    from = end;
  }
  std::fill(row + from, row + columns, cover);
}

}  // namespace

std::vector<Overlay> allOverlays(const Frame& frame, const FrameDisplay& display) {
  std::vector<Overlay> overlays = display.overlays;
  for (const OverlayBits& embedded : frame.embeddedOverlays)
    overlays.push_back({embedded.group, 1, 1, frame.rows, frame.columns, embedded.bits, {}});
  return overlays;
}

void drawOverlays(QImage& image, const std::vector<Overlay>& overlays, QRgb color) {
  const auto rows = static_cast<std::uint32_t>(image.height());
  const auto columns = static_cast<std::uint32_t>(image.width());
  for (const Overlay& overlay : overlays)
    forEachPixel(overlay, columns, rows,
                 [&](int column, int row) { reinterpret_cast<QRgb*>(image.scanLine(row))[column] = color; });
}

void coverShutters(QImage& image, const Shutters& shutters) {
  const QRgb cover = qRgb(shutters.value, shutters.value, shutters.value);
  for (int row = 0; row < image.height(); ++row) {
    const auto visible = visibleSpans(shutters, row + 1, image.width());
    if (image.format() == QImage::Format_Grayscale8)
      coverRow(image.scanLine(row), image.width(), visible, shutters.value);
    else
      coverRow(reinterpret_cast<QRgb*>(image.scanLine(row)), image.width(), visible, cover);
  }
}

}  // namespace core
