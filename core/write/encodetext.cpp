// SPDX-License-Identifier: MIT
#include "core/write/encodetext.h"

#include "core/parse/tags.h"
#include "core/text/charset.h"
#include "core/write/editset.h"

namespace core {

namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

/// The bytes of one UTF-8 character at the front of a text.
std::size_t characterLength(std::string_view text) {
  const auto lead = static_cast<unsigned char>(text.front());
  const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  return std::min(length, text.size());
}

/// Characters of a single-byte set back to their bytes.
class SingleByteTable {
 public:
  explicit SingleByteTable(std::string_view term) {
    const CharacterSet set(term);
    for (unsigned code = 0x80; code < 0x100; ++code) {
      const char byte = static_cast<char>(code);
      const std::string character = set.decode(std::string_view(&byte, 1));
      if (character != replacement) m_bytes.emplace(character, byte);
    }
  }
  std::optional<std::string> encoded(std::string_view utf8) const {
    std::string bytes;
    for (std::size_t length = 0; !utf8.empty(); utf8.remove_prefix(length)) {
      length = characterLength(utf8);
      if (length == 1) {
        bytes += utf8.front();
        continue;
      }
      const auto at = m_bytes.find(std::string(utf8.substr(0, length)));
      if (at == m_bytes.end()) return std::nullopt;
      bytes += at->second;
    }
    return bytes;
  }

 private:
  std::unordered_map<std::string, char> m_bytes;
};

bool isSingleByteTerm(std::string_view term) {
  constexpr std::string_view terms[] = {"ISO_IR 100", "ISO_IR 101", "ISO_IR 109", "ISO_IR 110", "ISO_IR 126",
                                        "ISO_IR 127", "ISO_IR 138", "ISO_IR 144", "ISO_IR 148", "ISO_IR 166"};
  return std::find(std::begin(terms), std::end(terms), term) != std::end(terms);
}

bool recode(EditElement& element, const CharacterSet& characterSet) {
  const std::string_view bytes = asText(element.value.view());
  if (isAscii(bytes) && bytes.find('\x1b') == std::string_view::npos) return true;
  const std::string text =
      characterSet.decode(bytes, element.vr == Vr::PN ? TextKind::PersonName : TextKind::Text);
  element.value = HeldBytes(std::string_view(text));
  return text.find(replacement) == std::string::npos;
}

bool recodeAll(EditSet& set, CharacterSet characterSet) {
  bool whole = true;
  if (set.has(tags::SpecificCharacterSet)) characterSet = CharacterSet(set.text(tags::SpecificCharacterSet));
  set.remove(tags::SpecificCharacterSet);
  std::vector<Tag> sequences;
  for (const EditElement& element : set.elements()) sequences.push_back(element.tag);
  for (const Tag tag : sequences) {
    EditElement& element = *set.find(tag);
    if (hasCharacterSet(element.vr) && !recode(element, characterSet)) whole = false;
    for (EditSet& item : element.items)
      if (!recodeAll(item, characterSet)) whole = false;
  }
  return whole;
}

}  // namespace

bool isAscii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool hasCharacterSet(Vr vr) {
  switch (vr) {
    case Vr::SH:
    case Vr::LO:
    case Vr::UC:
    case Vr::ST:
    case Vr::LT:
    case Vr::UT:
    case Vr::PN:
      return true;
    default:
      return false;
  }
}

std::optional<std::string> encodedText(std::string_view utf8, std::string_view characterSet) {
  if (isAscii(utf8) || characterSet == utf8CharacterSet) return std::string(utf8);
  if (!isSingleByteTerm(characterSet)) return std::nullopt;
  return SingleByteTable(characterSet).encoded(utf8);
}

bool toUtf8(EditSet& set) {
  const bool whole = recodeAll(set, CharacterSet());
  set.setBytes(tags::SpecificCharacterSet, Vr::CS, HeldBytes(utf8CharacterSet));
  return whole;
}

}  // namespace core
