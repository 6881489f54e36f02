// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/base/bytes.h"
#include "core/parse/numberbytes.h"

namespace core {

/// Bytes of one number of this VR, 1 for texts and octets. The two halves of an AT count on their own: 2.
std::size_t unitSize(Vr vr);

/// The bytes of a value from one byte order into the other, unit by unit (PS3.5 7.3). Half a word
/// at the end is made a whole one with a zero; what is left of a longer unit stays as it is.
std::vector<std::uint8_t> byteSwapped(ByteView value, Vr vr);

}  // namespace core
