// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "core/base/bytes.h"
#include "core/parse/tag.h"
#include "core/parse/vr.h"

namespace core {

class DataSet;

inline constexpr std::uint32_t undefinedLength = 0xFFFFFFFF;

/// A data element as the file has it: nothing is converted until somebody asks. The value's bytes are in the
/// order of the data set (DataSet::byteOrder) and may be fewer than the length when the file is cut short. A
/// sequence has items and no value; encapsulated Pixel Data has as its value all from the first item's header
/// up to the sequence delimiter.
struct Element {
  Tag tag;
  Vr vr = Vr::UN;            ///< as written; without one, and for UN, from the dictionary, else UN
  std::uint32_t length = 0;  ///< as written
  bool isImplicit = false;   ///< the VR is not the file's: written without one, or as UN
  ByteView value;
  std::vector<DataSet> items;

  bool isSequence() const { return vr == Vr::SQ; }
  bool isEncapsulated() const { return length == undefinedLength && vr != Vr::SQ; }
};

/// The elements of a data set or an item, in file order. Elements point into the Buffer of their DicomFile.
/// The typed readers below are tolerant: a number may stand in any numeric or string VR, and "absent" is what
/// cannot be read.
class DataSet {
 public:
  const std::vector<Element>& elements() const { return m_elements; }
  ByteOrder byteOrder() const { return m_order; }
  /// The data set that this one is an item of; null at the top.
  const DataSet* parent() const { return m_parent; }

  /// The element; where a tag stands twice, the last. Null when absent.
  const Element* find(Tag tag) const;
  bool has(Tag tag) const { return find(tag) != nullptr; }
  /// Present with a value (type 1).
  bool hasValue(Tag tag) const;
  /// Item index of a sequence, or null.
  const DataSet* item(Tag sequence, std::size_t index = 0) const;

  /// The bytes as they stand, padding (spaces, NUL) trimmed at both ends; all values with their backslashes.
  /// Not decoded from the character set: for UI, CS, IS, DS and the like. core/text has the readers for
  /// people's texts.
  std::string_view text(Tag tag) const;
  /// One value of a backslash-separated text, trimmed; "" when absent.
  std::string_view text(Tag tag, std::size_t index) const;
  /// A whole number: US, SS, UL, SL, UV, SV or a text that holds one.
  std::optional<std::int64_t> integer(Tag tag, std::size_t index = 0) const;
  /// A number: any numeric VR or text (also "0,143" for 0.143). Never infinite or NaN.
  std::optional<double> real(Tag tag, std::size_t index = 0) const;
  /// All numbers of an element; empty when any is unreadable.
  std::vector<double> reals(Tag tag) const;
  /// Number of values.
  std::size_t count(Tag tag) const;

 private:
  friend class Parser;
  friend class DicomFile;
  friend void linkParents(DataSet& dataSet);

  std::vector<Element> m_elements;
  const DataSet* m_parent = nullptr;
  ByteOrder m_order = ByteOrder::Little;
  bool m_sorted = true;  ///< tags strictly ascending, so find() may bisect
};

/// The number that a text of VR DS or IS holds, in the C locale, or nothing.
std::optional<double> parseReal(std::string_view text);
std::optional<std::int64_t> parseInteger(std::string_view text);
/// Spaces and NULs cut at both ends.
std::string_view trimmed(std::string_view text);

}  // namespace core
