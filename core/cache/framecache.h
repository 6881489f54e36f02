// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <functional>
#include <memory>

#include "core/decode/framereader.h"
#include "core/open/source.h"
#include "core/window/render.h"

namespace core {

/// One image of a stack: which file, which frame of it (from 0).
struct ImageKey {
  Source source;
  std::uint32_t frame = 0;
  bool operator==(const ImageKey&) const = default;
};

/// What the painter needs of one image.
struct LoadedImage {
  std::shared_ptr<const FrameReader> reader;  ///< the file stays mapped while the image is kept
  std::shared_ptr<const PreparedFrame> prepared;
  std::uint64_t bytes = 0;  ///< of memory that keeping it costs
};
using LoadedImagePtr = std::shared_ptr<const LoadedImage>;

class ImageLoader;

/// Decodes images in a pool and keeps them by a byte budget, least recently used first out, pinned ones
/// never. Safe from every thread.
class FrameCache {
 public:
  /// Half of the machine's memory less 512 MB, at least 256 MB.
  static std::uint64_t defaultBudget();

  explicit FrameCache(std::uint64_t budgetBytes = defaultBudget());
  FrameCache(std::uint64_t budgetBytes, std::unique_ptr<ImageLoader> loader);  ///< for tests
  ~FrameCache();                                                               ///< waits for the decoders

  void setBudget(std::uint64_t bytes);
  std::uint64_t usedBytes() const;

  using Callback = std::function<void(const ImageKey&, const Result<LoadedImagePtr>&)>;
  /// The image when it is there already.
  LoadedImagePtr find(const ImageKey& key) const;
  /// The error that decoding it gave before, if it did.
  std::optional<Error> failure(const ImageKey& key) const;
  /// Decodes the image before all prefetching; the callback comes from a pool thread (or at once, when
  /// cached).
  void request(const ImageKey& key, Callback done);
  /// Decodes on the calling thread, or waits for who is at it: for scripts, thumbnails and tests.
  Result<LoadedImagePtr> load(const ImageKey& key);
  /// Replaces what this client wants ahead of time, nearest first; an empty list cancels. A jump cancels what
  /// is queued. Prefetching never throws out what is wanted sooner: it stops when the budget is full of that.
  void prefetch(int client, std::vector<ImageKey> keys);
  /// Replaces what this client shows; those are never thrown out.
  void pin(int client, std::vector<ImageKey> keys);
  /// Forgets all images of these files, failures too (Close Study). Requests that wait end as Cancelled.
  void drop(const std::vector<Source>& sources);

 private:
  struct State;
  std::unique_ptr<State> m_state;
};

}  // namespace core
