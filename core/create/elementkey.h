// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>

#include "core/parse/tag.h"

namespace core {

/// The element that a key names: a keyword of PS3.6 to the letter, "gggg,eeee", or the eight digits of the
/// DICOM JSON Model.
std::optional<Tag> elementOfKey(std::string_view key);

/// Why a caller may not give an element.
enum class Reserved {
  No,
  Structural,  ///< it follows from the content or from how the file is written
  Identity,    ///< a UID that is generated unless forced
  Unwritable,  ///< no data set has it: group lengths, delimiters, command and file meta elements
};
Reserved reservedness(Tag tag);

/// Patient and study (PS3.3 C.7.1.1, C.7.2.1, C.7.2.2): what an instance has in common with its parent.
bool isInherited(Tag tag);

}  // namespace core
