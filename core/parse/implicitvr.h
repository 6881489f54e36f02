// SPDX-License-Identifier: MIT
#pragma once

#include "core/parse/tag.h"
#include "core/parse/vr.h"

namespace core {

/// The VR of the dictionary for a public tag that was written without one (PS3.5 7.1.3): UL for a group
/// length, LO for a private creator, UN when it is not known. Of "US or SS" and the like the first that fits
/// any value: US, and OW for data.
Vr implicitVr(Tag tag);

}  // namespace core
