// SPDX-License-Identifier: MIT
#include "app/paint/errortext.h"

#include <QCoreApplication>

#include "app/paint/errordetail.h"

namespace app {

namespace {

QString say(const char* text) { return QCoreApplication::translate("Error", text); }

QString sentence(core::ErrorCode code) {
  using core::ErrorCode;
  switch (code) {
    case ErrorCode::FileNotFound:
      return say(QT_TRANSLATE_NOOP("Error", "The file does not exist"));
    case ErrorCode::FileUnreadable:
      return say(QT_TRANSLATE_NOOP("Error", "The file cannot be read"));
    case ErrorCode::NotDicom:
      return say(QT_TRANSLATE_NOOP("Error", "This is not a DICOM file"));
    case ErrorCode::Truncated:
      return say(QT_TRANSLATE_NOOP("Error", "The file is cut short"));
    case ErrorCode::Malformed:
      return say(QT_TRANSLATE_NOOP("Error", "The file is damaged"));
    case ErrorCode::NestedTooDeep:
      return say(QT_TRANSLATE_NOOP("Error", "Sequences are nested too deep"));
    case ErrorCode::TooLarge:
      return say(QT_TRANSLATE_NOOP("Error", "Larger than the limit"));
    case ErrorCode::UnsupportedTransferSyntax:
      return say(QT_TRANSLATE_NOOP("Error", "This transfer syntax is not supported"));
    case ErrorCode::UnsupportedPixelFormat:
      return say(QT_TRANSLATE_NOOP("Error", "This pixel format is not supported"));
    case ErrorCode::NoPixelData:
      return say(QT_TRANSLATE_NOOP("Error", "This object has no image"));
    case ErrorCode::FrameOutOfRange:
      return say(QT_TRANSLATE_NOOP("Error", "There is no such frame"));
    case ErrorCode::CodecFailed:
      return say(QT_TRANSLATE_NOOP("Error", "The compressed image is damaged"));
    case ErrorCode::ZipInvalid:
      return say(QT_TRANSLATE_NOOP("Error", "This is not a readable zip archive"));
    case ErrorCode::ZipUnsafe:
      return say(QT_TRANSLATE_NOOP("Error", "The zip archive was refused"));
    case ErrorCode::WriteFailed:
      return say(QT_TRANSLATE_NOOP("Error", "It could not be written"));
    case ErrorCode::DiskFull:
      return say(QT_TRANSLATE_NOOP("Error", "The disk is full"));
    case ErrorCode::NoPermission:
      return say(QT_TRANSLATE_NOOP("Error", "Writing there is not permitted"));
    case ErrorCode::FolderMissing:
      return say(QT_TRANSLATE_NOOP("Error", "The folder does not exist"));
    case ErrorCode::WouldOverwrite:
      return say(QT_TRANSLATE_NOOP("Error", "Nothing was overwritten"));
    case ErrorCode::InvalidArgument:
      return say(QT_TRANSLATE_NOOP("Error", "Invalid argument"));
    case ErrorCode::Cancelled:
      return say(QT_TRANSLATE_NOOP("Error", "Cancelled"));
  }
  return {};
}

}  // namespace

QString errorText(const core::Error& error) {
  const QString text = sentence(error.code);
  if (error.detail.empty()) return text;
  const QString detail = detailText(error.detail);
  // Brackets in brackets are hard to read.
  if (detail.contains(QLatin1Char('('))) return text + QStringLiteral(": ") + detail;
  return text + QStringLiteral(" (") + detail + QLatin1Char(')');
}

}  // namespace app
