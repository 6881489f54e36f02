// SPDX-License-Identifier: MIT
// JPEG-LS, the lossless encoder (ISO/IEC 14495-1 annex A). Our own: DCMTK's writes past its buffer where a
// frame does not shrink, and whose picture it is, is not in our hands.
#include "core/decode/jpeglsmodel.h"
#include "core/encode/encoders.h"

namespace core {

using namespace jpegls;

namespace {

/// Bits from the highest on; behind a byte FF the next carries seven, so that no marker is made.
class BitWriter {
 public:
  explicit BitWriter(std::vector<std::uint8_t>& out) : m_out(out) {}

  void zeros(int count) {
    for (; count > 16; count -= 16) put(0, 16);
    put(0, count);
  }
  /// 0..24 bits.
  void put(std::uint32_t value, int count) {
    m_cache = m_cache << count | value;
    m_count += count;
    while (m_count >= room()) putByte();
  }
  void finish() {
    if (m_count > 0) put(0, room() - m_count);
    if (m_isAfterFf) m_out.push_back(0);
  }

 private:
  int room() const { return m_isAfterFf ? 7 : 8; }
  void putByte() {
    const int bits = room();
    m_count -= bits;
    const auto byte = static_cast<std::uint8_t>(m_cache >> m_count & ((1u << bits) - 1));
    m_cache &= (std::uint64_t{1} << m_count) - 1;
    m_out.push_back(byte);
    m_isAfterFf = byte == 0xFF;
  }

  std::vector<std::uint8_t>& m_out;
  std::uint64_t m_cache = 0;
  int m_count = 0;
  bool m_isAfterFf = false;
};

/// A line with its neighbours: one sample before it, one behind (A.2.2).
struct Line {
  std::vector<std::uint16_t> samples;
  explicit Line(std::size_t columns) : samples(columns + 2) {}
  std::uint16_t* begin() { return samples.data() + 1; }
};

struct Component {
  Line above;
  Line line;
  int runIndex = 0;
  std::uint16_t* up = nullptr;
  std::uint16_t* now = nullptr;
  explicit Component(std::size_t columns) : above(columns), line(columns) {}

  void startLine(std::size_t columns) {
    std::swap(above, line);
    up = above.begin();
    now = line.begin();
    up[columns] = up[columns - 1];
    now[-1] = up[0];
  }
};

/// Line by line, of each line the components one after the other.
class ScanEncoder {
 public:
  ScanEncoder(const JpegLsScan& scan, std::vector<std::uint8_t>& out)
      : m_scan(scan), m_bits(out), m_range(scan.maximum + 1) {
    m_errorBits = bitsOf(m_range - 1);
    m_limit = longestCode(scan.maximum);
    for (Context& context : m_contexts) context.a = firstErrorSum(m_range);
    for (RunContext& context : m_runs) context.a = firstErrorSum(m_range);
    for (std::size_t i = 0; i < scan.components; ++i) m_components.emplace_back(scan.columns);
  }

  /// sample(y, x, component)
  template <class Sample>
  void run(Sample sample) {
    for (std::size_t y = 0; y < m_scan.rows; ++y)
      for (std::size_t c = 0; c < m_components.size(); ++c) {
        Component& component = m_components[c];
        component.startLine(m_scan.columns);
        for (std::size_t x = 0; x < m_scan.columns; ++x) component.now[x] = sample(y, x, c);
        encodeLine(component);
      }
    m_bits.finish();
  }

 private:
  int quantized(int gradient) const {
    const auto& [t1, t2, t3] = m_scan.thresholds;
    const int size = std::abs(gradient);
    const int level = size == 0 ? 0 : size < t1 ? 1 : size < t2 ? 2 : size < t3 ? 3 : 4;
    return gradient < 0 ? -level : level;
  }

  int contextAt(const Component& component, std::ptrdiff_t x) const {
    const std::uint16_t* up = component.up + x;
    return 81 * quantized(up[1] - up[0]) + 9 * quantized(up[0] - up[-1]) +
           quantized(up[-1] - component.now[x - 1]);
  }

