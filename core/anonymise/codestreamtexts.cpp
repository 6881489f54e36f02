// SPDX-License-Identifier: MIT
#include "core/anonymise/codestreamtexts.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "core/decode/jpegsegments.h"

namespace core::anonymise {

namespace {

using Bytes = std::span<std::uint8_t>;

std::size_t big16(Bytes bytes, std::size_t at) { return std::size_t{bytes[at]} << 8 | bytes[at + 1]; }
std::size_t big32(Bytes bytes, std::size_t at) { return big16(bytes, at) << 16 | big16(bytes, at + 2); }

bool startsAt(Bytes bytes, std::size_t at, std::string_view text) {
  return at + text.size() <= bytes.size() && asText(bytes.subspan(at, text.size())) == text;
}

/// Fills [from, to) and says whether that changed anything.
bool fill(Bytes bytes, std::size_t from, std::size_t to, std::uint8_t with) {
  const Bytes part = bytes.subspan(from, to - from);
  if (std::ranges::all_of(part, [with](std::uint8_t byte) { return byte == with; })) return false;
  std::ranges::fill(part, with);
  return true;
}

/// Application data that a decoder needs: "JFIF" in APP0, "mrfx" (the colour transform of JPEG-LS) in APP8,
/// "Adobe" in APP14; and how many of its bytes.
struct Needed {
  std::uint8_t marker;
  std::string_view name;
  std::size_t size;
};
constexpr Needed needed[] = {{0xE0, {"JFIF\0", 5}, 14}, {0xE8, "mrfx", 5}, {0xEE, "Adobe", 12}};

bool isFrameStart(Bytes bytes, std::size_t at) {
  return startsAt(bytes, at, "\xFF\xD8\xFF") || startsAt(bytes, at, "\xFF\x4F\xFF\x51");
}

/// JPEG and JPEG-LS (ISO/IEC 10918-1 B.1.1, 14495-1 C.1).
class JpegWalk {
 public:
  explicit JpegWalk(Bytes bytes) : m_bytes(bytes) {}

  /// Another picture may stand behind the first in a fragment that ought to be two.
  bool blank() {
    std::size_t at = 0;
    while (startsAt(m_bytes, at, "\xFF\xD8")) at = blankPicture(at + 2);
    return m_isChanged;
  }

 private:
  /// Returns where the next picture begins; the end of the bytes when there is none.
  std::size_t blankPicture(std::size_t at) {
    JpegSegments segments(m_bytes.subspan(at));
    while (const auto segment = segments.next()) {
      if (segment->marker == JpegSegment::End) return blankBehind(at + segment->to);
      blankSegment(segment->marker, at + segment->from, at + segment->to);
    }
    return m_bytes.size();
  }

  void blankSegment(std::uint8_t marker, std::size_t from, std::size_t to) {
    if (marker == JpegSegment::Comment) m_isChanged |= fill(m_bytes, from, to, ' ');
    if (marker < JpegSegment::App0 || marker > JpegSegment::AppLast) return;
    for (const Needed& row : needed)
      if (row.marker == marker && startsAt(m_bytes, from, row.name)) from = std::min(to, from + row.size);
    m_isChanged |= fill(m_bytes, from, to, 0);
  }

  std::size_t blankBehind(std::size_t at) {
    const auto rest = asText(m_bytes.subspan(at));
    const std::size_t end = at + std::min(rest.find("\xFF\xD8\xFF"), rest.size());
    m_isChanged |= fill(m_bytes, at, end, 0);
    return end;
  }

  Bytes m_bytes;
  bool m_isChanged = false;
};

/// JPEG 2000 (ISO/IEC 15444-1 A, I).
class Jpeg2000Walk {
 public:
  explicit Jpeg2000Walk(Bytes bytes) : m_bytes(bytes) {}

  bool blank() { return startsAt(m_bytes, 4, "jP  ") ? blankBoxes() : blankCodestream(); }

