// SPDX-License-Identifier: MIT
#include <QFile>

#include "core/parse/tags.h"
#include "tests/bench/seriesrows.h"
#include "tests/support/dicombuilder.h"

namespace bench {

namespace tags = core::tags;
using core::Vr;

namespace {

/// Everything of one slice but its cells.
std::vector<std::uint8_t> headerOf(int slice, std::uint16_t side) {
  const std::string number = std::to_string(slice + 1);
  auto builder = tests::DicomBuilder()
                     .text(tags::SOPClassUID, Vr::UI, "1.2.840.10008.5.1.4.1.1.2")
                     .text(tags::SOPInstanceUID, Vr::UI, "2.25.4711." + number)
                     .text(tags::StudyDate, Vr::DA, "20260101")
                     .text(tags::AcquisitionDate, Vr::DA, "20260101")
                     .text(tags::StudyTime, Vr::TM, "101500")
                     .text(tags::AcquisitionTime, Vr::TM, "101500.25")
                     .text(tags::Modality, Vr::CS, "CT")
                     .text(tags::Manufacturer, Vr::LO, "Synthetic")
                     .text(tags::StudyDescription, Vr::LO, "Chest")
                     .text(tags::SeriesDescription, Vr::LO, "Axial 1 mm")
                     .text(tags::PatientName, Vr::PN, "SYNTHETIC^BENCH")
                     .text(tags::PatientID, Vr::LO, "BENCH");
  for (std::uint16_t i = 0; i < 60; ++i)
    builder.text({0x0018, static_cast<std::uint16_t>(0x9300 + i)}, Vr::LO, "a value of a usual length");
  builder.text(tags::StudyInstanceUID, Vr::UI, "2.25.4711")
      .text(tags::SeriesInstanceUID, Vr::UI, "2.25.4712")
      .text(tags::SeriesNumber, Vr::IS, "3")
      .text(tags::InstanceNumber, Vr::IS, number)
      .text(tags::ImagePositionPatient, Vr::DS, "-150\\-150\\" + number)
      .text(tags::ImageOrientationPatient, Vr::DS, "1\\0\\0\\0\\1\\0")
      .text(tags::FrameOfReferenceUID, Vr::UI, "2.25.4713")
      .us(tags::SamplesPerPixel, {1})
      .text(tags::PhotometricInterpretation, Vr::CS, "MONOCHROME2")
      .us(tags::Rows, {side})
      .us(tags::Columns, {side})
      .text(tags::PixelSpacing, Vr::DS, "0.6\\0.6")
      .us(tags::BitsAllocated, {16})
      .us(tags::BitsStored, {12})
      .us(tags::HighBit, {11})
      .us(tags::PixelRepresentation, {0})
      .text(tags::WindowCenter, Vr::DS, "1040")
      .text(tags::WindowWidth, Vr::DS, "400")
      .text(tags::RescaleIntercept, Vr::DS, "-1024")
      .text(tags::RescaleSlope, Vr::DS, "1");
  builder.lying(tags::PixelData, Vr::OW, std::uint32_t{side} * side * 2, {});
  return builder.file();
}

QByteArray cells(std::uint16_t side) {
  QByteArray bytes;
  for (int row = 0; row < side; ++row)
    for (int column = 0; column < side; ++column) {
      const int value = 1024 + ((row * row + column * column) / 97 + row * column / 31) % 900;
      bytes += static_cast<char>(value);
      bytes += static_cast<char>(value >> 8);
    }
  return bytes;
}

}  // namespace

SyntheticSeries::SyntheticSeries(int slices, std::uint16_t side) {
  const QByteArray pixels = cells(side);
  for (int slice = 0; slice < slices; ++slice) {
    QFile file(m_folder.filePath(QStringLiteral("IM%1").arg((slice * 7919) % slices)));
    const auto header = headerOf(slice, side);
    m_complete =
        m_complete && file.open(QIODevice::WriteOnly) &&
        file.write(reinterpret_cast<const char*>(header.data()), static_cast<qint64>(header.size())) > 0 &&
        file.write(pixels) == pixels.size();
  }
}

}  // namespace bench
