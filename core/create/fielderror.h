// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace core {

/// What is wrong with a part of a request, in the API's words: the member ("tags", "content", …) and a
/// sentence, which begins with the element's keyword where it is about one ("PatientSize: A valid number is
/// required."). It never repeats a value.
struct FieldError {
  std::string field;
  std::string text;
  std::optional<std::size_t> content = {};  ///< which of the contents, from 0, where it is about one
  std::string detail = {};  ///< the sentence in the form of Error::detail, where it is not about an element
};
using FieldErrors = std::vector<FieldError>;

/// No answer grows past this many errors.
inline constexpr std::size_t mostFieldErrors = 50;

}  // namespace core
