// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "core/text/value.h"

/// The text of a value as the API prints it: str() of the reference toolkit, byte for byte (api contract,
/// section 7).
namespace core {

/// The elements of a data set, ascending by tag; of a repeated tag the last.
std::vector<const Element*> elementsInOrder(const DataSet& dataSet);

/// Whether the API leaves the value out: empty, "" after trimming, one number equal to 0, a sequence without
/// items.
bool isFalsy(const Value& value);

/// str(value): one value bare, several as a Python list, bytes as b'…', a sequence as the dump of its items.
/// What is empty gives "".
std::string elementText(const Value& value);

/// The name of an element as dumps print it: "Patient's Name", "[private name]", "Private Creator",
/// "Private tag data", "Group Length" or "".
std::string elementName(const DataSet& dataSet, Tag tag);

}  // namespace core
