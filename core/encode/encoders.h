// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/decode/frame.h"

namespace core {

/// Compresses one frame: native cells of the format in little endian, row by row, samples of a pixel side by
/// side (PS3.5 8.1). The bytes need not be even. Errors: InvalidArgument (a format that the compression does
/// not have), CodecFailed; the detail begins with the codec's name. No exception leaves it.
using Encoder = Result<std::vector<std::uint8_t>> (*)(ByteView cells, const PixelFormat& format);

Result<std::vector<std::uint8_t>> encodeRle(ByteView cells, const PixelFormat& format);
Result<std::vector<std::uint8_t>> encodeJpegLs(ByteView cells, const PixelFormat& format);
/// 8 bits, quality 90; colour is RGB and leaves as YCbCr 4:2:2.
Result<std::vector<std::uint8_t>> encodeJpegBaseline(ByteView cells, const PixelFormat& format);
/// Reversible; colour is RGB and leaves through the reversible transform.
Result<std::vector<std::uint8_t>> encodeJpeg2000(ByteView cells, const PixelFormat& format);

/// A row of the table of what can be written.
struct SyntaxEncoder {
  std::string_view uid;
  Encoder encode = nullptr;           ///< null: pixels are native
  std::string_view colour = "RGB";    ///< Photometric Interpretation of RGB pixels once written
  std::string_view lossyMethod = {};  ///< Lossy Image Compression Method; "" when nothing is lost
};

std::span<const SyntaxEncoder> syntaxEncoders();
/// Null for a UID that pixels cannot be written in.
const SyntaxEncoder* findEncoder(std::string_view transferSyntax);

}  // namespace core
