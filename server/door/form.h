// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace server {

struct FormField {
  std::string name;
  std::string value;
};

/// The fields of application/x-www-form-urlencoded, in order, decoded to bytes ("+" is a space; a "%" that
/// begins no escape stands for itself). nullopt when there are more than most.
std::optional<std::vector<FormField>> parseForm(std::string_view body, std::size_t most = 1000);

/// %XX decoded; what is no escape stays.
std::string percentDecoded(std::string_view text);

}  // namespace server
