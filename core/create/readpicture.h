// SPDX-License-Identifier: MIT
#pragma once

#include <QImageIOHandler>

#include "core/create/picture.h"

namespace core {

Result<Picture> readPng(ByteView bytes);
Result<Picture> readJpeg(ByteView bytes);
Result<std::vector<Picture>> readTiff(ByteView bytes);

/// One more thing that was changed on the way.
void addDerivation(Picture& picture, std::string_view sentence);
/// A format of unsigned samples that fill their cells, for pixels that will be there.
PixelFormat pictureFormat(std::uint32_t columns, std::uint32_t rows, std::uint16_t samples,
                          std::uint16_t bits);
/// TooLarge or InvalidArgument for a size that is not taken.
Status checkPictureSize(std::uint64_t columns, std::uint64_t rows);
/// Mirrored (left and right change), flipped (top and bottom), then turned right: upright.
void makeUpright(Picture& picture, QImageIOHandler::Transformations transformations);

}  // namespace core
