// SPDX-License-Identifier: MIT
#include "core/export/frameimages.h"

#include "core/export/gif.h"
#include "core/export/png.h"
#include "core/series/spacing.h"
#include "core/window/range.h"

namespace core {

namespace {

/// Columns by rows as they look when the pixels have their proportions.
QSizeF properSize(const DicomFile& file, const Frame& frame, std::uint32_t index) {
  const Spacing spacing = displaySpacing(file.dataSet(), index);
  return {frame.columns * spacing.column, frame.rows * spacing.row};
}

QSize sizeWithin(QSizeF proper, QSize box) {
  const QSizeF scaled = proper.scaled(QSizeF(box), Qt::KeepAspectRatio);
  return scaled.toSize().expandedTo(QSize(1, 1)).boundedTo(box);
}

}  // namespace

Result<std::shared_ptr<const FrameImages>> FrameImages::open(std::shared_ptr<const DicomFile> file,
                                                             const ImageOptions& options,
                                                             std::uint64_t mostFrameBytes) {
  auto reader = FrameReader::open(std::move(file));
  if (!reader) return reader.error();
  if ((*reader)->format().frameBytes() > mostFrameBytes)
    return {ErrorCode::TooLarge, "a frame of " + std::to_string((*reader)->format().frameBytes()) + " bytes"};
  std::shared_ptr<FrameImages> images(new FrameImages);
  images->m_reader = *std::move(reader);
  images->m_rendering.invert = options.invert;
  if (options.window)
    images->m_rendering.voi = *options.window;
  else
    images->m_range = displayRange(*images->m_reader);
  return std::shared_ptr<const FrameImages>(std::move(images));
}

FrameDisplay FrameImages::displayOfFrame(std::uint32_t frame) const {
  FrameDisplay display = displayOf(m_reader->file(), m_reader->format(), frame);
  display.range = m_range;
  return display;
}

Result<QImage> FrameImages::image(std::uint32_t index) const {
  const auto frame = m_reader->frame(index);
  if (!frame) return frame.error();
  return renderFrame(**frame, displayOfFrame(index), m_rendering);
}

Result<QImage> FrameImages::imageWithin(std::uint32_t index, QSize box) const {
  auto frame = m_reader->frame(index);
  if (!frame) return frame.error();
  const QSize size = sizeWithin(properSize(m_reader->file(), **frame, index), box);
  const QTransform scale =
      QTransform::fromScale(double(size.width()) / (*frame)->columns, double(size.height()) / (*frame)->rows);
  const auto prepared = PreparedFrame::make(*std::move(frame), displayOfFrame(index));
  if (!prepared) return prepared.error();
  QImage target(size, QImage::Format_RGB32);
  if (target.isNull()) return {ErrorCode::TooLarge, "no memory for the picture"};
  (*prepared)->paint(target, scale, m_rendering, Sampling::Bilinear);
  return target.allGray() ? target.convertToFormat(QImage::Format_Grayscale8) : target;
}

Result<std::vector<std::uint8_t>> encodeImage(const QImage& image, const ImageOptions& options) {
  switch (options.format) {
    case ImageFormat::Jpeg:
      return encodeJpeg(image, options.quality);
    case ImageFormat::Gif:
      return encodeGif(image);
    case ImageFormat::Png:
      break;
  }
  return encodePng(image);
}

}  // namespace core
