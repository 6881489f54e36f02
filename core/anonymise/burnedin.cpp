// SPDX-License-Identifier: MIT
#include "core/anonymise/burnedin.h"

#include <algorithm>

#include "core/anonymise/contents.h"
#include "core/parse/tags.h"

namespace core::anonymise {

namespace {

constexpr std::string_view ultrasound = "ultrasound images";
constexpr std::string_view captures = "secondary captures";
constexpr std::string_view photographs = "photographs and videos";

/// By the beginning of the SOP class, or by the whole modality.
struct Kind {
  std::string_view key;
  std::string_view name;
};
constexpr Kind classes[] = {
    {"1.2.840.10008.5.1.4.1.1.3", ultrasound},
    {"1.2.840.10008.5.1.4.1.1.6", ultrasound},
    {"1.2.840.10008.5.1.4.1.1.7", captures},
    {"1.2.840.10008.5.1.4.1.1.77.1.", photographs},
};
constexpr Kind modalities[] = {
    {"US", ultrasound}, {"IVUS", ultrasound}, {"SC", captures},    {"OT", captures},
    {"DOC", captures},  {"ES", photographs},  {"XC", photographs}, {"GM", photographs},
};

bool isOfClass(std::string_view uid, const Kind& kind) {
  if (!uid.starts_with(kind.key)) return false;
  return uid.size() == kind.key.size() || kind.key.back() == '.' || uid[kind.key.size()] == '.';
}

/// "" when nothing speaks for it.
std::string_view likelyKind(const DicomFile& file) {
  const std::string_view uid = sopClassOf(file);
  const auto kind = std::ranges::find_if(classes, [uid](const Kind& row) { return isOfClass(uid, row); });
  if (kind != std::end(classes)) return kind->name;
  const auto modality = std::ranges::find(modalities, file.dataSet().text(tags::Modality), &Kind::key);
  if (modality != std::end(modalities)) return modality->name;
  const std::string_view type = file.dataSet().text(tags::ImageType);
  return type.find("SCREEN") != type.npos ? std::string_view("screen shots") : std::string_view();
}

}  // namespace

BurnedInTexts burnedInTexts(const DicomFile& file) {
  if (!file.hasPixelData()) return {};
  const std::string_view said = file.dataSet().text(tags::BurnedInAnnotation);
  if (said == "YES") return {BurnedIn::Declared};
  const std::string_view kind = said == "NO" ? std::string_view() : likelyKind(file);
  return kind.empty() ? BurnedInTexts{} : BurnedInTexts{BurnedIn::Likely, kind};
}

}  // namespace core::anonymise
