// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/parse/dataset.h"
#include "core/parse/transfersyntax.h"

namespace core {

enum class ReadTo {
  End,
  PixelData,  ///< stop at the first of (7FE0,0008), (7FE0,0009), (7FE0,0010) of the top level: for scans
};

/// A DICOM file (PS3.10) or a bare data set, parsed without copying: its elements point into the buffer,
/// which it keeps. Parsing forgives what can be forgiven (warnings() says what was) and refuses what cannot
/// be read safely.
class DicomFile {
 public:
  /// Errors: NotDicom, Malformed (a deflated data set that does not inflate), NestedTooDeep, TooLarge,
  /// FileUnreadable (the file got shorter meanwhile). After ReadTo::End all but the pixel data is in memory.
  static Result<DicomFile> parse(BufferPtr bytes, ReadTo readTo = ReadTo::End);

  const DataSet& meta() const { return m_tree->meta; }        ///< group 0002; empty without a header
  const DataSet& dataSet() const { return m_tree->dataSet; }  ///< all else
  /// The Transfer Syntax UID of the meta header, or what the bytes turned out to be when there is none.
  const std::string& transferSyntax() const { return m_transferSyntax; }
  const Encoding& encoding() const { return m_encoding; }
  /// Preamble and "DICM" were there. Without them the API refuses the file; the viewer opens it.
  bool isPart10() const { return m_isPart10; }
  /// A top-level Pixel Data element of any kind was met (also when reading stopped there).
  bool hasPixelData() const { return m_hasPixelData; }
  /// The bytes ended inside an element.
  bool isTruncated() const { return m_truncated; }
  /// What was forgiven: technical English, no values.
  const std::vector<std::string>& warnings() const { return m_warnings; }
  /// False once bytes of the file could not be had any more and were given as zeros (Buffer::isIntact).
  bool isIntact() const { return m_source->isIntact(); }
  /// The bytes that the elements point into (the inflated ones of a deflated data set).
  const BufferPtr& bytes() const { return m_bytes; }

 private:
  friend class Parser;
  struct Tree {
    DataSet meta;
    DataSet dataSet;
  };
  DicomFile() = default;
  static Result<DicomFile> parseBytes(BufferPtr bytes, ReadTo readTo);

  BufferPtr m_source;  // the file, when m_bytes is its inflated data set
  BufferPtr m_bytes;
  std::unique_ptr<Tree> m_tree;  // behind a pointer: items know their parents by address
  std::string m_transferSyntax;
  Encoding m_encoding;
  bool m_isPart10 = false;
  bool m_hasPixelData = false;
  bool m_truncated = false;
  std::vector<std::string> m_warnings;
};

}  // namespace core
