// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/parse/dicomfile.h"

namespace tests {

/// Writes DICOM bytes by hand, right or wrong as the test wants: the elements of a data set or an item, in
/// the order of the calls. Texts are padded to even length (UI and OB with NUL, else a space) unless raw() is
/// used.
class DicomBuilder {
 public:
  explicit DicomBuilder(core::Encoding encoding = {}) : m_encoding(encoding) {}

  DicomBuilder& text(core::Tag tag, core::Vr vr, std::string_view value);
  DicomBuilder& us(core::Tag tag, std::vector<std::uint16_t> values);
  DicomBuilder& ss(core::Tag tag, std::vector<std::int16_t> values);
  DicomBuilder& ul(core::Tag tag, std::vector<std::uint32_t> values);
  DicomBuilder& fd(core::Tag tag, std::vector<double> values);
  DicomBuilder& fl(core::Tag tag, std::vector<float> values);
  DicomBuilder& bytes(core::Tag tag, core::Vr vr, const std::vector<std::uint8_t>& value);
  /// 16-bit cells, written in the byte order of the data set.
  DicomBuilder& words(core::Tag tag, const std::vector<std::uint16_t>& values, core::Vr vr = core::Vr::OW);
  DicomBuilder& sequence(core::Tag tag, const std::vector<DicomBuilder>& items);
  DicomBuilder& sequenceOfUndefinedLength(core::Tag tag, const std::vector<DicomBuilder>& items);
  /// Encapsulated Pixel Data: a Basic Offset Table (empty unless given) and the fragments.
  DicomBuilder& fragments(const std::vector<std::vector<std::uint8_t>>& fragments,
                          const std::vector<std::uint32_t>& offsets = {});
  /// Bytes as they are, for what is broken.
  DicomBuilder& raw(const std::vector<std::uint8_t>& bytes);
  /// An element with a length that need not be true.
  DicomBuilder& lying(core::Tag tag, core::Vr vr, std::uint32_t length,
                      const std::vector<std::uint8_t>& value);

  /// A 16-bit MONOCHROME2 image with its type 1 attributes; without Pixel Data.
  DicomBuilder& image(std::uint16_t rows, std::uint16_t columns, std::uint16_t bitsAllocated = 16,
                      std::uint16_t bitsStored = 16, std::uint16_t pixelRepresentation = 0,
                      std::string_view photometric = "MONOCHROME2", std::uint16_t samples = 1);
  /// SOP Class, SOP Instance, Study and Series UID and a modality.
  DicomBuilder& identity(std::string_view sopInstance = "2.25.1", std::string_view series = "2.25.2",
                         std::string_view study = "2.25.3", std::string_view modality = "CT");

  const std::vector<std::uint8_t>& dataSet() const { return m_bytes; }
  /// Preamble, "DICM", group 0002 and the data set. The syntax may be any; it is not applied to the bytes.
  std::vector<std::uint8_t> file(std::string_view transferSyntax = core::uid::ExplicitLittle) const;
  /// file() parsed; asserts that it parses.
  core::DicomFile parsed(std::string_view transferSyntax = core::uid::ExplicitLittle) const;

 private:
  void u16(std::uint16_t value);
  void u32(std::uint32_t value);
  void header(core::Tag tag, core::Vr vr, std::uint32_t length);

  core::Encoding m_encoding;
  std::vector<std::uint8_t> m_bytes;
};

core::BufferPtr bufferOf(std::vector<std::uint8_t> bytes);

}  // namespace tests
