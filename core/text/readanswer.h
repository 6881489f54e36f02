// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/parse/dicomfile.h"

/// The answer of the read route (api contract, section 4), as the server and the command line print it.
namespace core {

enum class PixelDataText { Full, Omit };
enum class ReadFormat { Default, DicomJson };

struct ReadOptions {
  /// Keywords, checked by parseFields(). Not empty: only these, in this order, an absent one as "Unknown".
  std::vector<std::string> fields;
  PixelDataText pixelData = PixelDataText::Full;
  ReadFormat format = ReadFormat::Default;
};

/// Pictures for the answer, made by the caller: one a frame, or one animation.
struct ReadImages {
  std::string format;                            ///< "PNG", "JPEG" or "GIF"
  std::vector<std::vector<std::uint8_t>> files;  ///< as encoded, base64 is made here
};

/// Keywords joined by commas, spaces around them ignored, a repeated one once. Errors, with the words of the
/// contract as their detail: InvalidArgument "Fields contain empty values." or "Invalid fields: Bar, Foo".
Result<std::vector<std::string>> parseFields(std::string_view text);

/// Appends the members of an object, without its braces: keyword → text, ascending by tag. For answers that
/// have members of their own around ("FileName" of a zip's entry).
void appendReadMembers(std::string& out, const DataSet& dataSet, const ReadOptions& options);
/// Appends "ImageFormat" and "Images".
void appendImageMembers(std::string& out, const ReadImages& images);

/// The whole answer for one file: an object, or an array of one object of the DICOM JSON Model. images may be
/// null: then it has neither key. The API reads Part 10 files only; ask DicomFile::isPart10() before.
std::string readAnswer(const DicomFile& file, const ReadOptions& options, const ReadImages* images = nullptr);

}  // namespace core
