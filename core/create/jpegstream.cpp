// SPDX-License-Identifier: MIT
#include "core/create/jpegstream.h"

#include <algorithm>

#include "core/decode/jpegsegments.h"

namespace core {

namespace {

constexpr std::size_t jfifBytes = 12;  ///< and two more, the sides of a thumbnail that is left behind
constexpr std::size_t adobeBytes = 12;
constexpr std::uint8_t precision = 8;

class StreamCopy {
 public:
  explicit StreamCopy(ByteView jpeg) : m_jpeg(jpeg) {}

  std::vector<std::uint8_t> run() {
    JpegSegments segments(m_jpeg);
    std::size_t end = 0;
    bool isInScan = false;
    while (const auto segment = segments.next()) {
      if (end == 0 && (segment->marker != JpegSegment::Start || segment->at != 0)) return {};
      if (isInScan)
        copy(end, segment->at);
      else if (!areFillBytes(end, segment->at))
        return {};
      if (segment->marker == JpegSegment::End) return finished(segment->at);
      if (!takeSegment(*segment)) return {};
      end = segment->to;
      isInScan = segment->marker == JpegSegment::Scan;
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

  bool areFillBytes(std::size_t from, std::size_t to) const {
    return std::ranges::all_of(m_jpeg.subspan(from, to - from),
                               [](std::uint8_t byte) { return byte == 0xFF; });
  }

  /// Copies what a decoder needs; false for what is not of the baseline process.
  bool takeSegment(const JpegSegment& segment) {
    const std::string_view text = asText(m_jpeg.subspan(segment.from, segment.to - segment.from));
    switch (segment.marker) {
      case JpegSegment::Baseline:
        m_hasFrame = !text.empty() && static_cast<std::uint8_t>(text[0]) == precision;
        copy(segment.at, segment.to);
        return m_hasFrame;
      case JpegSegment::Start:
        copy(segment.at, segment.to);
        return segment.at == 0;
      case JpegSegment::HuffmanTable:
      case JpegSegment::QuantisationTable:
      case JpegSegment::RestartInterval:
      case JpegSegment::Scan:
        copy(segment.at, segment.to);
        return true;
      case JpegSegment::App0:
        if (text.size() >= jfifBytes + 2 && text.starts_with(std::string_view("JFIF\0", 5))) {
          m_out.insert(m_out.end(), {0xFF, JpegSegment::App0, 0, jfifBytes + 2 + 2});
          copy(segment.from, segment.from + jfifBytes);
          m_out.insert(m_out.end(), {0, 0});
        }
        return true;
      case JpegSegment::App14:
        if (text.size() >= adobeBytes && text.starts_with("Adobe")) {
          m_out.insert(m_out.end(), {0xFF, JpegSegment::App14, 0, adobeBytes + 2});
          copy(segment.from, segment.from + adobeBytes);
        }
        return true;
      default:
        return segment.marker == JpegSegment::Comment ||
               (segment.marker > JpegSegment::App0 && segment.marker <= JpegSegment::AppLast);
    }
  }

  ByteView m_jpeg;
  std::vector<std::uint8_t> m_out;
  bool m_hasFrame = false;
};

}  // namespace

std::vector<std::uint8_t> baselineStream(ByteView jpeg) { return StreamCopy(jpeg).run(); }

}  // namespace core
