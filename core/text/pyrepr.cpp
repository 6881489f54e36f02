// SPDX-License-Identifier: MIT
#include "core/text/pyrepr.h"

#include <QChar>
#include <array>
#include <charconv>
#include <limits>

#include "core/text/codings.h"

namespace core::pyrepr {

namespace {

constexpr std::string_view hex = "0123456789abcdef";

/// A character of a repr, at most four bytes ("\x1f"), eight in JSON.
struct Escaped {
  char text[8];
  std::uint8_t size;
};

constexpr Escaped escapedByte(unsigned byte, char quote) {
  if (byte == '\t') return {{'\\', 't'}, 2};
  if (byte == '\n') return {{'\\', 'n'}, 2};
  if (byte == '\r') return {{'\\', 'r'}, 2};
  const char c = static_cast<char>(byte);
  if (c == '\\' || c == quote) return {{'\\', c}, 2};
  if (byte >= 0x20 && byte < 0x7F) return {{c}, 1};
  return {{'\\', 'x', hex[byte >> 4], hex[byte & 15]}, 4};
}

constexpr Escaped inJson(Escaped plain) {
  Escaped out{};
  for (std::size_t i = 0; i < plain.size; ++i) {
    if (plain.text[i] == '\\' || plain.text[i] == '"') out.text[out.size++] = '\\';
    out.text[out.size++] = plain.text[i];
  }
  return out;
}

using Table = std::array<Escaped, 256>;

constexpr Table tableOf(char quote, bool json) {
  Table table{};
  for (unsigned byte = 0; byte < 256; ++byte) {
    const Escaped plain = escapedByte(byte, quote);
    table[byte] = json ? inJson(plain) : plain;
  }
  return table;
}

constexpr Table plainTables[] = {tableOf('\'', false), tableOf('"', false)};
constexpr Table jsonTables[] = {tableOf('\'', true), tableOf('"', true)};

/// Python quotes with ' unless that is in the text and " is not.
bool wantsDoubleQuotes(std::string_view text) {
  return text.find('\'') != std::string_view::npos && text.find('"') == std::string_view::npos;
}

/// Writes block by block with eight bytes at a time; a string grows too slowly by single characters.
void appendEscaped(std::string& out, ByteView bytes, const Table& table, const Spill& spill = {}) {
  constexpr std::size_t block = 4096;
  char buffer[block * 8 + 8];
  while (!bytes.empty()) {
    const std::size_t count = std::min(block, bytes.size());
    char* end = buffer;
    for (std::size_t i = 0; i < count; ++i) {
      const Escaped& row = table[bytes[i]];
      std::memcpy(end, row.text, sizeof row.text);
      end += row.size;
    }
    out.append(buffer, end);
    if (spill) spill(out);
    bytes = bytes.subspan(count);
  }
}

void appendHex(std::string& out, char letter, char32_t code, int digits) {
  out += '\\';
  out += letter;
  for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) out += hex[code >> shift & 15];
}

/// Python's str.isprintable() of a character past ASCII.
bool isPrintable(char32_t code) {
  switch (QChar::category(code)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_Surrogate:
    case QChar::Other_PrivateUse:
    case QChar::Other_NotAssigned:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
    case QChar::Separator_Space:
      return false;
    default:
      return true;
  }
}

struct Character {
  char32_t code;
  std::size_t size;
};

/// The character at the head of valid UTF-8 past ASCII.
Character characterAt(std::string_view text) {
  const auto lead = static_cast<unsigned char>(text.front());
  const std::size_t size = std::min<std::size_t>(lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2, text.size());
  char32_t code = lead & (0x7Fu >> size);
  for (std::size_t i = 1; i < size; ++i) code = code << 6 | (static_cast<unsigned char>(text[i]) & 0x3Fu);
  return {code, size};
}

void appendUnprintable(std::string& out, char32_t code) {
  if (code <= 0xFF) return appendHex(out, 'x', code, 2);
  if (code <= 0xFFFF) return appendHex(out, 'u', code, 4);
  appendHex(out, 'U', code, 8);
}

/// Digits and exponent of the shortest form: "1.25e-07" gives "125" and -7.
struct Shortest {
  std::string digits;
  int exponent;
};

Shortest shortest(double magnitude) {
  char buffer[32];
  const auto end =
      std::to_chars(buffer, buffer + sizeof buffer, magnitude, std::chars_format::scientific).ptr;
  const char* mark = std::find(buffer, end, 'e');
  Shortest result{{}, 0};
  std::copy_if(buffer, const_cast<char*>(mark), std::back_inserter(result.digits),
               [](char c) { return c != '.'; });
  const char* number = mark + (mark[1] == '+' ? 2 : 1);
  std::from_chars(number, end, result.exponent);
  return result;
}

void appendPositional(std::string& out, const Shortest& value) {
  const auto& digits = value.digits;
  if (value.exponent < 0) {
    out += "0.";
    out.append(static_cast<std::size_t>(-value.exponent - 1), '0');
    out += digits;
    return;
  }
  const auto whole = static_cast<std::size_t>(value.exponent) + 1;
  out += digits.substr(0, whole);
  if (whole > digits.size()) out.append(whole - digits.size(), '0');
  out += '.';
  out += whole < digits.size() ? digits.substr(whole) : std::string("0");
}

void appendScientific(std::string& out, const Shortest& value) {
  out += value.digits.front();
  if (value.digits.size() > 1) (out += '.') += value.digits.substr(1);
  out += value.exponent < 0 ? "e-" : "e+";
  const std::string exponent = std::to_string(std::abs(value.exponent));
  if (exponent.size() < 2) out += '0';
  out += exponent;
}

bool isSpace(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (byte >= 0x09 && byte <= 0x0D) || (byte >= 0x1C && byte <= 0x20) || byte == 0x85 || byte == 0xA0;
}

std::string_view stripped(std::string_view text) {
  while (!text.empty() && isSpace(text.front())) text.remove_prefix(1);
  while (!text.empty() && isSpace(text.back())) text.remove_suffix(1);
  return text;
}

bool isDigit(char c) { return c >= '0' && c <= '9'; }

/// The text without its underscores, each of which must stand between digits; nothing when one does not.
std::optional<std::string> withoutUnderscores(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '_') {
      out += text[i];
    } else if (i == 0 || i + 1 == text.size() || !isDigit(text[i - 1]) || !isDigit(text[i + 1])) {
      return std::nullopt;
    }
  }
  return out;
}

