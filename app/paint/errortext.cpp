// SPDX-License-Identifier: MIT
#include "app/paint/errortext.h"

#include <QCoreApplication>

namespace app {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("Error", text); }

QString sentence(core::ErrorCode code) {
  using core::ErrorCode;
  switch (code) {
    case ErrorCode::FileNotFound:
      return tr(QT_TRANSLATE_NOOP("Error", "The file does not exist"));
    case ErrorCode::FileUnreadable:
      return tr(QT_TRANSLATE_NOOP("Error", "The file cannot be read"));
    case ErrorCode::NotDicom:
      return tr(QT_TRANSLATE_NOOP("Error", "This is not a DICOM file"));
    case ErrorCode::Truncated:
      return tr(QT_TRANSLATE_NOOP("Error", "The file is cut short"));
    case ErrorCode::Malformed:
      return tr(QT_TRANSLATE_NOOP("Error", "The file is damaged"));
    case ErrorCode::NestedTooDeep:
      return tr(QT_TRANSLATE_NOOP("Error", "Sequences are nested too deep"));
    case ErrorCode::TooLarge:
      return tr(QT_TRANSLATE_NOOP("Error", "Larger than the limit"));
    case ErrorCode::UnsupportedTransferSyntax:
      return tr(QT_TRANSLATE_NOOP("Error", "This transfer syntax is not supported"));
    case ErrorCode::UnsupportedPixelFormat:
      return tr(QT_TRANSLATE_NOOP("Error", "This pixel format is not supported"));
    case ErrorCode::NoPixelData:
      return tr(QT_TRANSLATE_NOOP("Error", "This object has no image"));
    case ErrorCode::FrameOutOfRange:
      return tr(QT_TRANSLATE_NOOP("Error", "There is no such frame"));
    case ErrorCode::CodecFailed:
      return tr(QT_TRANSLATE_NOOP("Error", "The compressed image is damaged"));
    case ErrorCode::ZipInvalid:
      return tr(QT_TRANSLATE_NOOP("Error", "This is not a readable zip archive"));
    case ErrorCode::ZipUnsafe:
      return tr(QT_TRANSLATE_NOOP("Error", "The zip archive was refused"));
    case ErrorCode::WriteFailed:
      return tr(QT_TRANSLATE_NOOP("Error", "It could not be written"));
    case ErrorCode::InvalidArgument:
      return tr(QT_TRANSLATE_NOOP("Error", "Invalid argument"));
    case ErrorCode::Cancelled:
      return tr(QT_TRANSLATE_NOOP("Error", "Cancelled"));
  }
  return {};
}

}  // namespace

QString errorText(const core::Error& error) {
  const QString text = sentence(error.code);
  return error.detail.empty()
             ? text
             : text + QStringLiteral(" (") + QString::fromStdString(error.detail) + QLatin1Char(')');
}

}  // namespace app
