// SPDX-License-Identifier: MIT
#include "core/anonymise/unusedbits.h"

namespace core::anonymise {

bool hasUnusedBits(const PixelFormat& format) {
  return !format.isFloat && format.bitsAllocated > 1 && format.bitsStored < format.bitsAllocated;
}

void clearUnusedBits(const PixelFormat& format, std::vector<std::uint8_t>& bytes) {
  if (!hasUnusedBits(format)) return;
  const std::size_t size = format.bitsAllocated / 8u;
  const int lowest = format.highBit + 1 - format.bitsStored;
  const std::uint64_t ones = (std::uint64_t{1} << format.bitsStored) - 1;
  const std::uint64_t sign = format.isSigned ? std::uint64_t{1} << format.highBit : 0;
  const std::uint64_t above = ~std::uint64_t{0} << format.highBit;
  for (std::size_t at = 0; at + size <= bytes.size(); at += size) {
    std::uint64_t cell = 0;
    for (std::size_t i = size; i-- > 0;) cell = cell << 8 | bytes[at + i];
    cell &= ones << lowest;
    if (cell & sign) cell |= above;
    for (std::size_t i = 0; i < size; ++i) bytes[at + i] = static_cast<std::uint8_t>(cell >> (8 * i));
  }
}

}  // namespace core::anonymise
