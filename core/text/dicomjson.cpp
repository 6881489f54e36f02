// SPDX-License-Identifier: MIT
#include "core/text/dicomjson.h"

#include <bit>

#include "core/parse/tags.h"
#include "core/text/elementtext.h"
#include "core/text/json.h"
#include "core/text/pyrepr.h"

namespace core {

namespace {

using Kind = TextPart::Kind;

std::string hexTag(Tag tag) {
  char buffer[16];
  std::snprintf(buffer, sizeof buffer, "%04X%04X", tag.group, tag.element);
  return buffer;
}

/// A number as JSON wants it: the file's own digits where its grammar is JSON's, else the number's shortest.
void appendNumberText(std::string& out, const TextPart& part) {
  if (json::isNumber(part.text)) {
    out += part.text;
  } else if (part.kind == Kind::Integer && pyrepr::isInteger(part.text)) {
    out += pyrepr::normalisedInteger(part.text);
  } else if (std::isfinite(part.number)) {
    pyrepr::appendReal(out, part.number);
  } else {
    json::appendString(out, part.text);
  }
}

/// Empty components at the end say nothing (PS3.5 6.2.1.1).
std::string_view withoutEmptyComponents(std::string_view group) {
  return group.substr(0, group.find_last_not_of("^ ") + 1);
}

/// The groups of a name (F.2.2): "Alphabetic=Ideographic=Phonetic".
void appendName(std::string& out, std::string_view name) {
  static constexpr std::string_view groups[] = {"Alphabetic", "Ideographic", "Phonetic"};
  out += '{';
  for (const std::string_view key : groups) {
    const std::size_t mark = std::min(name.find('='), name.size());
    if (const std::string_view group = withoutEmptyComponents(name.substr(0, mark)); !group.empty()) {
      json::appendKey(out, key);
      json::appendString(out, group);
    }
    name.remove_prefix(std::min(mark + 1, name.size()));
  }
  out += '}';
}

bool isBlankName(const TextPart& part) {
  return part.kind == Kind::Name && part.text.find_first_not_of("^= ") == std::string::npos;
}

void appendPart(std::string& out, const TextPart& part) {
  if (part.text.empty() || isBlankName(part)) {
    out += "null";
    return;
  }
  if (part.kind == Kind::Name) return appendName(out, part.text);
  if (part.kind == Kind::Text || part.kind == Kind::Uid) return json::appendString(out, part.text);
  appendNumberText(out, part);
}

/// JSON has no word for NaN and infinity: strings (F.2.3).
void appendBinaryNumber(std::string& out, const Value& value, std::size_t index) {
  std::string text;
  appendNumber(text, value, index);
  if (value.vr.vr == Vr::AT) {
    json::appendString(out, text.substr(1, 4) + text.substr(6, 4));
  } else if (json::isNumber(text)) {
    out += text;
  } else {
    json::appendString(out, text == "nan" ? "NaN" : text.front() == '-' ? "-Infinity" : "Infinity");
  }
}

template <class Append>
void appendValues(std::string& out, std::size_t count, Append&& append) {
  json::appendKey(out, "Value");
  out += '[';
  for (std::size_t i = 0; i < count; ++i) {
    json::separate(out);
    append(i);
  }
  out += ']';
}

std::size_t cellSize(Vr vr) {
  switch (vr) {
    case Vr::OW:
      return 2;
    case Vr::OL:
    case Vr::OF:
      return 4;
    case Vr::OD:
    case Vr::OV:
      return 8;
    default:
      return 1;
  }
}

void appendBinary(std::string& out, const Value& value) {
  if (value.element->isEncapsulated()) return;
  json::appendKey(out, "InlineBinary");
  const std::size_t size = cellSize(value.vr.vr);
  if (value.order == ByteOrder::Little || size == 1) return json::appendBase64(out, value.element->value);
  std::vector<std::uint8_t> swapped(value.element->value.begin(), value.element->value.end());
  for (std::size_t i = 0; i + size <= swapped.size(); i += size)
    std::reverse(swapped.begin() + static_cast<std::ptrdiff_t>(i),
                 swapped.begin() + static_cast<std::ptrdiff_t>(i + size));
  json::appendBase64(out, swapped);
}

/// F.2.1: the JSON is UTF-8, so that is what it says of itself.
void appendCharacterSet(std::string& out) {
  appendValues(out, 1, [&out](std::size_t) { json::appendString(out, "ISO_IR 192"); });
}

/// Two letters, of which the JSON Model has only the standard's: what stays open between two is data, what is
/// no VR is UN.
std::string vrLetters(const EffectiveVr& vr) {
  const std::string name = vr.letters.size() == 2 ? vr.letters : letters(vr.vr);
  const bool isKnown = isTextVr(vr.vr) || vr.vr == Vr::DS || vr.vr == Vr::IS || vr.vr == Vr::SQ ||
                       cellSize(vr.vr) > 1 || isNumberVr(vr.vr) || vr.vr == Vr::OB;
  return isKnown ? name : "UN";
}

void appendElement(std::string& out, const Value& value) {
  json::appendKey(out, hexTag(value.element->tag));
  out += "{\"vr\":";
  json::appendString(out, vrLetters(value.vr));
  const bool isBlank = value.form == Value::Form::Texts &&
                       (value.count == 0 || (value.count == 1 && isBlankName(value.parts.front())));
  if (value.element->tag == tags::SpecificCharacterSet) {
    appendCharacterSet(out);
  } else if (value.form == Value::Form::Texts && !isBlank) {
    appendValues(out, value.parts.size(), [&](std::size_t i) { appendPart(out, value.parts[i]); });
  } else if (value.form == Value::Form::Numbers) {
    appendValues(out, value.count, [&](std::size_t i) { appendBinaryNumber(out, value, i); });
  } else if (value.form == Value::Form::Sequence && value.count > 0) {
    appendValues(out, value.count, [&](std::size_t i) { appendDicomJson(out, value.element->items[i]); });
  } else if (value.form == Value::Form::Bytes) {
    appendBinary(out, value);
  }
  out += '}';
}

}  // namespace

void appendDicomJsonMembers(std::string& out, const DataSet& dataSet,
                            const std::function<bool(const Element&)>& wanted) {
  const CharacterSet characterSet = CharacterSet::of(dataSet);
  for (const Element* element : elementsInOrder(dataSet)) {
    if (element->tag.element == 0 || (wanted && !wanted(*element))) continue;
    appendElement(out, valueOf(dataSet, *element, characterSet, Escapes::Removed));
  }
}

void appendDicomJson(std::string& out, const DataSet& dataSet,
                     const std::function<bool(const Element&)>& wanted) {
  out += '{';
  appendDicomJsonMembers(out, dataSet, wanted);
  out += '}';
}

}  // namespace core
