// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/export/jpeg.h"
#include "core/window/display.h"

/// Which pictures of a file are wanted and how, as the command line and the API say it.
namespace core {

enum class ImageFormat { Png, Jpeg, Gif };

struct ImageFormatRow {
  ImageFormat format;
  std::string_view word;       ///< "png", as it is asked for
  std::string_view name;       ///< "PNG", as answers name it
  std::string_view mediaType;  ///< "image/png"
};
inline constexpr ImageFormatRow imageFormats[] = {{ImageFormat::Png, "png", "PNG", "image/png"},
                                                  {ImageFormat::Jpeg, "jpeg", "JPEG", "image/jpeg"},
                                                  {ImageFormat::Gif, "gif", "GIF", "image/gif"}};
inline const ImageFormatRow& rowOf(ImageFormat format) { return imageFormats[static_cast<int>(format)]; }

/// Frames from 1, both ends included.
struct FrameRange {
  std::uint32_t first = 1;
  std::uint32_t last = 1;
};

enum class WhichImages { All, First, None };

struct ImageOptions {
  WhichImages which = WhichImages::All;
  std::vector<FrameRange> frames{};  ///< in this order, a repeated frame once; empty: every frame
  std::optional<VoiWindow> window{};
  bool invert = false;
  ImageFormat format = ImageFormat::Png;
  int quality = defaultJpegQuality;
};

/// "1-5,7". Errors: InvalidArgument, with a sentence as its detail.
Result<std::vector<FrameRange>> parseFrames(std::string_view text);
/// "40,400" or "40,400,sigmoid" (linear, linear-exact, sigmoid). Errors: InvalidArgument, with a sentence as
/// its detail.
Result<VoiWindow> parseWindow(std::string_view text);

/// The frames that are wanted of a file, from 0. Errors: FrameOutOfRange.
Result<std::vector<std::uint32_t>> chosenFrames(const ImageOptions& options, std::uint32_t frames);

}  // namespace core
