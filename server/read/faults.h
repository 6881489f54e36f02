// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "server/exchange.h"

namespace server {

/// What is wrong with a parameter, in the words of the contract; nothing when it is right.
using Fault = std::optional<std::string>;

/// "\"bmp\" is not a valid choice."
Fault noChoice(const std::string& text);
/// true, True, 1, false, False, 0.
Fault takeBoolean(const std::string& text, bool& value);

/// {"field":["…"], …}: all fields that are wrong, in the order of add().
class Faults {
 public:
  void add(std::string_view field, const Fault& fault);
  bool any() const { return !m_body.isEmpty(); }
  Answer answer() const { return {400, "application/json", m_body + '}', {}}; }

 private:
  QByteArray m_body;
};

}  // namespace server
