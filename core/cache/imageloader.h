// SPDX-License-Identifier: MIT
#pragma once

#include <utility>

#include "core/cache/framecache.h"

namespace core {

/// How a FrameCache comes to its images. Safe from every thread.
class ImageLoader {
 public:
  using ReaderPtr = std::shared_ptr<const FrameReader>;
  using Range = std::optional<std::pair<double, double>>;

  virtual ~ImageLoader() = default;
  virtual Result<ReaderPtr> open(const Source& source) const = 0;
  /// FrameDisplay::range for all frames of a reader; asked once a file.
  virtual Range range(const ReaderPtr& reader) const = 0;
  virtual Result<LoadedImagePtr> load(const ReaderPtr& reader, std::uint32_t frame,
                                      const Range& range) const = 0;
};

/// Reads files and zip entries, decodes by core/decode, prepares by core/window.
std::unique_ptr<ImageLoader> fileImageLoader();

}  // namespace core
