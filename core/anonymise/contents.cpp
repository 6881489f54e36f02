// SPDX-License-Identifier: MIT
#include "core/anonymise/contents.h"

#include "core/anonymise/burnedin.h"
#include "core/open/dicomdir.h"
#include "core/parse/tags.h"

namespace core::anonymise {

namespace {

constexpr Tag contentSequence{0x0040, 0xA730};
constexpr Tag encapsulatedDocument{0x0042, 0x0011};
constexpr Tag recognizableVisualFeatures{0x0028, 0x0302};

/// MPEG-2, MPEG-4 and HEVC (PS3.5 A.4.6 to A.4.11).
constexpr std::string_view videos = "1.2.840.10008.1.2.4.10";

struct Condition {
  bool (*holds)(const DicomFile&);
  std::string_view warning;
};
constexpr Condition conditions[] = {
    {isDicomDir, "the directory lists patients; its records are removed"},
    {[](const DicomFile& file) { return file.dataSet().has(contentSequence); },
     "every value of the report is replaced; its structure and the images it names are left"},
    {[](const DicomFile& file) { return file.dataSet().has(encapsulatedDocument); },
     "the document cannot be cleaned; an empty one stands in its place"},
    {[](const DicomFile& file) { return file.dataSet().text(recognizableVisualFeatures) == "YES"; },
     "the file says that the patient can be recognized in the picture"},
    {[](const DicomFile& file) {
       return file.hasPixelData() && file.transferSyntax().starts_with(videos) &&
              file.transferSyntax().size() > videos.size();
     },
     "the video stays as it is; nobody looked for texts between its pictures"},
    {[](const DicomFile& file) { return file.isTruncated(); },
     "the file is cut short; what is there was anonymised"},
};

std::string burnedInWarning(const DicomFile& file, const Options& options) {
  const BurnedInTexts texts = burnedInTexts(file);
  const std::string done =
      options.blackout.empty() ? "; nothing is blacked out" : "; check that the rectangles cover all of them";
  if (texts.are == BurnedIn::Declared) return "the file says that texts are burned into the pixels" + done;
  if (texts.are == BurnedIn::Likely)
    return std::string(texts.kind) + " often have the patient's name in the pixels" + done;
  return {};
}

}  // namespace

std::string_view sopClassOf(const DicomFile& file) {
  const std::string_view own = file.dataSet().text(tags::SOPClassUID);
  return own.empty() ? file.meta().text(tags::MediaStorageSOPClassUID) : own;
}

std::vector<std::string> contentWarnings(const DicomFile& file, const Options& options) {
  std::vector<std::string> warnings;
  if (std::string warning = burnedInWarning(file, options); !warning.empty())
    warnings.push_back(std::move(warning));
  for (const Condition& condition : conditions)
    if (condition.holds(file)) warnings.emplace_back(condition.warning);
  return warnings;
}

}  // namespace core::anonymise
