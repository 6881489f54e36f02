// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include "core/base/result.h"
#include "core/parse/vr.h"

namespace core {

/// Whether the VR is written as text and may be given as one (PS3.5 6.2).
bool isTextual(Vr vr);
/// Whether a backslash in such a text parts two values (PS3.5 6.4): not in ST, LT, UT and UR.
bool mayHaveSeveralValues(Vr vr);

/// A text of UTF-8 against PS3.5 6.2: length, repertoire and form of every value. InvalidArgument says what
/// is wrong in a clause that begins with a small letter and names no value ("longer than 16 characters"). An
/// empty value is right for every VR.
Status checkText(Vr vr, std::string_view utf8);

/// A date of the Gregorian calendar.
bool isCalendarDate(int year, int month, int day);

}  // namespace core
