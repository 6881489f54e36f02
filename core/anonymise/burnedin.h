// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include "core/parse/dicomfile.h"

namespace core::anonymise {

/// Whether names may be drawn in the pixels themselves (PS3.3 C.7.6.1 Burned In Annotation).
enum class BurnedIn {
  No,
  Likely,    ///< a kind of picture that often has them, and that does not say that it is free of them
  Declared,  ///< the file says so
};

struct BurnedInTexts {
  BurnedIn are = BurnedIn::No;
  std::string_view kind = {};  ///< of Likely: "ultrasound images"
};

/// By what the file says, its SOP class, its modality and its Image Type; No for a file without pixels.
BurnedInTexts burnedInTexts(const DicomFile& file);

}  // namespace core::anonymise
