// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/bytes.h"
#include "core/base/result.h"

namespace core {

/// The first bytes (at most wanted, never more than size) of raw deflate data that announces size bytes. With
/// wanted >= size the stream must end exactly there. Errors: ZipInvalid, ZipUnsafe (more than announced).
Result<BufferPtr> inflateEntry(ByteView deflated, std::uint64_t size, std::uint64_t wanted);

/// The same of entry index of an archive by way of libzip, for methods that are not deflate.
Result<BufferPtr> readByLibzip(ByteView archive, int index, std::uint64_t size, std::uint64_t wanted);

}  // namespace core
