// SPDX-License-Identifier: MIT
#include "core/create/picture.h"

#include "core/base/limits.h"
#include "core/create/readpicture.h"

namespace core {

namespace {

constexpr std::uint64_t longestSide = 65535;  ///< Rows and Columns are US

struct Signature {
  ContentKind kind;
  std::string_view bytes;
};
constexpr Signature signatures[] = {
    {ContentKind::Png, "\x89PNG\r\n\x1a\n"},
    {ContentKind::Jpeg, "\xFF\xD8\xFF"},
    {ContentKind::Tiff, std::string_view("II*\0", 4)},
    {ContentKind::Tiff, std::string_view("MM\0*", 4)},
    {ContentKind::Pdf, "%PDF-"},
};

/// Where the pixel that goes to (x, y) of the upright picture comes from.
struct Origin {
  bool isTurned, isMirrored, isFlipped;
  std::size_t columns, rows;  ///< before

  std::size_t operator()(std::size_t x, std::size_t y) const {
    std::size_t fromX = isTurned ? y : x;
    std::size_t fromY = isTurned ? rows - 1 - x : y;
    if (isMirrored) fromX = columns - 1 - fromX;
    if (isFlipped) fromY = rows - 1 - fromY;
    return fromY * columns + fromX;
  }
};

}  // namespace

ContentKind contentKind(ByteView bytes) {
  const std::string_view text = asText(bytes);
  for (const Signature& signature : signatures)
    if (text.starts_with(signature.bytes)) return signature.kind;
  return ContentKind::Unknown;
}

void addDerivation(Picture& picture, std::string_view sentence) {
  if (!picture.derivation.empty()) picture.derivation.append(" ");
  picture.derivation.append(sentence);
}

PixelFormat pictureFormat(std::uint32_t columns, std::uint32_t rows, std::uint16_t samples,
                          std::uint16_t bits) {
  PixelFormat format;
  format.columns = columns;
  format.rows = rows;
  format.samples = samples;
  format.bitsAllocated = format.bitsStored = bits;
  format.highBit = static_cast<std::uint16_t>(bits - 1);
  format.photometric = samples == 3 ? Photometric::Rgb : Photometric::Monochrome2;
  return format;
}

Status checkPictureSize(std::uint64_t columns, std::uint64_t rows) {
  if (columns == 0 || rows == 0) return {ErrorCode::InvalidArgument, "the picture has no pixels"};
  if (columns > longestSide || rows > longestSide || columns * rows > limits::picturePixels)
    return {ErrorCode::TooLarge, std::string("the picture is too large: ")
                                     .append(std::to_string(columns))
                                     .append(" x ")
                                     .append(std::to_string(rows))
                                     .append(" pixels")};
  return Done{};
}

void makeUpright(Picture& picture, QImageIOHandler::Transformations transformations) {
  if (transformations == QImageIOHandler::TransformationNone) return;
  picture.stream.clear();
  PixelFormat& format = picture.format;
  const Origin from{transformations.testFlag(QImageIOHandler::TransformationRotate90),
                    transformations.testFlag(QImageIOHandler::TransformationMirror),
                    transformations.testFlag(QImageIOHandler::TransformationFlip), format.columns,
                    format.rows};
  if (from.isTurned) std::swap(format.columns, format.rows);
  const std::size_t pixelBytes = format.samples * (format.bitsAllocated / 8u);
  std::vector<std::uint8_t> cells(picture.cells.size());
  std::uint8_t* out = cells.data();
  for (std::size_t y = 0; y < format.rows; ++y)
    for (std::size_t x = 0; x < format.columns; ++x, out += pixelBytes)
      std::memcpy(out, picture.cells.data() + from(x, y) * pixelBytes, pixelBytes);
  picture.cells = std::move(cells);
}

Result<std::vector<Picture>> readPictures(ByteView bytes) {
  const auto alone = [](Result<Picture> picture) -> Result<std::vector<Picture>> {
    if (!picture) return picture.error();
    std::vector<Picture> pictures;
    pictures.push_back(*std::move(picture));
    return pictures;
  };
  switch (contentKind(bytes)) {
    case ContentKind::Png:
      return alone(readPng(bytes));
    case ContentKind::Jpeg:
      return alone(readJpeg(bytes));
    case ContentKind::Tiff:
      return readTiff(bytes);
    default:
      return {ErrorCode::InvalidArgument, "neither a PNG nor a JPEG nor a TIFF"};
  }
}

Picture greyed(Picture picture) {
  if (picture.format.samples == 1) return picture;
  const std::size_t pixels = picture.cells.size() / 3;
  for (std::size_t i = 0; i < pixels; ++i) {
    const std::uint8_t* pixel = picture.cells.data() + 3 * i;
    const std::uint32_t luma = pixel[0] * 19595u + pixel[1] * 38470u + pixel[2] * 7471u + 0x8000u;
    picture.cells[i] = static_cast<std::uint8_t>(luma >> 16);
  }
  picture.cells.resize(pixels);
  picture.format = pictureFormat(picture.format.columns, picture.format.rows, 1, 8);
  picture.profile.clear();
  picture.stream.clear();
  addDerivation(picture, "Colour made grey by its luma.");
  return picture;
}

}  // namespace core
