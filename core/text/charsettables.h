// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <span>

/// The generated tables behind codings.h; 0 means "no character".
namespace core::charset {

/// Of the bytes 80..FF.
using SingleByteTable = std::array<std::uint16_t, 128>;
/// Rows and columns 21..7E of a 94 × 94 set.
using SquareTable = std::array<std::uint16_t, 94 * 94>;
/// Lead bytes 81..FE, trail bytes 40..FE.
using DoubleByteTable = std::array<std::uint16_t, 126 * 191>;

/// A run of four-byte GB18030 codes: code points ascend with the linear index; 0 where there are none.
struct GbRun {
  std::uint32_t linear;
  std::uint32_t code;
};

extern const SingleByteTable single_iso8859_2;
extern const SingleByteTable single_iso8859_3;
extern const SingleByteTable single_iso8859_4;
extern const SingleByteTable single_iso8859_5;
extern const SingleByteTable single_iso8859_6;
extern const SingleByteTable single_iso8859_7;
extern const SingleByteTable single_iso8859_8;
extern const SingleByteTable single_iso8859_9;
extern const SingleByteTable single_tis_620;
extern const SquareTable jisX0208;
extern const SquareTable jisX0212;
extern const SquareTable ksX1001;
extern const SquareTable gb2312;
extern const DoubleByteTable gbk;
extern const DoubleByteTable gb18030;
extern const std::span<const GbRun> gbRuns;

}  // namespace core::charset
