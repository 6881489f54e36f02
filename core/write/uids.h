// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace core {

/// "2.25." and the decimal number of a UUID (PS3.5 B.2): 128 bits, the first byte the highest.
std::string uidOfUuid(const std::array<std::uint8_t, 16>& uuid);
/// A fresh one, of a random UUID (version 4) from the system's generator.
std::string randomUid();
/// Digits and points, at most 64, no part with a leading zero (PS3.5 9.1).
bool isValidUid(std::string_view uid);

}  // namespace core
