// SPDX-License-Identifier: MIT
#include "core/write/byteswap.h"

namespace core {

std::size_t numberBytes(Vr vr) {
  switch (vr) {
    case Vr::US:
    case Vr::SS:
    case Vr::OW:
      return 2;
    case Vr::UL:
    case Vr::SL:
    case Vr::FL:
    case Vr::AT:
    case Vr::OL:
    case Vr::OF:
      return 4;
    case Vr::FD:
    case Vr::OD:
    case Vr::OV:
    case Vr::SV:
    case Vr::UV:
      return 8;
    default:
      return 0;
  }
}

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
