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

/// Calls plot(pixel, column, row) for every target pixel whose centre lies on the image.
template <class Plot>
void forEachImagePixel(QImage& target, const View& view, int columns, int rows, Plot&& plot) {
  for (int y = 0; y < target.height(); ++y) {
    auto* line = reinterpret_cast<QRgb*>(target.scanLine(y));
    const QPointF from = view.at(0, y);
    const QPointF step = view.at(1, y) - from;
    for (int x = 0; x < target.width(); ++x) {
      const int column = static_cast<int>(std::floor(from.x() + x * step.x() + 1e-6));
      const int row = static_cast<int>(std::floor(from.y() + x * step.y() + 1e-6));
      if (column >= 0 && column < columns && row >= 0 && row < rows) plot(line[x], column, row);
    }
  }
}

bool isSet(const Overlay& overlay, int column, int row) {
  const std::int64_t x = std::int64_t{column} + 1 - overlay.column;
  const std::int64_t y = std::int64_t{row} + 1 - overlay.row;
  if (x < 0 || y < 0 || x >= overlay.columns || y >= overlay.rows) return false;
  const auto bit = static_cast<std::uint64_t>(y * overlay.columns + x);
  return (overlay.bits[bit / 8] >> bit % 8 & 1) != 0;
}

void plotSmaller(QImage& target, const QTransform& imageToTarget, int columns, int rows,
                 const Overlay& overlay, QRgb color) {
  const auto width = static_cast<std::uint32_t>(columns);
  forEachPixel(overlay, width, static_cast<std::uint32_t>(rows), [&](int column, int row) {
    const QPointF at = imageToTarget.map(QPointF(column + 0.5, row + 0.5));
    const double x = std::floor(at.x());
    const double y = std::floor(at.y());
    if (x >= 0 && y >= 0 && x < target.width() && y < target.height())
      reinterpret_cast<QRgb*>(target.scanLine(static_cast<int>(y)))[static_cast<int>(x)] = color;
  });
}

}  // namespace

VisibleRows visibleRows(const Shutters& shutters, int columns, int rows) {
  VisibleRows visible;
  for (int row = 1; row <= rows && shutters.any(); ++row)
    visible.push_back(visibleSpans(shutters, row, columns));
  return visible;
}

void paintShutters(QImage& target, const View& view, const VisibleRows& visible, int columns, QRgb cover) {
  const auto rows = static_cast<int>(visible.size());
  forEachImagePixel(target, view, columns, rows, [&](QRgb& pixel, int column, int row) {
    const auto& spans = visible[static_cast<std::size_t>(row)];
    const bool isVisible = std::any_of(spans.begin(), spans.end(), [column](const auto& span) {
      return column >= span.first && column < span.second;
    });
    if (!isVisible) pixel = cover;
  });
}

void paintOverlays(QImage& target, const View& view, const QTransform& imageToTarget, int columns, int rows,
                   const std::vector<Overlay>& overlays, QRgb color) {
  for (const Overlay& overlay : overlays) {
    if (view.step() > 1) {
      plotSmaller(target, imageToTarget, columns, rows, overlay, color);
      continue;
    }
    forEachImagePixel(target, view, columns, rows, [&](QRgb& pixel, int column, int row) {
      if (isSet(overlay, column, row)) pixel = color;
    });
  }
}

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
