// SPDX-License-Identifier: MIT
#include "core/window/colorsource.h"

#include "core/window/color.h"
#include "core/window/view.h"

namespace core {

namespace {

/// a + (b − a) · weight / 256, two channels at a time.
inline QRgb blend(QRgb a, QRgb b, unsigned weight) {
  constexpr QRgb mask = 0x00FF00FF;
  const QRgb redBlue = ((a & mask) * (256 - weight) + (b & mask) * weight + 0x00800080) >> 8 & mask;
  const QRgb green = (((a >> 8) & mask) * (256 - weight) + ((b >> 8) & mask) * weight + 0x00800080) & ~mask;
  return redBlue | green | 0xFF000000;
}

unsigned weightOf(float fraction) { return static_cast<unsigned>(fraction * 256 + 0.5F); }

QRgb mean4(QRgb a, QRgb b, QRgb c, QRgb d) {
  constexpr QRgb mask = 0x00FF00FF;
  const QRgb redBlue = ((a & mask) + (b & mask) + (c & mask) + (d & mask) + 0x00020002) >> 2 & mask;
  const auto high = [](QRgb x) { return x >> 8 & mask; };
  const QRgb green = ((high(a) + high(b) + high(c) + high(d) + 0x00020002) >> 2 & mask) << 8;
  return redBlue | green | 0xFF000000;
}

class ColorLines final : public LineMaker {
 public:
  ColorLines(const ColorSource& source, int level, bool isNearest, bool isInverse)
      : m_source(source), m_level(level), m_isNearest(isNearest), m_flip(isInverse ? 0x00FFFFFF : 0) {}

  struct Row : Scratch {
    std::vector<QRgb> pixels;
  };
  std::unique_ptr<Scratch> scratch() const override {
    auto row = std::make_unique<Row>();
    row->pixels.resize(static_cast<std::size_t>(m_source.columns(m_level)));
    return row;
  }

  void line(const Tap& row, const Axis& columns, Scratch& scratch, QRgb* rgb) const override {
    const auto [first, last] = columns.span();
    const QRgb* pixels = m_source.row(m_level, row.first);
    if (const unsigned weight = weightOf(row.fraction)) {
      const QRgb* below = m_source.row(m_level, row.second);
      QRgb* mixed = static_cast<Row&>(scratch).pixels.data();
      for (int x = first; x <= last; ++x) mixed[x] = blend(pixels[x], below[x], weight);
      pixels = mixed;
    }
    for (const Tap& tap : columns.taps)
      *rgb++ = blend(pixels[tap.first], pixels[tap.second], weightOf(tap.fraction)) ^ m_flip;
  }

  void freeLine(QPointF from, QPointF step, int count, Scratch&, QRgb* rgb) const override {
    for (int i = 0; i < count; ++i) rgb[i] = at(from.x() + i * step.x(), from.y() + i * step.y()) ^ m_flip;
  }

 private:
  QRgb at(double u, double v) const {
    const double back = m_isNearest ? 0 : 0.5;
    const double x = std::clamp(u - back, 0.0, m_source.columns(m_level) - 1.0);
    const double y = std::clamp(v - back, 0.0, m_source.rows(m_level) - 1.0);
    const int x0 = static_cast<int>(x);
    const int y0 = static_cast<int>(y);
    const QRgb* row = m_source.row(m_level, y0);
    if (m_isNearest) return row[x0];
    const int x1 = std::min(x0 + 1, m_source.columns(m_level) - 1);
    const QRgb* below = m_source.row(m_level, std::min(y0 + 1, m_source.rows(m_level) - 1));
    const unsigned across = weightOf(static_cast<float>(x - x0));
    return blend(blend(row[x0], row[x1], across), blend(below[x0], below[x1], across),
                 weightOf(static_cast<float>(y - y0)));
  }

  const ColorSource& m_source;
  int m_level;
  bool m_isNearest;
  QRgb m_flip;
};

}  // namespace

Result<std::unique_ptr<ColorSource>> ColorSource::make(const Frame& frame, const FrameDisplay& display) {
  const Result<ColorMap> map = ColorMap::of(frame, display);
  if (!map) return map.error();
  auto source = std::make_unique<ColorSource>();
  int size = static_cast<int>(std::max(frame.columns, frame.rows));
  source->m_planes.push_back(std::make_unique<Plane>());
  for (; size > 64; size = halved(size, 1)) source->m_planes.push_back(std::make_unique<Plane>());
  Plane& plane = *source->m_planes.front();
  plane.columns = static_cast<int>(frame.columns);
  plane.rows = static_cast<int>(frame.rows);
  plane.pixels.resize(std::size_t{frame.columns} * frame.rows);
  for (std::uint32_t y = 0; y < frame.rows; ++y)
    map->row(y, plane.pixels.data() + std::size_t{y} * frame.columns);
  return source;
}

const QRgb* ColorSource::row(int level, int y) const {
  const Plane& plane = *m_planes[level];
  return plane.pixels.data() + static_cast<std::size_t>(y) * plane.columns;
}
int ColorSource::columns(int level) const { return m_planes[level]->columns; }
int ColorSource::rows(int level) const { return m_planes[level]->rows; }

void ColorSource::prepare(int level) const {
  for (int i = 1; i <= level; ++i) std::call_once(m_planes[i]->once, [this, i] { build(i); });
}

void ColorSource::build(int level) const {
  const Plane& from = *m_planes[level - 1];
  Plane& plane = *m_planes[level];
  plane.columns = halved(from.columns, 1);
  plane.rows = halved(from.rows, 1);
  plane.pixels.resize(static_cast<std::size_t>(plane.columns) * plane.rows);
  for (int y = 0; y < plane.rows; ++y) {
    const QRgb* above = row(level - 1, 2 * y);
    const QRgb* below = row(level - 1, std::min(2 * y + 1, from.rows - 1));
    for (int x = 0; x < plane.columns; ++x) {
      const int right = std::min(2 * x + 1, from.columns - 1);
      plane.pixels[static_cast<std::size_t>(y) * plane.columns + x] =
          mean4(above[2 * x], above[right], below[2 * x], below[right]);
    }
  }
}

std::unique_ptr<LineMaker> ColorSource::maker(int level, bool isNearest, bool isInverse) const {
  return std::make_unique<ColorLines>(*this, level, isNearest, isInverse);
}

}  // namespace core
