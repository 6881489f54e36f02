// SPDX-License-Identifier: MIT
#include "core/window/greysource.h"

#include "core/window/bands.h"
#include "core/window/sampletypes.h"

namespace core {

namespace {

constexpr float gap = std::numeric_limits<float>::quiet_NaN();

/// Stored values as floats, a gap for what is not part of the image.
template <class T>
struct Samples {
  const T* data;
  std::size_t columns;
  PaddingRange<T> padding;
  const FrameDisplay& display;
  double bias;
  bool hasGaps;

  float value(T stored) const {
    if (hasGaps && padding.holds(stored)) return gap;
    if (display.modalityLut) return display.modalityLut->at(static_cast<double>(stored));
    if constexpr (sizeof(T) <= 2) return static_cast<float>(stored);
    return static_cast<float>(static_cast<double>(stored) - bias);
  }
  float operator()(int x, int y) const { return value(data[static_cast<std::size_t>(y) * columns + x]); }
};

void splitGaps(float* values, float* weights, int count) {
  for (int i = 0; i < count; ++i) {
    weights[i] = std::isnan(values[i]) ? 0.F : 1.F;
    values[i] = std::isnan(values[i]) ? 0.F : values[i];
  }
}

/// The mean of up to 2 × 2 values, gaps left out.
template <class Sample>
float mean(const Sample& sample, int x, int y, int columns, int rows) {
  float sum = 0;
  int count = 0;
  for (int j = y; j < std::min(y + 2, rows); ++j)
    for (int i = x; i < std::min(x + 2, columns); ++i) {
      const float value = sample(i, j);
      if (std::isnan(value)) continue;
      sum += value;
      ++count;
    }
  return count == 0 ? gap : sum / static_cast<float>(count);
}

template <class Sample>
void halve(const Sample& sample, int columns, int rows, bool hasGaps, std::vector<float>& out) {
  const int outColumns = halved(columns, 1);
  inBands(halved(rows, 1), 256, [&](int first, int end) {
    for (int y = first; y < end; ++y) {
      float* row = out.data() + static_cast<std::size_t>(y) * outColumns;
      const bool isInner = !hasGaps && 2 * y + 1 < rows;
      const int simple = isInner ? columns / 2 : 0;
      for (int x = 0; x < simple; ++x)
        row[x] = 0.25F * (sample(2 * x, 2 * y) + sample(2 * x + 1, 2 * y) + sample(2 * x, 2 * y + 1) +
                          sample(2 * x + 1, 2 * y + 1));
      for (int x = simple; x < outColumns; ++x) row[x] = mean(sample, 2 * x, 2 * y, columns, rows);
    }
  });
}

template <class T>
bool anyGap(const Frame& frame, const FrameDisplay& display) {
  const auto samples = frame.samplesAs<T>();
  if constexpr (std::is_floating_point_v<T>)
    return std::any_of(samples.begin(), samples.end(), [](T value) { return std::isnan(value); });
  const PaddingRange<T> padding = paddingRange<T>(display);
  return padding.any() &&
         std::any_of(samples.begin(), samples.end(), [&](T value) { return padding.holds(value); });
}

/// Interpolates between four values, gaps left out; a gap where the nearest is one.
template <class Sample>
float between(const Sample& sample, int columns, int rows, double u, double v) {
  const double x = std::clamp(u - 0.5, 0.0, columns - 1.0);
  const double y = std::clamp(v - 0.5, 0.0, rows - 1.0);
  const int x0 = static_cast<int>(x);
  const int y0 = static_cast<int>(y);
  const int x1 = std::min(x0 + 1, columns - 1);
  const int y1 = std::min(y0 + 1, rows - 1);
  const float fx = static_cast<float>(x - x0);
  const float fy = static_cast<float>(y - y0);
  const float corners[] = {sample(x0, y0), sample(x1, y0), sample(x0, y1), sample(x1, y1)};
  const float weights[] = {(1 - fx) * (1 - fy), fx * (1 - fy), (1 - fx) * fy, fx * fy};
  if (std::isnan(corners[(fx >= 0.5F ? 1 : 0) + (fy >= 0.5F ? 2 : 0)])) return gap;
  if (std::none_of(corners, corners + 4, [](float corner) { return std::isnan(corner); })) {
    const float above = corners[0] + (corners[1] - corners[0]) * fx;
    const float below = corners[2] + (corners[3] - corners[2]) * fx;
    return above + (below - above) * fy;
  }
  float sum = 0;
  float weight = 0;
  for (int i = 0; i < 4; ++i) {
    if (std::isnan(corners[i])) continue;
    sum += corners[i] * weights[i];
    weight += weights[i];
  }
  return sum / weight;
}

}  // namespace

GreySource::GreySource(const Frame& frame, const FrameDisplay& display)
    : m_frame(frame), m_display(display), m_range(valueRange(frame, display)) {
  m_hasGaps = withSampleType(frame.type, [&](auto zero) { return anyGap<decltype(zero)>(frame, display); });
  if (sizeOf(frame.type) > 2 && m_range && !display.modalityLut)
    m_bias = (m_range->first - display.intercept) / display.slope;
  int size = static_cast<int>(std::max(frame.columns, frame.rows));
  m_planes.push_back(std::make_unique<Plane>());
  for (; size > 64; size = halved(size, 1)) m_planes.push_back(std::make_unique<Plane>());
}

template <class Visit>
void GreySource::visitFrame(Visit&& visit) const {
  withSampleType(m_frame.type, [&](auto zero) {
    using T = decltype(zero);
    visit(Samples<T>{m_frame.samplesAs<T>().data(), m_frame.columns, paddingRange<T>(m_display), m_display,
                     m_bias, m_hasGaps});
  });
}

void GreySource::prepare(int level) const {
  for (int i = 1; i <= level; ++i) std::call_once(m_planes[i]->once, [this, i] { build(i); });
}

void GreySource::build(int level) const {
  Plane& plane = *m_planes[level];
  const int columns = halved(static_cast<int>(m_frame.columns), level - 1);
  const int rows = halved(static_cast<int>(m_frame.rows), level - 1);
  plane.columns = halved(columns, 1);
  plane.rows = halved(rows, 1);
  plane.values.resize(static_cast<std::size_t>(plane.columns) * plane.rows);
  if (level == 1)
    return visitFrame([&](const auto& sample) { halve(sample, columns, rows, m_hasGaps, plane.values); });
  const float* above = m_planes[level - 1]->values.data();
  const auto sample = [&](int x, int y) { return above[static_cast<std::size_t>(y) * columns + x]; };
  halve(sample, columns, rows, m_hasGaps, plane.values);
}

void GreySource::row(int level, int y, int first, int count, float* values, float* weights) const {
  if (level == 0) {
    visitFrame([&](const auto& sample) {
      const auto* stored = sample.data + static_cast<std::size_t>(y) * sample.columns + first;
      for (int i = 0; i < count; ++i) values[i] = sample.value(stored[i]);
    });
  } else {
    const Plane& plane = *m_planes[level];
    std::copy_n(plane.values.data() + static_cast<std::size_t>(y) * plane.columns + first, count, values);
  }
  if (m_hasGaps) splitGaps(values, weights, count);
}

template <class Sample>
void GreySource::lineOf(int columns, int rows, const Sample& sample, QPointF from, QPointF step, int count,
                        bool isNearest, float* values) const {
  for (int i = 0; i < count; ++i) {
    const double u = from.x() + i * step.x();
    const double v = from.y() + i * step.y();
    values[i] = isNearest ? sample(static_cast<int>(std::clamp(u, 0.0, columns - 1.0)),
                                   static_cast<int>(std::clamp(v, 0.0, rows - 1.0)))
                          : between(sample, columns, rows, u, v);
  }
}

void GreySource::line(int level, QPointF from, QPointF step, int count, bool isNearest, float* values) const {
  const int columns = halved(static_cast<int>(m_frame.columns), level);
  const int rows = halved(static_cast<int>(m_frame.rows), level);
  if (level == 0)
    return visitFrame(
        [&](const auto& sample) { lineOf(columns, rows, sample, from, step, count, isNearest, values); });
  const float* plane = m_planes[level]->values.data();
  const auto sample = [&](int x, int y) { return plane[static_cast<std::size_t>(y) * columns + x]; };
  lineOf(columns, rows, sample, from, step, count, isNearest, values);
}

}  // namespace core
