// SPDX-License-Identifier: MIT
#include "core/window/texts.h"

#include "core/text/charset.h"

namespace core {

std::string peoplesText(const DataSet& dataSet, Tag tag) {
  const std::string_view raw = dataSet.text(tag);
  return raw.empty() ? std::string() : CharacterSet::of(dataSet).decode(raw);
}

/// Split after decoding: in some sets the second byte of a character is that of a backslash.
std::string peoplesText(const DataSet& dataSet, Tag tag, std::size_t index) {
  const std::string all = peoplesText(dataSet, tag);
  std::string_view rest = all;
  for (; index > 0; --index) {
    const std::size_t mark = rest.find('\\');
    if (mark == std::string_view::npos) return {};
    rest.remove_prefix(mark + 1);
  }
  return std::string(trimmed(rest.substr(0, rest.find('\\'))));
}

}  // namespace core
