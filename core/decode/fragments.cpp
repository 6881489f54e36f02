// SPDX-License-Identifier: MIT
#include "core/decode/fragments.h"

#include "core/parse/tags.h"

namespace core {

namespace {

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

/// SOI of JPEG and JPEG-LS, SOC of JPEG 2000, the signature box of JP2.
bool startsCodestream(ByteView bytes) {
  if (bytes.size() >= 2 && bytes[0] == 0xFF && (bytes[1] == 0xD8 || bytes[1] == 0x4F)) return true;
  return bytes.size() >= 8 && asText(bytes.subspan(4, 4)) == "jP  ";
}

}  // namespace

FragmentIndex::FragmentIndex(ByteView value, std::uint32_t frames, const DataSet& dataSet, ByteOrder order) {
  const ByteView table = walk(value, order);
  if (frames == 1 && !m_fragments.empty()) {
    m_frames = {{0, m_fragments.size()}};
    return;
  }
  if (m_fragments.size() != frames) {
    if (byOffsets(extendedOffsets(dataSet), frames) || byOffsets(basicOffsets(table, order), frames) ||
        byCodestreamStarts(frames))
      return;
  }
  // A fragment a frame: always right when the numbers agree, and the best that fewer fragments allow.
  for (std::size_t i = 0; i < std::min<std::size_t>(frames, m_fragments.size()); ++i)
    m_frames.push_back({i, 1});
}

ByteView FragmentIndex::walk(ByteView value, ByteOrder order) {
  ByteReader reader(value, order);
  ByteView table;
  std::uint64_t start = 0;
  for (bool first = true; reader.remaining() >= 8; first = false) {
    const std::size_t at = reader.position();
    const Tag tag{reader.u16(), reader.u16()};
    const std::uint32_t length = reader.u32();
    if (tag != tags::Item) break;
    const ByteView bytes = reader.takeUpTo(length);
    if (first) {
      table = bytes;
      start = reader.position();
    } else {
      m_fragments.push_back({at - start, bytes});
    }
  }
  return table;
}

bool FragmentIndex::byOffsets(const std::vector<std::uint64_t>& offsets, std::uint32_t frames) {
  if (offsets.size() != frames || m_fragments.empty()) return false;
  std::vector<Run> runs;
  std::size_t fragment = 0;
  for (std::size_t i = 0; i < offsets.size(); ++i) {
    if (fragment >= m_fragments.size() || m_fragments[fragment].offset != offsets[i]) return false;
    const std::size_t first = fragment++;
    while (fragment < m_fragments.size() &&
           (i + 1 == offsets.size() || m_fragments[fragment].offset < offsets[i + 1]))
      ++fragment;
    runs.push_back({first, fragment - first});
  }
  m_frames = std::move(runs);
  return true;
}

bool FragmentIndex::byCodestreamStarts(std::uint32_t frames) {
  std::vector<Run> runs;
  for (std::size_t i = 0; i < m_fragments.size(); ++i) {
    if (startsCodestream(m_fragments[i].bytes))
      runs.push_back({i, 1});
    else if (runs.empty())
      return false;
    else
      ++runs.back().count;
  }
  if (runs.empty() || runs.size() > frames) return false;
  m_frames = std::move(runs);
  return true;
}

ByteView FragmentIndex::frame(std::uint32_t index, std::vector<std::uint8_t>& storage) const {
  const Run run = m_frames[index];
  if (run.count == 1) return m_fragments[run.first].bytes;
  storage.clear();
  for (std::size_t i = run.first; i < run.first + run.count; ++i)
    storage.insert(storage.end(), m_fragments[i].bytes.begin(), m_fragments[i].bytes.end());
  return storage;
}

}  // namespace core
