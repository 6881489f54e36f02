// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "core/parse/dataset.h"

namespace core {

/// A text for people (LO, SH, LT) as UTF-8 by the character set of the data set, all its values.
std::string peoplesText(const DataSet& dataSet, Tag tag);

/// Value index of such a text.
std::string peoplesText(const DataSet& dataSet, Tag tag, std::size_t index);

}  // namespace core
