// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// The parts of a valid JSON text as they are written, in their order, which QJsonObject does not keep. Only
/// for texts of our own: a broken one is cut short, not reported.
namespace server::jsontext {

/// Name (as written, without its quotes) and value.
using Member = std::pair<std::string_view, std::string_view>;

/// What an object holds; empty for another kind of value.
std::vector<Member> members(std::string_view object);
/// What an array holds; empty for another kind of value.
std::vector<std::string_view> elements(std::string_view array);
/// The same without the space between its parts.
std::string compact(std::string_view text);

}  // namespace server::jsontext
