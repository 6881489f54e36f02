// SPDX-License-Identifier: MIT
#include "tests/app/folder.h"

#include <QDir>
#include <QFile>

#include "core/open/scan.h"
#include "core/parse/tags.h"
#include "tests/support/dicombuilder.h"

namespace tests {

using core::Vr;
namespace tags = core::tags;

namespace {

void write(const QString& path, const DicomBuilder& builder) {
  QFile file(path);
  const std::vector<std::uint8_t> bytes = builder.file();
  if (!file.open(QIODevice::WriteOnly) ||
      file.write(reinterpret_cast<const char*>(bytes.data()), static_cast<qint64>(bytes.size())) < 0)
    qFatal("the test's file cannot be written");
}

}  // namespace

void writeSeries(const QString& folder, int slices, int series, const QString& patient, const QString& id) {
  QDir().mkpath(folder);
  for (int i = 1; i <= slices; ++i) {
    const std::string number = std::to_string(i), seriesUid = "2.25.9" + std::to_string(series);
    DicomBuilder builder;
    builder.text(tags::SOPClassUID, Vr::UI, "1.2.840.10008.5.1.4.1.1.2")
        .text(tags::SOPInstanceUID, Vr::UI, seriesUid + "." + number)
        .text(tags::Modality, Vr::CS, "CT")
        .text(tags::SeriesDescription, Vr::LO, "Series " + std::to_string(series))
        .text(tags::PatientName, Vr::PN, patient.toStdString())
        .text(tags::PatientID, Vr::LO, id.toStdString())
        .text(tags::StudyInstanceUID, Vr::UI, "2.25.3")
        .text(tags::SeriesInstanceUID, Vr::UI, seriesUid)
        .text(tags::SeriesNumber, Vr::IS, std::to_string(series))
        .text(tags::InstanceNumber, Vr::IS, number)
        .text(tags::ImagePositionPatient, Vr::DS, "0\\0\\" + std::to_string(3 * i))
        .text(tags::ImageOrientationPatient, Vr::DS, "1\\0\\0\\0\\1\\0")
        .text(tags::FrameOfReferenceUID, Vr::UI, "2.25.4");
    builder.us(tags::SamplesPerPixel, {1})
        .text(tags::PhotometricInterpretation, Vr::CS, "MONOCHROME2")
        .us(tags::Rows, {16})
        .us(tags::Columns, {16});
    builder.text(tags::PixelSpacing, Vr::DS, "2\\1")
        .us(tags::BitsAllocated, {16})
        .us(tags::BitsStored, {16})
        .us(tags::HighBit, {15})
        .us(tags::PixelRepresentation, {0})
        .text(tags::WindowCenter, Vr::DS, "300")
        .text(tags::WindowWidth, Vr::DS, "400");
    builder.words(tags::PixelData, std::vector<std::uint16_t>(256, static_cast<std::uint16_t>(100 * i)));
    write(folder + QStringLiteral("/slice%1").arg(i), builder);
  }
}

void writeCine(const QString& path, int frames, double frameTimeMs) {
  DicomBuilder builder;
  builder.identity("2.25.50", "2.25.51", "2.25.52", "XA")
      .text(tags::FrameTime, Vr::DS, std::to_string(frameTimeMs));
  builder.us(tags::SamplesPerPixel, {1})
      .text(tags::PhotometricInterpretation, Vr::CS, "MONOCHROME2")
      .text(tags::NumberOfFrames, Vr::IS, std::to_string(frames))
      .raw({0x28, 0, 0x09, 0, 'A', 'T', 4, 0, 0x18, 0, 0x63, 0x10})
      .us(tags::Rows, {8})
      .us(tags::Columns, {8})
      .us(tags::BitsAllocated, {8})
      .us(tags::BitsStored, {8})
      .us(tags::HighBit, {7})
      .us(tags::PixelRepresentation, {0});
  std::vector<std::uint8_t> pixels;
  for (int i = 0; i < frames; ++i) pixels.insert(pixels.end(), 64, static_cast<std::uint8_t>(10 * i));
  write(path, builder.bytes(tags::PixelData, Vr::OB, pixels));
}

void writeEnhanced(const QString& path, int frames) {
  std::vector<DicomBuilder> perFrame;
  for (int i = 0; i < frames; ++i)
    perFrame.push_back(DicomBuilder().sequence(
        tags::PlanePositionSequence,
        {DicomBuilder().text(tags::ImagePositionPatient, Vr::DS, "0\\" + std::to_string(5 * i) + "\\40")}));
  const DicomBuilder shared =
      DicomBuilder()
          .sequence(tags::PlaneOrientationSequence,
                    {DicomBuilder().text(tags::ImageOrientationPatient, Vr::DS, "1\\0\\0\\0\\0\\-1")})
          .sequence(tags::PixelMeasuresSequence, {DicomBuilder()
                                                      .text(tags::SliceThickness, Vr::DS, "2")
                                                      .text(tags::PixelSpacing, Vr::DS, "3\\1")});
  DicomBuilder builder;
  builder.identity("2.25.70", "2.25.71", "2.25.3", "CT").text(tags::FrameOfReferenceUID, Vr::UI, "2.25.4");
  builder.us(tags::SamplesPerPixel, {1})
      .text(tags::PhotometricInterpretation, Vr::CS, "MONOCHROME2")
      .text(tags::NumberOfFrames, Vr::IS, std::to_string(frames))
      .us(tags::Rows, {16})
      .us(tags::Columns, {16})
      .us(tags::BitsAllocated, {16})
      .us(tags::BitsStored, {16})
      .us(tags::HighBit, {15})
      .us(tags::PixelRepresentation, {0})
      .sequence(tags::SharedFunctionalGroupsSequence, {shared})
      .sequence(tags::PerFrameFunctionalGroupsSequence, perFrame);
  write(path, builder.words(tags::PixelData,
                            std::vector<std::uint16_t>(256 * static_cast<std::size_t>(frames), 7)));
}

void writeRamp(const QString& path) {
  std::vector<std::uint16_t> cells;
  for (std::uint16_t i = 0; i < 256; ++i) cells.push_back(static_cast<std::uint16_t>(100 * i));
  std::vector<std::uint8_t> half(32, 0);
  std::fill(half.begin() + 16, half.end(), std::uint8_t{0xFF});
  DicomBuilder builder;
  builder.identity("2.25.80", "2.25.81", "2.25.82", "MR")
      .image(16, 16)
      .text(tags::WindowCenter, Vr::DS, "300")
      .text(tags::WindowWidth, Vr::DS, "400");
  builder.us({0x6000, 0x0010}, {16})
      .us({0x6000, 0x0011}, {16})
      .text({0x6000, 0x0040}, Vr::CS, "G")
      .raw({0x00, 0x60, 0x50, 0x00, 'S', 'S', 4, 0, 1, 0, 1, 0})
      .us({0x6000, 0x0100}, {1})
      .us({0x6000, 0x0102}, {0})
      .bytes({0x6000, 0x3000}, Vr::OW, half);
  write(path, builder.words(tags::PixelData, cells));
}

void writeCutImage(const QString& path) {
  write(path, DicomBuilder()
                  .identity("2.25.60", "2.25.61", "2.25.62")
                  .image(16, 16)
                  .words(tags::PixelData, {1, 2, 3}));
}

std::shared_ptr<const core::DicomFile> readDicom(const QString& path) {
  const auto bytes = core::readAll({path, {}, -1, 0});
  auto file = bytes ? core::DicomFile::parse(*bytes) : core::Result<core::DicomFile>(bytes.error());
  return file ? std::make_shared<const core::DicomFile>(*std::move(file)) : nullptr;
}

app::StackPtr stackOf(const QString& path) {
  std::vector<core::Instance> all;
  core::ScanSink sink;
  sink.instances = [&all](std::vector<core::Instance> batch) {
    std::move(batch.begin(), batch.end(), std::back_inserter(all));
  };
  sink.problems = [](std::vector<core::Problem>) {};
  sink.progress = [](core::ScanProgress) {};
  core::scan({path}, sink, std::atomic<bool>(false));
  return std::make_shared<const core::Stack>(core::stacksOf(std::move(all)).front());
}

}  // namespace tests
