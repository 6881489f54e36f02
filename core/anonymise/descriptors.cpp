// SPDX-License-Identifier: MIT
#include "core/anonymise/descriptors.h"

#include <algorithm>

namespace core::anonymise {

namespace {

bool isDigit(char c) { return c >= '0' && c <= '9'; }
bool isWordCharacter(char c) {
  return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         static_cast<unsigned char>(c) >= 0x80;
}
char capital(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

constexpr std::string_view units[] = {"MM",  "CM", "MS", "S",  "SEC", "KV",  "KVP", "MA",
                                      "MAS", "ML", "T",  "HZ", "MHZ", "BPM", "DEG", "MIN"};

bool isUnit(std::string_view word) { return std::ranges::find(units, word) != std::end(units); }

bool areDigits(std::string_view text) { return !text.empty() && std::ranges::all_of(text, isDigit); }

/// A number of at most three digits (a longer one may be a year or an identifier).
bool isSmallNumber(std::string_view word) { return areDigits(word) && word.size() <= 3; }

bool isMeasure(std::string_view word) {
  const auto unit = std::ranges::find_if_not(word, isDigit);
  const auto digits = static_cast<std::size_t>(unit - word.begin());
  return isSmallNumber(word.substr(0, digits)) && isUnit(word.substr(digits));
}

bool isBValue(std::string_view word) {
  return word.size() > 1 && word.size() <= 5 && word[0] == 'B' && areDigits(word.substr(1));
}

bool isKept(const std::vector<std::string>& words, std::size_t at, const Identifiers& identifiers) {
  const std::string& word = words[at];
  if (identifiers.contains(word)) return false;
  if (isSmallNumber(word)) return at + 1 < words.size() && isUnit(words[at + 1]);
  if (isUnit(word) && at > 0 && isSmallNumber(words[at - 1])) return true;
  return isImagingWord(word) || isMeasure(word) || isBValue(word);
}

}  // namespace

std::vector<std::string> wordsOf(std::string_view text) {
  std::vector<std::string> words;
  bool isInside = false;
  for (const char c : text) {
    if (!isWordCharacter(c)) {
      isInside = false;
      continue;
    }
    if (!isInside) words.emplace_back();
    words.back() += capital(c);
    isInside = true;
  }
  return words;
}

std::string cleanedDescriptor(std::string_view text, const Identifiers& identifiers) {
  const std::vector<std::string> words = wordsOf(text);
  std::string kept;
  for (std::size_t i = 0; i < words.size(); ++i)
    if (isKept(words, i, identifiers)) kept += (kept.empty() ? "" : " ") + words[i];
  return kept;
}

}  // namespace core::anonymise
