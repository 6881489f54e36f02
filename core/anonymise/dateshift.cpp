// SPDX-License-Identifier: MIT
#include "core/anonymise/dateshift.h"

#include <algorithm>
#include <chrono>
#include <cstdio>

namespace core::anonymise {

namespace {

using std::chrono::sys_days;

constexpr int secondsOfDay = 86'400;

bool areDigits(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

int number(std::string_view digits) {
  int value = 0;
  for (const char c : digits) value = value * 10 + (c - '0');
  return value;
}

std::string without(std::string_view text, char unwanted) {
  std::string kept(text);
  std::erase(kept, unwanted);
  return kept;
}

/// A year and what stands behind it; month and day are the first where they are not said.
std::optional<sys_days> dayOf(std::string_view digits) {
  if (digits.size() < 4 || digits.size() > 8 || digits.size() % 2 != 0 || !areDigits(digits)) return {};
  using namespace std::chrono;
  const int month = digits.size() >= 6 ? number(digits.substr(4, 2)) : 1;
  const int day = digits.size() == 8 ? number(digits.substr(6, 2)) : 1;
  const year_month_day date{year(number(digits.substr(0, 4))), std::chrono::month(unsigned(month)),
                            std::chrono::day(unsigned(day))};
  if (!date.ok()) return {};
  return sys_days(date);
}

std::optional<std::string> dateText(sys_days day, std::size_t digits) {
  const std::chrono::year_month_day date(day);
  const int year = int(date.year());
  if (year < 1 || year > 9'999) return {};
  char text[16];
  std::snprintf(text, sizeof text, "%04d%02u%02u", year, unsigned(date.month()), unsigned(date.day()));
  return std::string(text, digits);
}

/// HH, HHMM or HHMMSS, and a fraction behind the seconds.
struct Clock {
  int seconds = 0;
  std::size_t digits = 0;
  std::string fraction;  ///< with its point; stays as it is
};

std::optional<Clock> clockOf(std::string_view text) {
  const std::string digits = without(text.substr(0, text.find('.')), ':');
  if (digits.size() < 2 || digits.size() > 6 || digits.size() % 2 != 0 || !areDigits(digits)) return {};
  const std::string whole = digits + std::string(6 - digits.size(), '0');
  const int hours = number(whole.substr(0, 2)), minutes = number(whole.substr(2, 2));
  const int seconds = number(whole.substr(4, 2));
  if (hours > 23 || minutes > 59 || seconds > 60) return {};
  Clock clock{hours * 3'600 + minutes * 60 + seconds, digits.size(), {}};
  if (const auto point = text.find('.'); point != text.npos) clock.fraction = text.substr(point);
  const bool isFraction = clock.fraction.empty() || (clock.digits == 6 && clock.fraction.size() <= 7 &&
                                                     areDigits(std::string_view(clock.fraction).substr(1)));
  return isFraction ? std::optional(clock) : std::nullopt;
}

/// What is left of the day, and whether it was the day before.
struct Moved {
  int seconds;
  bool isDayBefore;
};

Moved moved(const Clock& clock, const DateShift& shift) {
  const int seconds = clock.seconds - shift.seconds;
  return seconds < 0 ? Moved{seconds + secondsOfDay, true} : Moved{seconds, false};
}

std::string clockText(int seconds, const Clock& like) {
  char text[16];
  std::snprintf(text, sizeof text, "%02d%02d%02d", seconds / 3'600 % 24, seconds / 60 % 60, seconds % 60);
  return std::string(text, like.digits) + like.fraction;
}

sys_days before(sys_days day, int days) { return day - std::chrono::days(days); }

}  // namespace

std::optional<std::string> shiftedDate(std::string_view date, std::string_view time, const DateShift& shift) {
  const std::string digits = without(date, '.');
  const auto day = digits.size() == 8 ? dayOf(digits) : std::nullopt;
  if (!day) return {};
  const auto clock = clockOf(time);
  const bool isDayBefore = clock && moved(*clock, shift).isDayBefore;
  return dateText(before(*day, shift.days + (isDayBefore ? 1 : 0)), 8);
}

std::optional<std::string> shiftedTime(std::string_view time, const DateShift& shift) {
  const auto clock = clockOf(time);
  if (!clock) return {};
  return clockText(moved(*clock, shift).seconds, *clock);
}

std::optional<std::string> shiftedDateTime(std::string_view dateTime, const DateShift& shift) {
  const std::size_t zone = dateTime.find_first_of("+-");
  const std::string_view local = dateTime.substr(0, zone);
  const std::string_view behind = zone == dateTime.npos ? std::string_view() : dateTime.substr(zone);
  const std::string_view date = local.substr(0, 8);
  const std::string_view time = local.size() > 8 ? local.substr(8) : std::string_view();
  const auto day = dayOf(date);
  if (!day) return {};
  const auto clock = clockOf(time);
  if (!clock && !time.empty()) return {};
  const Moved at = clock ? moved(*clock, shift) : Moved{0, false};
  auto text = dateText(before(*day, shift.days + (at.isDayBefore ? 1 : 0)), date.size());
  if (!text) return {};
  return *text + (clock ? clockText(at.seconds, *clock) : std::string()) + std::string(behind);
}

bool crossesMidnight(std::string_view time, const DateShift& shift) {
  const auto clock = clockOf(time);
  return clock && moved(*clock, shift).isDayBefore;
}

}  // namespace core::anonymise
