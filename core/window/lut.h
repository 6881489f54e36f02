// SPDX-License-Identifier: MIT
#pragma once

#include "core/parse/dataset.h"
#include "core/window/display.h"

namespace core {

/// The three numbers in front of a lookup table (PS3.3 C.11.1.1.1): the count of entries (0 stands for
/// 65,536), the input of the first, the bits of an entry.
struct LutDescriptor {
  std::size_t count = 0;
  std::int64_t first = 0;
  std::uint16_t bits = 16;
};

/// Reads a descriptor whatever its VR says; the second number is signed when isFirstSigned or when its VR is
/// SS. Nothing when fewer than three numbers are there.
std::optional<LutDescriptor> lutDescriptor(const DataSet& item, Tag tag, bool isFirstSigned);

/// The 16-bit words of an element in its byte order, whatever its VR; a text or nothing gives none.
std::vector<std::uint16_t> words(const DataSet& item, Tag tag);

/// The count entries of a table: words, or bytes where the data is only large enough for those. Empty when
/// there are too few.
std::vector<std::uint16_t> lutEntries(const DataSet& item, Tag tag, std::size_t count);

/// An item of a Modality or VOI LUT Sequence. Nothing when it cannot be used: its descriptor is incomplete or
/// its data too short.
std::optional<LookupTable> readLut(const DataSet& item, bool isFirstSigned);

}  // namespace core
