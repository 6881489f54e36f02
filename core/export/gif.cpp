// SPDX-License-Identifier: MIT
// libcgif; its types end here.
#include "core/export/gif.h"

#include <cgif.h>

#include <cmath>

#include "core/export/quantise.h"

namespace core {

namespace {

constexpr int longestSide = 65'535;
constexpr double least = 2, most = 65'535;  ///< hundredths of a second
constexpr std::size_t tableBytes = 3 * 256;

using Table = std::array<std::uint8_t, tableBytes>;

Table greyTable() {
  Table table{};
  for (std::size_t i = 0; i < tableBytes; ++i) table[i] = static_cast<std::uint8_t>(i / 3);
  return table;
}

int takePiece(void* context, const std::uint8_t* bytes, const std::size_t count) {
  auto& out = *static_cast<std::vector<std::uint8_t>*>(context);
  out.insert(out.end(), bytes, bytes + count);
  return 0;
}

std::vector<std::uint8_t> greyPixels(const QImage& image) {
  std::vector<std::uint8_t> pixels;
  pixels.reserve(static_cast<std::size_t>(image.width()) * static_cast<std::size_t>(image.height()));
  for (int y = 0; y < image.height(); ++y)
    pixels.insert(pixels.end(), image.constScanLine(y), image.constScanLine(y) + image.width());
  return pixels;
}

Table tableOf(const std::vector<QRgb>& palette) {
  Table table{};
  for (std::size_t i = 0; i < palette.size(); ++i) {
    table[3 * i] = static_cast<std::uint8_t>(qRed(palette[i]));
    table[3 * i + 1] = static_cast<std::uint8_t>(qGreen(palette[i]));
    table[3 * i + 2] = static_cast<std::uint8_t>(qBlue(palette[i]));
  }
  return table;
}

}  // namespace

struct GifWriter::State {
  int width, height;
  std::vector<std::uint8_t> bytes;
  CGIF* gif = nullptr;
  double shown = 0;    ///< hundredths so far, exact
  double written = 0;  ///< hundredths so far, as written

  std::uint16_t delayOf(double milliseconds) {
    shown += milliseconds / 10;
    const double delay = std::clamp(std::floor(shown - written + 0.5), least, most);
    written += delay;
    shown = std::max(shown, written - 0.5);  // what is too fast for GIF is not made up for later
    return static_cast<std::uint16_t>(delay);
  }
  bool addFrame(std::vector<std::uint8_t>& pixels, Table* local, std::size_t colours, std::uint16_t delay) {
    CGIF_FrameConfig frame{};
    frame.pImageData = pixels.data();
    frame.delay = delay;
    frame.genFlags = CGIF_FRAME_GEN_USE_DIFF_WINDOW;
    if (local) {
      frame.attrFlags = CGIF_FRAME_ATTR_USE_LOCAL_TABLE;
      frame.pLocalPalette = local->data();
      frame.numLocalPaletteEntries = static_cast<std::uint16_t>(colours);
    }
    return cgif_addframe(gif, &frame) == CGIF_OK;
  }
};

GifWriter::GifWriter(int width, int height, Kind kind) : m_state(new State{width, height, {}}) {
  if (width < 1 || height < 1 || width > longestSide || height > longestSide) return;
  Table table = greyTable();
  CGIF_Config config{};
  config.width = static_cast<std::uint16_t>(width);
  config.height = static_cast<std::uint16_t>(height);
  config.attrFlags = kind == Kind::Animation ? CGIF_ATTR_IS_ANIMATED : 0;
  config.numLoops = CGIF_INFINITE_LOOP;
  config.pGlobalPalette = table.data();
  config.numGlobalPaletteEntries = 256;
  config.pWriteFn = takePiece;
  config.pContext = &m_state->bytes;
  m_state->gif = cgif_newgif(&config);
}

GifWriter::~GifWriter() {
  if (m_state->gif) cgif_close(m_state->gif);
}

Status GifWriter::add(const QImage& image, double milliseconds) {
  if (!m_state->gif || image.width() != m_state->width || image.height() != m_state->height)
    return {ErrorCode::InvalidArgument, "the picture has another size"};
  const std::uint16_t delay = m_state->delayOf(milliseconds);
  if (image.format() == QImage::Format_Grayscale8) {
    std::vector<std::uint8_t> pixels = greyPixels(image);
    if (m_state->addFrame(pixels, nullptr, 0, delay)) return Done{};
  } else {
    IndexedImage indexed = quantised(image);
    Table table = tableOf(indexed.palette);
    if (m_state->addFrame(indexed.indexes, &table, indexed.palette.size(), delay)) return Done{};
  }
  return {ErrorCode::WriteFailed, "GIF"};
}

Result<std::vector<std::uint8_t>> GifWriter::finish() {
  CGIF* gif = std::exchange(m_state->gif, nullptr);
  if (!gif || cgif_close(gif) != CGIF_OK) return {ErrorCode::WriteFailed, "GIF"};
  return std::move(m_state->bytes);
}

Result<std::vector<std::uint8_t>> encodeGif(const QImage& image) {
  if (image.isNull()) return {ErrorCode::InvalidArgument, "no image"};
  GifWriter writer(image.width(), image.height(), GifWriter::Kind::Still);
  const Status added = writer.add(image);
  if (!added) return added.error();
  return writer.finish();
}

Result<std::vector<std::uint8_t>> encodeGif(std::span<const QImage> images,
                                            std::span<const double> milliseconds) {
  if (images.empty() || images.size() != milliseconds.size())
    return {ErrorCode::InvalidArgument, "no images"};
  GifWriter writer(images[0].width(), images[0].height(), GifWriter::Kind::Animation);
  for (std::size_t i = 0; i < images.size(); ++i) {
    const Status added = writer.add(images[i], milliseconds[i]);
    if (!added) return added.error();
  }
  return writer.finish();
}

}  // namespace core
