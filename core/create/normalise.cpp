// SPDX-License-Identifier: MIT
#include "core/create/normalise.h"

#include <charconv>

#include "core/parse/dataset.h"
#include "core/write/valuerules.h"

namespace core {

namespace {

constexpr std::size_t longestDecimal = 16;

bool isDigit(char c) { return c >= '0' && c <= '9'; }
bool areDigits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), isDigit);
}

std::optional<std::string> ifValid(Vr vr, std::string text) {
  if (text.empty() || !checkText(vr, text)) return std::nullopt;
  return text;
}

/// The pieces between a separator, all digits, two each but for the first; joined.
std::optional<std::string> joined(std::string_view text, char separator, std::size_t firstDigits) {
  std::string out;
  for (std::size_t digits = firstDigits;; digits = 2) {
    const std::size_t mark = text.find(separator);
    const std::string_view piece = text.substr(0, mark);
    if (piece.size() != digits || !areDigits(piece)) return std::nullopt;
    out += piece;
    if (mark == std::string_view::npos) return out;
    text.remove_prefix(mark + 1);
  }
}

/// "+01:00" as "+0100", "Z" as "+0000".
std::optional<std::string> normalisedOffset(std::string_view text) {
  if (text.empty()) return std::string();
  if (text == "Z" || text == "z") return std::string("+0000");
  std::string offset(text);
  if (offset.size() == 6 && offset[3] == ':') offset.erase(3, 1);
  return offset.size() == 5 ? std::optional(offset) : std::nullopt;
}

}  // namespace

std::optional<std::string> normalisedDate(std::string_view text) {
  text = trimmed(text);
  if (text.size() == 8 && areDigits(text)) return ifValid(Vr::DA, std::string(text));
  if (text.size() != 10) return std::nullopt;
  const char separator = text[4];
  if (separator != '-' && separator != '/' && separator != '.') return std::nullopt;
  const auto date = joined(text, separator, 4);
  return date ? ifValid(Vr::DA, *date) : std::nullopt;
}

std::optional<std::string> normalisedTime(std::string_view text) {
  text = trimmed(text);
  if (text.find(':') == std::string_view::npos) return ifValid(Vr::TM, std::string(text));
  const std::size_t point = text.find('.');
  const auto whole = joined(text.substr(0, point), ':', 2);
  if (!whole) return std::nullopt;
  return ifValid(Vr::TM, *whole + std::string(point == std::string_view::npos ? "" : text.substr(point)));
}

std::optional<std::string> normalisedDateTime(std::string_view text) {
  text = trimmed(text);
  if (const auto plain = ifValid(Vr::DT, std::string(text))) return plain;
  if (text.size() < 10) return std::nullopt;
  const auto date = normalisedDate(text.substr(0, 10));
  if (!date || text.size() == 10) return date;
  if (text[10] != 'T' && text[10] != 't' && text[10] != ' ') return std::nullopt;
  const std::string_view rest = text.substr(11);
  const std::size_t end = std::min(rest.find_first_not_of("0123456789:."), rest.size());
  const auto time = normalisedTime(rest.substr(0, end));
  const auto offset = normalisedOffset(rest.substr(end));
  if (!time || !offset) return std::nullopt;
  return ifValid(Vr::DT, *date + *time + *offset);
}

std::optional<std::string> decimalText(double number) {
  if (!std::isfinite(number)) return std::nullopt;
  std::array<char, 32> buffer{};
  const auto text = [&buffer](const std::to_chars_result& result) {
    return std::string(buffer.data(), result.ptr);
  };
  std::string shortest = text(std::to_chars(buffer.begin(), buffer.end(), number));
  for (int digits = 16; shortest.size() > longestDecimal; --digits)
    shortest = text(std::to_chars(buffer.begin(), buffer.end(), number, std::chars_format::general, digits));
  return shortest;
}

std::optional<std::string> normalisedDecimal(std::string_view text) {
  text = trimmed(text);
  const std::string_view letters = "0123456789+-Ee.";
  if (text.empty() || text.find_first_not_of(letters) != std::string_view::npos) return std::nullopt;
  const auto number = parseReal(text);
  if (!number) return std::nullopt;
  return text.size() <= longestDecimal ? std::string(text) : decimalText(*number);
}

std::optional<std::string> normalisedInteger(std::string_view text) {
  return ifValid(Vr::IS, std::string(trimmed(text)));
}

}  // namespace core
