// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

#include "core/base/bytes.h"

namespace core {

/// The codestream of a JPEG of the baseline process (ISO/IEC 10918-1, SOF0, 8 bits) with nothing but what a
/// decoder needs: its tables, frame and scans, and what says how colours are meant (JFIF without its
/// thumbnail, Adobe). Comments, EXIF, places and other application data stay behind, as does what follows the
/// end marker. Empty for a file of another process or one that is damaged.
std::vector<std::uint8_t> baselineStream(ByteView jpeg);

}  // namespace core
