// SPDX-License-Identifier: MIT
#pragma once

#include "core/parse/dataset.h"
#include "core/parse/tag.h"
#include "core/parse/vr.h"

namespace core {

/// The VR of the dictionary for an element that was written without one (PS3.5 7.1.3) or as UN (6.2.2): the
/// public dictionary, a private element by its creator in the same data set, UL for a group length, LO for a
/// private creator, else UN. Of "US or SS" and the like the first that fits any value: US, and OW for data;
/// core/text knows the final choice.
Vr dictionaryVr(const DataSet& dataSet, Tag tag);

/// The value of the private creator element that reserved the tag's block, its padding cut; "" when there is
/// none (PS3.5 7.8.1).
std::string_view privateCreator(const DataSet& dataSet, Tag tag);

}  // namespace core
