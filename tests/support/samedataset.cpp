// SPDX-License-Identifier: MIT
#include "tests/support/samedataset.h"

#include <map>

#include "core/text/effectivevr.h"
#include "core/write/byteswap.h"
#include "core/write/valuerules.h"

namespace tests {

using namespace core;

namespace {

QString tagText(Tag tag) { return QString::asprintf("(%04X,%04X)", tag.group, tag.element); }

/// The elements that a data set is read by: the last of each tag, no group lengths, no delimiters.
std::map<Tag, const Element*> readElements(const DataSet& dataSet) {
  std::map<Tag, const Element*> elements;
  for (const Element& element : dataSet.elements())
    if (element.tag.element != 0 && element.tag.group > 3 && element.tag.group != 0xFFFE &&
        element.tag.group != 0xFFFF)
      elements[element.tag] = &element;
  return elements;
}

/// The value as it stands, or in little endian where two byte orders are compared.
std::vector<std::uint8_t> valueOf(const DataSet& dataSet, const Element& element, Vr vr, bool mustSwap) {
  if (mustSwap && dataSet.byteOrder() == ByteOrder::Big && !element.isEncapsulated())
    return byteSwapped(element.value, vr);
  return {element.value.begin(), element.value.end()};
}

/// A byte that made a value even is no difference where the first file had it odd.
bool isSameValue(std::vector<std::uint8_t> before, const std::vector<std::uint8_t>& after) {
  if (before.size() % 2 != 0 && after.size() == before.size() + 1) before.push_back(after.back());
  return before == after;
}

/// The fragments' bytes one after another: their headers may have changed their byte order or been mended.
std::vector<std::uint8_t> joinedFragments(const DataSet& dataSet, const Element& element) {
  std::vector<std::uint8_t> joined;
  ByteReader reader(element.value, dataSet.byteOrder());
  while (reader.remaining() >= 8) {
    reader.u32();
    const ByteView fragment = reader.takeUpTo(reader.u32());
    joined.insert(joined.end(), fragment.begin(), fragment.end());
    if (fragment.size() % 2 != 0) joined.push_back(0);
  }
  return joined;
}

/// Whether the VR could be kept: unknown letters and too long a value become UN or, read again, the
/// dictionary's; an inferred VR that the bytes contradict is UN.
bool isSameVr(Vr before, Vr after, std::size_t size) {
  const bool cannotStay = !isKnownVr(before) || (!hasLongLength(before) && size > 0xFFFE);
  const std::size_t unit = numberBytes(before);
  const bool isOddNumber = unit != 0 && size % unit != 0;
  return before == after || cannotStay || isOddNumber;
}

}  // namespace

QString difference(const DataSet& before, const DataSet& after, Vrs vrs) {
  const auto first = readElements(before);
  const auto second = readElements(after);
  for (const auto& [tag, element] : second)
    if (!first.contains(tag)) return tagText(tag) + QStringLiteral(" was not there");
  for (const auto& [tag, element] : first) {
    const auto at = second.find(tag);
    if (at == second.end()) return tagText(tag) + QStringLiteral(" is missing");
    const Element& other = *at->second;
    const Vr vr = effectiveVr(before, *element).vr;
    if (element->isEncapsulated() && other.isEncapsulated()) {
      if (joinedFragments(before, *element) != joinedFragments(after, other))
        return tagText(tag) + QStringLiteral(" has other fragments");
      continue;
    }
    const Vr otherVr = effectiveVr(after, other).vr;
    if (vrs == Vrs::Kept && !isSameVr(vr, otherVr, element->value.size()))
      return tagText(tag) + QStringLiteral(" has another VR: ") + QString::fromStdString(letters(vr)) +
             QStringLiteral(" ") + QString::fromStdString(letters(otherVr));
    if (element->items.size() != other.items.size()) return tagText(tag) + QStringLiteral(" has other items");
    const bool mustSwap = before.byteOrder() != after.byteOrder();
    if (!isSameValue(valueOf(before, *element, vr, mustSwap), valueOf(after, other, otherVr, mustSwap)))
      return tagText(tag) + QStringLiteral(" has another value");
    for (std::size_t i = 0; i < element->items.size(); ++i) {
      const QString inner = difference(element->items[i], other.items[i], vrs);
      if (!inner.isEmpty()) return tagText(tag) + QStringLiteral(" ") + inner;
    }
  }
  return {};
}

}  // namespace tests
