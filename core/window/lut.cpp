// SPDX-License-Identifier: MIT
#include "core/window/lut.h"

#include "core/parse/tags.h"
#include "core/window/texts.h"

namespace core {

namespace {

std::vector<std::uint16_t> bytesOf(const DataSet& item, const Element& element) {
  std::vector<std::uint16_t> entries(element.value.begin(), element.value.end());
  // Two 8-bit entries share a word, the first in its low byte; big endian words have that byte second.
  const bool isSwapped = item.byteOrder() == ByteOrder::Big && element.vr != Vr::OB;
  for (std::size_t i = 0; isSwapped && i + 1 < entries.size(); i += 2) std::swap(entries[i], entries[i + 1]);
  return entries;
}

}  // namespace

std::vector<std::uint16_t> words(const DataSet& item, Tag tag) {
  const Element* element = item.find(tag);
  if (!element || element->isSequence()) return {};
  std::vector<std::uint16_t> values(element->value.size() / 2);
  for (std::size_t i = 0; i < values.size(); ++i)
    values[i] = load16(element->value.data() + 2 * i, item.byteOrder());
  return values;
}

std::optional<LutDescriptor> lutDescriptor(const DataSet& item, Tag tag, bool isFirstSigned) {
  const std::vector<std::uint16_t> numbers = words(item, tag);
  if (numbers.size() < 3) return std::nullopt;
  const bool isSigned = isFirstSigned || item.find(tag)->vr == Vr::SS;
  return LutDescriptor{numbers[0] == 0 ? std::size_t{65536} : numbers[0],
                       isSigned ? static_cast<std::int16_t>(numbers[1]) : std::int64_t{numbers[1]},
                       numbers[2]};
}

std::vector<std::uint16_t> lutEntries(const DataSet& item, Tag tag, std::size_t count) {
  const Element* element = item.find(tag);
  if (!element || element->isSequence() || element->value.size() < count) return {};
  const bool areBytes = element->value.size() < 2 * count;
  // A few bytes more than one an entry are padding; half as many again are words that are cut short.
  if (areBytes && element->value.size() > count + 1) return {};
  std::vector<std::uint16_t> entries = areBytes ? bytesOf(item, *element) : words(item, tag);
  entries.resize(count);
  return entries;
}

std::optional<LookupTable> readLut(const DataSet& item, bool isFirstSigned) {
  const auto descriptor = lutDescriptor(item, tags::LUTDescriptor, isFirstSigned);
  if (!descriptor) return std::nullopt;
  LookupTable lut{descriptor->first, lutEntries(item, tags::LUTData, descriptor->count), descriptor->bits,
                  peoplesText(item, tags::LUTExplanation)};
  if (lut.entries.empty()) return std::nullopt;
  return lut;
}

}  // namespace core
