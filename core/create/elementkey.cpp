// SPDX-License-Identifier: MIT
#include "core/create/elementkey.h"

#include <algorithm>
#include <charconv>

#include "core/dictionary/dictionary.h"
#include "core/parse/tags.h"

namespace core {

namespace {

constexpr Tag structural[] = {
    tags::SpecificCharacterSet,
    tags::SOPClassUID,
    tags::SamplesPerPixel,
    tags::PhotometricInterpretation,
    tags::PlanarConfiguration,
    tags::NumberOfFrames,
    tags::FrameIncrementPointer,
    tags::Rows,
    tags::Columns,
    tags::BitsAllocated,
    tags::BitsStored,
    tags::HighBit,
    tags::PixelRepresentation,
    {0x0028, 0x0106},  // SmallestImagePixelValue
    {0x0028, 0x0107},  // LargestImagePixelValue
    tags::RedPaletteColorLookupTableDescriptor,
    tags::GreenPaletteColorLookupTableDescriptor,
    tags::BluePaletteColorLookupTableDescriptor,
    tags::RedPaletteColorLookupTableData,
    tags::GreenPaletteColorLookupTableData,
    tags::BluePaletteColorLookupTableData,
    tags::LossyImageCompression,
    tags::LossyImageCompressionRatio,
    {0x0028, 0x2114},  // LossyImageCompressionMethod
    {0x0042, 0x0011},  // EncapsulatedDocument
    {0x0042, 0x0012},  // MIMETypeOfEncapsulatedDocument
    {0x0042, 0x0015},  // EncapsulatedDocumentLength
    tags::SharedFunctionalGroupsSequence,
    tags::PerFrameFunctionalGroupsSequence,
};

constexpr Tag identities[] = {tags::SOPInstanceUID, tags::StudyInstanceUID, tags::SeriesInstanceUID};

/// Of the study and patient study modules, outside group 0010.
constexpr Tag studyElements[] = {
    tags::StudyInstanceUID, tags::StudyDate,  tags::StudyTime,
    tags::AccessionNumber,  {0x0008, 0x0051},  // IssuerOfAccessionNumberSequence
    {0x0008, 0x0090},                          // ReferringPhysicianName
    {0x0008, 0x0096},                          // ReferringPhysicianIdentificationSequence
    {0x0008, 0x009C},                          // ConsultingPhysicianName
    tags::StudyDescription, {0x0008, 0x1032},  // ProcedureCodeSequence
    {0x0008, 0x1048},                          // PhysiciansOfRecord
    {0x0008, 0x1060},                          // NameOfPhysiciansReadingStudy
    {0x0008, 0x1080},                          // AdmittingDiagnosesDescription
    tags::StudyID,          {0x0032, 0x1033},  // RequestingService
    {0x0038, 0x0010},                          // AdmissionID
};

template <std::size_t size>
bool contains(const Tag (&tags)[size], Tag tag) {
  return std::find(std::begin(tags), std::end(tags), tag) != std::end(tags);
}

std::optional<std::uint16_t> hex(std::string_view digits) {
  std::uint16_t value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
  if (digits.size() != 4 || error != std::errc() || end != digits.data() + 4) return std::nullopt;
  return value;
}

}  // namespace

std::optional<Tag> elementOfKey(std::string_view key) {
  if (const auto tag = tagOfKeyword(key)) return tag;
  const bool hasComma = key.size() == 9 && key[4] == ',';
  if (!hasComma && key.size() != 8) return std::nullopt;
  const auto group = hex(key.substr(0, 4));
  const auto element = hex(key.substr(hasComma ? 5 : 4));
  if (!group || !element) return std::nullopt;
  return Tag{*group, *element};
}

Reserved reservedness(Tag tag) {
  if (tag.group < 0x0008 || tag.group == 0xFFFE || tag.group == 0xFFFF || tag.element == 0)
    return tag.group == 0x0002 ? Reserved::Structural : Reserved::Unwritable;
  if (tag.group == 0x7FE0 || contains(structural, tag)) return Reserved::Structural;
  return contains(identities, tag) ? Reserved::Identity : Reserved::No;
}

bool isInherited(Tag tag) { return tag.group == 0x0010 || contains(studyElements, tag); }

}  // namespace core
