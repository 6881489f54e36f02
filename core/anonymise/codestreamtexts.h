// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

#include "core/write/editset.h"

namespace core::anonymise {

/// Makes the texts that a codestream of JPEG, JPEG-LS or JPEG 2000 carries besides its picture blanks of the
/// same length, so that no offset and no coded bit moves: comments, application data except what says how
/// colours are meant (JFIF, Adobe, the colour transform of JPEG-LS), boxes of XML and UUIDs around JPEG 2000,
/// and what stands behind the end marker. Bytes that are no such codestream stay as they are. Whether
/// anything was blanked.
bool blankTexts(std::vector<std::uint8_t>& codestream);

/// The same in the fragments of encapsulated Pixel Data; a frame may run over several of them.
bool blankTexts(EditElement& pixelData);

}  // namespace core::anonymise
