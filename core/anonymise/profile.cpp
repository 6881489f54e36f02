// SPDX-License-Identifier: MIT
#include "core/anonymise/profile.h"

#include <algorithm>

namespace core::anonymise {

const ProfileRow* findProfileRow(Tag tag) {
  const auto rows = exactProfileRows();
  const auto found = std::ranges::lower_bound(rows, tag.value(), {}, &ProfileRow::pattern);
  if (found != rows.end() && found->pattern == tag.value()) return &*found;
  const auto patterns = profilePatterns();
  const auto matching = std::ranges::find_if(
      patterns, [tag](const ProfileRow& row) { return (tag.value() & row.mask) == row.pattern; });
  return matching == patterns.end() ? nullptr : &*matching;
}

}  // namespace core::anonymise
