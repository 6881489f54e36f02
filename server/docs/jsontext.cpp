// SPDX-License-Identifier: MIT
#include "server/docs/jsontext.h"

namespace server::jsontext {

namespace {

constexpr std::string_view space = " \t\r\n";

void skip(std::string_view& text, std::string_view characters) {
  text.remove_prefix(std::min(text.find_first_not_of(characters), text.size()));
}

std::size_t endOfString(std::string_view text, std::size_t at) {
  for (++at; at < text.size() && text[at] != '"'; ++at)
    if (text[at] == '\\') ++at;
  return std::min(at + 1, text.size());
}

/// Where the value ends that the text begins with.
std::size_t endOfValue(std::string_view text) {
  int depth = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at];
    if (c == '"') {
      at = endOfString(text, at);
      if (depth == 0) return at;
      continue;
    }
    if (depth == 0 && (c == ',' || c == '}' || c == ']' || space.find(c) != space.npos)) return at;
    if (c == '{' || c == '[') ++depth;
    if (c == '}' || c == ']') --depth;
    ++at;
    if (depth == 0 && (c == '}' || c == ']')) return at;
  }
  return text.size();
}

std::string_view takeValue(std::string_view& text) {
  const std::size_t end = endOfValue(text);
  const std::string_view value = text.substr(0, end);
  text.remove_prefix(end);
  return value;
}

}  // namespace

std::vector<Member> members(std::string_view object) {
  std::vector<Member> found;
  skip(object, space);
  if (!object.starts_with('{')) return found;
  for (object.remove_prefix(1);;) {
    skip(object, " \t\r\n,");
    if (!object.starts_with('"')) return found;
    const std::string_view name = takeValue(object);
    skip(object, " \t\r\n:");
    const std::string_view value = takeValue(object);
    if (value.empty()) return found;
    found.emplace_back(name.substr(1, name.size() - 2), value);
  }
}

std::vector<std::string_view> elements(std::string_view array) {
  std::vector<std::string_view> found;
  skip(array, space);
  if (!array.starts_with('[')) return found;
  for (array.remove_prefix(1);;) {
    skip(array, " \t\r\n,");
    const std::string_view value = takeValue(array);
    if (value.empty()) return found;
    found.push_back(value);
  }
}

std::string compact(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::size_t end = text.front() == '"' ? endOfString(text, 0) : 1;
    if (space.find(text.front()) == space.npos) out += text.substr(0, end);
    text.remove_prefix(end);
  }
  return out;
}

}  // namespace server::jsontext
