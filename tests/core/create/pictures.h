// SPDX-License-Identifier: MIT
#pragma once

#include <QBuffer>
#include <QImage>
#include <cstdint>
#include <vector>

namespace tests {

inline std::vector<std::uint8_t> bytesOf(const QByteArray& bytes) { return {bytes.begin(), bytes.end()}; }

inline QByteArray encoded(const QImage& image, const char* format, int quality = -1) {
  QBuffer buffer;
  buffer.open(QIODevice::WriteOnly);
  image.save(&buffer, format, quality);
  return buffer.data();
}

/// Grey of 8 bits: pixel (x, y) is 7 x + 3 y, in 256.
inline QImage greyImage(int columns = 5, int rows = 4) {
  QImage image(columns, rows, QImage::Format_Grayscale8);
  for (int y = 0; y < rows; ++y)
    for (int x = 0; x < columns; ++x) image.scanLine(y)[x] = static_cast<uchar>(7 * x + 3 * y);
  return image;
}

/// Grey of 16 bits: pixel (x, y) is 1000 x + 257 y.
inline QImage wideImage(int columns = 5, int rows = 4) {
  QImage image(columns, rows, QImage::Format_Grayscale16);
  for (int y = 0; y < rows; ++y)
    for (int x = 0; x < columns; ++x)
      reinterpret_cast<quint16*>(image.scanLine(y))[x] = static_cast<quint16>(1000 * x + 257 * y);
  return image;
}

/// Red is x, green is y, blue is 200.
inline QImage colourImage(int columns = 5, int rows = 4) {
  QImage image(columns, rows, QImage::Format_RGB32);
  for (int y = 0; y < rows; ++y)
    for (int x = 0; x < columns; ++x) image.setPixel(x, y, qRgb(x, y, 200));
  return image;
}

/// The header of a PNG of any size, and nothing behind it.
inline QByteArray pngHeader(quint32 columns, quint32 rows) {
  QByteArray bytes("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16);
  for (const quint32 side : {columns, rows})
    for (int shift = 24; shift >= 0; shift -= 8) bytes += static_cast<char>(side >> shift);
  return bytes + QByteArray("\x08\x02\0\0\0\0\0\0\0", 9);
}

inline QByteArray pdfFile() { return "%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"; }

}  // namespace tests
