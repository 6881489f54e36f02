// SPDX-License-Identifier: MIT
#include "core/decode/jpegsegments.h"

#include <cstring>

namespace core {

namespace {

bool isRestart(std::uint8_t marker) { return (marker & 0xF8) == 0xD0; }

bool standsAlone(std::uint8_t marker) {
  return marker == 0x01 || isRestart(marker) || marker == JpegSegment::Start || marker == JpegSegment::End;
}

}  // namespace

/// Among coded bits FF00 in JPEG, FF with a byte below 80 in JPEG-LS, and restarts are no segment.
bool JpegSegments::isMarkerAt(std::size_t at) const {
  const std::uint8_t code = m_stream[at + 1];
  if (code == 0 || code == 0xFF) return false;  // a byte of FF; a fill byte
  return !m_isInScan || (code >= 0xC0 && !isRestart(code));
}

std::optional<JpegSegment> JpegSegments::next() {
  for (; m_at + 1 < m_stream.size(); ++m_at) {
    const auto* found = static_cast<const std::uint8_t*>(
        std::memchr(m_stream.data() + m_at, 0xFF, m_stream.size() - 1 - m_at));
    if (!found) break;
    m_at = static_cast<std::size_t>(found - m_stream.data());
    if (!isMarkerAt(m_at)) continue;
    JpegSegment segment{m_stream[m_at + 1], m_at, m_at + 2, m_at + 2};
    if (!standsAlone(segment.marker)) {
      if (m_at + 4 > m_stream.size()) break;
      const std::size_t length = load16(m_stream.data() + m_at + 2, ByteOrder::Big);
      segment.from = m_at + 4;
      segment.to = std::max(segment.from, m_at + 2 + length);
      if (segment.to > m_stream.size()) break;
    }
    m_isInScan = segment.marker == JpegSegment::Scan;
    m_at = segment.to;
    return segment;
  }
  m_at = m_stream.size();
  return std::nullopt;
}

}  // namespace core
