// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "core/base/bytes.h"

namespace core {

/// A marker of a JPEG stream and its segment (ISO/IEC 10918-1 B.1.1; 14495-1 C.1).
struct JpegSegment {
  enum Marker : std::uint8_t {
    Baseline = 0xC0,
    HuffmanTable = 0xC4,
    Start = 0xD8,
    End = 0xD9,
    Scan = 0xDA,
    QuantisationTable = 0xDB,
    RestartInterval = 0xDD,
    App0 = 0xE0,
    App14 = 0xEE,
    AppLast = 0xEF,
    Comment = 0xFE,
  };

  std::uint8_t marker = 0;
  std::size_t at = 0;  ///< of the marker in the stream
  std::size_t from =
      0;  ///< [from, to) is what stands behind the length; empty for a marker that stands alone
  std::size_t to = 0;
};

/// Goes through the segments of a stream. Bytes between them that are no marker are skipped, as libraries do;
/// so are the coded bits of a scan.
class JpegSegments {
 public:
  explicit JpegSegments(ByteView stream) : m_stream(stream) {}

  /// Nothing at the end of the stream, and for a segment that leads out of it.
  std::optional<JpegSegment> next();
  ByteView bytesOf(const JpegSegment& segment) const {
    return m_stream.subspan(segment.from, segment.to - segment.from);
  }

 private:
  bool isMarkerAt(std::size_t at) const;

  ByteView m_stream;
  std::size_t m_at = 0;
  bool m_isInScan = false;
};

}  // namespace core
