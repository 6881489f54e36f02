// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "core/parse/dataset.h"

namespace core {

/// The VR by which an element's value is to be read. The letters are those of the standard's tables where the
/// choice stays open ("US or SS or OW"), else of the VR.
struct EffectiveVr {
  Vr vr;
  std::string letters;
};

/// As written; where it was not, or as UN, the dictionary's, and of an ambiguous one what the data set says:
/// "US or SS" by Pixel Representation here or in a data set around, Pixel Data by its encoding, LUT Data by
/// its descriptor, overlay data OW (PS3.5 Annex A, PS3.3 C.11.1.1).
EffectiveVr effectiveVr(const DataSet& dataSet, const Element& element);

}  // namespace core
