// SPDX-License-Identifier: MIT
// JPEG-LS, the decoder (ISO/IEC 14495-1 annex A). Our own: DCMTK's copy of CharLS is built with its
// assertions, and a damaged 16-bit stream ends the process in them.
#include "core/decode/jpeglsscan.h"

#include <bit>

#include "core/decode/jpeglsmodel.h"

namespace core {

using namespace jpegls;

namespace {

/// Bits from the first on; behind a byte FF the next has seven, and FF with a greater one is a marker: the
/// end. Fails sticky: past the end it reads zeros.
class BitReader {
 public:
  explicit BitReader(ByteView data) : m_at(data.data()), m_end(data.data() + data.size()) {}

  bool failed() const { return m_failed; }
  void fail() { m_failed = true; }

  bool bit() { return read(1) != 0; }

  /// 0..32 bits.
  std::uint32_t read(int count) {
    if (count == 0) return 0;
    refill();
    if (m_count < count) return fail(), 0;
    const auto value = static_cast<std::uint32_t>(m_cache >> (64 - count));
    drop(count);
    return value;
  }

  /// Zeros before the next one, which is read too; fails above limit.
  int zeros(int limit) {
    int count = 0;
    while (count <= limit) {
      refill();
      if (m_count == 0) break;
      const int leading = std::countl_zero(m_cache);
      if (leading < m_count) {
        drop(leading + 1);
        return count + leading;
      }
      count += m_count;
      drop(m_count);
    }
    fail();
    return 0;
  }

 private:
  void drop(int count) {
    m_cache = count < 64 ? m_cache << count : 0;
    m_count -= count;
  }

  static bool hasFf(std::uint64_t bytes) {
    constexpr std::uint64_t low = 0x7F7F7F7F7F7F7F7F;
    return (((bytes & low) + 0x0101010101010101) & bytes & ~low) != 0;
  }

  /// At least 33 bits, unless the data ends.
  void refill() {
    if (m_count > 32) return;
    if (!m_isAfterFf && m_end - m_at >= 8) {
      const std::uint64_t next =
          std::uint64_t{load32(m_at, ByteOrder::Big)} << 32 | load32(m_at + 4, ByteOrder::Big);
      if (!hasFf(next)) {
        const int bytes = (64 - m_count) / 8;
        // What is taken beyond these bytes is put in once more, the same, by the next refill.
        m_cache |= next >> m_count;
        m_at += bytes;
        m_count += bytes * 8;
        return;
      }
    }
    refillByBytes();
  }

  void refillByBytes() {
    while (m_count <= 56 && m_at < m_end) {
      const std::uint8_t byte = *m_at;
      if (m_isAfterFf && byte >= 0x80) {
        m_end = m_at;
        return;
      }
      const int bits = m_isAfterFf ? 7 : 8;
      m_cache |= std::uint64_t{byte} << (64 - bits) >> m_count;
      m_count += bits;
      m_isAfterFf = byte == 0xFF;
      ++m_at;
    }
  }

  const std::uint8_t* m_at;
  const std::uint8_t* m_end;
  std::uint64_t m_cache = 0;  ///< the next bit is the highest
  int m_count = 0;
  bool m_isAfterFf = false;
  bool m_failed = false;
};

/// A line with its neighbours: one sample before it, one behind (A.2.2).
struct Line {
  std::vector<std::uint16_t> samples;
  explicit Line(std::size_t columns) : samples(columns + 2) {}
  std::uint16_t* begin() { return samples.data() + 1; }
};

template <bool isLossless>
class ScanDecoder {
 public:
  ScanDecoder(const JpegLsScan& scan, ByteView data);
  bool run(std::span<std::uint16_t* const> planes);

 private:
  /// The lines of a component: the one above and the one that is decoded.
  struct Component {
    Line above;
    Line line;
    int runIndex = 0;
    explicit Component(std::size_t columns) : above(columns), line(columns) {}
    std::uint16_t* up = nullptr;
    std::uint16_t* now = nullptr;
  };

  void startLine(Component& component);
  void decodeLine(Component& component);
  void decodeLineOfPixels();
  std::uint32_t runLength(int& runIndex, std::uint32_t left);
  std::uint32_t decodeRun(Component& component, std::uint32_t x);
  std::uint32_t decodePixelRun(std::uint32_t x);
  int contextAt(const Component& component, std::uint32_t x) const;
  std::uint16_t regular(int context, int left, int up, int upLeft);
  std::uint16_t interrupted(int left, int up, int type, int runIndex);
  std::uint32_t golomb(int k, int limit);
  int quantized(int gradient) const {
    const int last = m_scan.thresholds[2];
    return m_quantized[static_cast<std::size_t>(std::clamp(gradient, -last, last) + last)];
  }
  int error(Context& context, int k);
  int interruptionError(RunContext& context, int type, int runIndex);
  std::uint16_t reconstructed(int predicted, int error) const;

