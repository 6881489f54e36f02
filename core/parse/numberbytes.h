// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>

#include "core/parse/vr.h"

namespace core {

/// Bytes of one value of a VR of numbers or tags (PS3.5 6.2; AT: 4), 0 for others.
std::size_t numberBytes(Vr vr);

}  // namespace core
