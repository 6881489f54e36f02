// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/decode/frame.h"

namespace core {

/// What a codec leaves: the cells of one frame, little endian, samples of a pixel side by side.
struct Cells {
  std::uint32_t columns = 0;  ///< of the codestream; the caller has checked them (a reduced frame is smaller)
  std::uint32_t rows = 0;
  std::uint16_t bytesPerSample = 1;  ///< 1, 2 or 4
  std::uint16_t precision = 8;       ///< bits of a sample that the codestream carries
  Photometric photometric = Photometric::Monochrome2;
  std::vector<std::uint8_t> bytes;
};

/// Decodes one frame's codestream, whole. Fails (CodecFailed, UnsupportedPixelFormat) rather than leave a
/// sample unset.
using Codec = Result<Cells> (*)(ByteView codestream, const PixelFormat& format, int reduce);

Result<Cells> decodeRle(ByteView codestream, const PixelFormat& format, int reduce);
Result<Cells> decodeJpeg(ByteView codestream, const PixelFormat& format, int reduce);
Result<Cells> decodeJpegLs(ByteView codestream, const PixelFormat& format, int reduce);
Result<Cells> decodeJpeg2000(ByteView codestream, const PixelFormat& format, int reduce);
Result<Cells> decodeDeflatedFrame(ByteView codestream, const PixelFormat& format, int reduce);

}  // namespace core
