// SPDX-License-Identifier: MIT
#include "core/window/painter.h"

#include <algorithm>
#include <cmath>

#include "core/window/bands.h"

namespace core {

namespace {

/// A band of 16 target columns fills whole cache lines.
constexpr int bandColumns = 16;
/// Less than this many pixels are not worth another thread.
constexpr int threadPixels = 128 * 1024;

/// The pixels of a target as a plain grid: QImage::scanLine() may detach, which threads must not.
struct Grid {
  uchar* bits;
  qsizetype stride;
  int width;
  int height;
  explicit Grid(QImage& image)
      : bits(image.bits()), stride(image.bytesPerLine()), width(image.width()), height(image.height()) {}
  QRgb* row(int y) const { return reinterpret_cast<QRgb*>(bits + y * stride); }
};

int grain(int lineLength) { return std::max(1, threadPixels / std::max(lineLength, 1)); }

void paintStraight(const Grid& grid, const Axis& columns, const Axis& rows, QRgb background,
                   const LineMaker& maker) {
  inBands(grid.height, grain(grid.width), [&](int first, int end) {
    const auto scratch = maker.scratch();
    for (int y = first; y < end; ++y) {
      QRgb* line = grid.row(y);
      if (y < rows.begin || y >= rows.end || columns.begin >= columns.end) {
        std::fill(line, line + grid.width, background);
        continue;
      }
      std::fill(line, line + columns.begin, background);
      maker.line(rows.at(y), columns, *scratch, line + columns.begin);
      std::fill(line + columns.end, line + grid.width, background);
    }
  });
}

/// Writes the lines of a band of target columns x … x + count − 1, which lie side by side in lines, upright.
void writeUpright(const Grid& grid, const Axis& columns, int x, int count, const std::vector<QRgb>& lines) {
  const int length = columns.end - columns.begin;
  for (int i = 0; i < length; ++i) {
    QRgb* row = grid.row(columns.begin + i) + x;
    for (int k = 0; k < count; ++k) row[k] = lines[static_cast<std::size_t>(k) * length + i];
  }
}

void paintTransposed(const Grid& grid, const Axis& columns, const Axis& rows, QRgb background,
                     const LineMaker& maker) {
  for (int y = 0; y < grid.height; ++y) {
    QRgb* line = grid.row(y);
    const bool isInside = y >= columns.begin && y < columns.end;
    std::fill(line, line + (isInside ? rows.begin : grid.width), background);
    if (isInside) std::fill(line + rows.end, line + grid.width, background);
  }
  const int bands = (rows.end - rows.begin + bandColumns - 1) / bandColumns;
  const int length = columns.end - columns.begin;
  if (length <= 0) return;
  inBands(bands, grain(length * bandColumns), [&](int first, int end) {
    const auto scratch = maker.scratch();
    std::vector<QRgb> lines(static_cast<std::size_t>(length) * bandColumns);
    for (int band = first; band < end; ++band) {
      const int x = rows.begin + band * bandColumns;
      const int count = std::min(bandColumns, rows.end - x);
      for (int k = 0; k < count; ++k)
        maker.line(rows.at(x + k), columns, *scratch, lines.data() + static_cast<std::size_t>(k) * length);
      writeUpright(grid, columns, x, count, lines);
    }
  });
}

/// First and last + 1 of x in 0…count with 0 ≤ from + step·x < size, for both coordinates.
std::pair<int, int> insideLine(QPointF from, QPointF step, QSizeF size, int count) {
  double low = 0;
  double high = count;
  const auto cut = [&](double start, double slope, double extent) {
    if (std::abs(slope) < 1e-12) {
      if (start < 0 || start >= extent) high = 0;
      return;
    }
    low = std::max(low, std::min(-start / slope, (extent - start) / slope));
    high = std::min(high, std::max(-start / slope, (extent - start) / slope));
  };
  cut(from.x(), step.x(), size.width());
  cut(from.y(), step.y(), size.height());
  const int first = static_cast<int>(std::ceil(std::min(low, double(count))));
  return {first, std::max(first, static_cast<int>(std::ceil(high)))};
}

void paintFree(const Grid& grid, const View& view, QSizeF size, int level, QRgb background,
               const LineMaker& maker) {
  const double scale = 1.0 / (1 << level);
  inBands(grid.height, grain(grid.width), [&](int firstRow, int endRow) {
    const auto scratch = maker.scratch();
    for (int y = firstRow; y < endRow; ++y) {
      const QPointF from = view.at(0, y);
      const QPointF step = view.at(1, y) - from;
      const auto [first, end] = insideLine(from, step, size, grid.width);
      QRgb* line = grid.row(y);
      std::fill(line, line + first, background);
      maker.freeLine((from + first * step) * scale, step * scale, end - first, *scratch, line + first);
      std::fill(line + end, line + grid.width, background);
    }
  });
}

}  // namespace

void paintLines(QImage& target, const View& view, int columns, int rows, int level, bool isNearest,
                QRgb background, const LineMaker& maker) {
  const Grid grid(target);
  if (view.kind() == View::Kind::General)
    return paintFree(grid, view, QSizeF(columns, rows), level, background, maker);
  const bool isStraight = view.kind() == View::Kind::Straight;
  const Axis across = view.columns(isStraight ? grid.width : grid.height, columns, level, isNearest);
  const Axis down = view.rows(isStraight ? grid.height : grid.width, rows, level, isNearest);
  isStraight ? paintStraight(grid, across, down, background, maker)
             : paintTransposed(grid, across, down, background, maker);
}

}  // namespace core
