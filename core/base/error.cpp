// SPDX-License-Identifier: MIT
#include "core/base/error.h"

namespace core {

std::string_view describe(ErrorCode code) {
  switch (code) {
    case ErrorCode::FileNotFound:
      return "no such file";
    case ErrorCode::FileUnreadable:
      return "the file cannot be read";
    case ErrorCode::NotDicom:
      return "not a DICOM file";
    case ErrorCode::Truncated:
      return "the file is cut short";
    case ErrorCode::Malformed:
      return "the file is damaged";
    case ErrorCode::NestedTooDeep:
      return "sequences are nested too deep";
    case ErrorCode::TooLarge:
      return "larger than the limit";
    case ErrorCode::UnsupportedTransferSyntax:
      return "transfer syntax not supported";
    case ErrorCode::UnsupportedPixelFormat:
      return "pixel format not supported";
    case ErrorCode::NoPixelData:
      return "no pixel data";
    case ErrorCode::FrameOutOfRange:
      return "no such frame";
    case ErrorCode::CodecFailed:
      return "the compressed image is damaged";
    case ErrorCode::ZipInvalid:
      return "not a readable zip archive";
    case ErrorCode::ZipUnsafe:
      return "zip archive refused";
    case ErrorCode::WriteFailed:
      return "could not be written";
    case ErrorCode::DiskFull:
      return "the disk is full";
    case ErrorCode::NoPermission:
      return "no permission to write there";
    case ErrorCode::FolderMissing:
      return "the folder does not exist";
    case ErrorCode::WouldOverwrite:
      return "nothing was overwritten";
    case ErrorCode::InvalidArgument:
      return "invalid argument";
    case ErrorCode::Cancelled:
      return "cancelled";
  }
  return "unknown error";
}

std::string message(const Error& error) {
  std::string text(describe(error.code));
  if (!error.detail.empty()) text += ": " + error.detail;
  return text;
}

}  // namespace core
