// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/parse/dataset.h"
#include "core/parse/dicomfile.h"

namespace core {

/// Reads elements (PS3.5 7) out of hostile bytes. It never copies a value, never recurses past
/// limits::nesting and never reads past the end; a file that is cut short gives what was there.
class Parser {
 public:
  struct Rules {
    bool explicitVr = true;
    ByteOrder order = ByteOrder::Little;
  };

  Parser(ByteView bytes, ReadTo readTo) : m_bytes(bytes), m_readTo(readTo) {}

  /// Group 0002 from position on: explicit little endian, whatever the group length says. Returns where it
  /// ends.
  Result<std::size_t> readMeta(DataSet& meta, std::size_t position);
  /// The data set from position on. Detects explicit against implicit from the first element.
  Status readDataSet(DataSet& dataSet, std::size_t position, Rules rules);

  bool hasPixelData() const { return m_hasPixelData; }
  bool isTruncated() const { return m_truncated; }
  std::vector<std::string>& warnings() { return m_warnings; }

  /// Whether the element at position is written without a VR.
  static bool looksImplicit(ByteView bytes, std::size_t position);

 private:
  /// What may be read, and how: an item lies inside the bounds of a sequence of defined length.
  struct Scope {
    Rules rules;
    std::size_t end;   // of the bytes that there are
    std::size_t stop;  // of the item by its own length; past end when undefined
    int depth;
  };
  struct Header {
    Tag tag;
    Vr vr;
    std::uint32_t length;
    bool isImplicit;
  };
  enum class Next { Element, Stop };

  bool readElements(DataSet& dataSet, const Scope& scope);
  bool readHeader(Header& header, const Scope& scope);
  Vr inferredVr(const DataSet& dataSet, const Header& header, const Scope& scope) const;
  bool readValue(DataSet& dataSet, Element& element, const Scope& scope);
  bool readCopied(DataSet& dataSet, Element& element, const Scope& scope);
  bool readSequence(DataSet& dataSet, Element& element, const Scope& scope);
  bool readItem(Element& sequence, const Scope& scope, std::uint32_t length);
  void readFragments(Element& element, const Scope& scope);
  bool stopsHere(const Header& header, const Scope& scope);
  void append(DataSet& dataSet, Element element);
  void warn(std::string text);
  bool fail(ErrorCode code, std::string detail);

  ByteView m_bytes;
  ReadTo m_readTo;
  std::size_t m_position = 0;
  std::uint64_t m_count = 0;
  bool m_onlyMeta = false;
  bool m_hasPixelData = false;
  bool m_truncated = false;
  std::vector<std::string> m_warnings;
  std::size_t m_warned = 0;  ///< how often, kept or not
  std::optional<Error> m_error;
};

/// Gives every item the address of the data set that holds it. The tree must not move afterwards.
void linkParents(DataSet& dataSet);

}  // namespace core
