// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace core::anonymise {

/// How far back a patient's dates and times are moved: days, and less than an hour more, so that a time of
/// day does not betray the study. Intervals stay what they were, to the last digit.
struct DateShift {
  int days = 0;
  int seconds = 0;
};

/// One value of VR DA, TM or DT (PS3.5 6.2) moved back, with as many digits as it had; nothing when it is no
/// such value. The old forms "2001.02.03" and "12:34:56" are read; they come out as DA and TM.
///
/// A date that has its time beside it goes over midnight with it; without one (time empty) it moves by whole
/// days.
std::optional<std::string> shiftedDate(std::string_view date, std::string_view time, const DateShift& shift);
/// Over midnight it goes round.
std::optional<std::string> shiftedTime(std::string_view time, const DateShift& shift);
std::optional<std::string> shiftedDateTime(std::string_view dateTime, const DateShift& shift);
/// Whether the time goes over midnight: without a date beside it, intervals to it would be a day wrong.
bool crossesMidnight(std::string_view time, const DateShift& shift);

}  // namespace core::anonymise
