// SPDX-License-Identifier: MIT
#include "server/read/refusal.h"

#include "server/routes/fielderrors.h"

namespace server {

namespace {

using core::ErrorCode;

constexpr std::size_t mostReasons = 5;

}  // namespace

/// Old clients look for the text of the contract: what is wrong with a DICOM file stands beside it.
Answer unreadable(const core::Error& error) {
  if (error.code == ErrorCode::ZipInvalid || error.code == ErrorCode::ZipUnsafe)
    return fieldAnswer("file", "Invalid ZIP file: " + core::message(error));
  if (error.code == ErrorCode::NotDicom) return fieldAnswer("file", "Invalid DICOM file");
  FieldErrors errors;
  errors.add(QStringLiteral("file"), QStringLiteral("Invalid DICOM file"));
  errors.add(QStringLiteral("file"), QString::fromStdString(core::message(error)));
  return errors.answer();
}

Answer undecodable(const core::Error& error, std::string_view field) {
  if (error.code == ErrorCode::FrameOutOfRange) return fieldAnswer(field, core::message(error));
  return detailAnswer(422, core::message(error));
}

Answer nothingReadable(const core::ArchiveListing& listing) {
  std::string text = "No DICOM file in the archive can be read.";
  for (std::size_t i = 0; i < std::min(listing.problems.size(), mostReasons); ++i)
    text += ' ' + listing.problems[i].first.toStdString() + ": " + core::message(listing.problems[i].second) +
            '.';
  return fieldAnswer("file", text);
}

}  // namespace server
