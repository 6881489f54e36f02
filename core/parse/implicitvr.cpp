// SPDX-License-Identifier: MIT
#include "core/parse/implicitvr.h"

#include "core/dictionary/dictionary.h"

namespace core {

namespace {

/// "US or SS", "OB or OW", "US or SS or OW", "OB_OW": data unless the first choice is a number.
Vr vrOf(std::string_view text) {
  if (text.size() == 2) return vrFrom(text[0], text[1]);
  if (text.empty()) return Vr::UN;
  return text.starts_with("US or SS") && !text.ends_with("OW") ? Vr::US : Vr::OW;
}

Vr privateVr(const DataSet& dataSet, Tag tag) {
  if (tag.element >= 0x10 && tag.element <= 0xff) return Vr::LO;
  const PrivateEntry* entry = findPrivate(privateCreator(dataSet, tag), tag);
  return entry ? vrOf(entry->vr) : Vr::UN;
}

}  // namespace

std::string_view privateCreator(const DataSet& dataSet, Tag tag) {
  if (!tag.isPrivate() || tag.element < 0x1000) return {};
  const std::string_view creator = dataSet.text({tag.group, static_cast<std::uint16_t>(tag.element >> 8)});
  return creator;
}

Vr dictionaryVr(const DataSet& dataSet, Tag tag) {
  if (const DictionaryEntry* entry = findEntry(tag)) return vrOf(entry->vr);
  if (tag.isPrivate()) return privateVr(dataSet, tag);
  if (const DictionaryEntry* entry = findRepeating(tag)) return vrOf(entry->vr);
  return tag.element == 0 ? Vr::UL : Vr::UN;
}

}  // namespace core
