// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "core/parse/dataset.h"

namespace core {

/// A text for people (LO, SH, LT) as UTF-8, all its values. Bytes beyond ASCII that are not UTF-8 become '?'
/// unless the character set of the data set explains them.
std::string peoplesText(const DataSet& dataSet, Tag tag);

/// Value index of such a text.
std::string peoplesText(const DataSet& dataSet, Tag tag, std::size_t index);

}  // namespace core
