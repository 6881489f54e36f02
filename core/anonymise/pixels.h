// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/anonymise/options.h"
#include "core/base/result.h"
#include "core/parse/dicomfile.h"
#include "core/write/editset.h"

namespace core::anonymise {

struct CleanedPixels {
  std::string transferSyntax;  ///< in which the pixels are now
  std::vector<std::string> warnings;
};

/// Cleans the pixels in the copy of the file's data set: black under the rectangles of the options; with
/// Clean Graphics, and where an overlay is declared in them, nothing in unused bits; no texts in codestreams
/// beside the picture, nothing behind the last whole frame of native pixels. Every other stored value stays.
/// Native pixels are changed in place, cell by cell; compressed ones where it must be by recode(). Errors,
/// only with rectangles: those of decoding, TooLarge.
Result<CleanedPixels> cleanPixels(EditSet& set, const std::shared_ptr<const DicomFile>& file,
                                  const Options& options);

/// What cleanPixels() would warn of, as far as that is known without decoding.
std::vector<std::string> pixelWarnings(const std::shared_ptr<const DicomFile>& file, const Options& options);

}  // namespace core::anonymise
