// SPDX-License-Identifier: MIT
#include "core/cache/readers.h"

namespace core {

namespace {
constexpr std::size_t keptOpen = 8;
}

std::shared_ptr<Readers::Slot> Readers::slotOf(const Source& source) {
  const std::lock_guard lock(m_mutex);
  const auto at = std::find_if(m_slots.begin(), m_slots.end(),
                               [&source](const auto& slot) { return slot->source == source; });
  if (at != m_slots.end()) {
    m_slots.splice(m_slots.begin(), m_slots, at);
  } else {
    m_slots.push_front(std::make_shared<Slot>());
    m_slots.front()->source = source;
    if (m_slots.size() > keptOpen) m_slots.pop_back();
  }
  return m_slots.front();
}

Result<LoadedImagePtr> Readers::load(const ImageKey& key) {
  const std::shared_ptr<Slot> slot = slotOf(key.source);
  {
    const std::lock_guard lock(slot->mutex);
    if (!slot->reader) {
      slot->reader = m_loader.open(key.source);
      if (*slot->reader) slot->range = m_loader.range(**slot->reader);
    }
  }
  Result<LoadedImagePtr> image = slot->reader->ok() ? m_loader.load(**slot->reader, key.frame, slot->range)
                                                    : Result<LoadedImagePtr>(slot->reader->error());
  // The medium may come back: then the file is opened anew.
  if (!image && image.error().code == ErrorCode::FileUnreadable) drop(key.source);
  return image;
}

void Readers::drop(const Source& source) {
  const std::lock_guard lock(m_mutex);
  m_slots.remove_if([&source](const auto& slot) { return slot->source == source; });
}

}  // namespace core
