// SPDX-License-Identifier: MIT
#include "tests/support/dicombuilder.h"

#include <bit>
#include <cstdio>
#include <cstdlib>

#include "core/parse/tags.h"

namespace tests {

using core::ByteOrder;
using core::Tag;
using core::Vr;

core::BufferPtr bufferOf(std::vector<std::uint8_t> bytes) {
  return std::make_shared<core::VectorBuffer>(std::move(bytes));
}

void DicomBuilder::u16(std::uint16_t value) {
  const auto low = static_cast<std::uint8_t>(value);
  const auto high = static_cast<std::uint8_t>(value >> 8);
  const bool little = m_encoding.order == ByteOrder::Little;
  m_bytes.push_back(little ? low : high);
  m_bytes.push_back(little ? high : low);
}

void DicomBuilder::u32(std::uint32_t value) {
  const auto low = static_cast<std::uint16_t>(value);
  const auto high = static_cast<std::uint16_t>(value >> 16);
  const bool little = m_encoding.order == ByteOrder::Little;
  u16(little ? low : high);
  u16(little ? high : low);
}

void DicomBuilder::header(Tag tag, Vr vr, std::uint32_t length) {
  u16(tag.group);
  u16(tag.element);
  if (!m_encoding.explicitVr || tag.group == 0xFFFE) return u32(length);
  for (const char letter : core::letters(vr)) m_bytes.push_back(static_cast<std::uint8_t>(letter));
  if (!core::hasLongLength(vr)) return u16(static_cast<std::uint16_t>(length));
  u16(0);
  u32(length);
}

DicomBuilder& DicomBuilder::raw(const std::vector<std::uint8_t>& bytes) {
  m_bytes.insert(m_bytes.end(), bytes.begin(), bytes.end());
  return *this;
}

DicomBuilder& DicomBuilder::lying(Tag tag, Vr vr, std::uint32_t length,
                                  const std::vector<std::uint8_t>& value) {
  header(tag, vr, length);
  return raw(value);
}

DicomBuilder& DicomBuilder::bytes(Tag tag, Vr vr, const std::vector<std::uint8_t>& value) {
  return lying(tag, vr, static_cast<std::uint32_t>(value.size()), value);
}

DicomBuilder& DicomBuilder::text(Tag tag, Vr vr, std::string_view value) {
  std::vector<std::uint8_t> padded(value.begin(), value.end());
  if (padded.size() % 2 != 0) padded.push_back(vr == Vr::UI || vr == Vr::OB ? 0 : ' ');
  return bytes(tag, vr, padded);
}

DicomBuilder& DicomBuilder::us(Tag tag, std::vector<std::uint16_t> values) {
  return words(tag, values, Vr::US);
}

DicomBuilder& DicomBuilder::ss(Tag tag, std::vector<std::int16_t> values) {
  return words(tag, {values.begin(), values.end()}, Vr::SS);
}

DicomBuilder& DicomBuilder::words(Tag tag, const std::vector<std::uint16_t>& values, Vr vr) {
  header(tag, vr, static_cast<std::uint32_t>(values.size() * 2));
  for (const std::uint16_t value : values) u16(value);
  return *this;
}

DicomBuilder& DicomBuilder::ul(Tag tag, std::vector<std::uint32_t> values) {
  header(tag, Vr::UL, static_cast<std::uint32_t>(values.size() * 4));
  for (const std::uint32_t value : values) u32(value);
  return *this;
}

DicomBuilder& DicomBuilder::fl(Tag tag, std::vector<float> values) {
  header(tag, Vr::FL, static_cast<std::uint32_t>(values.size() * 4));
  for (const float value : values) u32(std::bit_cast<std::uint32_t>(value));
  return *this;
}

DicomBuilder& DicomBuilder::fd(Tag tag, std::vector<double> values) {
  header(tag, Vr::FD, static_cast<std::uint32_t>(values.size() * 8));
  for (const double value : values) {
    const auto bits = std::bit_cast<std::uint64_t>(value);
    const bool little = m_encoding.order == ByteOrder::Little;
    u32(static_cast<std::uint32_t>(little ? bits : bits >> 32));
    u32(static_cast<std::uint32_t>(little ? bits >> 32 : bits));
  }
  return *this;
}

DicomBuilder& DicomBuilder::sequence(Tag tag, const std::vector<DicomBuilder>& items) {
  std::uint32_t length = 0;
  for (const DicomBuilder& item : items) length += 8 + static_cast<std::uint32_t>(item.m_bytes.size());
  header(tag, Vr::SQ, length);
  for (const DicomBuilder& item : items) {
    header(core::tags::Item, Vr::None, static_cast<std::uint32_t>(item.m_bytes.size()));
    raw(item.m_bytes);
  }
  return *this;
}

DicomBuilder& DicomBuilder::sequenceOfUndefinedLength(Tag tag, const std::vector<DicomBuilder>& items) {
  header(tag, Vr::SQ, core::undefinedLength);
  for (const DicomBuilder& item : items) {
    header(core::tags::Item, Vr::None, core::undefinedLength);
    raw(item.m_bytes);
    header(core::tags::ItemDelimitation, Vr::None, 0);
  }
  header(core::tags::SequenceDelimitation, Vr::None, 0);
  return *this;
}

DicomBuilder& DicomBuilder::fragments(const std::vector<std::vector<std::uint8_t>>& fragments,
                                      const std::vector<std::uint32_t>& offsets) {
  header(core::tags::PixelData, Vr::OB, core::undefinedLength);
  header(core::tags::Item, Vr::None, static_cast<std::uint32_t>(offsets.size() * 4));
  for (const std::uint32_t offset : offsets) u32(offset);
  for (const auto& fragment : fragments) {
    header(core::tags::Item, Vr::None, static_cast<std::uint32_t>(fragment.size()));
    raw(fragment);
  }
  header(core::tags::SequenceDelimitation, Vr::None, 0);
  return *this;
}

DicomBuilder& DicomBuilder::identity(std::string_view sopInstance, std::string_view series,
                                     std::string_view study, std::string_view modality) {
  return text(core::tags::SOPClassUID, Vr::UI, "1.2.840.10008.5.1.4.1.1.7")
      .text(core::tags::SOPInstanceUID, Vr::UI, sopInstance)
      .text(core::tags::Modality, Vr::CS, modality)
      .text(core::tags::StudyInstanceUID, Vr::UI, study)
      .text(core::tags::SeriesInstanceUID, Vr::UI, series);
}

DicomBuilder& DicomBuilder::image(std::uint16_t rows, std::uint16_t columns, std::uint16_t bitsAllocated,
                                  std::uint16_t bitsStored, std::uint16_t pixelRepresentation,
                                  std::string_view photometric, std::uint16_t samples) {
  us(core::tags::SamplesPerPixel, {samples}).text(core::tags::PhotometricInterpretation, Vr::CS, photometric);
  if (samples > 1) us(core::tags::PlanarConfiguration, {0});
  return us(core::tags::Rows, {rows})
      .us(core::tags::Columns, {columns})
      .us(core::tags::BitsAllocated, {bitsAllocated})
      .us(core::tags::BitsStored, {bitsStored})
      .us(core::tags::HighBit, {static_cast<std::uint16_t>(bitsStored - 1)})
      .us(core::tags::PixelRepresentation, {pixelRepresentation});
}

std::vector<std::uint8_t> DicomBuilder::file(std::string_view transferSyntax) const {
  DicomBuilder meta;
  meta.bytes({0x0002, 0x0001}, Vr::OB, {0, 1});
  meta.text(core::tags::TransferSyntaxUID, Vr::UI, transferSyntax);
  std::vector<std::uint8_t> all(128, 0);
  for (const char letter : std::string_view("DICM")) all.push_back(static_cast<std::uint8_t>(letter));
  all.insert(all.end(), meta.m_bytes.begin(), meta.m_bytes.end());
  all.insert(all.end(), m_bytes.begin(), m_bytes.end());
  return all;
}

core::DicomFile DicomBuilder::parsed(std::string_view transferSyntax) const {
  auto result = core::DicomFile::parse(bufferOf(file(transferSyntax)));
  if (!result) {
    std::fprintf(stderr, "the built file does not parse: %s\n", core::message(result.error()).c_str());
    std::abort();
  }
  return std::move(*result);
}

}  // namespace tests
