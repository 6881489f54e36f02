// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace core {

/// A Value Representation (PS3.5 6.2): its two letters as a number, so that a code that the standard does not
/// know survives.
enum class Vr : std::uint16_t {
  None = 0,
  AE = 'A' << 8 | 'E',
  AS = 'A' << 8 | 'S',
  AT = 'A' << 8 | 'T',
  CS = 'C' << 8 | 'S',
  DA = 'D' << 8 | 'A',
  DS = 'D' << 8 | 'S',
  DT = 'D' << 8 | 'T',
  FD = 'F' << 8 | 'D',
  FL = 'F' << 8 | 'L',
  IS = 'I' << 8 | 'S',
  LO = 'L' << 8 | 'O',
  LT = 'L' << 8 | 'T',
  OB = 'O' << 8 | 'B',
  OD = 'O' << 8 | 'D',
  OF = 'O' << 8 | 'F',
  OL = 'O' << 8 | 'L',
  OV = 'O' << 8 | 'V',
  OW = 'O' << 8 | 'W',
  PN = 'P' << 8 | 'N',
  SH = 'S' << 8 | 'H',
  SL = 'S' << 8 | 'L',
  SQ = 'S' << 8 | 'Q',
  SS = 'S' << 8 | 'S',
  ST = 'S' << 8 | 'T',
  SV = 'S' << 8 | 'V',
  TM = 'T' << 8 | 'M',
  UC = 'U' << 8 | 'C',
  UI = 'U' << 8 | 'I',
  UL = 'U' << 8 | 'L',
  UN = 'U' << 8 | 'N',
  UR = 'U' << 8 | 'R',
  US = 'U' << 8 | 'S',
  UT = 'U' << 8 | 'T',
  UV = 'U' << 8 | 'V',
};

constexpr Vr vrFrom(char first, char second) {
  return static_cast<Vr>(static_cast<unsigned char>(first) << 8 | static_cast<unsigned char>(second));
}

/// The two letters; "" for None.
inline std::string letters(Vr vr) {
  if (vr == Vr::None) return {};
  const auto code = static_cast<std::uint16_t>(vr);
  return {static_cast<char>(code >> 8), static_cast<char>(code & 0xff)};
}

/// Whether it is a VR of PS3.5 6.2, and not letters that only look like one.
constexpr bool isKnownVr(Vr vr) {
  switch (vr) {
    case Vr::AE:
    case Vr::AS:
    case Vr::AT:
    case Vr::CS:
    case Vr::DA:
    case Vr::DS:
    case Vr::DT:
    case Vr::FD:
    case Vr::FL:
    case Vr::IS:
    case Vr::LO:
    case Vr::LT:
    case Vr::OB:
    case Vr::OD:
    case Vr::OF:
    case Vr::OL:
    case Vr::OV:
    case Vr::OW:
    case Vr::PN:
    case Vr::SH:
    case Vr::SL:
    case Vr::SQ:
    case Vr::SS:
    case Vr::ST:
    case Vr::SV:
    case Vr::TM:
    case Vr::UC:
    case Vr::UI:
    case Vr::UL:
    case Vr::UN:
    case Vr::UR:
    case Vr::US:
    case Vr::UT:
    case Vr::UV:
      return true;
    default:
      return false;
  }
}

/// The VRs whose values are bytes or words without a form of their own (PS3.5 6.2).
constexpr bool isBinary(Vr vr) {
  switch (vr) {
    case Vr::OB:
    case Vr::OD:
    case Vr::OF:
    case Vr::OL:
    case Vr::OV:
    case Vr::OW:
    case Vr::UN:
      return true;
    default:
      return false;
  }
}

/// Whether an explicit element of this VR has a 32-bit length behind two reserved bytes (PS3.5 7.1.2).
constexpr bool hasLongLength(Vr vr) {
  switch (vr) {
    case Vr::SQ:
    case Vr::SV:
    case Vr::UC:
    case Vr::UR:
    case Vr::UT:
    case Vr::UV:
      return true;
    default:
      return isBinary(vr);
  }
}

}  // namespace core
