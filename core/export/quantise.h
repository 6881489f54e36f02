// SPDX-License-Identifier: MIT
#pragma once

#include <QImage>
#include <cstdint>
#include <vector>

namespace core {

/// A picture of at most 256 colours.
struct IndexedImage {
  std::vector<QRgb> palette;
  std::vector<std::uint8_t> indexes;  ///< row by row, without padding
};

/// The picture exactly when it has at most 256 colours; else the colours are reduced by median cut, without
/// dithering, which would invent a texture.
IndexedImage quantised(const QImage& image);

}  // namespace core
