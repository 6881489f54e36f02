// SPDX-License-Identifier: MIT
#include "core/dictionary/dictionary.h"

#include "core/dictionary/tables.h"

namespace core {

namespace {

/// The row whose key is the wanted one in a table that ascends by it, or null.
template <class Table, class Key>
auto bisect(const Table& table, std::string_view wanted, Key&& key) -> const typename Table::value_type* {
  const auto at =
      std::lower_bound(table.begin(), table.end(), wanted,
                       [&key](const auto& row, std::string_view name) { return key(row) < name; });
  return at != table.end() && key(*at) == wanted ? &*at : nullptr;
}

}  // namespace

const DictionaryEntry* findEntry(Tag tag) {
  const auto& tags = dictionary::elementTags;
  const auto at = std::lower_bound(tags.begin(), tags.end(), tag.value());
  if (at == tags.end() || *at != tag.value()) return nullptr;
  return &dictionary::elements[static_cast<std::size_t>(at - tags.begin())];
}

const DictionaryEntry* findRepeating(Tag tag) {
  if (tag.isPrivate()) return nullptr;
  for (const auto& row : dictionary::repeating)
    if ((tag.value() & row.mask) == row.pattern) return &row.entry;
  return nullptr;
}

const DictionaryEntry* findAny(Tag tag) {
  const DictionaryEntry* exact = findEntry(tag);
  return exact ? exact : findRepeating(tag);
}

std::optional<Tag> tagOfKeyword(std::string_view keyword) {
  const auto* at = bisect(dictionary::keywordOrder, keyword,
                          [](std::uint16_t row) { return dictionary::elements[row].keyword; });
  return at ? std::optional(dictionary::elements[*at].tag) : std::nullopt;
}

std::string_view keywordOf(Tag tag) {
  const DictionaryEntry* entry = findEntry(tag);
  return entry ? entry->keyword : std::string_view();
}

const PrivateEntry* findPrivate(std::string_view creator, Tag tag) {
  const auto* found =
      bisect(dictionary::creators, creator, [](const dictionary::PrivateCreator& row) { return row.name; });
  if (!found) return nullptr;
  // The row with the most digits wins: gggg eeee, then gggg xxee, then ggxx xxee.
  const PrivateEntry* best = nullptr;
  for (std::uint32_t i = found->first; i < found->end; ++i) {
    const PrivateEntry& row = dictionary::privates[i];
    if ((tag.value() & row.mask) == row.pattern && (!best || row.mask > best->mask)) best = &row;
  }
  return best;
}

const UidEntry* findUid(std::string_view uid) {
  return bisect(dictionary::uids, uid, [](const UidEntry& row) { return row.value; });
}

std::string_view uidName(std::string_view uid) {
  const UidEntry* entry = findUid(uid);
  return entry ? entry->name : std::string_view();
}

std::string_view dicomVersion() { return dictionary::edition; }

std::span<const UidEntry> allUids() { return dictionary::uids; }
std::span<const DictionaryEntry> allEntries() { return dictionary::elements; }

std::span<const std::uint16_t> keywordOrder() { return dictionary::keywordOrder; }

}  // namespace core
