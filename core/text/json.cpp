// SPDX-License-Identifier: MIT
#include "core/text/json.h"

namespace core::json {

namespace {

/// The letter behind the backslash; 'u' for \u00xx, 0 for what stands as it is.
constexpr std::array<char, 256> escapeTable() {
  std::array<char, 256> table{};
  for (std::size_t i = 0; i < 0x20; ++i) table[i] = 'u';
  table['"'] = '"';
  table['\\'] = '\\';
  table['\b'] = 'b';
  table['\f'] = 'f';
  table['\n'] = 'n';
  table['\r'] = 'r';
  table['\t'] = 't';
  return table;
}
constexpr auto letters = escapeTable();

constexpr char digits[] = "0123456789abcdef";
constexpr char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

bool isDigit(char c) { return c >= '0' && c <= '9'; }

std::size_t skipDigits(std::string_view text, std::size_t at) {
  while (at < text.size() && isDigit(text[at])) ++at;
  return at;
}

/// Two characters for every 12 bits: half the look-ups.
constexpr std::array<std::array<char, 2>, 4096> pairTable() {
  std::array<std::array<char, 2>, 4096> table{};
  for (std::size_t i = 0; i < table.size(); ++i) table[i] = {alphabet[i >> 6], alphabet[i & 63]};
  return table;
}
constexpr auto pairs = pairTable();

void encodeTriple(char* out, const std::uint8_t* in) {
  const unsigned bits = unsigned{in[0]} << 16 | unsigned{in[1]} << 8 | in[2];
  std::memcpy(out, pairs[bits >> 12].data(), 2);
  std::memcpy(out + 2, pairs[bits & 4095].data(), 2);
}

}  // namespace

std::string validUtf8(std::string_view text) {
  return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())).toStdString();
}

void appendString(std::string& out, std::string_view utf8) {
  out += '"';
  std::size_t start = 0;
  for (std::size_t i = 0; i < utf8.size(); ++i) {
    const auto byte = static_cast<unsigned char>(utf8[i]);
    const char letter = letters[byte];
    if (letter == 0) continue;
    out += utf8.substr(start, i - start);
    start = i + 1;
    out += '\\';
    out += letter;
    if (letter == 'u') ((out += "00") += digits[byte >> 4]) += digits[byte & 15];
  }
  out += utf8.substr(start);
  out += '"';
}

void separate(std::string& out) {
  if (!out.empty() && out.back() != '{' && out.back() != '[') out += ',';
}

void appendKey(std::string& out, std::string_view key) {
  separate(out);
  appendString(out, key);
  out += ':';
}

void writeBase64(char* to, ByteView bytes) {
  std::size_t i = 0;
  for (; i + 3 <= bytes.size(); i += 3, to += 4) encodeTriple(to, bytes.data() + i);
  const std::size_t rest = bytes.size() - i;
  if (rest == 0) return;
  const std::uint8_t last[3] = {bytes[i], rest > 1 ? bytes[i + 1] : std::uint8_t{0}, 0};
  encodeTriple(to, last);
  to[3] = '=';
  if (rest == 1) to[2] = '=';
}

void appendBase64(std::string& out, ByteView bytes) {
  out += '"';
  const std::size_t start = out.size();
  out.resize(start + base64Size(bytes.size()));
  writeBase64(out.data() + start, bytes);
  out += '"';
}

bool isNumber(std::string_view text) {
  std::size_t at = text.starts_with('-') ? 1 : 0;
  const std::size_t whole = at;
  at = skipDigits(text, at);
  if (at == whole || (at - whole > 1 && text[whole] == '0')) return false;
  if (at < text.size() && text[at] == '.') {
    const std::size_t fraction = at + 1;
    at = skipDigits(text, fraction);
    if (at == fraction) return false;
  }
  if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
    ++at;
    if (at < text.size() && (text[at] == '+' || text[at] == '-')) ++at;
    const std::size_t exponent = at;
    at = skipDigits(text, exponent);
    if (at == exponent) return false;
  }
  return at == text.size();
}

}  // namespace core::json
