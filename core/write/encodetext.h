// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/parse/vr.h"

namespace core {

class EditSet;

inline constexpr std::string_view utf8CharacterSet = "ISO_IR 192";

bool isAscii(std::string_view text);
/// Whether the Specific Character Set rules the texts of this VR (PS3.5 6.1.2.2): SH LO UC ST LT UT PN.
bool hasCharacterSet(Vr vr);

/// UTF-8 in the bytes of a Specific Character Set (its value as it stands in the file): ASCII in all, UTF-8
/// in ISO_IR 192, else the letters of the one single-byte set that the value names. Nothing when it cannot be
/// said so: a text in several sets, or a letter that the set does not have.
std::optional<std::string> encodedText(std::string_view utf8, std::string_view characterSet);

/// Every text of the data set and its items in UTF-8 and the character set ISO_IR 192, as the readers
/// decode them; inner declarations go. False when a text held bytes that are no characters (they are U+FFFD
/// now). Nothing changes in a data set of ASCII texts only, but for the declaration.
bool toUtf8(EditSet& set);

}  // namespace core
