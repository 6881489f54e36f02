// SPDX-License-Identifier: MIT
#pragma once

#include "core/decode/codec.h"
#include "core/decode/framereader.h"

namespace core {

/// The codec of a transfer syntax; null for native syntaxes and for those that are not shown.
Codec codecOf(std::string_view transferSyntaxUid);
/// The row of the table, or null for a syntax that PS3.6 does not know.
const TransferSyntaxRow* findSyntax(std::string_view transferSyntaxUid);

}  // namespace core
