// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/anonymise/options.h"
#include "core/base/result.h"
#include "core/write/editset.h"

namespace core::anonymise {

struct Blackout {
  bool isDecoded = false;  ///< the pixels were compressed and are native now: Explicit VR Little Endian
  std::vector<std::string> warnings;
};

/// Makes the pixels under the rectangles black in every frame of the copy of the file's data set; all other
/// pixels keep their values. Native pixels are changed in place, cell by cell; compressed ones are decoded
/// and written native, with the attributes of what was decoded: a lossy image stays marked as such (PS3.3
/// C.7.6.1.1.5). Black is 0; where pixels are signed the lowest value of the frame, of MONOCHROME1 the
/// highest, so that no automatic window is upset; the darkest entry of a palette. Errors: those of decoding,
/// TooLarge.
Result<Blackout> blackOut(EditSet& set, const std::shared_ptr<const DicomFile>& file,
                          const std::vector<Rectangle>& rectangles);

}  // namespace core::anonymise
