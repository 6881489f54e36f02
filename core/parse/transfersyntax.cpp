// SPDX-License-Identifier: MIT
#include "core/parse/transfersyntax.h"

namespace core {

Encoding encodingOf(std::string_view transferSyntaxUid) {
  if (transferSyntaxUid == uid::ImplicitLittle) return {false, ByteOrder::Little, false};
  if (transferSyntaxUid == uid::ExplicitBig) return {true, ByteOrder::Big, false};
  if (transferSyntaxUid == uid::Deflated) return {true, ByteOrder::Little, true};
  return {true, ByteOrder::Little, false};
}

}  // namespace core
