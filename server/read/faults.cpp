// SPDX-License-Identifier: MIT
#include "server/read/faults.h"

namespace server {

namespace {

struct Word {
  std::string_view text;
  bool value;
};
constexpr Word words[] = {{"true", true},   {"1", true},  {"True", true},
                          {"false", false}, {"0", false}, {"False", false}};

}  // namespace

Fault noChoice(const std::string& text) { return "\"" + text + "\" is not a valid choice."; }

Fault takeBoolean(const std::string& text, bool& value) {
  for (const Word& word : words)
    if (text == word.text) return value = word.value, std::nullopt;
  return noChoice(text);
}

void Faults::add(std::string_view field, const Fault& fault) {
  if (!fault) return;
  m_body.append(m_body.isEmpty() ? '{' : ',');
  appendJsonString(m_body, field);
  m_body.append(":[");
  appendJsonString(m_body, *fault);
  m_body.append(']');
}

}  // namespace server
