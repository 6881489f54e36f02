// SPDX-License-Identifier: MIT
#include "core/window/palette.h"

#include "core/parse/tags.h"
#include "core/window/lut.h"

namespace core {

namespace {

constexpr std::size_t maxEntries = 65536;

struct Channel {
  Tag descriptor;
  Tag data;
  Tag segments;
};
constexpr Channel channels[] = {
    {tags::RedPaletteColorLookupTableDescriptor, tags::RedPaletteColorLookupTableData,
     tags::SegmentedRedPaletteColorLookupTableData},
    {tags::GreenPaletteColorLookupTableDescriptor, tags::GreenPaletteColorLookupTableData,
     tags::SegmentedGreenPaletteColorLookupTableData},
    {tags::BluePaletteColorLookupTableDescriptor, tags::BluePaletteColorLookupTableData,
     tags::SegmentedBluePaletteColorLookupTableData},
};

/// Reads segments one after the other; every operation says whether the data was sound.
class Unroller {
 public:
  explicit Unroller(const std::vector<std::uint16_t>& segments) : m_segments(segments) {}

  bool run() {
    while (m_at < m_segments.size()) {
      // A lone word behind the last segment pads the data to even length.
      if (m_at + 1 == m_segments.size()) return true;
      if (!segment(true)) return false;
    }
    return true;
  }
  std::vector<std::uint16_t> entries;

 private:
  bool segment(bool mayBeIndirect) {
    if (m_at + 2 > m_segments.size()) return false;
    const std::uint16_t opcode = m_segments[m_at];
    const std::size_t length = m_segments[m_at + 1];
    m_at += 2;
    if (opcode == 0) return discrete(length);
    if (opcode == 1) return linear(length);
    return opcode == 2 && mayBeIndirect && indirect(length);
  }

  bool discrete(std::size_t length) {
    if (length > m_segments.size() - m_at || entries.size() + length > maxEntries) return false;
    const auto from = m_segments.begin() + static_cast<std::ptrdiff_t>(m_at);
    entries.insert(entries.end(), from, from + static_cast<std::ptrdiff_t>(length));
    m_at += length;
    return true;
  }

  bool linear(std::size_t length) {
    if (m_at >= m_segments.size() || entries.empty() || entries.size() + length > maxEntries) return false;
    const double from = entries.back();
    const double step = (m_segments[m_at++] - from) / static_cast<double>(std::max<std::size_t>(length, 1));
    for (std::size_t i = 1; i <= length; ++i)
      entries.push_back(static_cast<std::uint16_t>(std::floor(from + step * static_cast<double>(i) + 0.5)));
    return true;
  }

  /// Repeats segments that stand at a byte offset given as two words, least significant first.
  bool indirect(std::size_t segmentCount) {
    if (m_at + 2 > m_segments.size()) return false;
    const std::size_t offset = m_segments[m_at] | std::size_t{m_segments[m_at + 1]} << 16;
    const std::size_t back = m_at + 2;
    m_at = offset / 2;
    for (std::size_t i = 0; i < segmentCount; ++i)
      if (!segment(false)) return false;
    m_at = back;
    return true;
  }

  const std::vector<std::uint16_t>& m_segments;
  std::size_t m_at = 0;
};

std::vector<std::uint16_t> segmentedEntries(const DataSet& dataSet, Tag tag,
                                            const LutDescriptor& descriptor) {
  const Element* element = dataSet.find(tag);
  if (!element) return {};
  std::vector<std::uint16_t> segments =
      descriptor.bits <= 8 ? lutEntries(dataSet, tag, element->value.size()) : words(dataSet, tag);
  auto entries = unrollSegments(segments);
  if (!entries || entries->size() < descriptor.count) return {};
  entries->resize(descriptor.count);
  return *std::move(entries);
}

std::vector<std::uint16_t> channelEntries(const DataSet& dataSet, const Channel& channel,
                                          const LutDescriptor& descriptor) {
  return dataSet.hasValue(channel.data) ? lutEntries(dataSet, channel.data, descriptor.count)
                                        : segmentedEntries(dataSet, channel.segments, descriptor);
}

bool areEightBit(const std::array<std::vector<std::uint16_t>, 3>& tables) {
  const auto isByte = [](std::uint16_t entry) { return entry <= 255; };
  return std::all_of(tables.begin(), tables.end(),
                     [&](const auto& table) { return std::all_of(table.begin(), table.end(), isByte); });
}

}  // namespace

std::optional<std::vector<std::uint16_t>> unrollSegments(const std::vector<std::uint16_t>& segments) {
  Unroller unroller(segments);
  if (!unroller.run()) return std::nullopt;
  return std::move(unroller.entries);
}

std::optional<Palette> readPalette(const DataSet& dataSet, bool isSigned) {
  std::array<std::vector<std::uint16_t>, 3> tables;
  Palette palette;
  for (std::size_t i = 0; i < 3; ++i) {
    const auto descriptor = lutDescriptor(dataSet, channels[i].descriptor, isSigned);
    if (!descriptor) return std::nullopt;
    tables[i] = channelEntries(dataSet, channels[i], *descriptor);
    if (tables[i].empty()) return std::nullopt;
    if (i == 0) palette.first = descriptor->first;
  }
  // Some files store 8-bit values in 16-bit cells: then no entry of the three is above 255.
  const int shift = areEightBit(tables) ? 0 : 8;
  palette.entries.resize(std::max({tables[0].size(), tables[1].size(), tables[2].size()}));
  for (std::size_t entry = 0; entry < palette.entries.size(); ++entry)
    for (std::size_t i = 0; i < 3; ++i)
      palette.entries[entry][i] =
          static_cast<std::uint8_t>(tables[i][std::min(entry, tables[i].size() - 1)] >> shift);
  return palette;
}

}  // namespace core
