// SPDX-License-Identifier: MIT
#include "core/series/instance.h"

#include <QString>

#include "core/base/limits.h"
#include "core/parse/tags.h"
#include "core/series/bvalue.h"
#include "core/series/geometry.h"
#include "core/text/display.h"

namespace core {

namespace {

constexpr Tag triggerTimeTag{0x0018, 0x1060};

/// The texts of an Instance that are plain ASCII by their VR (UI, CS, DA, TM).
constexpr std::pair<std::string Instance::*, Tag> codes[] = {
    {&Instance::sopClassUid, tags::SOPClassUID},
    {&Instance::sopInstanceUid, tags::SOPInstanceUID},
    {&Instance::studyUid, tags::StudyInstanceUID},
    {&Instance::seriesUid, tags::SeriesInstanceUID},
    {&Instance::frameOfReferenceUid, tags::FrameOfReferenceUID},
    {&Instance::patientBirthDate, tags::PatientBirthDate},
    {&Instance::patientSex, tags::PatientSex},
    {&Instance::studyDate, tags::StudyDate},
    {&Instance::studyTime, tags::StudyTime},
    {&Instance::modality, tags::Modality},
    {&Instance::seriesDate, tags::SeriesDate},
    {&Instance::seriesTime, tags::SeriesTime},
};

/// The texts that people wrote, in the data set's character set.
constexpr std::pair<std::string Instance::*, Tag> words[] = {
    {&Instance::patientName, tags::PatientName},
    {&Instance::patientId, tags::PatientID},
    {&Instance::studyDescription, tags::StudyDescription},
    {&Instance::studyId, tags::StudyID},
    {&Instance::accessionNumber, tags::AccessionNumber},
    {&Instance::institution, tags::InstitutionName},
    {&Instance::seriesDescription, tags::SeriesDescription},
};

constexpr std::pair<std::optional<std::int64_t> Instance::*, Tag> integers[] = {
    {&Instance::seriesNumber, tags::SeriesNumber},
    {&Instance::instanceNumber, tags::InstanceNumber},
    {&Instance::acquisitionNumber, tags::AcquisitionNumber},
    {&Instance::temporalPosition, tags::TemporalPositionIdentifier},
    {&Instance::echoNumber, tags::EchoNumbers},
};

constexpr std::pair<std::optional<double> Instance::*, Tag> reals[] = {
    {&Instance::echoTime, tags::EchoTime},
    {&Instance::sliceLocation, tags::SliceLocation},
    {&Instance::sliceThickness, tags::SliceThickness},
    {&Instance::gantryTilt, tags::GantryDetectorTilt},
    {&Instance::triggerTime, triggerTimeTag},
};

/// A text of people as UTF-8. Plain ASCII, which nearly all are, needs no character set.
std::string wordsOf(const DataSet& dataSet, Tag tag) {
  const std::string_view raw = dataSet.text(tag);
  const bool isPlain = std::all_of(raw.begin(), raw.end(), [](char c) { return c >= ' ' && c < 0x7f; });
  return isPlain ? std::string(raw) : textValue(dataSet, tag);
}

std::string acquired(const DataSet& dataSet) {
  if (const auto whole = dataSet.text(tags::AcquisitionDateTime, 0); !whole.empty())
    return std::string(whole);
  const auto time = dataSet.text(tags::AcquisitionTime, 0);
  if (time.empty()) return {};
  return std::string(dataSet.text(tags::AcquisitionDate, 0)).append(time);
}

std::optional<std::array<double, 2>> spacingOf(const DataSet& dataSet) {
  const DataSet* holder = functionalGroup(dataSet, 0, tags::PixelMeasuresSequence, tags::PixelSpacing);
  const auto values = holder ? holder->reals(tags::PixelSpacing) : std::vector<double>();
  if (values.size() < 2 || values[0] <= 0 || values[1] <= 0) return std::nullopt;
  return std::array{values[0], values[1]};
}

std::uint32_t countOf(const DataSet& dataSet, Tag tag, std::int64_t least, std::int64_t most) {
  return static_cast<std::uint32_t>(std::clamp(dataSet.integer(tag).value_or(least), least, most));
}

}  // namespace

Result<Instance> instanceOf(const DicomFile& file, Source source) {
  const DataSet& dataSet = file.dataSet();
  Instance instance;
  instance.source = std::move(source);
  for (const auto& [member, tag] : codes) instance.*member = std::string(dataSet.text(tag, 0));
  instance.hasPixels = file.hasPixelData();
  if (instance.sopInstanceUid.empty() && !instance.hasPixels)
    return {ErrorCode::Malformed, "neither a SOP Instance UID nor an image"};
  for (const auto& [member, tag] : words) instance.*member = wordsOf(dataSet, tag);
  for (const auto& [member, tag] : integers) instance.*member = dataSet.integer(tag);
  for (const auto& [member, tag] : reals) instance.*member = dataSet.real(tag);
  instance.imageType = std::string(dataSet.text(tags::ImageType));
  instance.transferSyntax = file.transferSyntax();
  instance.acquisitionDateTime = acquired(dataSet);
  instance.bValue = bValueOf(dataSet);
  instance.rows = countOf(dataSet, tags::Rows, 0, 65535);
  instance.columns = countOf(dataSet, tags::Columns, 0, 65535);
  instance.frames = countOf(dataSet, tags::NumberOfFrames, 1, limits::framesPerObject);
  instance.position = positionOf(dataSet, 0);
  instance.orientation = orientationOf(dataSet, 0);
  instance.pixelSpacing = spacingOf(dataSet);
  return instance;
}

}  // namespace core
