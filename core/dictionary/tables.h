// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "core/dictionary/counts.h"
#include "core/dictionary/dictionary.h"

/// The generated tables behind dictionary.h; nobody else includes this.
namespace core::dictionary {

struct RepeatingEntry {
  std::uint32_t pattern;
  std::uint32_t mask;
  DictionaryEntry entry;
};

/// A private creator and its rows in privates, [first, end).
struct PrivateCreator {
  std::string_view name;
  std::uint32_t first;
  std::uint32_t end;
};

extern const std::string_view edition;
/// The tags of elements, apart so that a search touches few cache lines; ascending.
extern const std::array<std::uint32_t, elementCount> elementTags;
extern const std::array<DictionaryEntry, elementCount> elements;
/// Indexes into elements, ascending by keyword (bytes).
extern const std::array<std::uint16_t, keywordCount> keywordOrder;
/// In the order in which they are to be tried.
extern const std::array<RepeatingEntry, repeatingCount> repeating;
extern const std::array<UidEntry, uidCount> uids;
extern const std::array<PrivateCreator, creatorCount> creators;
/// Within a creator exact tags come before patterns of the same digits.
extern const std::array<PrivateEntry, privateCount> privates;

}  // namespace core::dictionary