std::string lowered(std::string text) {
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return text;
}

/// A decimal number by from_chars; one that is out of range is infinite or zero, as in Python.
bool parseDecimal(std::string_view text, double& value) {
  if (text.empty() || (!isDigit(text.front()) && text.front() != '.')) return false;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (end != text.data() + text.size()) return false;
  if (error != std::errc::result_out_of_range) return error == std::errc();
  const std::size_t mark = text.find_first_of("eE");
  const bool isTiny = mark != std::string_view::npos && mark + 1 < text.size() && text[mark + 1] == '-';
  value = isTiny ? 0.0 : std::numeric_limits<double>::infinity();
  return true;
}

}  // namespace

void appendReal(std::string& out, double value) {
  if (std::isnan(value)) {
    out += "nan";
    return;
  }
  if (std::signbit(value)) out += '-';
  if (std::isinf(value)) {
    out += "inf";
    return;
  }
  const Shortest form = shortest(std::abs(value));
  form.exponent >= -4 && form.exponent < 16 ? appendPositional(out, form) : appendScientific(out, form);
}

void appendText(std::string& out, std::string_view text) {
  const char quote = wantsDoubleQuotes(text) ? '"' : '\'';
  out += quote;
  while (!text.empty()) {
    const auto byte = static_cast<unsigned char>(text.front());
    if (byte < 0x80) {
      const Escaped row = escapedByte(byte, quote);
      out.append(row.text, row.size);
      text.remove_prefix(1);
      continue;
    }
    const Character character = characterAt(text);
    if (isPrintable(character.code)) {
      out += text.substr(0, character.size);
    } else {
      appendUnprintable(out, character.code);
    }
    text.remove_prefix(character.size);
  }
  out += quote;
}

std::string text(std::string_view text) {
  std::string out;
  appendText(out, text);
  return out;
}

void appendBytes(std::string& out, ByteView bytes) {
  const bool isDouble = wantsDoubleQuotes(asText(bytes));
  out += isDouble ? "b\"" : "b'";
  appendEscaped(out, bytes, plainTables[isDouble]);
  out += isDouble ? '"' : '\'';
}

void appendBytesAsJson(std::string& out, ByteView bytes, const Spill& spill) {
  const bool isDouble = wantsDoubleQuotes(asText(bytes));
  out += isDouble ? "\"b\\\"" : "\"b'";
  appendEscaped(out, bytes, jsonTables[isDouble], spill);
  out += isDouble ? "\\\"\"" : "'\"";
}

bool isInteger(std::string_view text) {
  text = stripped(text);
  if (!text.empty() && (text.front() == '+' || text.front() == '-')) text.remove_prefix(1);
  const auto digits = withoutUnderscores(text);
  return digits && !digits->empty() && std::all_of(digits->begin(), digits->end(), isDigit);
}

bool parseReal(std::string_view text, double& value) {
  text = stripped(text);
  const bool isNegative = text.starts_with('-');
  if (isNegative || text.starts_with('+')) text.remove_prefix(1);
  const auto plain = withoutUnderscores(text);
  if (!plain) return false;
  const std::string word = lowered(*plain);
  if (word == "nan") {
    value = std::numeric_limits<double>::quiet_NaN();
  } else if (word == "inf" || word == "infinity") {
    value = std::numeric_limits<double>::infinity();
  } else if (!parseDecimal(*plain, value)) {
    return false;
  }
  if (isNegative) value = -value;
  return true;
}

std::string normalisedInteger(std::string_view text) {
  text = stripped(text);
  const bool isNegative = text.starts_with('-');
  std::string digits;
  std::copy_if(text.begin(), text.end(), std::back_inserter(digits), isDigit);
  const std::size_t first = std::min(digits.find_first_not_of('0'), digits.size());
  digits.erase(0, first);
  if (digits.empty()) return "0";
  return isNegative ? "-" + digits : digits;
}

}  // namespace core::pyrepr
