// SPDX-License-Identifier: MIT
#pragma once

#include "core/create/picture.h"

namespace core {

/// The ICC profile that a picture file carries, for ICC Profile (0028,2000). The standard has input profiles
/// of RGB alone (PS3.3 C.11.15.1.1: "scnr", CIELAB or CIEXYZ); one of a display or a colour space holds all
/// that an input profile must (ICC.1 8.3 to 8.5) and becomes one by its class. Another, or one that is
/// damaged, is left out, and the derivation says so. Grey pictures have none.
void takeProfile(Picture& picture, ByteView profile);

}  // namespace core
