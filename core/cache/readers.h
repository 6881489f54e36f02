// SPDX-License-Identifier: MIT
#pragma once

#include <list>
#include <mutex>

#include "core/cache/imageloader.h"

namespace core {

/// The files that were used last, kept open: the frames of one file are read through one reader, which is
/// opened once, whoever asks first. Safe from every thread.
class Readers {
 public:
  explicit Readers(const ImageLoader& loader) : m_loader(loader) {}

  Result<LoadedImagePtr> load(const ImageKey& key);
  void drop(const Source& source);

 private:
  struct Slot {
    Source source;
    std::mutex mutex;
    std::optional<Result<ImageLoader::ReaderPtr>> reader;
    ImageLoader::Range range;
  };
  std::shared_ptr<Slot> slotOf(const Source& source);

  const ImageLoader& m_loader;
  std::mutex m_mutex;
  std::list<std::shared_ptr<Slot>> m_slots;  // the latest first
};

}  // namespace core
