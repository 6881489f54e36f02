// SPDX-License-Identifier: MIT
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace core::anonymise {

/// Words in capitals that identify somebody in a data set: parts of names, identifiers.
using Identifiers = std::set<std::string>;

/// A description with only those of its words that the vocabulary of imaging knows (anatomy, planes,
/// sequences, phases: vocabulary.cpp), in ASCII and in their order; "" when none is left. A number stays only
/// before a unit ("5 mm", "80kV") or as a b-value. A word that is also one of the identifiers never stays.
/// So what nobody has looked at is lost, and not the other way round.
std::string cleanedDescriptor(std::string_view text, const Identifiers& identifiers);

/// Whether the vocabulary holds the word (in capitals).
bool isImagingWord(std::string_view word);

/// The letters and digits of a text as words, in capitals; bytes above ASCII are letters.
std::vector<std::string> wordsOf(std::string_view text);

}  // namespace core::anonymise
