// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

#include "core/anonymise/options.h"
#include "core/decode/frame.h"

namespace core::anonymise {

/// What a black pixel's samples are, as stored values (two's complement); four of 4:2:2 chroma are Y Cb Cr.
using BlackPixel = std::vector<std::int64_t>;

/// Cells of native pixel data, little endian, as the Image Pixel module describes them. Paints rectangles and
/// touches no other cell. Cells past the end of the bytes are left alone.
class CellPainter {
 public:
  CellPainter(const PixelFormat& format, std::vector<std::uint8_t>& bytes)
      : m_format(format), m_bytes(bytes) {}

  void paint(std::uint32_t frame, const Rectangle& rectangle, const BlackPixel& black);

 private:
  void paintPixel(std::uint64_t frame, std::uint64_t pixel, const BlackPixel& black);
  void paintPair(std::uint64_t frame, std::uint64_t pair, bool left, bool right, const BlackPixel& black);
  void setCell(std::uint64_t cell, std::int64_t value);
  void setBit(std::uint64_t bit, bool isSet);
  std::uint64_t pixels() const { return std::uint64_t{m_format.rows} * m_format.columns; }

  const PixelFormat& m_format;
  std::vector<std::uint8_t>& m_bytes;
};

/// The part of a rectangle that lies in the image; its width is 0 when there is none.
Rectangle clipped(const Rectangle& rectangle, const PixelFormat& format);

}  // namespace core::anonymise
