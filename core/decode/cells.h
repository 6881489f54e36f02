// SPDX-License-Identifier: MIT
#pragma once

#include "core/decode/codec.h"

namespace core {

/// Native cells as they stand in the file.
struct NativeLayout {
  ByteOrder order = ByteOrder::Little;
  /// Pixel Data of VR OW in a big endian file holds 8-bit cells in swapped pairs.
  bool swapsBytePairs = false;
  std::vector<std::pair<std::uint16_t, int>> embeddedOverlays;  ///< group, bit position
};

/// Bytes that one frame takes in native Pixel Data; of 1-bit frames the bits, rounded up (they are not byte
/// aligned).
std::uint64_t nativeFrameBytes(const PixelFormat& format);

/// The Frame of native cells: bytes holds exactly the frame (of 1-bit data: from its first bit's byte,
/// firstBit 0…7).
Result<FramePtr> frameFromNative(ByteView bytes, const PixelFormat& format, const NativeLayout& layout,
                                 int firstBit = 0);

/// The Frame of what a codec left: shifted, masked and sign-extended as the data set says.
Result<FramePtr> frameFromCells(Cells cells, const PixelFormat& format);

}  // namespace core