  const JpegLsScan& m_scan;
  BitReader m_bits;
  int m_step;   ///< 2 NEAR + 1
  int m_range;  ///< RANGE
  int m_errorBits;
  int m_limit;
  std::array<Context, 365> m_contexts;
  std::array<RunContext, 2> m_runs;
  std::vector<std::int8_t> m_quantized;
  std::vector<Component> m_components;
};

template <bool isLossless>
ScanDecoder<isLossless>::ScanDecoder(const JpegLsScan& scan, ByteView data)
    : m_scan(scan), m_bits(data), m_step(isLossless ? 1 : 2 * scan.near + 1) {
  m_range = (scan.maximum + 2 * scan.near) / m_step + 1;
  m_errorBits = bitsOf(m_range - 1);
  m_limit = longestCode(scan.maximum);
  for (Context& context : m_contexts) context.a = firstErrorSum(m_range);
  for (RunContext& context : m_runs) context.a = firstErrorSum(m_range);
  const auto& [t1, t2, t3] = scan.thresholds;
  for (int d = -t3; d <= t3; ++d) {
    const int size = std::abs(d);
    const int level = size <= scan.near ? 0 : size < t1 ? 1 : size < t2 ? 2 : size < t3 ? 3 : 4;
    m_quantized.push_back(static_cast<std::int8_t>(d < 0 ? -level : level));
  }
  for (std::size_t i = 0; i < scan.components; ++i) m_components.emplace_back(scan.columns);
}

template <bool isLossless>
bool ScanDecoder<isLossless>::run(std::span<std::uint16_t* const> planes) {
  for (std::size_t y = 0; y < m_scan.rows && !m_bits.failed(); ++y) {
    for (Component& component : m_components) startLine(component);
    if (m_scan.interleave == JpegLsScan::Interleave::Sample)
      decodeLineOfPixels();
    else
      for (Component& component : m_components) decodeLine(component);
    for (std::size_t i = 0; i < m_components.size(); ++i)
      std::copy_n(m_components[i].now, m_scan.columns, planes[i] + y * m_scan.columns);
  }
  return !m_bits.failed();
}

template <bool isLossless>
void ScanDecoder<isLossless>::startLine(Component& component) {
  std::swap(component.above, component.line);
  component.up = component.above.begin();
  component.now = component.line.begin();
  component.up[m_scan.columns] = component.up[m_scan.columns - 1];
  component.now[-1] = component.up[0];
}

template <bool isLossless>
int ScanDecoder<isLossless>::contextAt(const Component& component, std::uint32_t x) const {
  const int left = component.now[static_cast<std::ptrdiff_t>(x) - 1];
  const int up = component.up[x];
  const int upLeft = component.up[static_cast<std::ptrdiff_t>(x) - 1];
  return 81 * quantized(component.up[x + 1] - up) + 9 * quantized(up - upLeft) + quantized(upLeft - left);
}

template <bool isLossless>
void ScanDecoder<isLossless>::decodeLine(Component& component) {
  for (std::uint32_t x = 0; x < m_scan.columns;) {
    const int context = contextAt(component, x);
    if (context == 0) {
      x = decodeRun(component, x);
      if (m_bits.failed()) return;
      continue;
    }
    const std::uint16_t* now = component.now + x;
    const std::uint16_t* up = component.up + x;
    component.now[x] = regular(context, now[-1], up[0], up[-1]);
    ++x;
  }
}

template <bool isLossless>
void ScanDecoder<isLossless>::decodeLineOfPixels() {
  for (std::uint32_t x = 0; x < m_scan.columns;) {
    int contexts[4];
    bool isRun = true;
    for (std::size_t i = 0; i < m_components.size(); ++i) {
      contexts[i] = contextAt(m_components[i], x);
      isRun = isRun && contexts[i] == 0;
    }
    if (isRun) {
      x = decodePixelRun(x);
      if (m_bits.failed()) return;
      continue;
    }
    for (std::size_t i = 0; i < m_components.size(); ++i) {
      const std::uint16_t* now = m_components[i].now + x;
      const std::uint16_t* up = m_components[i].up + x;
      m_components[i].now[x] = regular(contexts[i], now[-1], up[0], up[-1]);
    }
    ++x;
  }
}

/// A.7.1: how many samples repeat the one at the left, at most left.
template <bool isLossless>
std::uint32_t ScanDecoder<isLossless>::runLength(int& runIndex, std::uint32_t left) {
  std::uint32_t length = 0;
  while (m_bits.bit()) {
    const std::uint32_t whole = 1u << runLengths[runIndex];
    const std::uint32_t step = std::min(whole, left - length);
    length += step;
    if (step == whole) runIndex = std::min(31, runIndex + 1);
    if (length == left) return length;
  }
  length += m_bits.read(runLengths[runIndex]);
  if (length >= left) m_bits.fail();
  return std::min(length, left);
}

template <bool isLossless>
std::uint32_t ScanDecoder<isLossless>::decodeRun(Component& component, std::uint32_t x) {
  const std::uint16_t left = component.now[static_cast<std::ptrdiff_t>(x) - 1];
  const std::uint32_t length = runLength(component.runIndex, m_scan.columns - x);
  std::fill_n(component.now + x, length, left);
  x += length;
  if (x == m_scan.columns || m_bits.failed()) return x;
  const int type = std::abs(left - component.up[x]) <= m_scan.near ? 1 : 0;
  component.now[x] = interrupted(left, component.up[x], type, component.runIndex);
  component.runIndex = std::max(0, component.runIndex - 1);
  return x + 1;
}

/// Of whole pixels: all components share one run, and its end is coded by the first of the two contexts.
template <bool isLossless>
std::uint32_t ScanDecoder<isLossless>::decodePixelRun(std::uint32_t x) {
  int& runIndex = m_components.front().runIndex;
  const std::uint32_t length = runLength(runIndex, m_scan.columns - x);
  for (Component& component : m_components)
    std::fill_n(component.now + x, length, component.now[static_cast<std::ptrdiff_t>(x) - 1]);
  x += length;
  if (x == m_scan.columns || m_bits.failed()) return x;
  for (Component& component : m_components)
    component.now[x] =
        interrupted(component.now[static_cast<std::ptrdiff_t>(x) - 1], component.up[x], 0, runIndex);
  runIndex = std::max(0, runIndex - 1);
  return x + 1;
}

/// A.5.3: a limited-length Golomb code.
template <bool isLossless>
std::uint32_t ScanDecoder<isLossless>::golomb(int k, int limit) {
  const int longest = limit - m_errorBits - 1;
  const int high = m_bits.zeros(longest);
  const std::uint32_t value =
      high < longest ? static_cast<std::uint32_t>(high) << k | m_bits.read(k) : m_bits.read(m_errorBits) + 1;
  // No encoder makes an error beyond the range; a damaged stream does.
  if (value > static_cast<std::uint32_t>(m_range) + 2) m_bits.fail();
  return value;
}

template <bool isLossless>
int ScanDecoder<isLossless>::error(Context& context, int k) {
  const std::uint32_t mapped = golomb(k, m_limit);
  const int value = static_cast<int>(mapped >> 1) ^ -static_cast<int>(mapped & 1);
  const bool isTurned = isLossless && k == 0 && 2 * context.b <= -static_cast<std::int32_t>(context.n);
  return isTurned ? ~value : value;
}

template <bool isLossless>
std::uint16_t ScanDecoder<isLossless>::reconstructed(int predicted, int error) const {
  int value = predicted + error * m_step;
  if (value < -m_scan.near)
    value += m_range * m_step;
  else if (value > m_scan.maximum + m_scan.near)
    value -= m_range * m_step;
  return static_cast<std::uint16_t>(std::clamp(value, 0, m_scan.maximum));
}

/// A.4, A.5: a sample of regular mode. A negative context is the positive one mirrored.
template <bool isLossless>
std::uint16_t ScanDecoder<isLossless>::regular(int signedContext, int left, int up, int upLeft) {
  const int sign = signedContext < 0 ? -1 : 1;
  Context& context = m_contexts[static_cast<std::size_t>(signedContext * sign)];
  const int predicted = std::clamp(median(left, up, upLeft) + sign * context.c, 0, m_scan.maximum);
  const int value = error(context, golombParameter(context.a, context.n));
  context.learn(value, m_step, m_scan.reset);
  return reconstructed(predicted, sign * value);
}

/// A.7.2: the error of the sample that ends a run.
template <bool isLossless>
int ScanDecoder<isLossless>::interruptionError(RunContext& context, int type, int runIndex) {
  const int k = context.golombParameter(type);
  const std::uint32_t mapped = golomb(k, m_limit - runLengths[runIndex] - 1);
  const std::uint32_t whole = mapped + static_cast<std::uint32_t>(type);
  const bool isOdd = (whole & 1) != 0;
  const auto absolute = static_cast<int>((whole + (whole & 1)) / 2);
  const bool isUsualSign = k != 0 || 2 * context.negatives >= context.n;
  const int value = isUsualSign == isOdd ? -absolute : absolute;
  context.learn(value, mapped, type, m_scan.reset);
  return value;
}

template <bool isLossless>
std::uint16_t ScanDecoder<isLossless>::interrupted(int left, int up, int type, int runIndex) {
  const int value = interruptionError(m_runs[static_cast<std::size_t>(type)], type, runIndex);
  if (type == 1) return reconstructed(left, value);
  return reconstructed(up, up < left ? -value : value);
}

}  // namespace

bool decodeJpegLsScan(const JpegLsScan& scan, ByteView data, std::span<std::uint16_t* const> planes) {
  if (scan.near == 0) return ScanDecoder<true>(scan, data).run(planes);
  return ScanDecoder<false>(scan, data).run(planes);
}

}  // namespace core
