// SPDX-License-Identifier: MIT
#include <QBuffer>
#include <QColorSpace>
#include <QImageReader>
#include <QRgba64>

#include "core/base/limits.h"
#include "core/create/colourprofile.h"
#include "core/create/readpicture.h"

namespace core {

namespace {

/// IHDR (PNG 11.2.2), which is the first chunk.
struct PngHeader {
  std::uint32_t columns = 0;
  std::uint32_t rows = 0;
  int bits = 0;
  bool isGrey = false;
  bool hasAlpha = false;

  /// Colour of 16 bits, and grey with transparency, are decoded to 64 bits a pixel.
  bool isDeep() const { return bits == 16 && (!isGrey || hasAlpha); }
};

Result<PngHeader> headerOf(ByteView bytes) {
  ByteReader reader(bytes, ByteOrder::Big);
  reader.take(8);
  const std::uint32_t length = reader.u32();
  const std::string_view name = asText(reader.take(4));
  PngHeader header;
  header.columns = reader.u32();
  header.rows = reader.u32();
  header.bits = reader.u8();
  const int colour = reader.u8();
  header.isGrey = colour == 0 || colour == 4;
  header.hasAlpha = colour == 4 || colour == 6;
  if (reader.failed() || name != "IHDR" || length != 13)
    return {ErrorCode::CodecFailed, "the PNG has no header"};
  return header;
}

QImage decoded(ByteView bytes) {
  const QByteArray raw = QByteArray::fromRawData(reinterpret_cast<const char*>(bytes.data()),
                                                 static_cast<qsizetype>(bytes.size()));
  QBuffer buffer;
  buffer.setData(raw);
  buffer.open(QIODevice::ReadOnly);
  return QImageReader(&buffer, "png").read();
}

/// Red, green, blue of 16 bits over black.
std::array<std::uint32_t, 3> overBlack(QRgba64 pixel) {
  const std::uint32_t alpha = pixel.alpha();
  const auto laid = [alpha](std::uint32_t value) {
    return static_cast<std::uint32_t>((std::uint64_t{value} * alpha + 32767) / 65535);
  };
  return {laid(pixel.red()), laid(pixel.green()), laid(pixel.blue())};
}

std::uint8_t to8Bits(std::uint32_t value) { return static_cast<std::uint8_t>((value * 255 + 32767) / 65535); }

/// visit(colour of 16 bits) for every pixel; true when one was transparent.
template <class Visit>
bool forEachPixel(const QImage& image, Visit visit) {
  bool isTransparent = false;
  for (int y = 0; y < image.height(); ++y) {
    const QImage row = image.copy(0, y, image.width(), 1).convertToFormat(QImage::Format_RGBA64);
    const auto* pixels = reinterpret_cast<const QRgba64*>(row.constScanLine(0));
    for (int x = 0; x < image.width(); ++x) {
      isTransparent = isTransparent || !pixels[x].isOpaque();
      visit(overBlack(pixels[x]));
    }
  }
  return isTransparent;
}

/// The pictures that most people have, without a look at every pixel: grey as it lies, opaque colour.
bool copyPlain(const QImage& image, Picture& picture) {
  const std::size_t samples = picture.format.samples;
  const bool isGrey8 = image.format() == QImage::Format_Grayscale8 && picture.format.bitsAllocated == 8;
  const bool isGrey16 = image.format() == QImage::Format_Grayscale16 && picture.format.bitsAllocated == 16;
  const bool isColour = image.format() == QImage::Format_RGB32 && samples == 3;
  if (!isColour && (samples != 1 || (!isGrey8 && !isGrey16))) return false;
  picture.cells.resize(picture.format.frameBytes());
  const std::size_t stride = picture.cells.size() / picture.format.rows;
  std::uint8_t* out = picture.cells.data();
  for (int y = 0; y < image.height(); ++y, out += stride) {
    const uchar* line = image.constScanLine(y);
    if (!isColour) {
      std::memcpy(out, line, stride);
      continue;
    }
    const auto* pixels = reinterpret_cast<const QRgb*>(line);
    for (std::size_t x = 0; x < picture.format.columns; ++x) {
      out[3 * x] = static_cast<std::uint8_t>(qRed(pixels[x]));
      out[3 * x + 1] = static_cast<std::uint8_t>(qGreen(pixels[x]));
      out[3 * x + 2] = static_cast<std::uint8_t>(qBlue(pixels[x]));
    }
  }
  return true;
}

Picture pictureOf(const QImage& image, const PngHeader& header) {
  Picture picture;
  const bool isWide = header.isGrey && header.bits == 16;
  picture.format = pictureFormat(header.columns, header.rows, header.isGrey ? 1 : 3, isWide ? 16 : 8);
  if (copyPlain(image, picture)) return picture;
  picture.cells.reserve(picture.format.frameBytes());
  const bool isTransparent = forEachPixel(image, [&](const std::array<std::uint32_t, 3>& colour) {
    if (isWide) {
      picture.cells.push_back(static_cast<std::uint8_t>(colour[0]));
      picture.cells.push_back(static_cast<std::uint8_t>(colour[0] >> 8));
    } else {
      for (int i = 0; i < picture.format.samples; ++i)
        picture.cells.push_back(to8Bits(colour[static_cast<std::size_t>(i)]));
    }
  });
  if (isTransparent) addDerivation(picture, "Transparent pixels laid on black.");
  if (!header.isGrey && header.bits == 16)
    addDerivation(picture, "Colour of 16 bits a sample made one of 8.");
  return picture;
}

/// Whether a chunk before the pixels says how colours are meant: of a gamma alone Qt would guess the rest.
bool saysColours(ByteView bytes) {
  ByteReader reader(bytes, ByteOrder::Big);
  reader.take(8);
  while (!reader.failed()) {
    const std::uint32_t length = reader.u32();
    const std::string_view name = asText(reader.take(4));
    if (name == "iCCP" || name == "sRGB") return true;
    if (name == "IDAT") return false;
    reader.take(length);
    reader.u32();
  }
  return false;
}

}  // namespace

Result<Picture> readPng(ByteView bytes) {
  const auto header = headerOf(bytes);
  if (!header) return header.error();
  if (Status size = checkPictureSize(header->columns, header->rows); !size) return size.error();
  if (header->isDeep() && std::uint64_t{header->columns} * header->rows > limits::picturePixels / 2)
    return {ErrorCode::TooLarge, "the picture is too large for its 16 bits a sample"};
  const QImage image = decoded(bytes);
  if (image.isNull() || image.width() != static_cast<int>(header->columns) ||
      image.height() != static_cast<int>(header->rows))
    return {ErrorCode::CodecFailed, "the PNG is damaged"};
  Picture picture = pictureOf(image, *header);
  if (saysColours(bytes)) {
    const QByteArray profile = image.colorSpace().iccProfile();
    takeProfile(picture, {reinterpret_cast<const std::uint8_t*>(profile.constData()),
                          static_cast<std::size_t>(profile.size())});
  }
  return picture;
}

}  // namespace core
