// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include "core/parse/dataset.h"

namespace tests {

/// Implicit VR says none: a reader has the dictionary's, and UN for what is private.
enum class Vrs { Kept, Lost };

/// "" when both data sets read the same, else where they differ: elements but group lengths and delimiters,
/// of a repeated tag the last, in any byte order; padding to even length is no difference.
QString difference(const core::DataSet& before, const core::DataSet& after, Vrs vrs = Vrs::Kept);

}  // namespace tests
