// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "core/parse/dataset.h"

namespace core::anonymise {

/// What stands for a text that must not be empty.
inline constexpr std::string_view dummyText = "ANONYMIZED";

/// A value that is valid for the VR and says nothing (action D), as the bytes of a file: of a text ASCII, of
/// numbers and bytes zeros, as many as there were (at most 16 of bytes). Not for UI and SQ.
std::string dummyValue(Tag tag, Vr vr, std::size_t size);

}  // namespace core::anonymise
