// SPDX-License-Identifier: MIT
#pragma once

#include "core/decode/codec.h"
#include "core/decode/jpegheader.h"

namespace core {

/// A JPEG frame whose header was read and agrees with the data set.
struct JpegFrame {
  ByteView stream;
  JpegHeader header;
  bool isYbr = false;  ///< three components that are Y, Cb and Cr
};

/// Fills data (rows × columns × components samples of 8 or 16 bits). Errors: CodecFailed, also when the
/// library only warns that it made up samples.
Status decodeWithTurbo(const JpegFrame& frame, std::vector<std::uint8_t>& data);  ///< YCbCr comes out as RGB
Status decodeWithDcmtk(const JpegFrame& frame, std::vector<std::uint8_t>& data);  ///< components as they are

}  // namespace core
