// SPDX-License-Identifier: MIT
#pragma once

#include <compare>
#include <cstdint>

namespace core {

/// A data element tag (PS3.5 7.1).
struct Tag {
  std::uint16_t group = 0;
  std::uint16_t element = 0;

  constexpr std::uint32_t value() const { return std::uint32_t{group} << 16 | element; }
  constexpr bool isPrivate() const { return (group & 1) != 0; }
  constexpr auto operator<=>(const Tag&) const = default;
};

constexpr Tag tagFrom(std::uint32_t value) {
  return {static_cast<std::uint16_t>(value >> 16), static_cast<std::uint16_t>(value)};
}

}  // namespace core
