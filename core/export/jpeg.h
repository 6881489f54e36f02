// SPDX-License-Identifier: MIT
#pragma once

#include <QImage>
#include <cstdint>
#include <vector>

#include "core/base/result.h"

namespace core {

inline constexpr int defaultJpegQuality = 90;

/// A baseline JPEG of 8 bits: grey where the image is grey, else YCbCr. Lossy at every quality (1…100).
/// Errors: InvalidArgument (no image), TooLarge (a side above 65,500).
Result<std::vector<std::uint8_t>> encodeJpeg(const QImage& image, int quality = defaultJpegQuality);

}  // namespace core
