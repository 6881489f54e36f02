// SPDX-License-Identifier: MIT
#include "core/export/png.h"

#include <QtEndian>

namespace core {

namespace {

using Bytes = std::vector<std::uint8_t>;

constexpr std::uint8_t signature[] = {0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
constexpr std::uint8_t filterSub = 1;  ///< a sample less the one to its left: a fifth smaller than no filter
constexpr std::uint32_t chunkMost = 0x7FFFFFFF;

/// How the samples of an image lie in a PNG.
struct Layout {
  std::uint8_t colourType;  ///< 0 grey, 2 RGB
  std::uint8_t depth;
  std::size_t pixelBytes;
  void (*copyRow)(std::uint8_t* to, const uchar* row, std::size_t columns);
};

void copyGrey(std::uint8_t* to, const uchar* row, std::size_t columns) { std::copy_n(row, columns, to); }

void copyGrey16(std::uint8_t* to, const uchar* row, std::size_t columns) {
  qToBigEndian<quint16>(row, static_cast<qsizetype>(columns), to);
}

void copyRgb(std::uint8_t* to, const uchar* row, std::size_t columns) {
  const auto* pixels = reinterpret_cast<const QRgb*>(row);
  for (std::size_t x = 0; x < columns; ++x) {
    to[3 * x] = static_cast<std::uint8_t>(pixels[x] >> 16);
    to[3 * x + 1] = static_cast<std::uint8_t>(pixels[x] >> 8);
    to[3 * x + 2] = static_cast<std::uint8_t>(pixels[x]);
  }
}

constexpr Layout grey{0, 8, 1, copyGrey};
constexpr Layout grey16{0, 16, 2, copyGrey16};
constexpr Layout rgb{2, 8, 3, copyRgb};

const Layout& layoutOf(const QImage& image) {
  if (image.format() == QImage::Format_Grayscale8) return grey;
  return image.format() == QImage::Format_Grayscale16 ? grey16 : rgb;
}

/// In one of the formats that the layouts copy from; without a copy where it is already.
QImage readable(const QImage& image) {
  const bool isDirect = &layoutOf(image) != &rgb || image.format() == QImage::Format_RGB32;
  return isDirect ? image : image.convertToFormat(QImage::Format_RGB32);
}

void subtractLeft(std::uint8_t* to, const std::uint8_t* from, std::size_t bytes, std::size_t pixelBytes) {
  std::copy_n(from, pixelBytes, to);
  for (std::size_t i = pixelBytes; i < bytes; ++i)
    to[i] = static_cast<std::uint8_t>(from[i] - from[i - pixelBytes]);
}

Bytes filtered(const QImage& image, const Layout& layout) {
  const auto columns = static_cast<std::size_t>(image.width());
  const auto rows = static_cast<std::size_t>(image.height());
  const std::size_t rowBytes = columns * layout.pixelBytes;
  Bytes out((rowBytes + 1) * rows);
  Bytes samples(rowBytes);
  std::uint8_t* to = out.data();
  for (std::size_t y = 0; y < rows; ++y, to += rowBytes + 1) {
    layout.copyRow(samples.data(), image.constScanLine(static_cast<int>(y)), columns);
    to[0] = filterSub;
    subtractLeft(to + 1, samples.data(), rowBytes, layout.pixelBytes);
  }
  return out;
}

void appendNumber(Bytes& out, std::uint32_t value) {
  for (int shift = 24; shift >= 0; shift -= 8) out.push_back(static_cast<std::uint8_t>(value >> shift));
}

/// Where the chunk begins; its length is filled in when it ends.
std::size_t beginChunk(Bytes& out, std::string_view type) {
  const std::size_t start = out.size();
  appendNumber(out, 0);
  out.insert(out.end(), type.begin(), type.end());
  return start;
}

bool endChunk(Bytes& out, std::size_t start) {
  const std::size_t length = out.size() - start - 8;
  if (length > chunkMost) return false;
  qToBigEndian(static_cast<std::uint32_t>(length), out.data() + start);
  appendNumber(out, crc32Of(ByteView(out).subspan(start + 4)));
  return true;
}

void appendHeader(Bytes& out, const QImage& image, const Layout& layout) {
  const std::size_t start = beginChunk(out, "IHDR");
  appendNumber(out, static_cast<std::uint32_t>(image.width()));
  appendNumber(out, static_cast<std::uint32_t>(image.height()));
  for (const std::uint8_t byte :
       {layout.depth, layout.colourType, std::uint8_t{}, std::uint8_t{}, std::uint8_t{}})
    out.push_back(byte);  // … deflate, the usual filters, not interlaced
  endChunk(out, start);
}

}  // namespace

Result<Bytes> encodePng(const QImage& given, DeflateEngine engine) {
  if (given.isNull()) return {ErrorCode::InvalidArgument, "no image"};
  const QImage image = readable(given);
  const Layout& layout = layoutOf(image);
  Bytes out(std::begin(signature), std::end(signature));
  appendHeader(out, image, layout);
  const std::size_t start = beginChunk(out, "IDAT");
  const Status packed = appendZlib(out, filtered(image, layout), engine);
  if (!packed) return packed.error();
  if (!endChunk(out, start)) return {ErrorCode::TooLarge, "the picture is too large for a PNG"};
  endChunk(out, beginChunk(out, "IEND"));
  return out;
}

}  // namespace core
