// SPDX-License-Identifier: MIT
#include "core/write/byteswap.h"

namespace core {

std::size_t unitSize(Vr vr) {
  if (vr == Vr::AT) return 2;
  return std::max<std::size_t>(numberBytes(vr), 1);
}

std::vector<std::uint8_t> byteSwapped(ByteView value, Vr vr) {
  std::vector<std::uint8_t> swapped(value.begin(), value.end());
  if (unitSize(vr) == 2 && swapped.size() % 2 != 0) swapped.push_back(0);
  const auto unit = static_cast<std::ptrdiff_t>(unitSize(vr));
  for (auto at = swapped.begin(); swapped.end() - at >= unit; at += unit) std::reverse(at, at + unit);
  return swapped;
}

}  // namespace core
