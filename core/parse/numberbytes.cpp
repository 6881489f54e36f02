// SPDX-License-Identifier: MIT
#include "core/parse/numberbytes.h"

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

}  // namespace core
