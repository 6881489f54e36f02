// SPDX-License-Identifier: MIT
#pragma once

#include <QImage>
#include <QSize>
#include <memory>
#include <optional>

#include "core/decode/framereader.h"
#include "core/export/imageoptions.h"
#include "core/window/render.h"

namespace core {

/// The 8-bit display images of a file's frames, each made when it is asked for. Safe from every thread.
class FrameImages {
 public:
  /// Errors: those of FrameReader::open(), TooLarge (a frame above mostFrameBytes). Without a window it may
  /// decode up to three frames (core/window/range.h).
  static Result<std::shared_ptr<const FrameImages>> open(std::shared_ptr<const DicomFile> file,
                                                         const ImageOptions& options,
                                                         std::uint64_t mostFrameBytes);

  const PixelFormat& format() const { return m_reader->format(); }
  std::uint32_t frames() const { return m_reader->frames(); }
  /// At the frame's own size; frame from 0. Errors: those of FrameReader::frame() and renderFrame().
  Result<QImage> image(std::uint32_t frame) const;
  /// As large as fits into the box, with the proportions that the pixels' spacing gives.
  Result<QImage> imageWithin(std::uint32_t frame, QSize box) const;

 private:
  FrameImages() = default;
  FrameDisplay displayOfFrame(std::uint32_t frame) const;

  std::shared_ptr<const FrameReader> m_reader;
  Rendering m_rendering;
  decltype(FrameDisplay::range) m_range;
};

/// One picture, encoded. Errors: those of the encoders.
Result<std::vector<std::uint8_t>> encodeImage(const QImage& image, const ImageOptions& options);

}  // namespace core
