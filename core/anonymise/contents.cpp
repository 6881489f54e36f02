// SPDX-License-Identifier: MIT
#include "core/anonymise/contents.h"

#include <algorithm>

#include "core/open/dicomdir.h"
#include "core/parse/tags.h"

namespace core::anonymise {

namespace {

constexpr Tag contentSequence{0x0040, 0xA730};
constexpr Tag encapsulatedDocument{0x0042, 0x0011};
constexpr Tag recognizableVisualFeatures{0x0028, 0x0302};

constexpr std::string_view reports = "1.2.840.10008.5.1.4.1.1.88.";
constexpr std::string_view documents = "1.2.840.10008.5.1.4.1.1.104.";

std::string_view sopClass(const DicomFile& file) {
  const std::string_view own = file.dataSet().text(tags::SOPClassUID);
  return own.empty() ? file.meta().text(tags::MediaStorageSOPClassUID) : own;
}

/// Kinds of images that are known for texts in their pixels, by the beginning of the SOP class.
struct Kind {
  std::string_view sopClass;
  std::string_view name;
};
constexpr Kind writtenOn[] = {
    {"1.2.840.10008.5.1.4.1.1.3", "ultrasound images"},
    {"1.2.840.10008.5.1.4.1.1.6", "ultrasound images"},
    {"1.2.840.10008.5.1.4.1.1.7", "secondary captures"},
    {"1.2.840.10008.5.1.4.1.1.77.1.", "photographs and videos"},
};

bool isOfKind(std::string_view uid, const Kind& kind) {
  if (!uid.starts_with(kind.sopClass)) return false;
  return uid.size() == kind.sopClass.size() || kind.sopClass.back() == '.' ||
         uid[kind.sopClass.size()] == '.';
}

/// "" when nothing speaks for it.
std::string_view likelyWrittenOn(const DicomFile& file) {
  const std::string_view uid = sopClass(file);
  const auto kind = std::ranges::find_if(writtenOn, [uid](const Kind& row) { return isOfKind(uid, row); });
  if (kind != std::end(writtenOn)) return kind->name;
  if (file.dataSet().text(tags::Modality) == "US") return writtenOn[0].name;
  const std::string_view type = file.dataSet().text(tags::ImageType);
  return type.find("SCREEN") != type.npos ? std::string_view("screen shots") : std::string_view();
}

bool hasOverlayInPixels(const DataSet& dataSet) {
  for (std::uint16_t group = 0x6000; group <= 0x601E; group += 2)
    if (dataSet.has({group, 0x0102}) && !dataSet.has({group, 0x3000})) return true;
  return false;
}

}  // namespace

Status checkCleanable(const DicomFile& file) {
  if (isDicomDir(file)) return {ErrorCode::CannotBeCleaned, "a media directory, which lists patients"};
  const std::string_view uid = sopClass(file);
  if (uid.starts_with(documents) || file.dataSet().has(encapsulatedDocument))
    return {ErrorCode::CannotBeCleaned, "an encapsulated document, whose text cannot be cleaned"};
  if (uid.starts_with(reports) || file.dataSet().has(contentSequence))
    return {ErrorCode::CannotBeCleaned, "a structured report, whose text cannot be cleaned"};
  return Done{};
}

std::vector<std::string> pictureWarnings(const DicomFile& file, const Options& options) {
  std::vector<std::string> warnings;
  if (!file.hasPixelData()) return warnings;
  const std::string_view burnedIn = file.dataSet().text(tags::BurnedInAnnotation);
  const std::string done =
      options.blackout.empty() ? "; nothing is blacked out" : "; check that the rectangles cover all of them";
  if (burnedIn == "YES") warnings.emplace_back("the file says that texts are burned into the pixels" + done);
  if (const auto kind = likelyWrittenOn(file); !kind.empty() && burnedIn != "NO" && burnedIn != "YES")
    warnings.push_back(std::string(kind) + " often have the patient's name in the pixels" + done);
  if (file.dataSet().text(recognizableVisualFeatures) == "YES")
    warnings.emplace_back("the file says that the patient can be recognized in the picture");
  if (hasOverlayInPixels(file.dataSet()))
    warnings.emplace_back("an overlay in unused bits of the pixels stays there, its description is removed");
  if (file.isTruncated()) warnings.emplace_back("the file is cut short; what is there was anonymised");
  return warnings;
}

}  // namespace core::anonymise
