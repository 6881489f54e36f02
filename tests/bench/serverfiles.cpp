// SPDX-License-Identifier: MIT
#include "tests/bench/serverfiles.h"

#include <cmath>

#include "core/parse/tags.h"
#include "tests/support/dicombuilder.h"
#include "tests/support/encoders.h"

namespace bench {

namespace tags = core::tags;
using core::Vr;
using tests::DicomBuilder;

namespace {

constexpr int side = 512;

QByteArray bytesOf(const std::vector<std::uint8_t>& bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), static_cast<qsizetype>(bytes.size())};
}

/// A soft disc with a little noise on it, as a scanner makes one; it moves with the frame.
std::vector<std::uint32_t> cells(int bits, int frames) {
  std::vector<std::uint32_t> all;
  unsigned seed = 1;
  for (int frame = 0; frame < frames; ++frame)
    for (int y = 0; y < side; ++y)
      for (int x = 0; x < side; ++x) {
        seed = seed * 1664525 + 1013904223;
        const double r = std::hypot((x - frame) / 256.0 - 1, y / 256.0 - 1);
        const double value = r < 0.8 ? 0.3 + 0.15 * std::cos(9 * r) : 0;
        const unsigned noise = r < 0.8 ? seed >> (bits > 8 ? 27 : 30) : 0;
        all.push_back(static_cast<std::uint32_t>(value * ((1 << bits) - 1)) + noise);
      }
  return all;
}

/// A header of a usual length: 60 elements of text and a sequence of codes.
DicomBuilder header(const char* sopClass, const char* modality) {
  DicomBuilder builder;
  builder.text(tags::SpecificCharacterSet, Vr::CS, "ISO_IR 100")
      .text(tags::SOPClassUID, Vr::UI, sopClass)
      .text(tags::SOPInstanceUID, Vr::UI, "2.25.4711.1")
      .text(tags::StudyDate, Vr::DA, "20260101")
      .text(tags::StudyTime, Vr::TM, "101500.25")
      .text(tags::Modality, Vr::CS, modality)
      .text(tags::Manufacturer, Vr::LO, "Synthetic")
      .text(tags::StudyDescription, Vr::LO, "Chest")
      .text(tags::SeriesDescription, Vr::LO, "Axial 1 mm");
  const DicomBuilder code = DicomBuilder()
                                .text({0x0008, 0x0100}, Vr::SH, "CHEST")
                                .text({0x0008, 0x0102}, Vr::SH, "99BENCH")
                                .text({0x0008, 0x0104}, Vr::LO, "Chest");
  builder.sequence({0x0008, 0x1032}, {code, code})
      .text(tags::PatientName, Vr::PN, "SYNTHETIC^BENCH")
      .text(tags::PatientID, Vr::LO, "BENCH");
  for (std::uint16_t i = 0; i < 60; ++i)
    builder.text({0x0018, static_cast<std::uint16_t>(0x1400 + i)}, Vr::LO, "a value of a usual length");
  return builder.text(tags::StudyInstanceUID, Vr::UI, "2.25.4711")
      .text(tags::SeriesInstanceUID, Vr::UI, "2.25.4712")
      .text(tags::InstanceNumber, Vr::IS, "1");
}

DicomBuilder functionalGroups(int frame) {
  const std::string number = std::to_string(frame + 1);
  const DicomBuilder content = DicomBuilder()
                                   .text({0x0018, 0x9074}, Vr::DT, "20260101101500." + number)
                                   .ul({0x0020, 0x9157}, {1, static_cast<std::uint32_t>(frame + 1)})
                                   .text({0x0020, 0x9056}, Vr::SH, "1");
  return DicomBuilder()
      .sequence({0x0020, 0x9111}, {content})
      .sequence({0x0020, 0x9113},
                {DicomBuilder().text(tags::ImagePositionPatient, Vr::DS, "-150.5\\-150.5\\" + number)})
      .sequence({0x0020, 0x9116},
                {DicomBuilder().text(tags::ImageOrientationPatient, Vr::DS, "1\\0\\0\\0\\1\\0")})
      .sequence({0x0028, 0x9110}, {DicomBuilder()
                                       .text({0x0018, 0x0050}, Vr::DS, "1.25")
                                       .text(tags::PixelSpacing, Vr::DS, "0.6\\0.6")})
      .sequence(
          {0x0028, 0x9132},
          {DicomBuilder().text(tags::WindowCenter, Vr::DS, "40").text(tags::WindowWidth, Vr::DS, "400")});
}

}  // namespace

QByteArray ctSlice() {
  std::vector<std::uint16_t> values;
  for (const std::uint32_t cell : cells(12, 1)) values.push_back(static_cast<std::uint16_t>(cell));
  return bytesOf(header("1.2.840.10008.5.1.4.1.1.2", "CT")
                     .image(side, side, 16, 12)
                     .text(tags::PixelSpacing, Vr::DS, "0.6\\0.6")
                     .text(tags::WindowCenter, Vr::DS, "400")
                     .text(tags::WindowWidth, Vr::DS, "1500")
                     .text(tags::RescaleIntercept, Vr::DS, "-1024")
                     .text(tags::RescaleSlope, Vr::DS, "1")
                     .words(tags::PixelData, values)
                     .file());
}

QByteArray xaCine() {
  constexpr int frames = 96;
  tests::Picture picture;
  picture.rows = picture.columns = side;
  picture.frames = frames;
  picture.bitsAllocated = picture.bitsStored = 8;
  picture.cells = cells(8, frames);
  const auto encoded = tests::encodedByDcmtk(tests::nativeFile(picture), "1.2.840.10008.1.2.4.50");
  return bytesOf(header("1.2.840.10008.5.1.4.1.1.12.1", "XA")
                     .text(tags::FrameTime, Vr::DS, "40")
                     .text(tags::NumberOfFrames, Vr::IS, std::to_string(frames))
                     .image(side, side, 8, 8)
                     .fragments(tests::fragmentsOf(encoded))
                     .file("1.2.840.10008.1.2.4.50"));
}

QByteArray enhancedCt() {
  constexpr int frames = 200;
  std::vector<DicomBuilder> groups;
  for (int frame = 0; frame < frames; ++frame) groups.push_back(functionalGroups(frame));
  return bytesOf(header("1.2.840.10008.5.1.4.1.1.2.1", "CT")
                     .text(tags::NumberOfFrames, Vr::IS, std::to_string(frames))
                     .image(32, 32, 16, 12)
                     .sequence(tags::PerFrameFunctionalGroupsSequence, groups)
                     .words(tags::PixelData, std::vector<std::uint16_t>(32 * 32 * frames, 100))
                     .file());
}

}  // namespace bench
