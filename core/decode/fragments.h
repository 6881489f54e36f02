// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "core/base/bytes.h"
#include "core/parse/dataset.h"

namespace core {

/// Where the frames of encapsulated Pixel Data are (PS3.5 A.4). Made once by walking the items.
class FragmentIndex {
 public:
  /// value: the element's bytes from the first item (the offset table) on. frames: as the data set says.
  FragmentIndex(ByteView value, std::uint32_t frames, const DataSet& dataSet, ByteOrder order);

  /// Frames that have fragments.
  std::uint32_t frames() const { return static_cast<std::uint32_t>(m_frames.size()); }
  /// The codestream of a frame: a view when it is one fragment, else the fragments joined in storage.
  ByteView frame(std::uint32_t index, std::vector<std::uint8_t>& storage) const;

 private:
  struct Fragment {
    std::uint64_t offset;  // of its item header, from the end of the offset table
    ByteView bytes;
  };
  struct Run {
    std::size_t first, count;
  };

  ByteView walk(ByteView value, ByteOrder order);
  bool byOffsets(const std::vector<std::uint64_t>& offsets, std::uint32_t frames);
  bool byCodestreamStarts(std::uint32_t frames);

  std::vector<Fragment> m_fragments;
  std::vector<Run> m_frames;
};

}  // namespace core
