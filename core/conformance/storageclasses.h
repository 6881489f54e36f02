// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "core/dictionary/dictionary.h"

namespace core {

/// What the instances of a storage SOP class (PS3.4 B.5) hold for a viewer. What is shown follows from the
/// instance alone: any with pixel data is, whatever its class.
enum class StorageKind {
  Image,  ///< Pixel Data, Float or Double Float Pixel Data
  Other,  ///< presentation states, reports, waveforms, plans, …: opened, their elements shown
};

struct StorageClass {
  const UidEntry* uid;
  StorageKind kind;
};

/// The storage classes of PS3.6 Annex A, in its order.
std::vector<StorageClass> storageClasses();

}  // namespace core
