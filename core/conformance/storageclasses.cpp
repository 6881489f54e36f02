// SPDX-License-Identifier: MIT
#include "core/conformance/storageclasses.h"

#include <algorithm>
#include <iterator>

namespace core {

namespace {

/// Classes with pixels whose names do not say "Image Storage".
constexpr std::string_view imagesByAnotherName[] = {
    "Corneal Topography Map Storage",
    "Ophthalmic Optical Coherence Tomography B-scan Volume Analysis Storage",
    "Ophthalmic Thickness Map Storage",
    "Parametric Map Storage",
    "RT Dose Storage",
    "Segmentation Storage",
};

/// Below this root of UIDs are the storage classes, and a few that store nothing.
constexpr std::string_view storageRoot = "1.2.840.10008.5.1.4.1.1.";

bool isStorage(const UidEntry& entry) {
  return entry.type == "SOP Class" && entry.value.starts_with(storageRoot) &&
         entry.name.find("Storage") != std::string_view::npos;
}

StorageKind kindOf(std::string_view name) {
  const bool isNamed = std::find(std::begin(imagesByAnotherName), std::end(imagesByAnotherName), name) !=
                       std::end(imagesByAnotherName);
  return isNamed || name.find("Image Storage") != std::string_view::npos ? StorageKind::Image
                                                                         : StorageKind::Other;
}

}  // namespace

std::vector<StorageClass> storageClasses() {
  std::vector<StorageClass> classes;
  for (const UidEntry& entry : allUids())
    if (isStorage(entry)) classes.push_back({&entry, kindOf(entry.name)});
  return classes;
}

}  // namespace core