 private:
  bool blankCodestream() {
    std::size_t at = blankHeader(2);
    while (startsAt(m_bytes, at, "\xFF\x90") && at + 12 <= m_bytes.size()) {
      const std::size_t length = big32(m_bytes, at + 6);
      blankHeader(at + 12);
      if (length < 14 || length > m_bytes.size() - at) return m_isChanged;  // 0: to the end
      at += length;
    }
    if (startsAt(m_bytes, at, "\xFF\xD9")) m_isChanged |= fill(m_bytes, at + 2, m_bytes.size(), 0);
    return m_isChanged;
  }

  /// The marker segments of a header up to a tile-part (SOT) or its data (SOD); returns where they end. The
  /// first two bytes of a comment say what it is.
  std::size_t blankHeader(std::size_t at) {
    while (at + 4 <= m_bytes.size() && m_bytes[at] == 0xFF) {
      const std::uint8_t marker = m_bytes[at + 1];
      if (marker == 0x90 || marker == 0x93) break;
      const std::size_t end = at + 2 + big16(m_bytes, at + 2);
      if (end > m_bytes.size() || end < at + 4) break;
      if (marker == 0x64 && end > at + 6) m_isChanged |= fill(m_bytes, at + 6, end, ' ');
      at = end;
    }
    return at;
  }

  bool blankBoxes() {
    constexpr std::array<std::string_view, 4> texts = {"xml ", "uuid", "uinf", "url "};
    for (std::size_t at = 0; at + 8 <= m_bytes.size();) {
      const std::size_t said = big32(m_bytes, at);
      const bool isLong = said == 1 && at + 16 <= m_bytes.size();
      const std::size_t left = m_bytes.size() - at;
      const std::size_t size =
          isLong ? (big32(m_bytes, at + 8) == 0 ? big32(m_bytes, at + 12) : left) : (said == 0 ? left : said);
      const std::size_t header = isLong ? 16 : 8;
      if (size < header || size > left) return m_isChanged;
      const std::string_view type = asText(m_bytes.subspan(at + 4, 4));
      if (std::ranges::find(texts, type) != texts.end())
        m_isChanged |= fill(m_bytes, at + header, at + size, ' ');
      if (type == "jp2c")
        m_isChanged |= Jpeg2000Walk(m_bytes.subspan(at + header, size - header)).blankCodestream();
      at += size;
    }
    return m_isChanged;
  }

  Bytes m_bytes;
  bool m_isChanged = false;
};

/// The fragments of one codestream: up to the next that begins one.
std::size_t endOfFrame(const std::vector<HeldBytes>& fragments, std::size_t first) {
  std::size_t end = first + 1;
  const auto begins = [](const HeldBytes& fragment) {
    const ByteView view = fragment.view();
    std::vector<std::uint8_t> head(view.begin(),
                                   view.begin() + std::min<std::ptrdiff_t>(12, std::ssize(view)));
    return isFrameStart(head, 0) || startsAt(head, 4, "jP  ");
  };
  while (end < fragments.size() && !begins(fragments[end])) ++end;
  return end;
}

}  // namespace

bool blankTexts(std::vector<std::uint8_t>& codestream) {
  if (startsAt(codestream, 0, "\xFF\xD8")) return JpegWalk(codestream).blank();
  if (startsAt(codestream, 0, "\xFF\x4F") || startsAt(codestream, 4, "jP  "))
    return Jpeg2000Walk(codestream).blank();
  return false;
}

bool blankTexts(EditElement& pixelData) {
  bool isChanged = false;
  std::vector<HeldBytes>& fragments = pixelData.fragments;
  for (std::size_t first = 1; first < fragments.size();) {
    const std::size_t end = endOfFrame(fragments, first);
    std::vector<std::uint8_t> joined;
    for (std::size_t i = first; i < end; ++i) {
      const ByteView view = fragments[i].view();
      joined.insert(joined.end(), view.begin(), view.end());
    }
    if (blankTexts(joined)) {
      isChanged = true;
      auto from = joined.begin();
      for (std::size_t i = first; i < end; ++i) {
        const auto to = from + std::ssize(fragments[i].view());
        fragments[i] = HeldBytes(std::vector<std::uint8_t>(from, to));
        from = to;
      }
    }
    first = end;
  }
  return isChanged;
}

}  // namespace core::anonymise
