// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/decode/frame.h"

namespace core {

/// The pixels of a picture file as DICOM wants them: grey of 8 or 16 bits (black is 0) or RGB of 8 bits,
/// upright, row by row, little endian.
struct Picture {
  PixelFormat format;
  std::vector<std::uint8_t> cells;
  std::string derivation;             ///< what was changed on the way, as a sentence; "" when nothing was
  std::string lossyMethod;            ///< Lossy Image Compression Method of the file; "" when it was lossless
  std::size_t compressedBytes = 0;    ///< of the file, or its coded bits alone: for the compression ratio
  std::vector<std::uint8_t> profile;  ///< ICC input profile of RGB colours; empty without one

  /// Of a JPEG whose cells these are as they lie in it, baselineStream(); empty where they are not, and then
  /// the Photometric Interpretation that goes with it is "".
  std::vector<std::uint8_t> stream;
  std::string_view streamPhotometric;
};

enum class ContentKind { Unknown, Png, Jpeg, Tiff, Pdf };
/// By the first bytes.
ContentKind contentKind(ByteView bytes);

/// Every picture of the file: one, or the pages of a TIFF. The size is checked in the header before anything
/// is decoded (limits::picturePixels; half of it for a PNG that is decoded to 64 bits a pixel); a file that
/// is cut short or damaged is refused, never completed. Transparency is laid on black, and colour of 16 bits
/// made one of 8: derivation says so. Errors: InvalidArgument (no PNG, JPEG or TIFF, or of a kind that is not
/// taken), TooLarge, CodecFailed.
Result<std::vector<Picture>> readPictures(ByteView bytes);

/// Colour as grey by its luma (ITU-R BT.601); grey as it is.
Picture greyed(Picture picture);

}  // namespace core
