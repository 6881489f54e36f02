// SPDX-License-Identifier: MIT
#include "core/export/jpeg.h"

#include <QBuffer>
#include <QImageWriter>

namespace core {

Result<std::vector<std::uint8_t>> encodeJpeg(const QImage& image, int quality) {
  constexpr int longestSide = 65'500;  // of libjpeg
  if (image.isNull()) return {ErrorCode::InvalidArgument, "no image"};
  if (std::max(image.width(), image.height()) > longestSide)
    return {ErrorCode::TooLarge, "a side is too long for a JPEG"};
  QBuffer buffer;
  QImageWriter writer(&buffer, "JPG");
  writer.setQuality(std::clamp(quality, 1, 100));
  if (!writer.write(image)) return {ErrorCode::WriteFailed, "JPEG"};
  return std::vector<std::uint8_t>(buffer.data().begin(), buffer.data().end());
}

}  // namespace core
