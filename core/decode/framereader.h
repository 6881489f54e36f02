// SPDX-License-Identifier: MIT
#pragma once

#include <memory>

#include "core/base/result.h"
#include "core/decode/frame.h"
#include "core/parse/dicomfile.h"

namespace core {

/// The frames of one file, decoded one at a time on demand. Where each frame's bytes are comes from the Basic
/// or the Extended Offset Table when it is right, else from one scan of the fragments that is remembered.
/// Safe from every thread.
class FrameReader {
 public:
  /// Errors: NoPixelData, UnsupportedTransferSyntax (the detail names it), UnsupportedPixelFormat, TooLarge.
  static Result<std::shared_ptr<const FrameReader>> open(std::shared_ptr<const DicomFile> file);
  virtual ~FrameReader() = default;

  virtual const DicomFile& file() const = 0;
  virtual const PixelFormat& format() const = 0;
  /// Number of Frames as the data set says it (1 when it does not): a frame whose bytes are not there gives
  /// Truncated, so that whoever shows the object can say that it is incomplete.
  virtual std::uint32_t frames() const = 0;
  /// Decodes frame index (from 0). Errors: FrameOutOfRange, Truncated, CodecFailed. Never a picture from
  /// bytes that are not there. reduce > 0 asks a codec that can (JPEG 2000) for 1/2^reduce of the size;
  /// others ignore it.
  virtual Result<FramePtr> frame(std::uint32_t index, int reduce = 0) const = 0;
};

/// A row of the table of transfer syntaxes: the conformance statement of this program.
struct TransferSyntaxRow {
  std::string_view uid;
  std::string_view name;
  bool isShown;         ///< frames can be decoded
  bool isLossy;         ///< may lose information
  std::string_view by;  ///< the code or library that decodes it; why not, when it is not shown
};
std::span<const TransferSyntaxRow> transferSyntaxes();

}  // namespace core
