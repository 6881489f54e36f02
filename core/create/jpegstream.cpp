// SPDX-License-Identifier: MIT
#include "core/create/jpegstream.h"

#include <algorithm>

namespace core {

namespace {

/// ISO/IEC 10918-1 Table B.1.
enum Marker : std::uint8_t {
  Baseline = 0xC0,
  HuffmanTable = 0xC4,
  End = 0xD9,
  Scan = 0xDA,
  QuantisationTable = 0xDB,
  RestartInterval = 0xDD,
  Jfif = 0xE0,
  Adobe = 0xEE,
  LastApplication = 0xEF,
  Comment = 0xFE,
};

constexpr std::size_t jfifBytes = 12;  ///< and two more, the sides of a thumbnail that is left behind
constexpr std::size_t adobeBytes = 12;
constexpr std::uint8_t precision = 8;

class StreamCopy {
 public:
  explicit StreamCopy(ByteView jpeg) : m_jpeg(jpeg) {}

  std::vector<std::uint8_t> run() {
    if (m_jpeg.size() < 2 || m_jpeg[0] != 0xFF || m_jpeg[1] != 0xD8) return {};
    copy(0, 2);
    std::size_t at = 2;
    while (at + 2 <= m_jpeg.size() && m_jpeg[at] == 0xFF) {
      const std::uint8_t marker = m_jpeg[at + 1];
      if (marker == 0xFF) {
        ++at;  // a fill byte
        continue;
      }
      if (marker == End) return finished(at);
      const std::size_t end = segmentEnd(at);
      if (end == 0 || !takeSegment(marker, at, end)) return {};
      at = marker == Scan ? takeCodedBits(end) : end;
    }
    return {};
  }

 private:
  void copy(std::size_t from, std::size_t to) {
    m_out.insert(m_out.end(), m_jpeg.begin() + static_cast<std::ptrdiff_t>(from),
                 m_jpeg.begin() + static_cast<std::ptrdiff_t>(to));
  }

  std::vector<std::uint8_t> finished(std::size_t at) {
    copy(at, at + 2);
    return m_hasFrame ? std::move(m_out) : std::vector<std::uint8_t>();
  }

  /// 0 when the length leads out of the file.
  std::size_t segmentEnd(std::size_t at) const {
    if (at + 4 > m_jpeg.size()) return 0;
    const std::size_t length = load16(m_jpeg.data() + at + 2, ByteOrder::Big);
    return length >= 2 && at + 2 + length <= m_jpeg.size() ? at + 2 + length : 0;
  }

  /// Copies what a decoder needs; false for what is not of the baseline process.
  bool takeSegment(std::uint8_t marker, std::size_t at, std::size_t end) {
    const std::string_view text = asText(m_jpeg.subspan(at + 4, end - at - 4));
    switch (marker) {
      case Baseline:
        m_hasFrame = !text.empty() && static_cast<std::uint8_t>(text[0]) == precision;
        copy(at, end);
        return m_hasFrame;
      case HuffmanTable:
      case QuantisationTable:
      case RestartInterval:
      case Scan:
        copy(at, end);
        return true;
      case Jfif:
        if (text.size() >= jfifBytes + 2 && text.starts_with(std::string_view("JFIF\0", 5))) {
          m_out.insert(m_out.end(), {0xFF, Jfif, 0, jfifBytes + 2 + 2});
          copy(at + 4, at + 4 + jfifBytes);
          m_out.insert(m_out.end(), {0, 0});
        }
        return true;
      case Adobe:
        if (text.size() >= adobeBytes && text.starts_with("Adobe")) {
          m_out.insert(m_out.end(), {0xFF, Adobe, 0, adobeBytes + 2});
          copy(at + 4, at + 4 + adobeBytes);
        }
        return true;
      default:
        return marker == Comment || (marker > Jfif && marker <= LastApplication);
    }
  }

  /// Up to a marker that is no restart; FF00 is a coded bit.
  std::size_t takeCodedBits(std::size_t from) {
    std::size_t at = from;
    const auto isCoded = [this](std::size_t where) {
      const std::uint8_t next = m_jpeg[where + 1];
      return m_jpeg[where] != 0xFF || next == 0 || (next & 0xF8) == 0xD0;
    };
    while (at + 1 < m_jpeg.size() && isCoded(at)) ++at;
    copy(from, at);
    return at;
  }

  ByteView m_jpeg;
  std::vector<std::uint8_t> m_out;
  bool m_hasFrame = false;
};

}  // namespace

std::vector<std::uint8_t> baselineStream(ByteView jpeg) { return StreamCopy(jpeg).run(); }

}  // namespace core
