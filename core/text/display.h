// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "core/parse/dataset.h"

/// Texts for people: corner texts, browser, metadata panel. All UTF-8, decoded by the data set's character
/// set.
namespace core {

/// The values of an element, trimmed, joined by ", "; "" when absent or empty. A person name keeps its "^".
std::string textValue(const DataSet& dataSet, Tag tag);
/// The first value only.
std::string firstTextValue(const DataSet& dataSet, Tag tag);

/// "Doe, John M., Jr" of "Doe^John^M.^^Jr": the first group of a name that has characters (PS3.5 6.2.1).
std::string personNameForDisplay(std::string_view name);

/// One line for the metadata panel, at most maxCharacters long (then it ends in "…"): values joined by " \ ",
/// a UID with its registered name, "3 items" of a sequence, the size of binary data. The cost does not grow
/// with the size of the value.
std::string displayValue(const DataSet& dataSet, const Element& element, std::size_t maxCharacters);

/// Binary data, of which displayValue() says nothing but the size.
bool isShownAsSize(const DataSet& dataSet, const Element& element);

/// The letters of the VR by which displayValue() reads ("US" where the file says nothing or "UN").
std::string displayVr(const DataSet& dataSet, const Element& element);

}  // namespace core
