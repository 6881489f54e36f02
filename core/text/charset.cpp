// SPDX-License-Identifier: MIT
#include "core/text/charset.h"

#include "core/parse/tags.h"

namespace core {

using charset::Coding;

namespace {

struct Term {
  std::string_view name;
  Coding coding;
};

/// The numbers behind "ISO_IR " and "ISO 2022 IR " (PS3.3 C.12-2 to C.12-4).
constexpr Term registrations[] = {
    {"6", Coding::Latin1},   {"13", Coding::ShiftJis},  {"100", Coding::Latin1}, {"101", Coding::Latin2},
    {"109", Coding::Latin3}, {"110", Coding::Latin4},   {"126", Coding::Greek},  {"127", Coding::Arabic},
    {"138", Coding::Hebrew}, {"144", Coding::Cyrillic}, {"148", Coding::Latin5}, {"166", Coding::Thai},
};
/// The numbers that are known behind one of the two only.
constexpr Term extensions[] = {
    {"87", Coding::Jis0208}, {"149", Coding::Korean}, {"159", Coding::Jis0212}, {"58", Coding::Gb2312}};

/// Terms of their own, and the names that other programs write.
constexpr Term names[] = {
    {"ISO_IR 192", Coding::Utf8},   {"GB18030", Coding::Gb18030},     {"GBK", Coding::Gbk},
    {"ISO 2022 GBK", Coding::Gbk},  {"ISO 2022 58", Coding::Gb2312},  {"UTF-8", Coding::Utf8},
    {"UTF8", Coding::Utf8},         {"utf-8", Coding::Utf8},          {"utf8", Coding::Utf8},
    {"ISO-8859-2", Coding::Latin2}, {"ISO-8859-5", Coding::Cyrillic}, {"ISO-8859-7", Coding::Greek},
    {"ISO-8859-9", Coding::Latin5}, {"shift_jis", Coding::ShiftJis},  {"gb18030", Coding::Gb18030},
    {"gbk", Coding::Gbk},           {"euc_kr", Coding::Korean},
};
constexpr std::ptrdiff_t definedNames = 3;  ///< of these are the standard's (PS3.3 C.12-5)

/// The escape sequences of PS3.3 C.12-3 and C.12-4 that are stripped, and what follows them.
constexpr Term escapeTerms[] = {
    {"\x1b(B", Coding::Latin1},   {"\x1b-A", Coding::Latin1},  {"\x1b)I", Coding::ShiftJis},
    {"\x1b(J", Coding::ShiftJis}, {"\x1b$B", Coding::Jis0208}, {"\x1b-B", Coding::Latin2},
    {"\x1b-C", Coding::Latin3},   {"\x1b-D", Coding::Latin4},  {"\x1b-F", Coding::Greek},
    {"\x1b-G", Coding::Arabic},   {"\x1b-H", Coding::Hebrew},  {"\x1b-L", Coding::Cyrillic},
    {"\x1b-M", Coding::Latin5},   {"\x1b-T", Coding::Thai},    {"\x1b$)C", Coding::Korean},
    {"\x1b$(D", Coding::Jis0212}, {"\x1b$)A", Coding::Gb2312},
};

template <std::size_t size>
const Term* find(const Term (&terms)[size], std::string_view name) {
  const auto at = std::find_if(std::begin(terms), std::end(terms),
                               [name](const Term& term) { return term.name == name; });
  return at != std::end(terms) ? at : nullptr;
}

bool matches(std::string_view text, std::string_view pattern) {
  if (text.size() < pattern.size()) return false;
  for (std::size_t i = 0; i < pattern.size(); ++i)
    if (pattern[i] != '?' && pattern[i] != text[i]) return false;
  return true;
}

/// The coding of a term; common misspellings of the two prefixes are forgiven ("ISO IR 100",
/// "ISO-2022-IR-87").
Coding codingOf(std::string_view term) {
  const Term* found = find(names, term);
  constexpr std::string_view plain = "ISO?IR", extended = "ISO?2022?IR?";
  if (!found && matches(term, extended)) {
    const std::string_view number = term.substr(extended.size());
    found = find(registrations, number);
    if (!found) found = find(extensions, number);
  } else if (!found && matches(term, plain) && term.size() > plain.size()) {
    const std::string_view number = term.substr(plain.size() + 1);
    found = number == "192" ? find(names, "ISO_IR 192") : find(registrations, number);
  }
  return found ? found->coding : Coding::Latin1;
}

bool standsAlone(Coding coding) {
  return coding == Coding::Utf8 || coding == Coding::Gbk || coding == Coding::Gb18030;
}

bool isDelimiter(char c, TextKind kind) {
  constexpr std::string_view lines = "\r\n\t\f";
  return lines.find(c) != std::string_view::npos || (kind == TextKind::PersonName && (c == '^' || c == '='));
}

bool keepsItsEscape(Coding coding) { return coding == Coding::Jis0208 || coding == Coding::Jis0212; }

}  // namespace

CharacterSet::CharacterSet(std::string_view value) {
  value = value.substr(0, value.find_last_not_of(std::string_view(" \0", 2)) + 1);
  for (std::size_t at = 0; at <= value.size();) {
    const std::size_t mark = std::min(value.find('\\', at), value.size());
    const Coding coding = codingOf(value.substr(at, mark - at));
    // A stand-alone set cannot be an extension, nor have one (PS3.5 6.1.2.5.4).
    if (m_codings.empty() || !standsAlone(coding)) m_codings.push_back(coding);
    at = mark + 1;
  }
  if (standsAlone(m_codings.front())) m_codings.resize(1);
}

CharacterSet CharacterSet::of(const DataSet& dataSet) {
  for (const DataSet* at = &dataSet; at; at = at->parent())
    if (const Element* element = at->find(tags::SpecificCharacterSet))
      return CharacterSet(asText(element->value));
  return {};
}

std::string CharacterSet::decode(std::string_view bytes, TextKind kind, Escapes escapes) const {
  std::string out;
  if (bytes.find('\x1b') == std::string_view::npos) {
    charset::decode(m_codings.front(), bytes, out);
    return out;
  }
  // Each part that begins with an escape sequence is decoded by itself.
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t next = std::min(bytes.find('\x1b', at + 1), bytes.size());
    appendFragment(out, bytes.substr(at, next - at), kind, escapes);
    at = next;
  }
  return out;
}

