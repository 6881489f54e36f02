// SPDX-License-Identifier: MIT
#include "server/door/form.h"

#include <algorithm>
#include <charconv>

#include "server/door/httphead.h"

namespace server {

namespace {

std::string formDecoded(std::string_view text) {
  std::string spaced(text);
  std::replace(spaced.begin(), spaced.end(), '+', ' ');
  return percentDecoded(spaced);
}

/// The byte of two hexadecimal digits, or −1.
int hexByte(std::string_view digits) {
  if (digits.size() != 2) return -1;
  unsigned value = 0;
  const auto [rest, error] = std::from_chars(digits.data(), digits.data() + 2, value, 16);
  return error == std::errc() && rest == digits.data() + 2 ? static_cast<int>(value) : -1;
}

}  // namespace

std::optional<std::vector<FormField>> parseForm(std::string_view body, std::size_t most) {
  std::vector<FormField> fields;
  while (!body.empty()) {
    std::string_view value = takeUntil(body, "&");
    if (value.empty()) continue;
    if (fields.size() == most) return std::nullopt;
    const std::string_view name = takeUntil(value, "=");
    fields.push_back({formDecoded(name), formDecoded(value)});
  }
  return fields;
}

std::string percentDecoded(std::string_view text) {
  std::string decoded;
  decoded.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const int byte = text[i] == '%' ? hexByte(text.substr(i + 1, 2)) : -1;
    decoded.push_back(byte < 0 ? text[i] : static_cast<char>(byte));
    if (byte >= 0) i += 2;
  }
  return decoded;
}

}  // namespace server
