// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "core/anonymise/options.h"
#include "core/write/editset.h"

namespace core::anonymise {

/// What an object says of its own de-identification (PS3.15 E.1.1, PS3.3 C.7.1.1, C.12.1).
struct Statement {
  Tag tag;
  std::string text;  ///< of a sequence its codes, as the preview shows them
};
std::vector<Statement> statements(const Options& options, const DataSet& original);

/// Writes the statements into the data set: they take the place of earlier ones.
void state(EditSet& set, const Options& options, const DataSet& original);

}  // namespace core::anonymise
