// SPDX-License-Identifier: MIT
#include "core/series/bvalue.h"

#include <bit>
#include <cmath>

#include "core/parse/tags.h"
#include "core/series/geometry.h"

namespace core {

namespace {

constexpr Tag mrDiffusionSequence{0x0018, 0x9117};

struct PrivateElement {
  std::string_view creator;
  std::uint16_t group;
  std::uint16_t element;  ///< within the creator's block
};
constexpr PrivateElement privateElements[] = {
    {"GEMS_PARM_01", 0x0043, 0x39},
    {"SIEMENS MR HEADER", 0x0019, 0x0C},
    {"Philips Imaging DD 001", 0x2001, 0x03},
};

/// The tag of an element in the block that the creator reserved (PS3.5 7.8.1).
std::optional<Tag> tagOf(const DataSet& dataSet, const PrivateElement& wanted) {
  for (const Element& element : dataSet.elements()) {
    const bool isCreator =
        element.tag.group == wanted.group && element.tag.element >= 0x10 && element.tag.element <= 0xFF;
    if (isCreator && trimmed(asText(element.value)) == wanted.creator)
      return Tag{wanted.group, static_cast<std::uint16_t>(element.tag.element << 8 | wanted.element)};
  }
  return std::nullopt;
}

/// The first number, also where the VR is not known: then texts are texts, and four other bytes are a float.
std::optional<double> firstNumber(const DataSet& dataSet, Tag tag) {
  if (const auto known = dataSet.real(tag)) return known;
  if (const auto text = parseReal(dataSet.text(tag, 0))) return text;
  const Element* element = dataSet.find(tag);
  if (!element || element->value.size() != 4) return std::nullopt;
  return std::bit_cast<float>(load32(element->value.data(), dataSet.byteOrder()));
}

/// GE adds 10⁹ to mark its own kind of encoding.
double withoutFlag(double value) { return value >= 100'000 ? std::fmod(value, 100'000) : value; }

}  // namespace

std::optional<double> bValueOf(const DataSet& dataSet) {
  if (const DataSet* holder = functionalGroup(dataSet, 0, mrDiffusionSequence, tags::DiffusionBValue))
    if (const auto standard = holder->real(tags::DiffusionBValue)) return standard;
  for (const PrivateElement& each : privateElements) {
    const auto tag = tagOf(dataSet, each);
    const auto value = tag ? firstNumber(dataSet, *tag) : std::nullopt;
    if (value && std::isfinite(*value) && *value >= 0) return withoutFlag(*value);
  }
  return std::nullopt;
}

}  // namespace core
