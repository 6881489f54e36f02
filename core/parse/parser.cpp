// SPDX-License-Identifier: MIT
#include "core/parse/parser.h"

#include "core/base/limits.h"
#include "core/parse/implicitvr.h"
#include "core/parse/tags.h"

namespace core {

namespace {

constexpr std::size_t maxWarnings = 50;

bool isLetterPair(std::uint8_t first, std::uint8_t second) {
  return first >= 'A' && first <= 'Z' && second >= 'A' && second <= 'Z';
}

/// Whether four bytes behind a tag, in a data set of explicit elements, are a damaged VR ("Tc") and its
/// length rather than the length of an element that has no VR: as a length they would be improbable or
/// impossible.
bool isDamagedVr(ByteView bytes, ByteOrder order, std::size_t remaining) {
  if (bytes.size() < 4 || bytes[0] <= 'A' || bytes[0] > 'Z') return false;
  return bytes[1] > 0x20 || load32(bytes.data(), order) > remaining;
}

/// An item whose group is damaged, but whose length can be true.
bool isDamagedItem(Tag tag, std::uint32_t length, std::size_t remaining) {
  return tag.element == tags::Item.element && length <= remaining;
}

bool isPixelDataTag(Tag tag) {
  return tag == tags::PixelData || tag == tags::FloatPixelData || tag == tags::DoubleFloatPixelData;
}

std::string name(Tag tag) {
  char text[16];
  std::snprintf(text, sizeof text, "(%04X,%04X)", tag.group, tag.element);
  return text;
}

Tag loadTag(const std::uint8_t* p, ByteOrder order) { return {load16(p, order), load16(p + 2, order)}; }

}  // namespace

bool Parser::looksImplicit(ByteView bytes, std::size_t position) {
  return position + 6 > bytes.size() || !isLetterPair(bytes[position + 4], bytes[position + 5]);
}

void Parser::warn(std::string text) {
  ++m_warned;
  if (m_warnings.size() < maxWarnings) m_warnings.push_back(std::move(text));
}

bool Parser::fail(ErrorCode code, std::string detail) {
  m_error = Error{code, std::move(detail)};
  return false;
}

Result<std::size_t> Parser::readMeta(DataSet& meta, std::size_t position) {
  m_position = position;
  m_onlyMeta = true;
  const bool implicit = looksImplicit(m_bytes, position);
  const Scope scope{{!implicit, ByteOrder::Little}, m_bytes.size(), m_bytes.size(), 0};
  if (!readElements(meta, scope)) return *m_error;
  m_onlyMeta = false;
  linkParents(meta);
  return m_position;
}

Status Parser::readDataSet(DataSet& dataSet, std::size_t position, Rules rules) {
  m_position = position;
  const bool implicit = looksImplicit(m_bytes, position);
  if (position + 6 <= m_bytes.size() && implicit == rules.explicitVr) {
    warn(implicit ? "the data set is implicit VR, its syntax says explicit"
                  : "the data set is explicit VR, its syntax says implicit");
    rules.explicitVr = !implicit;
  }
  const Scope scope{rules, m_bytes.size(), m_bytes.size(), 0};
  dataSet.m_elements.reserve(96);
  if (!readElements(dataSet, scope)) return *m_error;
  linkParents(dataSet);
  return Done{};
}

bool Parser::stopsHere(const Header& header, const Scope& scope) {
  if (m_onlyMeta) return header.tag.group != 0x0002;
  if (header.tag == tags::ItemDelimitation) {
    m_position += header.isImplicit ? 8 : 12;
    return true;
  }
  // An item without its delimiter: the sequence's own is left where it is, for the sequence to read.
  if (header.tag == tags::SequenceDelimitation && scope.depth > 0) return true;
  if (scope.depth == 0 && isPixelDataTag(header.tag)) {
    m_hasPixelData = true;
    return m_readTo == ReadTo::PixelData;
  }
  return false;
}

bool Parser::readElements(DataSet& dataSet, const Scope& scope) {
  dataSet.m_order = scope.rules.order;
  while (m_position < scope.stop) {
    const std::size_t start = m_position;
    Header header;
    if (!readHeader(header, scope)) {
      if (start < scope.end) m_truncated = true;
      m_position = scope.end;
      return true;
    }
    const std::size_t behind = m_position;
    m_position = start;
    if (stopsHere(header, scope)) return true;
    m_position = behind;
    if (++m_count > limits::elementsPerFile) return fail(ErrorCode::TooLarge, "too many data elements");
    const bool isInferred = header.isImplicit || header.vr == Vr::UN;
    if (!header.isImplicit && !isKnownVr(header.vr))
      warn("the VR of " + name(header.tag) + " is none that there is");
    Element element{header.tag, header.vr, header.length, isInferred, {}, {}};
    element.vr = inferredVr(dataSet, header, scope);
    const bool isCopied = header.vr == Vr::UN && header.length <= scope.end - m_position;
    if (!(isCopied ? readCopied(dataSet, element, scope) : readValue(dataSet, element, scope))) return false;
    append(dataSet, std::move(element));
  }
  return true;
}

bool Parser::readHeader(Header& header, const Scope& scope) {
  ByteReader reader(m_bytes.first(scope.end), scope.rules.order);
  reader.seek(m_position);
  header.tag.group = reader.u16();
  header.tag.element = reader.u16();
  const ByteView letters = reader.peek(4);
  const bool isExplicit =
      letters.size() == 4 &&
      (isLetterPair(letters[0], letters[1]) || isDamagedVr(letters, scope.rules.order, reader.remaining()));
  header.isImplicit = !scope.rules.explicitVr || !isExplicit;
  if (header.isImplicit) {
    header.vr = Vr::None;
    header.length = reader.u32();
  } else {
    header.vr = vrFrom(static_cast<char>(letters[0]), static_cast<char>(letters[1]));
    reader.u16();
    header.length = reader.u16();
    if (hasLongLength(header.vr)) header.length = reader.u32();
  }
  if (reader.failed()) return false;
  m_position = reader.position();
  return true;
}

Vr Parser::inferredVr(const DataSet& dataSet, const Header& header, const Scope& scope) const {
  const bool isUndefined = header.length == undefinedLength;
  if (header.vr != Vr::None && header.vr != Vr::UN) return header.vr;
  // PS3.5 6.2.2, note 2; fragments stay fragments whatever their letters say.
  if (header.vr == Vr::UN && isUndefined && header.tag != tags::PixelData) return Vr::SQ;
  // A public UN of 64 KiB and more may be one because its own VR has no room for the length (6.2.2, note 6).
  if (header.vr == Vr::UN && !header.tag.isPrivate() && header.length >= 0xFFFF) return Vr::UN;
  const bool mayLook = isUndefined && m_position + 4 <= scope.end;
  const bool hasItem = mayLook && loadTag(m_bytes.data() + m_position, scope.rules.order) == tags::Item;
  if (hasItem && header.tag.isPrivate()) return Vr::SQ;
  const Vr known = dictionaryVr(dataSet, header.tag);
  return hasItem && known == Vr::UN ? Vr::SQ : known;
}

bool Parser::readValue(DataSet& dataSet, Element& element, const Scope& scope) {
  if (element.isSequence()) return readSequence(dataSet, element, scope);
  if (element.length == undefinedLength) {
    readFragments(element, scope);
    return true;
  }
  const std::size_t there = scope.end - m_position;
  if (element.length > there) {
    m_truncated = true;
    warn("the value of " + name(element.tag) + " is cut short");
  }
  const std::size_t size = std::min<std::size_t>(element.length, there);
  element.value = m_bytes.subspan(m_position, size);
  m_position += size;
  return true;
}

/// Who wrote UN copied so many bytes without knowing what they are (PS3.5 6.2.2): items that do not fill them
/// are none, and what is behind them is not of the data set around.
bool Parser::readCopied(DataSet& dataSet, Element& element, const Scope& scope) {
  if (!element.isSequence()) return readValue(dataSet, element, scope);
  const std::size_t start = m_position, end = start + element.length;
  const std::size_t warnings = m_warnings.size(), warned = m_warned;
  const bool wasTruncated = std::exchange(m_truncated, false);
  if (!readSequence(dataSet, element, scope)) return false;
  const bool isWhole = m_position == end && !m_truncated && m_warned == warned;
  m_truncated = wasTruncated;
  if (isWhole) return true;
  m_position = start;
  m_warnings.resize(warnings);
  element.items.clear();
  element.vr = Vr::UN;
  return readValue(dataSet, element, scope);
}

bool Parser::readSequence(DataSet&, Element& element, const Scope& scope) {
  if (scope.depth >= limits::nesting) return fail(ErrorCode::NestedTooDeep, name(element.tag));
  const bool undefined = element.length == undefinedLength;
  Scope inner = scope;
  inner.depth = scope.depth + 1;
  // What is written as UN is implicit little endian, whatever is around it (PS3.5 6.2.2, note 2).
  if (scope.rules.order == ByteOrder::Big && m_position + 4 <= scope.end &&
      loadTag(m_bytes.data() + m_position, ByteOrder::Little) == tags::Item)
    inner.rules = {false, ByteOrder::Little};
  if (!undefined) {
    if (element.length > scope.end - m_position) {
      m_truncated = true;
      warn("the sequence " + name(element.tag) + " is cut short");
    }
    inner.end = m_position + std::min<std::size_t>(element.length, scope.end - m_position);
  }
  while (m_position < inner.end) {
    if (inner.end - m_position < 8) break;
    const Tag tag = loadTag(m_bytes.data() + m_position, inner.rules.order);
    const std::uint32_t length = load32(m_bytes.data() + m_position + 4, inner.rules.order);
    if (tag == tags::SequenceDelimitation) {
      m_position += 8;
      if (undefined || m_position == inner.end) return true;
      warn("bytes stand behind the delimiter of " + name(element.tag));
      break;
    }
    if (tag != tags::Item && !isDamagedItem(tag, length, inner.end - m_position - 8)) {
      warn("no item where " + name(element.tag) + " should have one");
      if (undefined) return true;  // its delimiter is missing: what follows belongs to the data set around it
      break;
    }
    m_position += 8;
    if (!readItem(element, inner, length)) return false;
  }
  if (undefined && m_position >= inner.end) m_truncated = true;
  if (!undefined) m_position = inner.end;
  return true;
}

bool Parser::readItem(Element& sequence, const Scope& scope, std::uint32_t length) {
  if (++m_count > limits::elementsPerFile) return fail(ErrorCode::TooLarge, "too many items");
  Scope item = scope;
  item.stop = length == undefinedLength ? scope.end : std::min(scope.end, m_position + length);
  // Items of an explicit data set may be implicit (a UN that was a sequence); never the other way round.
  if (item.rules.explicitVr && length != 0 && m_position + 6 <= scope.end &&
      looksImplicit(m_bytes, m_position) &&
      loadTag(m_bytes.data() + m_position, item.rules.order) != tags::ItemDelimitation)
    item.rules.explicitVr = false;
  DataSet& dataSet = sequence.items.emplace_back();
  return readElements(dataSet, item);
}

void Parser::readFragments(Element& element, const Scope& scope) {
  const std::size_t start = m_position;
  std::size_t at = start;
  while (at + 8 <= scope.end) {
    const Tag tag = loadTag(m_bytes.data() + at, scope.rules.order);
    const std::uint32_t length = load32(m_bytes.data() + at + 4, scope.rules.order);
    if (tag == tags::SequenceDelimitation) {
      element.value = m_bytes.subspan(start, at - start);
      m_position = at + 8;
      return;
    }
    if (tag != tags::Item || length == undefinedLength || length > scope.end - at - 8) break;
    at += 8 + length;
  }
  // Not a row of items: the value ends where the delimiter's bytes stand, else with the file.
  static constexpr std::uint8_t little[] = {0xFE, 0xFF, 0xDD, 0xE0};
  static constexpr std::uint8_t big[] = {0xFF, 0xFE, 0xE0, 0xDD};
  const std::uint8_t* mark = scope.rules.order == ByteOrder::Little ? little : big;
  const auto end = m_bytes.begin() + static_cast<std::ptrdiff_t>(scope.end);
  const auto found = std::search(m_bytes.begin() + static_cast<std::ptrdiff_t>(at), end, mark, mark + 4);
  const auto stop = static_cast<std::size_t>(found - m_bytes.begin());
  element.value = m_bytes.subspan(start, stop - start);
  m_position = std::min(scope.end, stop + 8);
  if (found == end) m_truncated = true;
  warn("the fragments of " + name(element.tag) + " are damaged or not closed");
}

void Parser::append(DataSet& dataSet, Element element) {
  if (!dataSet.m_elements.empty() && element.tag <= dataSet.m_elements.back().tag) dataSet.m_sorted = false;
  dataSet.m_elements.push_back(std::move(element));
}

void linkParents(DataSet& dataSet) {
  for (Element& element : dataSet.m_elements)
    for (DataSet& item : element.items) {
      item.m_parent = &dataSet;
      linkParents(item);
    }
}

}  // namespace core
