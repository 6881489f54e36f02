// SPDX-License-Identifier: MIT
#include "core/text/value.h"

#include <bit>
#include <charconv>

#include "core/parse/numberbytes.h"
#include "core/parse/tags.h"
#include "core/text/pyrepr.h"

namespace core {

namespace {

using Kind = TextPart::Kind;

/// What is cut off a text, and where.
enum class Cut { Nothing, PaddingBehind, SpaceAround, SpaceBehind };

/// How a VR's text is read.
struct TextRule {
  Vr vr;
  bool hasCharacterSet;
  bool isSplit;
  Cut whole;
  Cut part;
  Kind kind;
};
constexpr TextRule rules[] = {
    {Vr::AE, false, true, Cut::Nothing, Cut::SpaceAround, Kind::Text},
    {Vr::AS, false, true, Cut::PaddingBehind, Cut::Nothing, Kind::Text},
    {Vr::CS, false, true, Cut::PaddingBehind, Cut::Nothing, Kind::Text},
    {Vr::DA, false, true, Cut::PaddingBehind, Cut::Nothing, Kind::Text},
    {Vr::DT, false, true, Cut::PaddingBehind, Cut::Nothing, Kind::Text},
    {Vr::TM, false, true, Cut::PaddingBehind, Cut::Nothing, Kind::Text},
    {Vr::UI, false, true, Cut::PaddingBehind, Cut::SpaceAround, Kind::Uid},
    {Vr::DS, false, true, Cut::PaddingBehind, Cut::SpaceAround, Kind::Decimal},
    {Vr::IS, false, true, Cut::PaddingBehind, Cut::SpaceAround, Kind::Integer},
    {Vr::LO, true, true, Cut::Nothing, Cut::PaddingBehind, Kind::Text},
    {Vr::SH, true, true, Cut::Nothing, Cut::PaddingBehind, Kind::Text},
    {Vr::UC, true, true, Cut::Nothing, Cut::PaddingBehind, Kind::Text},
    {Vr::ST, true, false, Cut::PaddingBehind, Cut::Nothing, Kind::Text},
    {Vr::LT, true, false, Cut::PaddingBehind, Cut::Nothing, Kind::Text},
    {Vr::UT, true, false, Cut::PaddingBehind, Cut::Nothing, Kind::Text},
    {Vr::UR, false, false, Cut::SpaceBehind, Cut::Nothing, Kind::Text},
    {Vr::PN, true, true, Cut::PaddingBehind, Cut::Nothing, Kind::Name},
};
constexpr const TextRule& fallback = rules[9];  // LO

const TextRule* ruleOf(Vr vr) {
  const auto at =
      std::find_if(std::begin(rules), std::end(rules), [vr](const TextRule& rule) { return rule.vr == vr; });
  return at != std::end(rules) ? at : nullptr;
}

/// Python's white space in Latin-1, of which 85 and A0 are two bytes here.
std::size_t spaceBehind(std::string_view text) {
  if (text.empty()) return 0;
  const auto byte = static_cast<unsigned char>(text.back());
  if ((byte >= 0x09 && byte <= 0x0D) || (byte >= 0x1C && byte <= 0x20)) return 1;
  return text.ends_with("\xC2\x85") || text.ends_with("\xC2\xA0") ? 2 : 0;
}

std::size_t spaceAhead(std::string_view text) {
  if (text.empty()) return 0;
  const auto byte = static_cast<unsigned char>(text.front());
  if ((byte >= 0x09 && byte <= 0x0D) || (byte >= 0x1C && byte <= 0x20)) return 1;
  return text.starts_with("\xC2\x85") || text.starts_with("\xC2\xA0") ? 2 : 0;
}

std::string_view cut(std::string_view text, Cut what) {
  if (what == Cut::PaddingBehind)
    return text.substr(0, text.find_last_not_of(std::string_view(" \0", 2)) + 1);
  if (what == Cut::Nothing) return text;
  while (const std::size_t size = spaceBehind(text)) text.remove_suffix(size);
  while (const std::size_t size = what == Cut::SpaceAround ? spaceAhead(text) : 0) text.remove_prefix(size);
  return text;
}

std::string fromLatin1(std::string_view bytes) {
  std::string out;
  charset::decode(charset::Coding::Latin1, bytes, out);
  return out;
}

/// Trailing empty groups go: "A==" is "A" (PS3.5 6.2, PN).
std::string_view nameGroups(std::string_view name) { return name.substr(0, name.find_last_not_of('=') + 1); }

/// Python's comparison of the whole number with the real one that the same text gives.
bool isExactReal(const std::string& integer, double real) {
  char buffer[512];
  const int size = std::snprintf(buffer, sizeof buffer, "%.0f", real);
  return size > 0 && integer == (std::string_view(buffer) == "-0" ? "0" : std::string_view(buffer));
}

bool readDecimal(TextPart& part) { return part.text.empty() || pyrepr::parseReal(part.text, part.number); }

bool readInteger(TextPart& part) {
  if (part.text.empty()) return true;
  if (!pyrepr::parseReal(part.text, part.number)) return false;
  const bool isWhole = pyrepr::isInteger(part.text);
  if (!isWhole && !std::isfinite(part.number)) return false;
  if (isWhole ? isExactReal(pyrepr::normalisedInteger(part.text), part.number)
              : part.number == std::trunc(part.number))
    return true;
  part.kind = Kind::Fraction;
  part.text.clear();
  pyrepr::appendReal(part.text, part.number);
  return true;
}

/// Gives the part its kind; false when a number is none, which makes the whole element a text.
bool readPart(TextPart& part, Kind kind) {
  const bool isBlank = part.text.empty() && (kind == Kind::Decimal || kind == Kind::Integer);
  part.kind = isBlank ? Kind::Text : kind;
  if (kind == Kind::Decimal) return readDecimal(part);
  if (kind == Kind::Integer) return readInteger(part);
  if (kind == Kind::Name) part.text = nameGroups(part.text);
  return true;
}

bool readParts(Value& value, const TextRule& rule, const CharacterSet& characterSet, Escapes escapes) {
  std::string_view bytes = asText(value.element->value);
  const bool isName = rule.kind == Kind::Name;
  if (isName) bytes = cut(bytes, Cut::PaddingBehind);
  const std::string decoded =
      rule.hasCharacterSet
          ? characterSet.decode(bytes, isName ? TextKind::PersonName : TextKind::Text, escapes)
          : fromLatin1(bytes);
  std::string_view whole = decoded;
  if (rule.kind == Kind::Decimal) whole = cut(whole, Cut::SpaceAround);
  whole = cut(whole, rule.whole);
  for (std::size_t at = 0; at <= whole.size();) {
    const std::size_t mark = rule.isSplit ? std::min(whole.find('\\', at), whole.size()) : whole.size();
    TextPart part;
    part.text = cut(whole.substr(at, mark - at), rule.part);
    if (!readPart(part, rule.kind)) return false;
    value.parts.push_back(std::move(part));
    at = mark + 1;
  }
  return true;
}

void readTexts(Value& value, const TextRule& rule, const CharacterSet& characterSet, Escapes escapes) {
  value.form = Value::Form::Texts;
  if (!readParts(value, rule, characterSet, escapes)) {
    value.parts.clear();
    readParts(value, fallback, characterSet, escapes);
  }
  const bool isEmpty = value.parts.size() == 1 && value.parts.front().text.empty();
  value.count = isEmpty ? 0 : value.parts.size();
}

/// Words and floats of the binary VRs are no numbers of a text.
std::size_t sizeOfNumber(Vr vr) { return isBinary(vr) ? 0 : numberBytes(vr); }

void readNumbers(Value& value, std::size_t size) {
  const std::size_t bytes = value.element->value.size();
  value.count = bytes / size;
  value.form = Value::Form::Numbers;
  if (bytes % size == 0) return;
  // Not whole numbers: the bytes themselves, except that a list of tags is what is whole.
  if (value.vr.vr != Vr::AT) value.form = Value::Form::Bytes, value.count = 1, value.vr = {Vr::UN, "UN"};
  if (value.count == 0) value.form = Value::Form::Empty;
}

bool isLutDescriptor(Tag tag) {
  return tag == tags::LUTDescriptor || tag == tags::RedPaletteColorLookupTableDescriptor ||
         tag == tags::GreenPaletteColorLookupTableDescriptor ||
         tag == tags::BluePaletteColorLookupTableDescriptor;
}

const std::uint8_t* numberAt(const Value& value, std::size_t index) {
  return value.element->value.data() + index * sizeOfNumber(value.vr.vr);
}

template <class Integer>
void appendInteger(std::string& out, Integer number) {
  char buffer[24];
  out.append(buffer, std::to_chars(buffer, buffer + sizeof buffer, number).ptr);
}

/// The number of entries is unsigned, whatever its VR says (PS3.3 C.11.1.1.1).
std::int32_t signed16(const Value& value, std::size_t index) {
  const auto number = static_cast<std::int16_t>(load16(numberAt(value, index), value.order));
  const bool isEntries = index == 0 && value.count > 1 && number < 0 && isLutDescriptor(value.element->tag);
  return isEntries ? number + 65536 : number;
}

void appendTag(std::string& out, Tag tag) {
  char buffer[16];
  std::snprintf(buffer, sizeof buffer, "(%04X,%04X)", tag.group, tag.element);
  out += buffer;
}

}  // namespace

bool isTextVr(Vr vr) { return vr != Vr::DS && vr != Vr::IS && ruleOf(vr) != nullptr; }

bool isNumberVr(Vr vr) { return sizeOfNumber(vr) > 0; }

Value valueOf(const DataSet& dataSet, const Element& element, const CharacterSet& characterSet,
              Escapes escapes) {
  Value value;
  value.element = &element;
  value.order = dataSet.byteOrder();
  value.vr = effectiveVr(dataSet, element);
  if (element.isSequence()) {
    value.form = Value::Form::Sequence;
    value.count = element.items.size();
  } else if (element.value.empty()) {
    value.form = Value::Form::Empty;
  } else if (const TextRule* rule = ruleOf(value.vr.vr)) {
    readTexts(value, *rule, characterSet, escapes);
  } else if (const std::size_t size = sizeOfNumber(value.vr.vr)) {
    readNumbers(value, size);
  } else {
    value.form = Value::Form::Bytes;
    value.count = 1;
  }
  return value;
}

void appendNumber(std::string& out, const Value& value, std::size_t index) {
  const std::uint8_t* p = numberAt(value, index);
  switch (value.vr.vr) {
    case Vr::US:
      return appendInteger(out, load16(p, value.order));
    case Vr::SS:
      return appendInteger(out, signed16(value, index));
    case Vr::UL:
      return appendInteger(out, load32(p, value.order));
    case Vr::SL:
      return appendInteger(out, static_cast<std::int32_t>(load32(p, value.order)));
    case Vr::UV:
      return appendInteger(out, load64(p, value.order));
    case Vr::SV:
      return appendInteger(out, static_cast<std::int64_t>(load64(p, value.order)));
    case Vr::FL:
      return pyrepr::appendReal(out, std::bit_cast<float>(load32(p, value.order)));
    case Vr::FD:
      return pyrepr::appendReal(out, std::bit_cast<double>(load64(p, value.order)));
    default:
      return appendTag(out, {load16(p, value.order), load16(p + 2, value.order)});
  }
}

bool isZero(const Value& value, std::size_t index) {
  const std::uint8_t* p = numberAt(value, index);
  if (value.vr.vr == Vr::FL) return std::bit_cast<float>(load32(p, value.order)) == 0;
  if (value.vr.vr == Vr::FD) return std::bit_cast<double>(load64(p, value.order)) == 0;
  return std::all_of(p, p + sizeOfNumber(value.vr.vr), [](std::uint8_t byte) { return byte == 0; });
}

}  // namespace core
