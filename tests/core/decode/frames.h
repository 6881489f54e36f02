// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include "core/decode/framereader.h"
#include "core/parse/tags.h"
#include "tests/support/dicombuilder.h"

namespace tests {

inline core::Result<std::shared_ptr<const core::FrameReader>> opened(std::vector<std::uint8_t> bytes) {
  auto file = core::DicomFile::parse(bufferOf(std::move(bytes)));
  if (!file) return file.error();
  return core::FrameReader::open(std::make_shared<const core::DicomFile>(std::move(*file)));
}

/// Opens the file and decodes one frame.
inline core::Result<core::FramePtr> frameOf(std::vector<std::uint8_t> bytes, std::uint32_t index = 0) {
  auto reader = opened(std::move(bytes));
  if (!reader) return reader.error();
  return (*reader)->frame(index);
}

/// The samples of a frame as numbers; empty when it failed.
inline std::vector<std::int64_t> samplesOf(const core::Result<core::FramePtr>& frame) {
  std::vector<std::int64_t> values;
  if (!frame) return values;
  const auto all = [&values](auto samples) { values.assign(samples.begin(), samples.end()); };
  switch ((*frame)->type) {
    case core::SampleType::U8:
      all((*frame)->samplesAs<std::uint8_t>());
      break;
    case core::SampleType::S8:
      all((*frame)->samplesAs<std::int8_t>());
      break;
    case core::SampleType::U16:
      all((*frame)->samplesAs<std::uint16_t>());
      break;
    case core::SampleType::S16:
      all((*frame)->samplesAs<std::int16_t>());
      break;
    case core::SampleType::U32:
      all((*frame)->samplesAs<std::uint32_t>());
      break;
    case core::SampleType::S32:
      all((*frame)->samplesAs<std::int32_t>());
      break;
    default:
      break;
  }
  return values;
}

/// "" when frames are equal, else what differs; for QCOMPARE.
inline QString difference(const core::Result<core::FramePtr>& a, const core::Result<core::FramePtr>& b) {
  if (!a) return QString::fromStdString("left: " + core::message(a.error()));
  if (!b) return QString::fromStdString("right: " + core::message(b.error()));
  if ((*a)->columns != (*b)->columns || (*a)->rows != (*b)->rows) return QStringLiteral("size");
  if ((*a)->samples != (*b)->samples) return QStringLiteral("samples");
  if ((*a)->type != (*b)->type) return QStringLiteral("type");
  if ((*a)->photometric != (*b)->photometric) return QStringLiteral("photometric");
  return (*a)->data == (*b)->data ? QString() : QStringLiteral("values");
}

}  // namespace tests
