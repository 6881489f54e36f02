// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QImage>
#include <QJsonDocument>
#include <QJsonObject>

#include "core/parse/tags.h"
#include "tests/support/dicombuilder.h"

namespace tests {

/// A 2 × 2 image of 8 bits whose first pixel is its number, with so many frames; frame i is brighter by 10 i.
inline DicomBuilder smallImage(int number, int frames = 1) {
  using core::Vr;
  const std::string text = std::to_string(number);
  std::vector<std::uint8_t> cells;
  for (int frame = 0; frame < frames; ++frame)
    for (const int cell : {number, 50, 100, 150})
      cells.push_back(static_cast<std::uint8_t>(cell + 10 * frame));
  return DicomBuilder()
      .identity("2.25.10" + text)
      .text(core::tags::InstanceNumber, Vr::IS, text)
      .text(core::tags::NumberOfFrames, Vr::IS, std::to_string(frames))
      .image(2, 2, 8, 8)
      .bytes(core::tags::PixelData, Vr::OB, cells);
}

inline QImage imageOf(const QJsonValue& base64) {
  return QImage::fromData(QByteArray::fromBase64(base64.toString().toLatin1()));
}

}  // namespace tests
