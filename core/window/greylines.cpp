// SPDX-License-Identifier: MIT
#include "core/window/greylines.h"

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace core {

namespace {

constexpr QRgb opaque = 0xFF000000;

QRgb greyRgb(unsigned grey) { return grey * 0x010101U | opaque; }

/// From values of a GreySource to grey pixels; NaN, which stands for padding, becomes black.
class Tone {
 public:
  Tone(const GreySource& source, const GreyMap& map, const FrameDisplay& display) {
    if (const auto line = display.modalityLut ? map.lineOfModality() : map.line()) {
      m_isLine = true;
      const double zero = line->zero - source.bias();
      m_zero = static_cast<float>(zero + slack(zero, *line, map.isInverse()));
      m_scale = static_cast<float>(line->scale);
    } else {
      makeTable(source, map, display);
    }
  }

  void apply(const float* values, int count, QRgb* rgb) const {
    int i = m_isLine ? vectorLine(values, count, rgb) : 0;
    for (; i < count; ++i) rgb[i] = m_isLine ? one(values[i]) : fromTable(values[i]);
  }

 private:
  /// Interpolation must not carry a constant over a threshold by the last bit of a float: the threshold moves
  /// that far to the side where it is not met.
  static double slack(double zero, const RampLine& line, bool isInverse) {
    if (std::abs(line.scale) < thresholdScale) return 0;
    return std::max(std::abs(zero) * 1e-6, 1e-20) * (isInverse == (line.scale < 0) ? 1 : -1);
  }

  QRgb one(float value) const {
    const float y = (value - m_zero) * m_scale + 0.5F;
    return greyRgb(std::isnan(y) ? 0 : static_cast<unsigned>(std::clamp(y, 0.0F, 255.5F)));
  }

  QRgb fromTable(float value) const {
    if (std::isnan(value) || m_table.empty()) return opaque;
    const float last = static_cast<float>(m_table.size() - 1);
    return m_table[static_cast<std::size_t>(std::clamp((value - m_zero) * m_scale + 0.5F, 0.0F, last))];
  }

  int vectorLine([[maybe_unused]] const float* values, [[maybe_unused]] int count,
                 [[maybe_unused]] QRgb* rgb) const {
    int i = 0;
#if defined(__SSE2__)
    for (; i + 4 <= count; i += 4) {
      const __m128 x = _mm_sub_ps(_mm_loadu_ps(values + i), _mm_set1_ps(m_zero));
      const __m128 y = _mm_add_ps(_mm_mul_ps(x, _mm_set1_ps(m_scale)), _mm_set1_ps(0.5F));
      // The second operand wins over NaN: padding comes out as 0.
      const __m128 clamped = _mm_max_ps(_mm_min_ps(_mm_set1_ps(255.5F), y), _mm_setzero_ps());
      const __m128i grey = _mm_cvttps_epi32(clamped);
      const __m128i two = _mm_or_si128(grey, _mm_slli_epi32(grey, 8));
      const __m128i all =
          _mm_or_si128(_mm_or_si128(two, _mm_slli_epi32(grey, 16)), _mm_set1_epi32(static_cast<int>(opaque)));
      _mm_storeu_si128(reinterpret_cast<__m128i*>(rgb + i), all);
    }
#endif
    return i;
  }

  /// A table over the values of the frame: whole values fall on entries of their own as far as 65,536 last.
  void makeTable(const GreySource& source, const GreyMap& map, const FrameDisplay& display) {
    if (!source.range()) return;
    const auto toSource = [&](double x) {
      return display.modalityLut ? x : (x - display.intercept) / display.slope - source.bias();
    };
    const double a = toSource(source.range()->first);
    const double b = toSource(source.range()->second);
    const double span = std::max(std::abs(b - a), 1e-30);
    const double perUnit = span > 65535 || span < 1 ? 65535 / span : std::max(1.0, std::floor(4095 / span));
    m_zero = static_cast<float>(std::min(a, b));
    m_scale = static_cast<float>(perUnit);
    m_table.resize(static_cast<std::size_t>(span * perUnit + 0.5) + 1);
    for (std::size_t i = 0; i < m_table.size(); ++i) {
      const double value = std::min(a, b) + static_cast<double>(i) / perUnit;
      m_table[i] = greyRgb(
          toGrey(display.modalityLut ? map.valueOfModality(value) : map.value(value + source.bias())));
    }
  }

  bool m_isLine = false;
  float m_zero = 0;
  float m_scale = 1;
  std::vector<QRgb> m_table;
};

/// A row of the source, turned into floats once for all target lines between it and the next.
struct SourceRow {
  int y = -1;
  std::vector<float> values;
  std::vector<float> weights;
};

struct GreyScratch : LineMaker::Scratch {
  SourceRow rows[2];
  std::vector<float> values;
  std::vector<float> weights;
  std::vector<float> line;
  std::vector<std::uint8_t> stored;
  std::vector<std::uint8_t> grey;
};

class GreyLines final : public LineMaker {
 public:
  GreyLines(const GreySource& source, const GreyMap& map, const FrameDisplay& display, int level,
            bool isNearest)
      : m_source(source), m_map(map), m_tone(source, map, display), m_level(level), m_isNearest(isNearest) {}

  std::unique_ptr<Scratch> scratch() const override { return std::make_unique<GreyScratch>(); }

  void line(const Tap& row, const Axis& columns, Scratch& scratch, QRgb* rgb) const override {
    auto& own = static_cast<GreyScratch&>(scratch);
    if (m_level == 0 && row.fraction == 0 && columns.isWhole) return wholeLine(row.first, columns, own, rgb);
    const auto [first, last] = columns.span();
    mixRows(row, first, last - first + 1, own);
    own.line.resize(columns.taps.size());
    m_source.hasGaps() ? acrossGaps(row, columns, first, own) : across(columns, first, own);
    m_tone.apply(own.line.data(), static_cast<int>(own.line.size()), rgb);
  }

  void freeLine(QPointF from, QPointF step, int count, Scratch& scratch, QRgb* rgb) const override {
    auto& own = static_cast<GreyScratch&>(scratch);
    own.line.resize(static_cast<std::size_t>(count));
    m_source.line(m_level, from, step, count, m_isNearest, own.line.data());
    m_tone.apply(own.line.data(), count, rgb);
  }

 private:
  /// Pixels as they are stored, mapped by the very code of renderFrame().
  void wholeLine(int y, const Axis& columns, GreyScratch& own, QRgb* rgb) const {
    const Frame& frame = m_map.frame();
    own.grey.resize(columns.taps.size());
    withSampleType(frame.type, [&](auto zero) {
      using T = decltype(zero);
      const T* row = frame.samplesAs<T>().data() + static_cast<std::size_t>(y) * frame.columns;
      own.stored.resize(columns.taps.size() * sizeof(T));
      T* gathered = reinterpret_cast<T*>(own.stored.data());
      for (std::size_t i = 0; i < columns.taps.size(); ++i) gathered[i] = row[columns.taps[i].first];
      m_map.row(gathered, columns.taps.size(), own.grey.data());
    });
    for (std::size_t i = 0; i < own.grey.size(); ++i) rgb[i] = greyRgb(own.grey[i]);
  }

  const SourceRow& sourceRow(int y, int first, int count, GreyScratch& own) const {
    for (const SourceRow& row : own.rows)
      if (row.y == y) return row;
    // The upper of the two is the one that is not needed any more, whichever way the lines go.
    SourceRow& row = own.rows[y & 1];
    row.y = y;
    row.values.resize(static_cast<std::size_t>(count));
    row.weights.resize(static_cast<std::size_t>(count));
    m_source.row(m_level, y, first, count, row.values.data(), row.weights.data());
    return row;
  }

  /// The line between two rows of the source; weights too, when there are gaps.
  void mixRows(const Tap& row, int first, int count, GreyScratch& own) const {
    const SourceRow& above = sourceRow(row.first, first, count, own);
    const SourceRow& below = sourceRow(row.second, first, count, own);
    mix(above.values, below.values, row.fraction, own.values);
    if (m_source.hasGaps()) mix(above.weights, below.weights, row.fraction, own.weights);
  }

  static void mix(const std::vector<float>& a, const std::vector<float>& b, float fraction,
                  std::vector<float>& out) {
    out.resize(a.size());
    for (std::size_t i = 0; i < a.size(); ++i) out[i] = a[i] + (b[i] - a[i]) * fraction;
  }

  static void across(const Axis& columns, int first, GreyScratch& own) {
    const float* values = own.values.data() - first;
    float* out = own.line.data();
    for (const Tap& tap : columns.taps)
      *out++ = values[tap.first] + (values[tap.second] - values[tap.first]) * tap.fraction;
  }

  /// A weighted mean of what is part of the image; padding where the nearest pixel is padding.
  void acrossGaps(const Tap& row, const Axis& columns, int first, GreyScratch& own) const {
    const int nearestRow = row.fraction >= 0.5F ? row.second : row.first;
    const float* isPart =
        sourceRow(nearestRow, first, static_cast<int>(own.values.size()), own).weights.data() - first;
    const float* values = own.values.data() - first;
    const float* weights = own.weights.data() - first;
    float* out = own.line.data();
    for (const Tap& tap : columns.taps) {
      const float value = values[tap.first] + (values[tap.second] - values[tap.first]) * tap.fraction;
      const float weight = weights[tap.first] + (weights[tap.second] - weights[tap.first]) * tap.fraction;
      const bool isShown = isPart[tap.fraction >= 0.5F ? tap.second : tap.first] > 0;
      *out++ = isShown ? value / weight : std::numeric_limits<float>::quiet_NaN();
    }
  }

  const GreySource& m_source;
  const GreyMap& m_map;
  Tone m_tone;
  int m_level;
  bool m_isNearest;
};

}  // namespace

std::unique_ptr<LineMaker> greyLines(const GreySource& source, const GreyMap& map,
                                     const FrameDisplay& display, int level, bool isNearest) {
  return std::make_unique<GreyLines>(source, map, display, level, isNearest);
}

}  // namespace core
