// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "core/parse/tag.h"

/// The data dictionary: PS3.6 and the private elements that vendors have published. Every table is constant
/// and every lookup is free of allocation.
namespace core {

/// A row of PS3.6 chapter 6, 7 or 8. The VR is as the standard writes it: "US or SS" may stand there; "" for
/// the item delimiters, which have none.
struct DictionaryEntry {
  Tag tag;
  std::string_view vr;
  std::string_view vm;       ///< "1", "1-n", "2-2n", …
  std::string_view name;     ///< "Patient's Name", UTF-8
  std::string_view keyword;  ///< "PatientName"; "" for a few retired elements
  bool retired = false;
};

/// A private element, by its creator. The name is the vendor's.
struct PrivateEntry {
  std::uint32_t pattern = 0;  ///< the tag, zeros where the block's digits are
  std::uint32_t mask = 0;     ///< the digits of the pattern that count
  std::string_view vr;        ///< may be "OB_OW" and the like
  std::string_view vm;
  std::string_view name;
};

/// A row of PS3.6 Annex A.
struct UidEntry {
  std::string_view value;
  std::string_view name;
  std::string_view type;  ///< "SOP Class", "Transfer Syntax", …
  std::string_view keyword;
  bool retired = false;
};

/// The element of exactly this tag, or null. Repeating groups, private tags and group lengths are not here.
const DictionaryEntry* findEntry(Tag tag);
/// The element of a repeating group or element ((60xx,0010), (0020,31xx), …; PS3.5 7.6), or null. The entry's
/// tag has zeros where the x are. Exact tags come first: ask findEntry() before.
const DictionaryEntry* findRepeating(Tag tag);
/// findEntry(), else findRepeating().
const DictionaryEntry* findAny(Tag tag);
/// The tag of a keyword, to the letter; repeating groups have none.
std::optional<Tag> tagOfKeyword(std::string_view keyword);
/// The keyword of an exact tag, or "".
std::string_view keywordOf(Tag tag);

/// The private element, the block of the tag being any that the creator reserved, or null.
const PrivateEntry* findPrivate(std::string_view creator, Tag tag);

const UidEntry* findUid(std::string_view uid);
/// The registered name of a UID, or "".
std::string_view uidName(std::string_view uid);

/// Every UID of PS3.6 Annex A, in the order of their values as texts.
std::span<const UidEntry> allUids();

/// The edition of the standard that the tables are from, as "2024c".
std::string_view dicomVersion();

/// Every element with an exact tag, ascending by tag.
std::span<const DictionaryEntry> allEntries();
/// Calls with every exact element that has a keyword, ascending by keyword.
template <class Visit>
void forEachKeyword(Visit&& visit);

std::span<const std::uint16_t> keywordOrder();

template <class Visit>
void forEachKeyword(Visit&& visit) {
  for (const std::uint16_t at : keywordOrder()) visit(allEntries()[at]);
}

}  // namespace core
