// SPDX-License-Identifier: MIT
#include "core/write/uids.h"

#include <QRandomGenerator>

namespace core {

std::string uidOfUuid(const std::array<std::uint8_t, 16>& uuid) {
  std::array<std::uint8_t, 16> number = uuid;
  std::string digits;
  for (bool isZero = false; !isZero;) {
    unsigned rest = 0;
    isZero = true;
    for (std::uint8_t& byte : number) {
      const unsigned value = rest << 8 | byte;
      byte = static_cast<std::uint8_t>(value / 10);
      rest = value % 10;
      isZero = isZero && byte == 0;
    }
    digits.push_back(static_cast<char>('0' + rest));
  }
  std::reverse(digits.begin(), digits.end());
  return "2.25." + digits;
}

std::string randomUid() {
  std::array<std::uint32_t, 4> words{};
  QRandomGenerator::system()->generate(words.begin(), words.end());
  std::array<std::uint8_t, 16> uuid{};
  std::memcpy(uuid.data(), words.data(), uuid.size());
  uuid[6] = static_cast<std::uint8_t>((uuid[6] & 0x0F) | 0x40);
  uuid[8] = static_cast<std::uint8_t>((uuid[8] & 0x3F) | 0x80);
  return uidOfUuid(uuid);
}

bool isValidUid(std::string_view uid) {
  if (uid.empty() || uid.size() > 64) return false;
  for (;;) {
    const std::string_view part = uid.substr(0, uid.find('.'));
    const bool isNumber =
        !part.empty() && std::all_of(part.begin(), part.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (!isNumber || (part.size() > 1 && part.front() == '0')) return false;
    if (part.size() == uid.size()) return true;
    uid.remove_prefix(part.size() + 1);
  }
}

}  // namespace core
