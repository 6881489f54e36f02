// SPDX-License-Identifier: MIT
#include "core/text/effectivevr.h"

#include "core/dictionary/dictionary.h"
#include "core/parse/tags.h"
#include "core/text/codings.h"

namespace core {

namespace {

constexpr Tag waveformBitsAllocated{0x5400, 0x1004};

/// Damaged letters may be any bytes; the texts are UTF-8.
EffectiveVr plain(Vr vr) {
  EffectiveVr effective{vr, {}};
  charset::decode(charset::Coding::Latin1, letters(vr), effective.letters);
  return effective;
}

/// Absent, it does not matter unless there are pixels: then whoever left it out meant something else than 0.
Vr bySign(const DataSet& dataSet) {
  const DataSet* at = &dataSet;
  while (!at->has(tags::PixelRepresentation) && at->parent()) at = at->parent();
  const auto sign = at->integer(tags::PixelRepresentation);
  if (!at->has(tags::PixelRepresentation) && !at->has(tags::PixelData)) return Vr::US;
  return sign == 0 ? Vr::US : Vr::SS;
}

/// Data of 8-bit cells may be OB where a VR is written; implicit data is OW (PS3.5 A.1).
Vr byCells(const DataSet& dataSet, const Element& element, Tag bits) {
  if (element.isEncapsulated()) return Vr::OB;
  if (element.isImplicit) return Vr::OW;
  return dataSet.integer(bits).value_or(16) > 8 ? Vr::OW : Vr::OB;
}

Vr lutData(const DataSet& dataSet) { return dataSet.integer(tags::LUTDescriptor, 0) == 1 ? Vr::US : Vr::OW; }

bool isOverlayData(Tag tag) { return (tag.group & 0xFFE1) == 0x6000 && tag.element == 0x3000; }

EffectiveVr chosen(const DataSet& dataSet, const Element& element, std::string_view open) {
  if (open == "US or SS") return plain(bySign(dataSet));
  if (element.tag == tags::PixelData) return plain(byCells(dataSet, element, tags::BitsAllocated));
  if (element.tag == tags::LUTData) return plain(lutData(dataSet));
  if (isOverlayData(element.tag)) return plain(Vr::OW);
  if (element.tag.group == 0x5400) return plain(byCells(dataSet, element, waveformBitsAllocated));
  return {Vr::OW, std::string(open)};
}

}  // namespace

EffectiveVr effectiveVr(const DataSet& dataSet, const Element& element) {
  if (!element.isImplicit || element.isSequence() || element.tag.isPrivate()) return plain(element.vr);
  const DictionaryEntry* entry = findAny(element.tag);
  const bool isOpen = entry && entry->vr.size() > 2 && element.vr != Vr::UN;
  return isOpen ? chosen(dataSet, element, entry->vr) : plain(element.vr);
}

}  // namespace core
