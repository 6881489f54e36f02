// SPDX-License-Identifier: MIT
#include "core/export/tiff.h"

namespace core {

namespace {

/// Types of a field (TIFF 6.0, section 2).
enum Type : std::uint16_t { Ascii = 2, Short = 3, Long = 4, Rational = 5 };

struct Field {
  std::uint16_t tag;
  Type type;
  std::uint32_t count;
  std::vector<std::uint8_t> value;
};

void append(std::vector<std::uint8_t>& bytes, std::uint64_t value, int count) {
  for (int i = 0; i < count; ++i) bytes.push_back(static_cast<std::uint8_t>(value >> (8 * i)));
}

Field shorts(std::uint16_t tag, std::uint16_t value, std::uint32_t count = 1) {
  Field field{tag, Short, count, {}};
  for (std::uint32_t i = 0; i < count; ++i) append(field.value, value, 2);
  return field;
}

Field number(std::uint16_t tag, std::uint64_t value) {
  Field field{tag, Long, 1, {}};
  append(field.value, value, 4);
  return field;
}

Field ascii(std::uint16_t tag, const std::string& text) {
  Field field{tag, Ascii, static_cast<std::uint32_t>(text.size() + 1), {text.begin(), text.end()}};
  field.value.push_back(0);
  return field;
}

/// Pixels a centimetre, to a thousandth.
Field resolution(std::uint16_t tag, double millimetres) {
  Field field{tag, Rational, 1, {}};
  append(field.value, static_cast<std::uint32_t>(std::clamp(10'000 / millimetres, 1.0, 4e9)), 4);
  append(field.value, 1000, 4);
  return field;
}

constexpr std::uint16_t stripOffsets = 273;

std::vector<Field> fieldsOf(const TiffPage& page) {
  constexpr std::uint16_t rgb = 2, centimetre = 3;
  const auto photometric = page.samples == 3 ? rgb : static_cast<std::uint16_t>(page.isWhiteZero ? 0 : 1);
  std::vector<Field> fields{number(256, page.columns),
                            number(257, page.rows),
                            shorts(258, page.bits, page.samples),
                            shorts(259, 1),
                            shorts(262, photometric),
                            ascii(270, page.description),
                            number(stripOffsets, 0),
                            shorts(277, page.samples),
                            number(278, page.rows),
                            number(279, page.bytes())};
  if (page.millimetres) {
    fields.push_back(resolution(282, page.millimetres->first));
    fields.push_back(resolution(283, page.millimetres->second));
    fields.push_back(shorts(296, centimetre));
  }
  fields.push_back(ascii(305, "DICOMaestro " DICOMAESTRO_VERSION));
  fields.push_back(shorts(339, static_cast<std::uint16_t>(page.format), page.samples));
  return fields;
}

constexpr std::uint64_t even(std::uint64_t bytes) { return bytes + bytes % 2; }

std::uint64_t directoryBytes(const std::vector<Field>& fields) {
  std::uint64_t bytes = 2 + 12 * fields.size() + 4;
  for (const Field& field : fields)
    if (field.value.size() > 4) bytes += even(field.value.size());
  return bytes;
}

/// The directory at a place of the file, and behind it the values that do not fit into it.
std::vector<std::uint8_t> directory(const std::vector<Field>& fields, std::uint64_t at, std::uint64_t next) {
  std::vector<std::uint8_t> head, tail;
  append(head, fields.size(), 2);
  const std::uint64_t behind = at + 2 + 12 * fields.size() + 4;
  for (const Field& field : fields) {
    append(head, field.tag, 2);
    append(head, field.type, 2);
    append(head, field.count, 4);
    if (field.value.size() <= 4) {
      head.insert(head.end(), field.value.begin(), field.value.end());
      head.resize(head.size() + 4 - field.value.size());
      continue;
    }
    append(head, behind + tail.size(), 4);
    tail.insert(tail.end(), field.value.begin(), field.value.end());
    tail.resize(even(tail.size()));
  }
  append(head, next, 4);
  head.insert(head.end(), tail.begin(), tail.end());
  return head;
}

}  // namespace

std::uint64_t TiffPage::bytes() const { return std::uint64_t{columns} * rows * samples * (bits / 8); }

Status TiffWriter::add(const TiffPage& page) {
  if (m_left == 0 || page.data.size() != page.bytes() || page.data.empty()) return ErrorCode::InvalidArgument;
  std::vector<std::uint8_t> start;
  if (m_at == 0) start = {'I', 'I', 42, 0, 8, 0, 0, 0};
  const std::uint64_t at = m_at + start.size();
  std::vector<Field> fields = fieldsOf(page);
  const std::uint64_t pixels = at + directoryBytes(fields), end = pixels + even(page.bytes());
  if (end > UINT32_MAX) return {ErrorCode::TooLarge, "a TIFF holds at most 4 GB"};
  for (Field& field : fields)
    if (field.tag == stripOffsets) field = number(stripOffsets, pixels);
  const auto head = directory(fields, at, m_left > 1 ? end : 0);
  start.insert(start.end(), head.begin(), head.end());
  if (const Status written = m_file.write(start); !written) return written;
  if (const Status written = m_file.write(page.data); !written) return written;
  if (page.bytes() % 2 != 0)
    if (const Status written = m_file.write(std::vector<std::uint8_t>{0}); !written) return written;
  m_at = end;
  --m_left;
  return Done{};
}

Status TiffWriter::commit() {
  if (m_left > 0) return {ErrorCode::InvalidArgument, "pages are missing"};
  return m_file.commit();
}

}  // namespace core
