// SPDX-License-Identifier: MIT
#include "core/write/valuerules.h"

#include <limits>

#include "core/parse/dataset.h"
#include "core/text/codings.h"
#include "core/write/uids.h"

namespace core {

namespace {

constexpr std::size_t unlimited = std::numeric_limits<std::size_t>::max();

bool isDigit(char c) { return c >= '0' && c <= '9'; }
bool isControl(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }
bool isPrintable(char c) { return c >= 0x20 && c < 0x7F; }
bool isCodeLetter(char c) { return (c >= 'A' && c <= 'Z') || isDigit(c) || c == ' ' || c == '_'; }
bool isPlainText(char c) { return !isControl(c); }
/// LF, FF, CR and TAB part the lines of a long text (PS3.5 6.1.3).
bool isLineText(char c) { return !isControl(c) || c == '\n' || c == '\f' || c == '\r' || c == '\t'; }
/// RFC 3986 with the percent sign; no space (PS3.5 6.2, UR).
bool isUriLetter(char c) {
  return isPrintable(c) && std::string_view(" \"<>\\^`{|}").find(c) == std::string_view::npos;
}
bool isAnything(char) { return true; }

int number(std::string_view digits) {
  int value = 0;
  for (const char c : digits) value = value * 10 + (c - '0');
  return value;
}
bool areDigits(std::string_view text) { return std::all_of(text.begin(), text.end(), isDigit); }
std::string_view padCut(std::string_view text) {
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

bool isAge(std::string_view text) {
  return text.size() == 4 && areDigits(text.substr(0, 3)) &&
         std::string_view("DWMY").find(text[3]) != std::string_view::npos;
}

bool isDate(std::string_view text) {
  return text.size() == 8 && areDigits(text) &&
         isCalendarDate(number(text.substr(0, 4)), number(text.substr(4, 2)), number(text.substr(6, 2)));
}

/// HH, HHMM or HHMMSS with up to six digits of a fraction; a leap second is 60.
bool isTime(std::string_view text) {
  text = padCut(text);
  const std::size_t point = text.find('.');
  const std::string_view whole = text.substr(0, point);
  if (whole.size() % 2 != 0 || whole.empty() || whole.size() > 6 || !areDigits(whole)) return false;
  constexpr int most[] = {23, 59, 60};
  for (std::size_t i = 0; i < whole.size() / 2; ++i)
    if (number(whole.substr(2 * i, 2)) > most[i]) return false;
  if (point == std::string_view::npos) return true;
  const std::string_view fraction = text.substr(point + 1);
  return whole.size() == 6 && !fraction.empty() && fraction.size() <= 6 && areDigits(fraction);
}

/// +HHMM or -HHMM, from -1200 to +1400 (PS3.5 6.2, DT).
bool isOffset(std::string_view text) {
  if (text.size() != 5 || !areDigits(text.substr(1))) return false;
  const int minutes = number(text.substr(1, 2)) * 60 + number(text.substr(3, 2));
  return number(text.substr(3, 2)) < 60 && minutes <= (text[0] == '+' ? 14 * 60 : 12 * 60) && text != "-0000";
}

bool isDateTime(std::string_view text) {
  text = padCut(text);
  const std::size_t sign = text.find_first_of("+-");
  if (sign != std::string_view::npos && !isOffset(text.substr(sign))) return false;
  text = text.substr(0, sign);
  if (text.size() > 8) return isDate(text.substr(0, 8)) && isTime(text.substr(8));
  if (text.size() == 8) return isDate(text);
  const bool hasMonth = text.size() == 6 && number(text.substr(4)) >= 1 && number(text.substr(4)) <= 12;
  return areDigits(text) && (text.size() == 4 || hasMonth);
}

bool isDecimal(std::string_view text) {
  return text.find_first_not_of("0123456789+-Ee. ") == std::string_view::npos && parseReal(text).has_value();
}

bool isInteger(std::string_view text) {
  if (text.find_first_not_of("0123456789+- ") != std::string_view::npos) return false;
  const auto value = parseInteger(text);
  return value && *value >= std::numeric_limits<std::int32_t>::min() &&
         *value <= std::numeric_limits<std::int32_t>::max();
}

bool hasWords(std::string_view text) { return text.find_first_not_of(' ') != std::string_view::npos; }
bool startsWithoutSpace(std::string_view text) { return !text.starts_with(' '); }
bool isUid(std::string_view text) { return isValidUid(text); }
bool always(std::string_view) { return true; }

std::size_t characters(std::string_view utf8) {
  return static_cast<std::size_t>(std::count_if(
      utf8.begin(), utf8.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

/// Up to three groups of up to five components, 64 characters a group (PS3.5 6.2.1).
bool isName(std::string_view text) {
  for (int groups = 1;; ++groups) {
    const std::size_t mark = text.find('=');
    const std::string_view group = text.substr(0, mark);
    if (groups > 3 || characters(group) > 64 || std::count(group.begin(), group.end(), '^') > 4) return false;
    if (mark == std::string_view::npos) return true;
    text.remove_prefix(mark + 1);
  }
}

struct Rule {
  Vr vr;
  std::size_t mostCharacters;
  bool severalValues;
  bool (*isLetter)(char);
  std::string_view letters;  ///< what is wrong when a letter is not one
  bool (*isWhole)(std::string_view);
  std::string_view form;  ///< what is wrong when the whole is not one
};

constexpr std::string_view noControls = "has control characters";
constexpr std::string_view noForm = "is not in the form of its VR";

constexpr Rule rules[] = {
    {Vr::AE, 16, true, isPrintable, "has characters other than printable ASCII", hasWords, "is blank"},
    {Vr::AS, 4, true, isAnything, noForm, isAge, "is not an age (nnnD, nnnW, nnnM or nnnY)"},
    {Vr::CS, 16, true, isCodeLetter, "has characters other than A-Z, 0-9, space and underscore", always,
     noForm},
    {Vr::DA, 8, true, isAnything, noForm, isDate, "is not a date (YYYYMMDD)"},
    {Vr::DS, 16, true, isAnything, noForm, isDecimal, "is not a decimal number"},
    {Vr::DT, 26, true, isAnything, noForm, isDateTime, "is not a date and time (YYYYMMDDHHMMSS.FFFFFF&ZZXX)"},
    {Vr::IS, 12, true, isAnything, noForm, isInteger, "is not a whole number of 32 bits"},
    {Vr::LO, 64, true, isPlainText, noControls, always, noForm},
    {Vr::LT, 10240, false, isLineText, noControls, always, noForm},
    {Vr::PN, unlimited, true, isPlainText, noControls, isName,
     "is not a person name (three groups of five components, 64 characters a group)"},
    {Vr::SH, 16, true, isPlainText, noControls, always, noForm},
    {Vr::ST, 1024, false, isLineText, noControls, always, noForm},
    {Vr::TM, 14, true, isAnything, noForm, isTime, "is not a time (HHMMSS.FFFFFF)"},
    {Vr::UC, unlimited, true, isPlainText, noControls, always, noForm},
    {Vr::UI, 64, true, isAnything, noForm, isUid, "is not a UID"},
    {Vr::UR, unlimited, false, isUriLetter, "has characters that no URI has", startsWithoutSpace, noForm},
    {Vr::UT, unlimited, false, isLineText, noControls, always, noForm},
};

const Rule* ruleOf(Vr vr) {
  const auto at =
      std::find_if(std::begin(rules), std::end(rules), [vr](const Rule& rule) { return rule.vr == vr; });
  return at != std::end(rules) ? at : nullptr;
}

Status wrong(std::string_view what) { return {ErrorCode::InvalidArgument, std::string(what)}; }

Status checkValue(const Rule& rule, std::string_view value) {
  if (value.empty()) return Done{};
  if (characters(value) > rule.mostCharacters)
    return wrong("is longer than " + std::to_string(rule.mostCharacters) + " characters");
  if (!std::all_of(value.begin(), value.end(), rule.isLetter)) return wrong(rule.letters);
  return rule.isWhole(value) ? Status(Done{}) : wrong(rule.form);
}

}  // namespace

bool isCalendarDate(int year, int month, int day) {
  constexpr int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (month < 1 || month > 12 || day < 1) return false;
  const bool isLeap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return day <= days[month - 1] + (month == 2 && isLeap ? 1 : 0);
}

bool isTextual(Vr vr) { return ruleOf(vr) != nullptr; }

bool mayHaveSeveralValues(Vr vr) {
  const Rule* rule = ruleOf(vr);
  return !rule || rule->severalValues;
}

Status checkText(Vr vr, std::string_view utf8) {
  const Rule* rule = ruleOf(vr);
  if (!rule) return wrong(letters(vr) + " is not a VR of texts");
  std::string scratch;
  if (!charset::decode(charset::Coding::Utf8, utf8, scratch)) return wrong("is not UTF-8");
  if (!rule->severalValues) return checkValue(*rule, utf8);
  for (;;) {
    const std::size_t mark = utf8.find('\\');
    if (Status valid = checkValue(*rule, utf8.substr(0, mark)); !valid) return valid;
    if (mark == std::string_view::npos) return Done{};
    utf8.remove_prefix(mark + 1);
  }
}

}  // namespace core
