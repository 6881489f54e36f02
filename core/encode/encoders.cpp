// SPDX-License-Identifier: MIT
#include "core/encode/encoders.h"

#include "core/parse/transfersyntax.h"

namespace core {

namespace {

constexpr SyntaxEncoder table[] = {
    {uid::ExplicitLittle},
    {uid::ImplicitLittle},
    {uid::ExplicitBig},
    {uid::Deflated},
    {"1.2.840.10008.1.2.5", encodeRle},
    {"1.2.840.10008.1.2.4.80", encodeJpegLs},
    {"1.2.840.10008.1.2.4.50", encodeJpegBaseline, "YBR_FULL_422", "ISO_10918_1"},
    {"1.2.840.10008.1.2.4.90", encodeJpeg2000, "YBR_RCT"},
};

}  // namespace

std::span<const SyntaxEncoder> syntaxEncoders() { return table; }

const SyntaxEncoder* findEncoder(std::string_view transferSyntax) {
  const auto at = std::find_if(std::begin(table), std::end(table),
                               [=](const SyntaxEncoder& row) { return row.uid == transferSyntax; });
  return at != std::end(table) ? at : nullptr;
}

}  // namespace core
