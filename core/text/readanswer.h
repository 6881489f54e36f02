// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/parse/dicomfile.h"

/// The texts in the answer of the read route (api contract, section 4); core/export/fileanswer.h makes the
/// answer.
namespace core {

enum class PixelDataText { Full, Omit };
enum class ReadFormat { Default, DicomJson };

struct ReadOptions {
  /// Keywords, checked by parseFields(). Not empty: only these, in this order, an absent one as "Unknown".
  std::vector<std::string> fields;
  PixelDataText pixelData = PixelDataText::Full;
  ReadFormat format = ReadFormat::Default;
};

/// Keywords joined by commas, spaces around them ignored, a repeated one once. Errors, with the words of the
/// contract as their detail: InvalidArgument "Fields contain empty values." or "Invalid fields: Bar, Foo".
Result<std::vector<std::string>> parseFields(std::string_view text);

/// Appends the members of an object, without its braces, for answers that have members of their own around:
/// keyword → text, ascending by tag; or the data set in the DICOM JSON Model.
/// spill, where given, is called while a long value grows: it may carry away all but the last character.
void appendReadMembers(std::string& out, const DataSet& dataSet, const ReadOptions& options,
                       const std::function<void(std::string&)>& spill = {});

/// The whole answer of texts alone: an object, or an array of one object of the DICOM JSON Model.
std::string readAnswer(const DicomFile& file, const ReadOptions& options);

}  // namespace core
