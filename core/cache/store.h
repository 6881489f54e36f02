// SPDX-License-Identifier: MIT
#pragma once

#include <list>
#include <map>
#include <unordered_map>
#include <unordered_set>

#include "core/cache/framecache.h"

namespace core {

struct ImageKeyHash {
  std::size_t operator()(const ImageKey& key) const {
    return qHashMulti(0, key.source.path, key.source.index, key.frame);
  }
};
using ImageKeySet = std::unordered_set<ImageKey, ImageKeyHash>;

/// The images that are kept, by a budget of bytes, least recently used first out. Not for several threads:
/// its owner locks.
class ImageStore {
 public:
  explicit ImageStore(std::uint64_t budget) : m_budget(budget) {}

  std::uint64_t usedBytes() const { return m_used; }
  void setBudget(std::uint64_t bytes);
  /// The image, which counts as used by that; null when it is not there.
  LoadedImagePtr find(const ImageKey& key);
  bool contains(const ImageKey& key) const { return m_entries.contains(key); }
  void insert(const ImageKey& key, LoadedImagePtr image);
  /// The same for what nobody looks at yet. Room is made by what is not wanted, then by what is less wanted,
  /// the last of it first; false, and nothing is kept, when only what is pinned or more wanted could make it.
  bool insertAhead(const ImageKey& key, LoadedImagePtr image, const ImageKeySet& moreWanted,
                   const std::vector<ImageKey>& lessWanted);
  void pin(int client, std::vector<ImageKey> keys);
  void drop(const Source& source);

 private:
  struct Entry {
    LoadedImagePtr image;
    std::list<ImageKey>::iterator use;
  };
  using Entries = std::unordered_map<ImageKey, Entry, ImageKeyHash>;

  bool isPinned(const ImageKey& key) const;
  void add(const ImageKey& key, LoadedImagePtr image);
  Entries::iterator erase(Entries::iterator at);
  /// Throws out, oldest first, until `more` bytes have room; spares what is pinned or in keep.
  void makeRoom(std::uint64_t more, const ImageKeySet& keep);

  std::uint64_t m_budget;
  std::uint64_t m_used = 0;
  Entries m_entries;
  std::list<ImageKey> m_uses;  // the latest first
  std::map<int, std::vector<ImageKey>> m_pins;
};

}  // namespace core
