// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

#include "core/base/bytes.h"
#include "core/base/result.h"

namespace core {

enum class DeflateEngine { IsaL, Libdeflate };

/// ISA-L where it is built in and the processor has what makes it fast, else libdeflate.
DeflateEngine fastestDeflate();

/// Appends the bytes as a zlib stream (RFC 1950): fast rather than small. An engine that is not there is
/// replaced by the other. Errors: WriteFailed.
Status appendZlib(std::vector<std::uint8_t>& out, ByteView raw, DeflateEngine engine = fastestDeflate());

/// CRC-32 of PNG and zip, continued from a former one.
std::uint32_t crc32Of(ByteView bytes, std::uint32_t before = 0);

}  // namespace core
