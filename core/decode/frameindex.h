// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "core/decode/frame.h"
#include "core/parse/dicomfile.h"

namespace core {

/// Where the frames of encapsulated Pixel Data are (PS3.5 A.4): made by one walk over the items, checked
/// against the offset tables. Points into the bytes of the file.
class FrameIndex {
 public:
  /// How fragments become frames when no table says so.
  enum class Framing {
    OneFragment,  ///< RLE, deflated: a frame is one fragment
    Markers,      ///< the JPEG families: a frame begins with a start-of-image or start-of-codestream marker
  };
  static FrameIndex of(const DataSet& dataSet, const PixelFormat& format, Framing framing);

  /// The fragments of a frame, in order. Errors: Truncated (not there, or cut short).
  Result<std::span<const ByteView>> fragments(std::uint32_t frame) const;

 private:
  std::vector<ByteView> m_fragments;
  std::vector<std::size_t> m_firsts;  ///< the first fragment of each frame
  bool m_lastIsCut = false;
};

}  // namespace core
