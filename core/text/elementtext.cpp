// SPDX-License-Identifier: MIT
#include "core/text/elementtext.h"

#include "core/dictionary/dictionary.h"
#include "core/parse/implicitvr.h"
#include "core/text/pyrepr.h"

namespace core {

namespace {

using Kind = TextPart::Kind;

constexpr std::size_t maxShown = 16;    ///< values, bytes or characters that a line of a dump shows
constexpr std::size_t nameWidth = 35;   ///< code points
constexpr std::size_t indentWidth = 3;  ///< spaces a level

/// A value alone at the top level.
void appendAlone(std::string& out, const TextPart& part) { out += part.text; }

/// A value among several.
void appendInList(std::string& out, const TextPart& part) {
  if (part.kind == Kind::Text || part.kind == Kind::Uid) return pyrepr::appendText(out, part.text);
  out += part.text;
}

void appendQuoted(std::string& out, std::string_view number) {
  out += '\'';
  out += number;
  out += '\'';
}

/// A value alone in a line of a dump.
void appendInLine(std::string& out, const TextPart& part) {
  switch (part.kind) {
    case Kind::Uid: {
      const std::string_view name = uidName(part.text);
      out += name.empty() ? std::string_view(part.text) : name;
      return;
    }
    case Kind::Decimal:
      return appendQuoted(out, part.text);
    case Kind::Integer:
      return appendQuoted(out, pyrepr::isInteger(part.text) ? pyrepr::normalisedInteger(part.text)
                                                            : std::to_string(std::llrint(part.number)));
    case Kind::Fraction:
      out += part.text;
      return;
    default:
      return pyrepr::appendText(out, part.text);
  }
}

template <class Append>
void appendList(std::string& out, std::size_t count, Append&& append) {
  out += '[';
  for (std::size_t i = 0; i < count; ++i) {
    if (i > 0) out += ", ";
    append(i);
  }
  out += ']';
}

void appendNumbers(std::string& out, const Value& value) {
  if (value.count == 1) return appendNumber(out, value, 0);
  appendList(out, value.count, [&](std::size_t i) { appendNumber(out, value, i); });
}

void appendParts(std::string& out, const Value& value) {
  appendList(out, value.parts.size(), [&](std::size_t i) { appendInList(out, value.parts[i]); });
}

std::string indent(int level) { return std::string(indentWidth * static_cast<std::size_t>(level), ' '); }

void appendTag(std::string& out, Tag tag) {
  char buffer[16];
  std::snprintf(buffer, sizeof buffer, "(%04X,%04X)", tag.group, tag.element);
  out += buffer;
}

bool isContinuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

std::size_t characters(std::string_view text) {
  return text.size() - static_cast<std::size_t>(std::count_if(text.begin(), text.end(), isContinuation));
}

/// Cut or filled to nameWidth code points.
std::string column(std::string_view name) {
  std::string out;
  std::size_t width = 0;
  for (const char c : name) {
    if (!isContinuation(c) && width++ == nameWidth) return out;
    out += c;
  }
  if (width < nameWidth) out.append(nameWidth - width, ' ');
  return out;
}

/// The VRs whose length is shown instead of a long value.
bool isLongVr(const EffectiveVr& vr) {
  return isBinary(vr.vr) || vr.vr == Vr::LT || vr.vr == Vr::UC || vr.vr == Vr::UT;
}

/// Bytes, or characters, or the number of values where there are several.
std::size_t shownLength(const Value& value) {
  if (value.form == Value::Form::Bytes) return value.element->value.size();
  if (value.form != Value::Form::Texts) return 0;
  return value.parts.size() == 1 ? characters(value.parts.front().text) : value.parts.size();
}

void appendArray(std::string& out, std::size_t count) {
  out += "Array of ";
  out += std::to_string(count);
  out += " elements";
}

/// repr(value) in a line of a dump.
void appendLineValue(std::string& out, const Value& value) {
  if (const std::size_t length = shownLength(value); isLongVr(value.vr) && length > maxShown)
    return appendArray(out, length);
  if (value.count > maxShown) return appendArray(out, value.count);
  switch (value.form) {
    case Value::Form::Texts:
      return value.parts.size() == 1 ? appendInLine(out, value.parts.front()) : appendParts(out, value);
    case Value::Form::Numbers:
      return appendNumbers(out, value);
    case Value::Form::Bytes:
      return pyrepr::appendBytes(out, value.element->value);
    default:
      out += isTextVr(value.vr.vr) ? "''" : "None";
  }
}

void appendItem(std::string& out, const DataSet& item, int level);

void appendSequenceLine(std::string& out, const DataSet& dataSet, const Element& element, int level) {
  out += indent(level);
  appendTag(out, element.tag);
  out += "  ";
  // The reference asks for a creator only where the sequence says its length.
  const bool isAnonymous = element.tag.isPrivate() && element.length == undefinedLength;
  out += isAnonymous ? elementName(DataSet(), element.tag) : elementName(dataSet, element.tag);
  out += "  ";
  out += std::to_string(element.items.size());
  out += " item(s) ---- ";
  for (const DataSet& item : element.items) {
    out += '\n';
    appendItem(out, item, level + 1);
    out += '\n';
    out += indent(level + 1);
    out += "---------";
  }
}

void appendLine(std::string& out, const DataSet& dataSet, const Value& value, int level) {
  out += indent(level);
  appendTag(out, value.element->tag);
  out += ' ';
  out += column(elementName(dataSet, value.element->tag));
  out += ' ';
  out += value.vr.letters;
  out += ": ";
  appendLineValue(out, value);
}

void appendItem(std::string& out, const DataSet& item, int level) {
  const CharacterSet characterSet = CharacterSet::of(item);
  bool isFirst = true;
  for (const Element* element : elementsInOrder(item)) {
    if (!isFirst) out += '\n';
    isFirst = false;
    if (element->isSequence()) {
      appendSequenceLine(out, item, *element, level);
    } else {
      appendLine(out, item, valueOf(item, *element, characterSet), level);
    }
  }
}

std::string sequenceText(const Element& sequence) {
  std::string out = "[";
  for (const DataSet& item : sequence.items) appendItem(out, item, 0);
  out += ']';
  return out;
}

bool isFalsyText(const TextPart& part) {
  const bool isNumber =
      part.kind == Kind::Decimal || part.kind == Kind::Integer || part.kind == Kind::Fraction;
  return part.text.empty() || (isNumber && part.number == 0);
}

}  // namespace

std::vector<const Element*> elementsInOrder(const DataSet& dataSet) {
  std::vector<const Element*> list;
  list.reserve(dataSet.elements().size());
  for (const Element& element : dataSet.elements()) list.push_back(&element);
  std::stable_sort(list.begin(), list.end(),
                   [](const Element* a, const Element* b) { return a->tag < b->tag; });
  std::vector<const Element*> last;
  for (const Element* element : list) {
    if (!last.empty() && last.back()->tag == element->tag) last.pop_back();
    last.push_back(element);
  }
  return last;
}

bool isFalsy(const Value& value) {
  switch (value.form) {
    case Value::Form::Texts:
      return value.parts.size() == 1 && isFalsyText(value.parts.front());
    case Value::Form::Numbers:
      return value.count == 0 || (value.count == 1 && isZero(value, 0));
    case Value::Form::Sequence:
      return value.count == 0;
    default:
      return value.form == Value::Form::Empty;
  }
}

std::string elementText(const Value& value) {
  std::string out;
  switch (value.form) {
    case Value::Form::Texts:
      value.parts.size() == 1 ? appendAlone(out, value.parts.front()) : appendParts(out, value);
      break;
    case Value::Form::Numbers:
      appendNumbers(out, value);
      break;
    case Value::Form::Bytes:
      pyrepr::appendBytes(out, value.element->value);
      break;
    case Value::Form::Sequence:
      return sequenceText(*value.element);
    default:
      break;
  }
  return out;
}

std::string elementName(const DataSet& dataSet, Tag tag) {
  if (!tag.isPrivate()) {
    if (const DictionaryEntry* entry = findAny(tag)) return std::string(entry->name);
    return tag.element == 0 ? "Group Length" : "";
  }
  if (const PrivateEntry* entry = findPrivate(privateCreator(dataSet, tag), tag))
    return std::string(1, '[').append(entry->name).append(1, ']');
  return tag.element < 0x100 ? "Private Creator" : "Private tag data";
}

}  // namespace core
