// SPDX-License-Identifier: MIT
#include "core/text/display.h"

#include "core/dictionary/dictionary.h"
#include "core/text/value.h"

namespace core {

namespace {

constexpr std::string_view ellipsis = "\xE2\x80\xA6";

bool isContinuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

std::string_view withoutSpaces(std::string_view text) {
  constexpr std::string_view spaces(" \t\r\n\0", 5);
  const std::size_t first = std::min(text.find_first_not_of(spaces), text.size());
  text.remove_prefix(first);
  return text.substr(0, text.find_last_not_of(spaces) + 1);
}

/// At most count code points, the last of them an ellipsis where something was cut.
std::string shortened(std::string text, std::size_t count) {
  std::size_t seen = 0, keep = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (isContinuation(text[i])) continue;
    if (seen + 1 == count) keep = i;
    if (++seen <= count) continue;
    text.resize(keep);
    return text.append(ellipsis);
  }
  return text;
}

/// Control characters would break the line.
std::string onOneLine(std::string text) {
  for (char& c : text)
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = ' ';
  return text;
}

/// The element with no more of its value than the line can show, whatever the coding.
Element beginningOf(const DataSet& dataSet, const Element& element, std::size_t maxCharacters) {
  Element head{element.tag, element.vr, element.length, element.isImplicit, {}, {}};
  const std::size_t most = (maxCharacters + 8) * 8;
  const Vr vr = effectiveVr(dataSet, element).vr;
  const bool isText = isTextVr(vr) || vr == Vr::DS || vr == Vr::IS;
  head.value = isText ? element.value.first(std::min(most, element.value.size())) : element.value;
  return head;
}

std::string joined(const Value& value, std::string_view between, std::size_t maxCharacters) {
  std::string out;
  const std::size_t count = value.form == Value::Form::Texts ? value.parts.size() : value.count;
  for (std::size_t i = 0; i < count && out.size() <= 4 * maxCharacters; ++i) {
    if (i > 0) out += between;
    value.form == Value::Form::Texts ? void(out += withoutSpaces(value.parts[i].text))
                                     : appendNumber(out, value, i);
  }
  return out;
}

std::string withUidName(std::string text) {
  const std::string_view name = uidName(text);
  return name.empty() ? text : text + " (" + std::string(name) + ")";
}

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
  return std::to_string(count) + " " + std::string(count == 1 ? one : many);
}

std::vector<TextPart> partsOf(const DataSet& dataSet, Tag tag) {
  const Element* element = dataSet.find(tag);
  if (!element) return {};
  Value value = valueOf(dataSet, *element, CharacterSet::of(dataSet), Escapes::Removed);
  for (std::size_t i = 0; value.form == Value::Form::Numbers && i < value.count; ++i)
    appendNumber(value.parts.emplace_back().text, value, i);
  return std::move(value.parts);
}

/// Component index of a name group, trimmed: family, given, middle, prefix, suffix.
std::string_view component(std::string_view group, int index) {
  for (; index > 0; --index) {
    const std::size_t mark = group.find('^');
    if (mark == std::string_view::npos) return {};
    group.remove_prefix(mark + 1);
  }
  return withoutSpaces(group.substr(0, group.find('^')));
}

std::string_view firstGroup(std::string_view name) {
  while (!name.empty()) {
    const std::string_view group = name.substr(0, name.find('='));
    if (group.find_first_not_of(" ^") != std::string_view::npos) return group;
    name.remove_prefix(std::min(group.size() + 1, name.size()));
  }
  return {};
}

void join(std::string& out, std::string_view between, std::string_view word) {
  if (word.empty()) return;
  if (!out.empty()) out += between;
  out += word;
}

}  // namespace

std::string textValue(const DataSet& dataSet, Tag tag) {
  std::string out;
  for (const TextPart& part : partsOf(dataSet, tag)) join(out, ", ", withoutSpaces(part.text));
  return out;
}

std::string firstTextValue(const DataSet& dataSet, Tag tag) {
  const auto parts = partsOf(dataSet, tag);
  return parts.empty() ? std::string() : std::string(withoutSpaces(parts.front().text));
}

std::string personNameForDisplay(std::string_view name) {
  const std::string_view group = firstGroup(name);
  std::string given;
  for (const int index : {3, 1, 2}) join(given, " ", component(group, index));
  std::string out(component(group, 0));
  join(out, ", ", given);
  join(out, ", ", component(group, 4));
  return out;
}

std::string displayValue(const DataSet& dataSet, const Element& element, std::size_t maxCharacters) {
  if (element.isSequence()) return counted(element.items.size(), "item", "items");
  const Element head = beginningOf(dataSet, element, maxCharacters);
  const Value value = valueOf(dataSet, head, CharacterSet::of(dataSet), Escapes::Removed);
  if (value.form == Value::Form::Bytes) return counted(element.value.size(), "byte", "bytes");
  std::string line = joined(value, " \\ ", maxCharacters);
  if (value.vr.vr == Vr::UI && value.parts.size() == 1) line = withUidName(std::move(line));
  return shortened(onOneLine(std::move(line)), maxCharacters);
}

bool isShownAsSize(const DataSet& dataSet, const Element& element) {
  const Element head = beginningOf(dataSet, element, 1);
  return !element.isSequence() &&
         valueOf(dataSet, head, CharacterSet::of(dataSet), Escapes::Removed).form == Value::Form::Bytes;
}

std::string displayVr(const DataSet& dataSet, const Element& element) {
  return effectiveVr(dataSet, element).letters;
}

}  // namespace core
