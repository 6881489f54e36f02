// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "core/parse/tag.h"

namespace core::anonymise {

/// The action codes of the Basic Profile (PS3.15 Table E.1-1a). Where several are joined the first is meant
/// unless the object's definition wants the element (X/Z: type 2, X/D: type 1); who does not know the
/// definition takes the last, which is valid for every type.
enum class ProfileAction : std::uint8_t {
  Remove,                ///< X
  Empty,                 ///< Z: zero length, or a dummy value
  Dummy,                 ///< D: a value that is not empty and says nothing
  MapUid,                ///< U: a UID that is the same wherever the old one stood
  RemoveOrEmpty,         ///< X/Z
  RemoveOrDummy,         ///< X/D
  EmptyOrDummy,          ///< Z/D
  RemoveEmptyOrDummy,    ///< X/Z/D
  RemoveEmptyOrMapUids,  ///< X/Z/U*: of a sequence, its UIDs replaced
};

namespace profileOptions {
inline constexpr std::uint8_t retainUids = 1;   ///< K with Retain UIDs
inline constexpr std::uint8_t dates = 2;        ///< C with Retain Longitudinal Temporal Information, modified
inline constexpr std::uint8_t descriptors = 4;  ///< C with Clean Descriptors
inline constexpr std::uint8_t graphics = 8;     ///< C with Clean Graphics
}  // namespace profileOptions

/// A row of PS3.15 Table E.1-1.
struct ProfileRow {
  std::uint32_t pattern = 0;  ///< the tag, zeros where any digit may stand
  std::uint32_t mask = 0;     ///< the digits that count
  ProfileAction action = ProfileAction::Remove;
  std::uint8_t options = 0;  ///< of profileOptions

  bool offers(std::uint8_t option) const { return (options & option) != 0; }
};

/// The row of a tag, or null: the profile says nothing of it.
const ProfileRow* findProfileRow(Tag tag);

/// The rows of one tag, ascending.
std::span<const ProfileRow> exactProfileRows();
/// The rows of many tags: curves, overlays, private elements.
std::span<const ProfileRow> profilePatterns();
/// The edition of the standard that the table is from.
std::string_view profileEdition();

}  // namespace core::anonymise