  void encodeLine(Component& component) {
    const auto columns = static_cast<std::ptrdiff_t>(m_scan.columns);
    for (std::ptrdiff_t x = 0; x < columns;) {
      const int context = contextAt(component, x);
      if (context == 0) {
        x = encodeRun(component, x);
        continue;
      }
      encodeRegular(context, component.now + x, component.up + x);
      ++x;
    }
  }

  /// A.7.1; returns where the line goes on.
  std::ptrdiff_t encodeRun(Component& component, std::ptrdiff_t x) {
    const auto columns = static_cast<std::ptrdiff_t>(m_scan.columns);
    const std::uint16_t left = component.now[x - 1];
    std::uint32_t length = 0;
    while (x < columns && component.now[x] == left) ++x, ++length;
    int& index = component.runIndex;
    for (; length >= 1u << runLengths[index]; index = std::min(31, index + 1)) {
      length -= 1u << runLengths[index];
      m_bits.put(1, 1);
    }
    if (x == columns) {
      if (length > 0) m_bits.put(1, 1);
      return x;
    }
    m_bits.put(0, 1);
    m_bits.put(length, runLengths[index]);
    encodeInterruption(component.now[x], left, component.up[x], index);
    index = std::max(0, index - 1);
    return x + 1;
  }

  /// A.7.2
  void encodeInterruption(int value, int left, int up, int runIndex) {
    const int type = left == up ? 1 : 0;
    const int error = reduced(type == 1 ? value - left : up < left ? up - value : value - up);
    RunContext& context = m_runs[static_cast<std::size_t>(type)];
    const int k = context.golombParameter(type);
    const bool isUsualSign = k != 0 || 2 * context.negatives >= context.n;
    const bool isOdd = error != 0 && (error < 0) == isUsualSign;
    const auto mapped = static_cast<std::uint32_t>(2 * std::abs(error) - type - (isOdd ? 1 : 0));
    golomb(mapped, k, m_limit - runLengths[runIndex] - 1);
    context.learn(error, mapped, type, m_scan.reset);
  }

  /// A.4, A.5. A negative context is the positive one mirrored.
  void encodeRegular(int signedContext, const std::uint16_t* now, const std::uint16_t* up) {
    const int sign = signedContext < 0 ? -1 : 1;
    Context& context = m_contexts[static_cast<std::size_t>(signedContext * sign)];
    const int predicted = std::clamp(median(now[-1], up[0], up[-1]) + sign * context.c, 0, m_scan.maximum);
    const int error = reduced(sign * (now[0] - predicted));
    const int k = golombParameter(context.a, context.n);
    const bool isTurned = k == 0 && 2 * context.b <= -static_cast<std::int32_t>(context.n);
    const int turned = isTurned ? ~error : error;
    golomb(static_cast<std::uint32_t>(turned >= 0 ? 2 * turned : -2 * turned - 1), k, m_limit);
    context.learn(error, 1, m_scan.reset);
  }

  /// A.4.5: modulo the range.
  int reduced(int error) const {
    if (error < 0) error += m_range;
    return error >= (m_range + 1) / 2 ? error - m_range : error;
  }

  /// A.5.3: a limited-length Golomb code.
  void golomb(std::uint32_t mapped, int k, int limit) {
    const int longest = limit - m_errorBits - 1;
    const std::uint32_t high = mapped >> k;
    if (high < static_cast<std::uint32_t>(longest)) {
      m_bits.zeros(static_cast<int>(high));
      m_bits.put(1, 1);
      m_bits.put(mapped & ((1u << k) - 1), k);
    } else {
      m_bits.zeros(longest);
      m_bits.put(1, 1);
      m_bits.put(mapped - 1, m_errorBits);
    }
  }

