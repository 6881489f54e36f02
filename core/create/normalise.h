// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// What people write, as DICOM wants it (PS3.5 6.2), or nothing: never a guess. Day and month without a year
/// in front have no one reading, so they are not taken.
namespace core {

/// YYYYMMDD of YYYYMMDD, YYYY-MM-DD, YYYY/MM/DD, YYYY.MM.DD; the date must be one of the calendar.
std::optional<std::string> normalisedDate(std::string_view text);
/// HHMMSS.FFFFFF, as far as given, of that or of HH:MM, HH:MM:SS, HH:MM:SS.FFFFFF.
std::optional<std::string> normalisedTime(std::string_view text);
/// DT of DT, or of a date and a time with T or a space between them and Z, +HH:MM or +HHMM behind.
std::optional<std::string> normalisedDateTime(std::string_view text);

/// A DS of at most 16 characters: the shortest that is the number again; where that is too long, the nearest.
/// Nothing for what is no number.
std::optional<std::string> decimalText(double number);
/// A text that is a decimal number: as it stands when it is a DS, else as decimalText() of it.
std::optional<std::string> normalisedDecimal(std::string_view text);
/// A text that is a whole number of 32 bits: as it stands.
std::optional<std::string> normalisedInteger(std::string_view text);

}  // namespace core
