// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/parse/dicomfile.h"

namespace core {

/// Bytes that keep their owner alive: a copy costs nothing, and a value of a mapped file stays where it is.
class HeldBytes {
 public:
  HeldBytes() = default;
  HeldBytes(ByteView view, BufferPtr owner) : m_view(view), m_owner(std::move(owner)) {}
  explicit HeldBytes(std::vector<std::uint8_t> bytes)
      : m_owner(std::make_shared<VectorBuffer>(std::move(bytes))) {
    m_view = m_owner->view();
  }
  explicit HeldBytes(std::string_view text)
      : HeldBytes(std::vector<std::uint8_t>(text.begin(), text.end())) {}

  ByteView view() const { return m_view; }
  std::size_t size() const { return m_view.size(); }
  bool empty() const { return m_view.empty(); }

 private:
  ByteView m_view;
  BufferPtr m_owner;
};

class EditSet;

/// A data element that may be changed. Numbers are little endian whatever the file was; a text is as the
/// data set's character set wants it, without padding rules (the writer pads).
struct EditElement {
  enum class Form {
    Bytes,      ///< value
    Items,      ///< a sequence
    Fragments,  ///< encapsulated; the first is the Basic Offset Table (PS3.5 A.4), which may be empty
  };
  Tag tag;
  Vr vr = Vr::UN;
  Form form = Form::Bytes;
  HeldBytes value;
  std::vector<EditSet> items;
  std::vector<HeldBytes> fragments;

  bool isEmpty() const { return value.empty() && items.empty() && fragments.empty(); }
};

/// A data set or an item that may be changed: one element a tag, ascending. Made from what was parsed, it
/// holds all of it (private elements, unknown VRs, damaged fragments), except what a data set must not hold:
/// group lengths, stray delimiters and group 0002; of a repeated tag the last stays, as for the readers.
/// 32-bit cells in OW of a big endian file are taken as PS3.5 8.1.1 has them, low word first.
/// A value: copies are independent, and cheap.
class EditSet {
 public:
  EditSet() = default;
  /// owner keeps the bytes that the data set points into.
  static EditSet of(const DataSet& dataSet, const BufferPtr& owner);
  static EditSet of(const DicomFile& file) { return of(file.dataSet(), file.bytes()); }

  const std::vector<EditElement>& elements() const { return m_elements; }
  const EditElement* find(Tag tag) const;
  EditElement* find(Tag tag);
  bool has(Tag tag) const { return find(tag) != nullptr; }
  /// The bytes of a text, padding trimmed; "" when absent.
  std::string_view text(Tag tag) const;

  /// Puts the element in its place; one of the same tag gives way.
  void set(EditElement element);
  /// Whether it was there.
  bool remove(Tag tag);
  void removeIf(const std::function<bool(const EditElement&)>& unwanted);
  /// Every element, this level before its items; depth first. The element may be changed, not its tag.
  void forEach(const std::function<void(EditElement&)>& visit);

  /// A text of UTF-8, several values with backslashes between them. InvalidArgument names what the VR forbids
  /// (valuerules.h); so does a text that the character set in force cannot hold: toUtf8() first.
  /// outer is the Specific Character Set around an item that has none of its own.
  Status setText(Tag tag, Vr vr, std::string_view utf8, std::string_view outer = {});
  /// US, SS, UL, SL, UV, SV: InvalidArgument when a number is out of the VR's range.
  Status setIntegers(Tag tag, Vr vr, const std::vector<std::int64_t>& values);
  /// FL, FD.
  Status setReals(Tag tag, Vr vr, const std::vector<double>& values);
  void setTags(Tag tag, const std::vector<Tag>& values);
  void setBytes(Tag tag, Vr vr, HeldBytes value);
  void setItems(Tag tag, std::vector<EditSet> items);
  /// Pixel Data of an encapsulated syntax; the first fragment is the Basic Offset Table.
  void setFragments(Tag tag, std::vector<HeldBytes> fragments);

 private:
  std::vector<EditElement> m_elements;
};

}  // namespace core
