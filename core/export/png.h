// SPDX-License-Identifier: MIT
#pragma once

#include <QImage>
#include <cstdint>
#include <vector>

#include "core/base/result.h"
#include "core/export/deflate.h"

namespace core {

/// A PNG of the image: grey of 8 or 16 bits where the image is Format_Grayscale8 or Format_Grayscale16, else
/// RGB of 8 bits without transparency. Fast rather than small. Errors: InvalidArgument (no image), TooLarge.
Result<std::vector<std::uint8_t>> encodePng(const QImage& image, DeflateEngine engine = fastestDeflate());

}  // namespace core
