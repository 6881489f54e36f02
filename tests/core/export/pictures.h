// SPDX-License-Identifier: MIT
#pragma once

#include <QImage>
#include <QRandomGenerator>

namespace tests {

/// Noise of every value, always the same for a seed.
inline QImage noise(int width, int height, QImage::Format format, quint32 seed = 1) {
  QImage image(width, height, format);
  QRandomGenerator random(seed);
  for (int y = 0; y < height; ++y)
    for (qsizetype i = 0; i < image.bytesPerLine(); ++i)
      image.scanLine(y)[i] = static_cast<uchar>(random.bounded(256));
  return format == QImage::Format_RGB32 ? image.convertToFormat(QImage::Format_RGB888).convertToFormat(format)
                                        : image;
}

/// A ramp from black to white, left to right.
inline QImage ramp(int width, int height) {
  QImage image(width, height, QImage::Format_Grayscale8);
  for (int y = 0; y < height; ++y)
    for (int x = 0; x < width; ++x)
      image.scanLine(y)[x] = static_cast<uchar>(width > 1 ? x * 255 / (width - 1) : 128);
  return image;
}

}  // namespace tests
