// SPDX-License-Identifier: MIT
#include "core/anonymise/beyondprofile.h"

#include <algorithm>

#include "core/anonymise/profile.h"
#include "core/dictionary/dictionary.h"
#include "core/parse/tags.h"
#include "core/text/value.h"
#include "core/write/byteswap.h"

namespace core::anonymise {

namespace {

struct Pattern {
  std::uint32_t value;
  std::uint32_t mask = 0xFFFFFFFF;
};
constexpr Pattern removed[] = {
    {0x00040000, 0xFFFF0000},  // directory records
    {0x00080051},              // Issuer of Accession Number Sequence
    {0x00080401},              // Inventory Purpose
    {0x00080402},              // Inventory Instance Description
    {0x0008041B},              // Record Key
    {0x0008041C},              // Prior Record Key
    {0x00100024},              // Issuer of Patient ID Qualifiers Sequence
    {0x00100033},              // Patient's Birth Date in Alternative Calendar
    {0x00100034},              // Patient's Death Date in Alternative Calendar
    {0x00120022},              // Issuer of Clinical Trial Protocol ID
    {0x00120032},              // Issuer of Clinical Trial Site ID
    {0x00120041},              // Issuer of Clinical Trial Subject ID
    {0x00120043},              // Issuer of Clinical Trial Subject Reading ID
    {0x00120055},              // Issuer of Clinical Trial Time Point ID
    {0x00120073},              // Issuer of Clinical Trial Series ID
    {0x00203100, 0xFFFFFF00},  // Source Image IDs
    {0x00400026},              // Order Placer Identifier Sequence
    {0x00400027},              // Order Filler Identifier Sequence
    {0x00400036},              // Assigning Facility Sequence
    {0x00400039},              // Assigning Jurisdiction Code Sequence
    {0x0040003A},              // Assigning Agency or Department Code Sequence
    {0x00700008},              // Text Object Sequence
    {0x00700209},              // Compound Graphic Sequence: may hold texts
    {0x04000500},              // Encrypted Attributes Sequence
    {0x60000000, 0xFF000000},  // overlays
};

/// Text Value, Unformatted Text Value, Tracking ID, Document Title.
constexpr Tag freeTexts[] = {{0x0040, 0xA160}, {0x0070, 0x0006}, {0x0062, 0x0020}, {0x0042, 0x0010}};

constexpr Tag identifiers[] = {tags::PatientID,  {0x0010, 0x1000}, {0x0008, 0x0050},
                               {0x0038, 0x0010}, {0x0040, 0x2016}, {0x0040, 0x2017}};

/// Written by the machine: a phantom that is called as its maker must not take the maker's name away.
constexpr Tag machines[] = {{0x0008, 0x0070}, {0x0008, 0x1090}, {0x0018, 0x1020},
                            {0x0018, 0x1016}, {0x0018, 0x1018}, {0x0018, 0x1019}};

constexpr Tag codeMeaning{0x0008, 0x0104};

bool isOfCode(Tag tag) { return tag.group == 0x0008 && tag.element >= 0x0100 && tag.element <= 0x0123; }

bool isAddress(Tag tag) {
  constexpr Tag ofCodes[] = {{0x0008, 0x010E}, {0x0008, 0x0120}};
  const DictionaryEntry* entry = findAny(tag);
  return entry && entry->vr == "UR" && std::ranges::find(ofCodes, tag) == std::end(ofCodes);
}

void collectWords(std::string_view text, Identifiers& found) {
  for (std::string& word : wordsOf(text))
    if (word.size() >= 3) found.insert(std::move(word));
}

void collect(const DataSet& dataSet, Identifiers& found) {
  for (const Element& element : dataSet.elements()) {
    for (const DataSet& item : element.items) collect(item, found);
    const bool identifies =
        element.vr == Vr::PN || std::ranges::find(identifiers, element.tag) != std::end(identifiers);
    if (identifies) collectWords(asText(element.value), found);
  }
}

/// Texts that the profile takes away and that are more than words of imaging.
void collectRemoved(const DataSet& dataSet, Identifiers& found) {
  constexpr std::size_t shortest = 6;
  for (const Element& element : dataSet.elements()) {
    for (const DataSet& item : element.items) collectRemoved(item, found);
    if (!mayEcho(element.tag, element.vr) || isOfCode(element.tag) || !findProfileRow(element.tag)) continue;
    std::string text = inCapitals(trimmed(asText(element.value)));
    if (text.size() >= shortest && cleanedDescriptor(text, {}) != text) found.insert(std::move(text));
  }
}

}  // namespace

std::string inCapitals(std::string_view text) {
  std::string capitals(text);
  for (char& letter : capitals)
    if (letter >= 'a' && letter <= 'z') letter = static_cast<char>(letter - 'a' + 'A');
  return capitals;
}

bool isBeyondProfile(Tag tag) {
  const bool isListed = std::ranges::any_of(
      removed, [tag](const Pattern& pattern) { return (tag.value() & pattern.mask) == pattern.value; });
  return isListed || !findAny(tag) || isAddress(tag);
}

bool isFreeText(Tag tag) {
  if (std::ranges::find(freeTexts, tag) != std::end(freeTexts)) return true;
  const DictionaryEntry* entry = findAny(tag);
  const bool isLong = entry && (entry->vr == "LT" || entry->vr == "ST" || entry->vr == "UT");
  return isLong && entry->keyword.find("Comment") != std::string_view::npos;
}

bool mayEcho(Tag tag, Vr vr) {
  constexpr Vr written[] = {Vr::LO, Vr::SH, Vr::LT, Vr::ST, Vr::UT, Vr::UC};
  const bool isCode = isOfCode(tag) && tag != codeMeaning;
  return !isCode && std::ranges::find(written, vr) != std::end(written) &&
         std::ranges::find(machines, tag) == std::end(machines);
}

std::size_t mostNumberBytes(Tag tag, Vr vr) {
  constexpr std::size_t any = ~std::size_t{0};
  const DictionaryEntry* entry = findAny(tag);
  if (!isNumberVr(vr) || !entry || entry->vm.find('n') != std::string_view::npos) return any;
  const std::string_view most = entry->vm.substr(entry->vm.find('-') + 1);
  const auto count = parseInteger(most);
  return count ? static_cast<std::size_t>(*count) * numberBytes(vr) : any;
}

Identifiers identifiersOf(const DataSet& top) {
  Identifiers found;
  collect(top, found);
  return found;
}

Identifiers removedTextsOf(const DataSet& top) {
  Identifiers found;
  collectRemoved(top, found);
  return found;
}

std::string patientKey(const DataSet& top) {
  if (const auto id = trimmed(top.text(tags::PatientID)); !id.empty()) return std::string(id);
  std::string key(top.text(tags::PatientName));
  key += '\n';
  key += top.text(tags::PatientBirthDate);
  if (key.size() > 1) return key;
  return std::string(top.text(tags::StudyInstanceUID));
}

}  // namespace core::anonymise
