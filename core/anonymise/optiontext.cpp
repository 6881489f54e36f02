// SPDX-License-Identifier: MIT
#include "core/anonymise/optiontext.h"

#include <array>
#include <charconv>

namespace core::anonymise {

std::optional<Rectangle> rectangleOf(std::string_view text) {
  std::array<std::uint32_t, 4> numbers{};
  const char* at = text.data();
  const char* const end = at + text.size();
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    if (i > 0 && (at == end || *at++ != ',')) return {};
    const auto [behind, error] = std::from_chars(at, end, numbers[i]);
    if (error != std::errc()) return {};
    at = behind;
  }
  if (at != end || numbers[2] == 0 || numbers[3] == 0) return {};
  return Rectangle{numbers[0], numbers[1], numbers[2], numbers[3]};
}

}  // namespace core::anonymise
