// SPDX-License-Identifier: MIT
#pragma once

#include "core/decode/codec.h"
#include "core/decode/frameindex.h"
#include "core/decode/framereader.h"

namespace core {

/// A row of THE TABLE: TransferSyntaxRow and how its frames are decoded.
struct SyntaxCodec {
  TransferSyntaxRow row;
  bool isEncapsulated = false;
  FrameIndex::Framing framing = FrameIndex::Framing::Markers;
  Codec codec = nullptr;  ///< null when it is not shown
};

/// Null for a UID that the table does not know.
const SyntaxCodec* syntaxCodec(std::string_view uid);

}  // namespace core
