// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "core/open/source.h"
#include "core/parse/dicomfile.h"
#include "core/series/vector3.h"

namespace core {

/// What a scan keeps of an instance: enough to group, sort and label it without opening it again. Texts are
/// UTF-8.
struct Instance {
  Source source;
  std::string sopClassUid, sopInstanceUid, studyUid, seriesUid, frameOfReferenceUid;
  std::string patientName, patientId, patientBirthDate, patientSex;
  std::string studyDate, studyTime, studyDescription, studyId, accessionNumber, institution;
  std::string modality, seriesDescription, seriesDate, seriesTime, imageType, transferSyntax;
  std::optional<std::int64_t> seriesNumber, instanceNumber, acquisitionNumber, temporalPosition, echoNumber;
  std::optional<double> echoTime, bValue, sliceLocation, sliceThickness, gantryTilt;
  std::optional<double> triggerTime;  ///< ms after the R wave or the start (0018,1060)
  std::string acquisitionDateTime;    ///< as DT text, from (0008,002A) or date + time
  std::uint32_t rows = 0, columns = 0, frames = 1;
  bool hasPixels = false;
  std::optional<Vector3> position;                   ///< Image Position (Patient), mm
  std::optional<std::array<double, 6>> orientation;  ///< Image Orientation (Patient), row then column cosines
  std::optional<std::array<double, 2>> pixelSpacing;  ///< row (vertical), column (horizontal), mm
};

/// Reads an Instance out of a parsed header. Errors: Malformed when it is no instance (no SOP Instance UID
/// and no image).
Result<Instance> instanceOf(const DicomFile& file, Source source);

}  // namespace core
