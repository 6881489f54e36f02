// SPDX-License-Identifier: MIT
#include "core/write/editset.h"

#include <bit>
#include <limits>

#include "core/parse/implicitvr.h"
#include "core/parse/tags.h"
#include "core/text/effectivevr.h"
#include "core/write/byteswap.h"
#include "core/write/encodetext.h"
#include "core/write/valuerules.h"

namespace core {

namespace {

/// Whether an element has a place in a data set of a file (PS3.5 7.1, 7.2; PS3.10 7.1).
bool belongsInDataSet(Tag tag) {
  return tag.element != 0 && tag.group > 0x0003 && tag.group != 0xFFFE && tag.group != 0xFFFF;
}

/// Letters that no standard knows give way to the dictionary's VR. An inferred VR stands only where the bytes
/// are a row of its numbers: else the value would look like something else.
Vr keptVr(const DataSet& dataSet, const Element& element) {
  Vr vr = effectiveVr(dataSet, element).vr;
  const bool isStrange = !isKnownVr(vr) && !element.tag.isPrivate();
  if (isStrange) vr = dictionaryVr(dataSet, element.tag);
  if (!element.isImplicit && !isStrange) return vr;
  const std::size_t size = numberBytes(vr);
  const bool isBrokenRow = size != 0 && element.value.size() % size != 0;
  const bool isNoSequence = vr == Vr::SQ && !element.isSequence();
  return isBrokenRow || isNoSequence ? Vr::UN : vr;
}

/// Undefined length was written, but the value is no row of items: native pixels that forgot their length.
bool hasFragments(const Element& element, ByteOrder order) {
  if (!element.isEncapsulated()) return false;
  if (element.value.size() < 8) return true;
  const Tag tag{load16(element.value.data(), order), load16(element.value.data() + 2, order)};
  return tag == tags::Item;
}

/// The items of encapsulated data. What is no whole item, in a damaged file, is kept as a last one.
std::vector<HeldBytes> fragmentsOf(const Element& element, ByteOrder order, const BufferPtr& owner) {
  std::vector<HeldBytes> fragments;
  ByteReader reader(element.value, order);
  while (reader.remaining() >= 8) {
    const ByteView header = reader.peek(8);
    const Tag tag{load16(header.data(), order), load16(header.data() + 2, order)};
    if (tag != tags::Item) break;
    reader.take(4);
    const std::uint32_t length = reader.u32();
    fragments.emplace_back(reader.takeUpTo(length), owner);
  }
  if (reader.remaining() > 0) fragments.emplace_back(reader.take(reader.remaining()), owner);
  if (fragments.empty()) fragments.emplace_back();
  return fragments;
}

EditElement editable(const DataSet& dataSet, const Element& element, const BufferPtr& owner) {
  EditElement made{element.tag, keptVr(dataSet, element), EditElement::Form::Bytes, {}, {}, {}};
  if (element.isSequence()) {
    made.form = EditElement::Form::Items;
    made.items.reserve(element.items.size());
    for (const DataSet& item : element.items) made.items.push_back(EditSet::of(item, owner));
  } else if (hasFragments(element, dataSet.byteOrder())) {
    made.form = EditElement::Form::Fragments;
    made.fragments = fragmentsOf(element, dataSet.byteOrder(), owner);
  } else if (dataSet.byteOrder() == ByteOrder::Big && unitSize(made.vr) > 1) {
    made.value = HeldBytes(byteSwapped(element.value, made.vr));
  } else {
    made.value = HeldBytes(element.value, owner);
  }
  return made;
}

auto placeOf(auto& elements, Tag tag) {
  return std::lower_bound(elements.begin(), elements.end(), tag,
                          [](const EditElement& element, Tag wanted) { return element.tag < wanted; });
}

void appendLittle(std::vector<std::uint8_t>& out, std::uint64_t bits, std::size_t size) {
  for (std::size_t i = 0; i < size; ++i, bits >>= 8) out.push_back(static_cast<std::uint8_t>(bits));
}

struct IntegerRange {
  Vr vr;
  std::int64_t lowest;
  std::int64_t highest;
};
constexpr std::int64_t highest64 = std::numeric_limits<std::int64_t>::max();
constexpr IntegerRange integerRanges[] = {
    {Vr::US, 0, 0xFFFF},     {Vr::SS, -0x8000, 0x7FFF},
    {Vr::UL, 0, 0xFFFFFFFF}, {Vr::SL, -0x80000000LL, 0x7FFFFFFF},
    {Vr::UV, 0, highest64},  {Vr::SV, std::numeric_limits<std::int64_t>::min(), highest64},
};

}  // namespace

EditSet EditSet::of(const DataSet& dataSet, const BufferPtr& owner) {
  EditSet made;
  made.m_elements.reserve(dataSet.elements().size());
  for (const Element& element : dataSet.elements())
    if (belongsInDataSet(element.tag)) made.set(editable(dataSet, element, owner));
  return made;
}

const EditElement* EditSet::find(Tag tag) const {
  const auto at = placeOf(m_elements, tag);
  return at != m_elements.end() && at->tag == tag ? &*at : nullptr;
}

EditElement* EditSet::find(Tag tag) { return const_cast<EditElement*>(std::as_const(*this).find(tag)); }

std::string_view EditSet::text(Tag tag) const {
  const EditElement* element = find(tag);
  return element ? trimmed(asText(element->value.view())) : std::string_view();
}

void EditSet::set(EditElement element) {
  if (m_elements.empty() || m_elements.back().tag < element.tag) {
    m_elements.push_back(std::move(element));
    return;
  }
  const auto at = placeOf(m_elements, element.tag);
  if (at->tag == element.tag)
    *at = std::move(element);
  else
    m_elements.insert(at, std::move(element));
}

bool EditSet::remove(Tag tag) {
  const auto at = placeOf(m_elements, tag);
  if (at == m_elements.end() || at->tag != tag) return false;
  m_elements.erase(at);
  return true;
}

void EditSet::removeIf(const std::function<bool(const EditElement&)>& unwanted) {
  std::erase_if(m_elements, unwanted);
}

void EditSet::forEach(const std::function<void(EditElement&)>& visit) {
  for (EditElement& element : m_elements) {
    visit(element);
    for (EditSet& item : element.items) item.forEach(visit);
  }
}

Status EditSet::setText(Tag tag, Vr vr, std::string_view utf8, std::string_view outer) {
  if (Status valid = checkText(vr, utf8); !valid) return valid;
  const EditElement* own = find(tags::SpecificCharacterSet);
  auto bytes = encodedText(utf8, own ? text(tags::SpecificCharacterSet) : outer);
  if (!bytes) return {ErrorCode::InvalidArgument, "the character set in force cannot hold the text"};
  setBytes(tag, vr, HeldBytes(std::string_view(*bytes)));
  return Done{};
}

Status EditSet::setIntegers(Tag tag, Vr vr, const std::vector<std::int64_t>& values) {
  const auto range = std::find_if(std::begin(integerRanges), std::end(integerRanges),
                                  [vr](const IntegerRange& row) { return row.vr == vr; });
  if (range == std::end(integerRanges))
    return {ErrorCode::InvalidArgument, letters(vr) + " holds no whole numbers"};
  std::vector<std::uint8_t> bytes;
  for (const std::int64_t value : values) {
    if (value < range->lowest || value > range->highest)
      return {ErrorCode::InvalidArgument, "the number is out of the range of " + letters(vr)};
    appendLittle(bytes, static_cast<std::uint64_t>(value), numberBytes(vr));
  }
  setBytes(tag, vr, HeldBytes(std::move(bytes)));
  return Done{};
}

Status EditSet::setReals(Tag tag, Vr vr, const std::vector<double>& values) {
  if (vr != Vr::FL && vr != Vr::FD)
    return {ErrorCode::InvalidArgument, letters(vr) + " holds no floating point numbers"};
  std::vector<std::uint8_t> bytes;
  for (const double value : values) {
    const auto single = static_cast<float>(value);
    if (vr == Vr::FL && std::isfinite(value) && !std::isfinite(single))
      return {ErrorCode::InvalidArgument, "the number is out of the range of FL"};
    if (vr == Vr::FL)
      appendLittle(bytes, std::bit_cast<std::uint32_t>(single), 4);
    else
      appendLittle(bytes, std::bit_cast<std::uint64_t>(value), 8);
  }
  setBytes(tag, vr, HeldBytes(std::move(bytes)));
  return Done{};
}

void EditSet::setTags(Tag tag, const std::vector<Tag>& values) {
  std::vector<std::uint8_t> bytes;
  for (const Tag value : values) {
    appendLittle(bytes, value.group, 2);
    appendLittle(bytes, value.element, 2);
  }
  setBytes(tag, Vr::AT, HeldBytes(std::move(bytes)));
}

void EditSet::setBytes(Tag tag, Vr vr, HeldBytes value) {
  set({tag, vr, EditElement::Form::Bytes, std::move(value), {}, {}});
}

void EditSet::setItems(Tag tag, std::vector<EditSet> items) {
  set({tag, Vr::SQ, EditElement::Form::Items, {}, std::move(items), {}});
}

void EditSet::setFragments(Tag tag, std::vector<HeldBytes> fragments) {
  set({tag, Vr::OB, EditElement::Form::Fragments, {}, {}, std::move(fragments)});
}

}  // namespace core
