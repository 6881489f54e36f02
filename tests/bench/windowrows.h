// SPDX-License-Identifier: MIT
#pragma once

#include "tests/bench/row.h"

namespace bench {

/// window-512: stored 16-bit values of 512² to an 8-bit picture, against an existing DicomImage.
std::vector<Row> window512();

}  // namespace bench
