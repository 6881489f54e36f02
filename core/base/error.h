// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace core {

/// Why something could not be done. People's words are made from the code in two places only: app
/// (translated) and server (HTTP status).
enum class ErrorCode {
  FileNotFound,
  FileUnreadable,
  NotDicom,                   ///< neither a Part 10 file nor a bare data set (PS3.10)
  Truncated,                  ///< the bytes end before what they announce
  Malformed,                  ///< the encoding of PS3.5 is broken where nothing can be saved
  NestedTooDeep,              ///< sequences deeper than limits::nesting
  TooLarge,                   ///< past a cap of limits.h
  UnsupportedTransferSyntax,  ///< named in the detail
  UnsupportedPixelFormat,     ///< bits, samples or photometric interpretation that no picture is agreed for
  NoPixelData,
  FrameOutOfRange,
  CodecFailed,  ///< the codestream is broken or contradicts the data set
  ZipInvalid,
  ZipUnsafe,  ///< encrypted, nested, absolute, overlapping, or a bomb
  WriteFailed,
  DiskFull,
  NoPermission,    ///< to write there
  FolderMissing,   ///< the folder to write into is not there (any more)
  WouldOverwrite,  ///< an original, or what may not be replaced
  InvalidArgument,
  Cancelled,
};

/// An error as a value. The detail is English and technical; it names tags, sizes and syntaxes, never a
/// patient's value, and never a path (whoever reports it knows which file it was about).
struct Error {
  ErrorCode code;
  std::string detail;
};

/// The detail of FileUnreadable when bytes went away while they were read.
inline constexpr std::string_view bytesWentAway =
    "it got shorter, or its medium went away, while it was read";

/// One short English clause for a code ("not a DICOM file"), without the detail.
std::string_view describe(ErrorCode code);

/// The clause and the detail, as the command-line programs print it.
std::string message(const Error& error);

}  // namespace core
