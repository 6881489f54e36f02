// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "core/anonymise/options.h"
#include "core/parse/dicomfile.h"

namespace core::anonymise {

/// Of the data set, else of the file's head.
std::string_view sopClassOf(const DicomFile& file);

/// What a reader of the new file must know: that its content is gone (reports, documents, directories), and
/// where the picture itself may still show the patient (texts in the pixels that are declared or likely,
/// recognizable faces, a video that is kept as it is).
std::vector<std::string> contentWarnings(const DicomFile& file, const Options& options);

}  // namespace core::anonymise