  const JpegLsScan& m_scan;
  BitWriter m_bits;
  int m_range;
  int m_errorBits;
  int m_limit;
  std::array<Context, 365> m_contexts;
  std::array<RunContext, 2> m_runs;
  std::vector<Component> m_components;
};

void appendBig16(std::vector<std::uint8_t>& out, std::size_t value) {
  out.push_back(static_cast<std::uint8_t>(value >> 8));
  out.push_back(static_cast<std::uint8_t>(value));
}

/// Start of image, the frame and the scan (C.2).
std::vector<std::uint8_t> header(const JpegLsScan& scan, int precision) {
  std::vector<std::uint8_t> out = {0xFF, 0xD8, 0xFF, 0xF7};
  appendBig16(out, 8 + 3 * scan.components);
  out.push_back(static_cast<std::uint8_t>(precision));
  appendBig16(out, scan.rows);
  appendBig16(out, scan.columns);
  out.push_back(static_cast<std::uint8_t>(scan.components));
  for (std::size_t i = 1; i <= scan.components; ++i)
    out.insert(out.end(), {static_cast<std::uint8_t>(i), 0x11, 0});
  out.insert(out.end(), {0xFF, 0xDA});
  appendBig16(out, 6 + 2 * scan.components);
  out.push_back(static_cast<std::uint8_t>(scan.components));
  for (std::size_t i = 1; i <= scan.components; ++i) out.insert(out.end(), {static_cast<std::uint8_t>(i), 0});
  out.insert(out.end(), {0, static_cast<std::uint8_t>(scan.interleave), 0});
  return out;
}

/// Bits Stored, at least 8 (DCMTK reads no fewer than 6), unless the cells hold more than that or do not
/// begin at bit 0: then all of the cell. The sign of a value is its highest bit either way.
int precisionOf(ByteView cells, const PixelFormat& format) {
  if (format.highBit + 1 != format.bitsStored) return format.bitsAllocated;
  const bool isWide = format.bitsAllocated == 16;
  const auto mask = static_cast<std::uint32_t>((std::uint64_t{1} << format.bitsStored) - 1);
  const std::uint32_t all = isWide ? 0xFFFF : 0xFF;
  const std::uint32_t sign = format.isSigned ? 1u << (format.bitsStored - 1) : 0;
  for (std::size_t i = 0; i + (isWide ? 1 : 0) < cells.size(); i += isWide ? 2 : 1) {
    const std::uint32_t cell = isWide ? load16(cells.data() + i, ByteOrder::Little) : cells[i];
    const std::uint32_t above = cell & sign ? all & ~mask : 0;
    if ((cell & ~mask) != above && (cell & ~mask) != 0) return format.bitsAllocated;
  }
  return std::max<int>(8, format.bitsStored);
}

}  // namespace

Result<std::vector<std::uint8_t>> encodeJpegLs(ByteView cells, const PixelFormat& format) {
  if (format.bitsAllocated != 8 && format.bitsAllocated != 16)
    return {ErrorCode::InvalidArgument,
            "JPEG-LS: cells of " + std::to_string(format.bitsAllocated) + " bits"};
  const int precision = precisionOf(cells, format);
  JpegLsScan scan;
  scan.columns = format.columns;
  scan.rows = format.rows;
  scan.components = format.samples;
  scan.interleave = format.samples > 1 ? JpegLsScan::Interleave::Line : JpegLsScan::Interleave::None;
  scan.maximum = (1 << precision) - 1;
  setThresholds(scan);
  std::vector<std::uint8_t> out = header(scan, precision);
  out.reserve(cells.size() / 2);
  const std::size_t samples = format.samples;
  const std::size_t columns = format.columns;
  const auto at = [=](std::size_t y, std::size_t x, std::size_t c) {
    return (y * columns + x) * samples + c;
  };
  ScanEncoder encoder(scan, out);
  if (format.bitsAllocated == 8)
    encoder.run(
        [&](auto... place) { return static_cast<std::uint16_t>(cells[at(place...)] & scan.maximum); });
  else
    encoder.run([&](auto... place) {
      return static_cast<std::uint16_t>(load16(cells.data() + 2 * at(place...), ByteOrder::Little) &
                                        scan.maximum);
    });
  out.insert(out.end(), {0xFF, 0xD9});
  return out;
}

}  // namespace core
