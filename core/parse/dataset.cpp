// SPDX-License-Identifier: MIT
#include "core/parse/dataset.h"

#include <bit>
#include <charconv>

#include "core/parse/numberbytes.h"

namespace core {

namespace {

bool isPadding(char c) { return c == ' ' || c == '\0'; }

std::int64_t integerAt(const std::uint8_t* p, Vr vr, ByteOrder order) {
  switch (vr) {
    case Vr::SS:
      return static_cast<std::int16_t>(load16(p, order));
    case Vr::US:
    case Vr::OW:
      return load16(p, order);
    case Vr::SL:
      return static_cast<std::int32_t>(load32(p, order));
    case Vr::AT:
      return std::int64_t{load16(p, order)} << 16 | load16(p + 2, order);
    case Vr::UL:
    case Vr::OL:
      return load32(p, order);
    default:
      return static_cast<std::int64_t>(load64(p, order));
  }
}

double realAt(const std::uint8_t* p, Vr vr, ByteOrder order) {
  if (vr == Vr::FL || vr == Vr::OF) return std::bit_cast<float>(load32(p, order));
  if (vr == Vr::FD || vr == Vr::OD) return std::bit_cast<double>(load64(p, order));
  return static_cast<double>(integerAt(p, vr, order));
}

bool isFloat(Vr vr) { return vr == Vr::FL || vr == Vr::OF || vr == Vr::FD || vr == Vr::OD; }

/// Number index of a binary element, or null.
const std::uint8_t* numberAt(const Element* element, std::size_t index) {
  if (!element) return nullptr;
  const std::size_t size = numberBytes(element->vr);
  if (size == 0 || (index + 1) * size > element->value.size()) return nullptr;
  return element->value.data() + index * size;
}

}  // namespace

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && isPadding(text.front())) text.remove_prefix(1);
  while (!text.empty() && isPadding(text.back())) text.remove_suffix(1);
  return text;
}

std::optional<double> parseReal(std::string_view text) {
  text = trimmed(text);
  if (!text.empty() && text.front() == '+') text.remove_prefix(1);
  std::string withPoint;
  if (text.find(',') != std::string_view::npos && text.find('.') == std::string_view::npos) {
    withPoint = text;
    std::replace(withPoint.begin(), withPoint.end(), ',', '.');
    text = withPoint;
  }
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value)) return std::nullopt;
  return value;
}

std::optional<std::int64_t> parseInteger(std::string_view text) {
  text = trimmed(text);
  if (!text.empty() && text.front() == '+') text.remove_prefix(1);
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error == std::errc() && end == text.data() + text.size()) return value;
  const auto asReal = parseReal(text);
  if (!asReal || *asReal != std::floor(*asReal) || std::abs(*asReal) > 9e15) return std::nullopt;
  return static_cast<std::int64_t>(*asReal);
}

const Element* DataSet::find(Tag tag) const {
  if (m_sorted) {
    const auto at = std::lower_bound(m_elements.begin(), m_elements.end(), tag,
                                     [](const Element& element, Tag wanted) { return element.tag < wanted; });
    return at != m_elements.end() && at->tag == tag ? &*at : nullptr;
  }
  const auto at = std::find_if(m_elements.rbegin(), m_elements.rend(),
                               [tag](const Element& element) { return element.tag == tag; });
  return at != m_elements.rend() ? &*at : nullptr;
}

bool DataSet::hasValue(Tag tag) const {
  const Element* element = find(tag);
  return element && (!element->value.empty() || !element->items.empty());
}

const DataSet* DataSet::item(Tag sequence, std::size_t index) const {
  const Element* element = find(sequence);
  return element && index < element->items.size() ? &element->items[index] : nullptr;
}

std::string_view DataSet::text(Tag tag) const {
  const Element* element = find(tag);
  return element ? trimmed(asText(element->value)) : std::string_view();
}

std::string_view DataSet::text(Tag tag, std::size_t index) const {
  std::string_view all = text(tag);
  for (; index > 0; --index) {
    const std::size_t mark = all.find('\\');
    if (mark == std::string_view::npos) return {};
    all.remove_prefix(mark + 1);
  }
  return trimmed(all.substr(0, all.find('\\')));
}

std::optional<std::int64_t> DataSet::integer(Tag tag, std::size_t index) const {
  const Element* element = find(tag);
  if (!element) return std::nullopt;
  if (numberBytes(element->vr) == 0) return parseInteger(text(tag, index));
  const std::uint8_t* at = numberAt(element, index);
  if (!at) return std::nullopt;
  if (!isFloat(element->vr)) return integerAt(at, element->vr, m_order);
  const double value = realAt(at, element->vr, m_order);
  if (value != std::floor(value) || !(std::abs(value) < 9e15)) return std::nullopt;
  return static_cast<std::int64_t>(value);
}

std::optional<double> DataSet::real(Tag tag, std::size_t index) const {
  const Element* element = find(tag);
  if (!element) return std::nullopt;
  if (numberBytes(element->vr) == 0) return parseReal(text(tag, index));
  const std::uint8_t* at = numberAt(element, index);
  if (!at) return std::nullopt;
  const double value = realAt(at, element->vr, m_order);
  return std::isfinite(value) ? std::optional(value) : std::nullopt;
}

std::size_t DataSet::count(Tag tag) const {
  const Element* element = find(tag);
  if (!element) return 0;
  if (element->isSequence()) return element->items.size();
  if (const std::size_t size = numberBytes(element->vr)) return element->value.size() / size;
  const std::string_view all = text(tag);
  return all.empty() ? 0 : 1 + static_cast<std::size_t>(std::count(all.begin(), all.end(), '\\'));
}

std::vector<double> DataSet::reals(Tag tag) const {
  std::vector<double> values(count(tag));
  for (std::size_t i = 0; i < values.size(); ++i) {
    const auto value = real(tag, i);
    if (!value) return {};
    values[i] = *value;
  }
  return values;
}

}  // namespace core
