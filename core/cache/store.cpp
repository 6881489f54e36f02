// SPDX-License-Identifier: MIT
#include "core/cache/store.h"

namespace core {

void ImageStore::setBudget(std::uint64_t bytes) {
  m_budget = bytes;
  makeRoom(0, {});
}

LoadedImagePtr ImageStore::find(const ImageKey& key) {
  const auto at = m_entries.find(key);
  if (at == m_entries.end()) return nullptr;
  m_uses.splice(m_uses.begin(), m_uses, at->second.use);
  return at->second.image;
}

bool ImageStore::isPinned(const ImageKey& key) const {
  return std::any_of(m_pins.begin(), m_pins.end(), [&key](const auto& pins) {
    return std::find(pins.second.begin(), pins.second.end(), key) != pins.second.end();
  });
}

void ImageStore::add(const ImageKey& key, LoadedImagePtr image) {
  m_used += image->bytes;
  m_uses.push_front(key);
  m_entries.emplace(key, Entry{std::move(image), m_uses.begin()});
}

ImageStore::Entries::iterator ImageStore::erase(Entries::iterator at) {
  m_used -= at->second.image->bytes;
  m_uses.erase(at->second.use);
  return m_entries.erase(at);
}

void ImageStore::makeRoom(std::uint64_t more, const ImageKeySet& keep) {
  for (auto use = m_uses.end(); use != m_uses.begin() && m_used + more > m_budget;) {
    --use;
    if (isPinned(*use) || keep.contains(*use)) continue;
    const auto next = std::next(use);
    erase(m_entries.find(*use));
    use = next;
  }
}

void ImageStore::insert(const ImageKey& key, LoadedImagePtr image) {
  if (contains(key)) return;
  makeRoom(image->bytes, {});
  add(key, std::move(image));
}

bool ImageStore::insertAhead(const ImageKey& key, LoadedImagePtr image, const ImageKeySet& moreWanted,
                             const std::vector<ImageKey>& lessWanted) {
  if (contains(key)) return true;
  ImageKeySet wanted = moreWanted;
  wanted.insert(lessWanted.begin(), lessWanted.end());
  makeRoom(image->bytes, wanted);
  for (auto last = lessWanted.rbegin(); last != lessWanted.rend(); ++last) {
    if (m_used + image->bytes <= m_budget) break;
    const auto entry = m_entries.find(*last);
    if (entry != m_entries.end() && !isPinned(*last) && !moreWanted.contains(*last)) erase(entry);
  }
  if (m_used + image->bytes > m_budget) return false;
  add(key, std::move(image));
  return true;
}

void ImageStore::pin(int client, std::vector<ImageKey> keys) {
  m_pins.erase(client);
  if (!keys.empty()) m_pins.emplace(client, std::move(keys));
  makeRoom(0, {});
}

void ImageStore::drop(const Source& source) {
  for (auto at = m_entries.begin(); at != m_entries.end();)
    at = at->first.source == source ? erase(at) : std::next(at);
}

}  // namespace core
