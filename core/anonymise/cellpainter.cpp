// SPDX-License-Identifier: MIT
#include "core/anonymise/cellpainter.h"

#include <algorithm>

namespace core::anonymise {

namespace {

bool is422(const PixelFormat& format) {
  return format.photometric == Photometric::YbrFull422 || format.photometric == Photometric::YbrPartial422;
}

}  // namespace

Rectangle clipped(const Rectangle& rectangle, const PixelFormat& format) {
  if (rectangle.x >= format.columns || rectangle.y >= format.rows) return {};
  return {rectangle.x, rectangle.y, std::min(rectangle.width, format.columns - rectangle.x),
          std::min(rectangle.height, format.rows - rectangle.y)};
}

void CellPainter::paint(std::uint32_t frame, const Rectangle& wanted, const BlackPixel& black) {
  const Rectangle area = clipped(wanted, m_format);
  const std::uint32_t end = area.x + area.width;
  for (std::uint32_t y = area.y; y < area.y + area.height; ++y) {
    const std::uint64_t row = std::uint64_t{y} * m_format.columns;
    if (is422(m_format))
      for (std::uint32_t x = area.x & ~1u; x < end; x += 2)
        paintPair(frame, (row + x) / 2, x >= area.x, x + 1 < end, black);
    else
      for (std::uint32_t x = area.x; x < end; ++x) paintPixel(frame, row + x, black);
  }
}

void CellPainter::paintPixel(std::uint64_t frame, std::uint64_t pixel, const BlackPixel& black) {
  const std::uint64_t samples = m_format.samples;
  const std::uint64_t first = frame * pixels() * samples;
  for (std::uint64_t sample = 0; sample < samples; ++sample) {
    const std::uint64_t inFrame = m_format.isPlanar ? sample * pixels() + pixel : pixel * samples + sample;
    setCell(first + inFrame, black[sample]);
  }
}

/// Y Y Cb Cr; the chroma of a pair that is black by half stays with its other half.
void CellPainter::paintPair(std::uint64_t frame, std::uint64_t pair, bool left, bool right,
                            const BlackPixel& black) {
  const std::uint64_t first = frame * pixels() * 2 + pair * 4;
  if (left) setCell(first, black[0]);
  if (right) setCell(first + 1, black[0]);
  if (!left || !right) return;
  setCell(first + 2, black[1]);
  setCell(first + 3, black[2]);
}

void CellPainter::setCell(std::uint64_t cell, std::int64_t value) {
  if (m_format.bitsAllocated == 1) return setBit(cell, value != 0);
  const std::uint64_t size = m_format.bitsAllocated / 8;
  if ((cell + 1) * size > m_bytes.size()) return;
  const int shift = m_format.isFloat ? 0 : m_format.highBit + 1 - m_format.bitsStored;
  auto bits = static_cast<std::uint64_t>(value) << shift;
  for (std::uint64_t i = 0; i < size; ++i, bits >>= 8)
    m_bytes[cell * size + i] = static_cast<std::uint8_t>(bits);
}

void CellPainter::setBit(std::uint64_t bit, bool isSet) {
  if (bit / 8 >= m_bytes.size()) return;
  const auto mask = static_cast<std::uint8_t>(1u << bit % 8);
  m_bytes[bit / 8] = static_cast<std::uint8_t>(isSet ? m_bytes[bit / 8] | mask : m_bytes[bit / 8] & ~mask);
}

}  // namespace core::anonymise
