// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "core/anonymise/options.h"
#include "core/base/result.h"
#include "core/parse/dicomfile.h"

namespace core::anonymise {

/// CannotBeCleaned for objects whose content is text about the patient.
Status checkCleanable(const DicomFile& file);

/// Where the picture itself may show the patient: burned-in annotations that are declared or likely,
/// recognizable faces, overlays in the bits of the pixels.
std::vector<std::string> pictureWarnings(const DicomFile& file, const Options& options);

}  // namespace core::anonymise
