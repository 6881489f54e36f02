// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace core::charset {

/// A way of writing characters in bytes. Latin1 also stands for the default repertoire, ISO IR 6: bytes past
/// 7F are taken as Latin-1 rather than lost.
enum class Coding {
  Latin1,
  Latin2,
  Latin3,
  Latin4,
  Latin5,
  Cyrillic,
  Arabic,
  Greek,
  Hebrew,
  Thai,
  ShiftJis,  ///< ISO IR 13 and 14: JIS X 0201, and JIS X 0208 in its Shift JIS guise
  Jis0208,   ///< ISO 2022 with ESC $ B
  Jis0212,   ///< ISO 2022 with ESC $ ( D, and all of Jis0208
  Korean,    ///< KS X 1001 in the upper half (EUC)
  Gb2312,    ///< in the upper half (EUC)
  Gbk,
  Gb18030,
  Utf8,
};

/// Appends the bytes as UTF-8. What is no character becomes U+FFFD, at the same places and as often as in
/// Python's "replace". Returns false when that happened.
bool decode(Coding coding, std::string_view bytes, std::string& out);

/// Appends one code point as UTF-8.
void appendUtf8(std::string& out, char32_t code);

}  // namespace core::charset
