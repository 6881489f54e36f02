// SPDX-License-Identifier: MIT
#include "core/decode/frameindex.h"

#include "core/parse/tags.h"

namespace core {

namespace {

/// The items of the value: fragments with where their header stands behind the Basic Offset Table.
struct Items {
  std::vector<std::uint64_t> offsets;
  std::vector<ByteView> fragments;
  ByteView table;
  bool lastIsCut = false;
};

constexpr std::size_t itemHeader = 8;

Items itemsOf(ByteView value, ByteOrder order) {
  Items items;
  std::size_t at = 0;
  std::size_t base = 0;
  for (bool isTable = true; at + itemHeader <= value.size(); isTable = false) {
    const Tag tag{load16(value.data() + at, order), load16(value.data() + at + 2, order)};
    if (tag != tags::Item) break;
    const std::uint32_t length = load32(value.data() + at + 4, order);
    const std::size_t there = std::min<std::size_t>(length, value.size() - at - itemHeader);
    const ByteView bytes = value.subspan(at + itemHeader, there);
    if (isTable) {
      items.table = bytes;
      base = at + itemHeader + there;
    } else {
      items.offsets.push_back(at - base);
      items.fragments.push_back(bytes);
    }
    items.lastIsCut = there < length;
    at += itemHeader + there;
  }
  return items;
}

std::vector<std::uint64_t> basicOffsets(ByteView table, ByteOrder order) {
  std::vector<std::uint64_t> offsets(table.size() / 4);
  for (std::size_t i = 0; i < offsets.size(); ++i) offsets[i] = load32(table.data() + 4 * i, order);
  return offsets;
}

std::vector<std::uint64_t> extendedOffsets(const DataSet& dataSet) {
  const Element* element = dataSet.find(tags::ExtendedOffsetTable);
  if (!element) return {};
  std::vector<std::uint64_t> offsets(element->value.size() / 8);
  for (std::size_t i = 0; i < offsets.size(); ++i)
    offsets[i] = load64(element->value.data() + 8 * i, dataSet.byteOrder());
  return offsets;
}

/// The first fragments that a table names, or nothing when it is not right: one offset a frame, the first 0,
/// ascending, each at an item.
std::vector<std::size_t> firstsByTable(const Items& items, const std::vector<std::uint64_t>& offsets,
                                       std::uint32_t frames) {
  if (offsets.size() != frames || offsets.front() != 0) return {};
  std::vector<std::size_t> firsts;
  auto from = items.offsets.begin();
  for (const std::uint64_t offset : offsets) {
    const auto at = std::lower_bound(from, items.offsets.end(), offset);
    if (at == items.offsets.end() || *at != offset) return {};
    firsts.push_back(static_cast<std::size_t>(at - items.offsets.begin()));
    from = at + 1;
  }
  return firsts;
}

bool beginsWith(ByteView bytes, std::initializer_list<std::uint8_t> start) {
  return bytes.size() >= start.size() && std::equal(start.begin(), start.end(), bytes.begin());
}

bool beginsFrame(ByteView fragment) {
  return beginsWith(fragment, {0xFF, 0xD8, 0xFF}) || beginsWith(fragment, {0xFF, 0x4F, 0xFF, 0x51}) ||
         beginsWith(fragment, {0, 0, 0, 12, 'j', 'P', ' ', ' '});
}

std::vector<std::size_t> firstsByMarkers(const Items& items) {
  std::vector<std::size_t> firsts;
  for (std::size_t i = 0; i < items.fragments.size(); ++i)
    if (beginsFrame(items.fragments[i])) firsts.push_back(i);
  return firsts;
}

std::vector<std::size_t> oneEach(const Items& items) {
  std::vector<std::size_t> firsts;
  for (std::size_t i = 0; i < items.fragments.size(); ++i)
    if (!items.fragments[i].empty()) firsts.push_back(i);
  return firsts;
}

std::vector<std::size_t> firstsOf(const Items& items, const DataSet& dataSet, std::uint32_t frames,
                                  FrameIndex::Framing framing) {
  if (items.fragments.empty()) return {};
  if (frames == 1) return {0};
  for (const auto& offsets : {extendedOffsets(dataSet), basicOffsets(items.table, dataSet.byteOrder())}) {
    std::vector<std::size_t> firsts = firstsByTable(items, offsets, frames);
    if (!firsts.empty()) return firsts;
  }
  std::vector<std::size_t> each = oneEach(items);
  if (framing == FrameIndex::Framing::OneFragment || each.size() == frames) return each;
  return firstsByMarkers(items);
}

}  // namespace

FrameIndex FrameIndex::of(const DataSet& dataSet, const PixelFormat& format, Framing framing) {
  FrameIndex index;
  const Element* element = dataSet.find(tags::PixelData);
  if (!element) return index;
  Items items = itemsOf(element->value, dataSet.byteOrder());
  index.m_firsts = firstsOf(items, dataSet, format.frames, framing);
  index.m_fragments = std::move(items.fragments);
  index.m_lastIsCut = items.lastIsCut;
  return index;
}

Result<std::span<const ByteView>> FrameIndex::fragments(std::uint32_t frame) const {
  const std::string name = "frame " + std::to_string(frame + 1);
  if (frame >= m_firsts.size()) return {ErrorCode::Truncated, name + " has no fragment"};
  const std::size_t first = m_firsts[frame];
  const std::size_t end = frame + 1 < m_firsts.size() ? m_firsts[frame + 1] : m_fragments.size();
  if (m_lastIsCut && end == m_fragments.size()) return {ErrorCode::Truncated, name + " is cut short"};
  return std::span(m_fragments).subspan(first, end - first);
}

}  // namespace core
