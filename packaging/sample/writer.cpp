// SPDX-License-Identifier: MIT
#include "packaging/sample/writer.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>
#include <dcmtk/dcmjpeg/djencode.h>
#include <dcmtk/dcmjpeg/djrplol.h>
#include <dcmtk/dcmjpeg/djrploss.h>

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <thread>
#include <vector>

#include "packaging/sample/angiogram.h"
#include "packaging/sample/thorax.h"

namespace sample {
namespace {

struct Text {
  DcmTagKey tag;
  const char* value;
};

void put(DcmItem& item, std::initializer_list<Text> texts) {
  for (const Text& text : texts) item.putAndInsertString(text.tag, text.value);
}

void putNumber(DcmItem& item, DcmTagKey tag, double value) {
  char text[17];
  std::snprintf(text, sizeof text, "%.10g", value);
  item.putAndInsertString(tag, text);
}

void putCode(DcmItem& item, DcmTagKey sequence, const char* value, const char* scheme, const char* meaning) {
  DcmItem* code = nullptr;
  if (item.findOrCreateSequenceItem(sequence, code, 0).bad()) return;
  put(*code, {{DCM_CodeValue, value}, {DCM_CodingSchemeDesignator, scheme}, {DCM_CodeMeaning, meaning}});
}

// The patient who is none, the study and the equipment.
void putCommon(DcmItem& item, const std::string& study, const std::string& series) {
  put(item, {{DCM_SpecificCharacterSet, "ISO_IR 100"},
             {DCM_InstanceCreationDate, "20240101"},
             {DCM_InstanceCreationTime, "120000"},
             {DCM_StudyDate, "20240101"},
             {DCM_SeriesDate, "20240101"},
             {DCM_ContentDate, "20240101"},
             {DCM_StudyTime, "120000"},
             {DCM_SeriesTime, "120000"},
             {DCM_ContentTime, "120000"},
             {DCM_AccessionNumber, ""},
             {DCM_Manufacturer, "DICOMaestro"},
             {DCM_ManufacturerModelName, "Phantom generator"},
             {DCM_DeviceSerialNumber, "1"},
             {DCM_SoftwareVersions, DICOMAESTRO_VERSION},
             {DCM_ReferringPhysicianName, ""},
             {DCM_PatientName, "Phantom^Sample"},
             {DCM_PatientID, "PHANTOM"},
             {DCM_PatientBirthDate, ""},
             {DCM_PatientSex, "O"},
             {DCM_PatientComments, "Generated; no patient was ever here"},
             {DCM_SeriesNumber, "1"},
             {DCM_AcquisitionNumber, "1"},
             {DCM_PatientOrientation, ""},
             {DCM_BurnedInAnnotation, "NO"}});
  item.putAndInsertString(DCM_StudyInstanceUID, uidOf(study).c_str());
  item.putAndInsertString(DCM_SeriesInstanceUID, uidOf(series).c_str());
}

void putMatrix(DcmItem& item, int size, Uint16 allocated, Uint16 stored) {
  item.putAndInsertUint16(DCM_SamplesPerPixel, 1);
  item.putAndInsertString(DCM_PhotometricInterpretation, "MONOCHROME2");
  item.putAndInsertUint16(DCM_Rows, Uint16(size));
  item.putAndInsertUint16(DCM_Columns, Uint16(size));
  item.putAndInsertUint16(DCM_BitsAllocated, allocated);
  item.putAndInsertUint16(DCM_BitsStored, stored);
  item.putAndInsertUint16(DCM_HighBit, Uint16(stored - 1));
  item.putAndInsertUint16(DCM_PixelRepresentation, 0);
}

bool save(DcmFileFormat& file, E_TransferSyntax syntax, const DcmRepresentationParameter& how,
          const std::filesystem::path& path) {
  OFCondition done = file.getDataset()->chooseRepresentation(syntax, &how);
  if (done.good()) done = file.saveFile(path.c_str(), syntax);
  if (done.bad()) std::fprintf(stderr, "%s: %s\n", path.c_str(), done.text());
  return done.good();
}

void putThoraxSeries(DcmItem& item) {
  putCommon(item, "ct study", "ct series");
  put(item, {{DCM_ImageType, "DERIVED\\PRIMARY\\AXIAL"},
             {DCM_SOPClassUID, UID_CTImageStorage},
             {DCM_Modality, "CT"},
             {DCM_StudyID, "1"},
             {DCM_StudyDescription, "Generated thorax"},
             {DCM_SeriesDescription, "Thorax 5 mm, contrast"},
             {DCM_DerivationDescription, "Computed, not acquired"},
             {DCM_BodyPartExamined, "CHEST"},
             {DCM_PatientPosition, "HFS"},
             {DCM_KVP, "120"},
             {DCM_PositionReferenceIndicator, ""},
             {DCM_ImageOrientationPatient, "1\\0\\0\\0\\1\\0"},
             {DCM_RescaleSlope, "1"},
             {DCM_RescaleType, "HU"},
             {DCM_WindowCenter, "40\\-600\\450"},
             {DCM_WindowWidth, "400\\1500\\2000"},
             {DCM_WindowCenterWidthExplanation, "SOFT TISSUE\\LUNG\\BONE"}});
  item.putAndInsertString(DCM_FrameOfReferenceUID, uidOf("ct frame of reference").c_str());
  putNumber(item, DCM_RescaleIntercept, ct::intercept);
  putNumber(item, DCM_SliceThickness, ct::thickness);
  putNumber(item, DCM_SpacingBetweenSlices, ct::thickness);
  const std::string spacing = "0.75\\0.75";
  static_assert(ct::spacing == 0.75);
  item.putAndInsertString(DCM_PixelSpacing, spacing.c_str());
  putMatrix(item, ct::size, 16, 12);
}

bool writeSlice(int slice, const std::filesystem::path& folder) {
  DcmFileFormat file;
  DcmDataset& item = *file.getDataset();
  putThoraxSeries(item);
  const std::string number = std::to_string(slice + 1);
  item.putAndInsertString(DCM_SOPInstanceUID, uidOf("ct image " + number).c_str());
  item.putAndInsertString(DCM_InstanceNumber, number.c_str());
  char position[64];
  std::snprintf(position, sizeof position, "%.10g\\%.10g\\%.10g", ct::corner, ct::corner,
                slicePosition(slice));
  item.putAndInsertString(DCM_ImagePositionPatient, position);
  putNumber(item, DCM_SliceLocation, slicePosition(slice));
  const std::vector<std::uint16_t> cells = thoraxSlice(slice);
  item.putAndInsertUint16Array(DCM_PixelData, cells.data(), cells.size());
  char name[32];
  std::snprintf(name, sizeof name, "ct-%02d.dcm", slice + 1);
  return save(file, EXS_JPEGProcess14SV1, DJ_RPLossless(), folder / name);
}

void putAngiogramSeries(DcmItem& item) {
  putCommon(item, "xa study", "xa series");
  put(item, {{DCM_ImageType, "DERIVED\\PRIMARY\\SINGLE PLANE"},
             {DCM_SOPClassUID, UID_XRayAngiographicImageStorage},
             {DCM_Modality, "XA"},
             {DCM_StudyID, "2"},
             {DCM_StudyDescription, "Generated angiogram"},
             {DCM_SeriesDescription, "Coronary vessels, one beat"},
             {DCM_DerivationDescription, "Computed, not acquired"},
             {DCM_BodyPartExamined, "HEART"},
             {DCM_InstanceNumber, "1"},
             {DCM_KVP, "80"},
             {DCM_RadiationSetting, "GR"},
             {DCM_PositionerMotion, "STATIC"},
             {DCM_PositionerPrimaryAngle, "30"},
             {DCM_PositionerSecondaryAngle, "-20"},
             {DCM_DistanceSourceToDetector, "1100"},
             {DCM_DistanceSourceToPatient, "800"},
             {DCM_EstimatedRadiographicMagnificationFactor, "1.375"},
             {DCM_PixelIntensityRelationship, "LIN"},
             {DCM_FrameTime, xa::frameTime},
             {DCM_CineRate, "25"},
             {DCM_RecommendedDisplayFrameRate, "25"},
             {DCM_WindowCenter, "116"},
             {DCM_WindowWidth, "216"}});
  const std::string spacing = std::string(xa::detectorSpacing) + "\\" + xa::detectorSpacing;
  item.putAndInsertString(DCM_ImagerPixelSpacing, spacing.c_str());
  item.putAndInsertString(DCM_NumberOfFrames, std::to_string(xa::frames).c_str());
  item.putAndInsertTagKey(DCM_FrameIncrementPointer, DCM_FrameTime);
  item.putAndInsertString(DCM_SOPInstanceUID, uidOf("xa image").c_str());
  putCode(item, DCM_AnatomicRegionSequence, "80891009", "SCT", "Heart");
  putMatrix(item, xa::size, 8, 8);
}

}  // namespace

std::string uidOf(std::string_view name) {
  __extension__ using Number = unsigned __int128;
  // FNV-1a as the seed; the dice mix it. Then the bits that make the number a UUID of version 8.
  std::uint64_t seed = 0xCBF29CE484222325U;
  for (const char c : name) seed = (seed ^ std::uint8_t(c)) * 0x100000001B3U;
  Dice dice(seed);
  const std::uint64_t high = (dice.next() & ~std::uint64_t{0xF000}) | 0x8000;
  const std::uint64_t low = (dice.next() & ~(std::uint64_t{3} << 62)) | (std::uint64_t{1} << 63);
  std::string digits;
  for (Number number = (Number(high) << 64) | low; number != 0; number /= 10)
    digits.push_back(char('0' + int(number % 10)));
  std::reverse(digits.begin(), digits.end());
  return "2.25." + digits;
}

bool writeThorax(const std::filesystem::path& folder) {
  DJEncoderRegistration::registerCodecs(ECC_lossyRGB, EUC_never);
  std::atomic<int> next = 0;
  std::atomic<bool> written = true;
  {
    std::vector<std::jthread> workers(std::max(1U, std::thread::hardware_concurrency()));
    for (std::jthread& worker : workers)
      worker = std::jthread([&] {
        for (int slice = next++; slice < ct::slices; slice = next++)
          if (!writeSlice(slice, folder)) written = false;
      });
  }
  DJEncoderRegistration::cleanup();
  return written;
}

bool writeAngiogram(const std::filesystem::path& folder) {
  DJEncoderRegistration::registerCodecs(ECC_lossyRGB, EUC_never);
  DcmFileFormat file;
  DcmDataset& item = *file.getDataset();
  putAngiogramSeries(item);
  std::vector<std::uint8_t> pixels;
  for (int frame = 0; frame < xa::frames; ++frame) {
    const std::vector<std::uint8_t> one = angiogramFrame(frame);
    pixels.insert(pixels.end(), one.begin(), one.end());
  }
  item.putAndInsertUint8Array(DCM_PixelData, pixels.data(), pixels.size());
  const bool written = save(file, EXS_JPEGProcess1, DJ_RPLossy(92), folder / "xa-cine.dcm");
  DJEncoderRegistration::cleanup();
  return written;
}

}  // namespace sample
