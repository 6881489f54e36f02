// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/bytes.h"
#include "core/base/result.h"

namespace core {

/// Inflates raw deflate data (PS3.5 A.5), at most maximum bytes; a stream that goes past limits::deflateRatio
/// is TooLarge, one that is no deflate data Malformed. A stream that is only cut short gives what was there.
/// With stopAt, inflation ends early once that many bytes are there (for scans).
Result<BufferPtr> inflateRaw(ByteView deflated, std::uint64_t maximum,
                             std::uint64_t stopAt = ~std::uint64_t{0});

}  // namespace core