void CharacterSet::appendFragment(std::string& out, std::string_view fragment, TextKind kind,
                                  Escapes escapes) const {
  const std::size_t before = out.size();
  if (fragment.front() == '\x1b' && appendEscaped(out, fragment, kind, escapes)) return;
  out.resize(before);
  charset::decode(m_codings.front(), fragment, out);
}

/// False when the sequence is unknown, not among the sets of this data set, or the bytes are not of its set.
bool CharacterSet::appendEscaped(std::string& out, std::string_view fragment, TextKind kind,
                                 Escapes keep) const {
  const bool isLong = fragment.starts_with("\x1b$(") || fragment.starts_with("\x1b$)");
  const std::string_view sequence = fragment.substr(0, isLong ? 4 : 3);
  const Term* term = find(escapeTerms, sequence);
  if (!term) return false;
  const Coding coding = term->coding;
  const bool isKnown = std::find(m_codings.begin(), m_codings.end(), coding) != m_codings.end();
  if (!isKnown && coding != Coding::Latin1) return false;
  if (keepsItsEscape(coding)) return charset::decode(coding, fragment, out);
  if (coding == Coding::Gb2312 && keep == Escapes::AsReference) out += sequence;
  fragment.remove_prefix(sequence.size());
  const auto mark =
      std::find_if(fragment.begin(), fragment.end(), [kind](char c) { return isDelimiter(c, kind); });
  const auto split = static_cast<std::size_t>(mark - fragment.begin());
  if (coding == Coding::Gb2312) return charset::decode(coding, fragment, out);
  return charset::decode(coding, fragment.substr(0, split), out) &&
         charset::decode(m_codings.front(), fragment.substr(split), out);
}

std::vector<CharacterSetTerm> characterSetTerms() {
  std::vector<CharacterSetTerm> terms;
  const auto add = [&terms](std::string_view prefix, const Term& term, bool isDefined) {
    terms.push_back({std::string(prefix).append(term.name), term.coding, isDefined});
  };
  for (const Term& term : registrations) add("ISO_IR ", term, term.name != "6");
  for (const Term& term : registrations) add("ISO 2022 IR ", term, true);
  for (const Term& term : extensions) add("ISO 2022 IR ", term, true);
  for (const Term& term : names) add("", term, &term - names < definedNames);
  return terms;
}

}  // namespace core
