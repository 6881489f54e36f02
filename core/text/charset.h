// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/parse/dataset.h"
#include "core/text/codings.h"

namespace core {

/// Whose texts are decoded: in a person name "^" and "=" end a code extension too (PS3.5 6.1.2.5.3).
enum class TextKind { Text, PersonName };

/// What becomes of the escape sequence of GB 2312 (ESC $ ) A), which the reference toolkit leaves in its
/// text.
enum class Escapes { Removed, AsReference };

/// A Specific Character Set (0008,0005): the coding of the texts, and those that escapes may switch to (PS3.3
/// C.12.1.1.2, PS3.5 6.1). Unknown terms are taken as the default repertoire with Latin-1 in the upper half,
/// so that no element is lost.
class CharacterSet {
 public:
  CharacterSet() : m_codings{charset::Coding::Latin1} {}
  /// Of a value as it stands in the file: terms and backslashes.
  explicit CharacterSet(std::string_view value);
  /// Of a data set: its own, else that of the data sets around it, else the default.
  static CharacterSet of(const DataSet& dataSet);

  /// UTF-8. Bytes that are no characters become U+FFFD.
  std::string decode(std::string_view bytes, TextKind kind = TextKind::Text,
                     Escapes escapes = Escapes::Removed) const;

 private:
  void appendFragment(std::string& out, std::string_view fragment, TextKind kind, Escapes escapes) const;
  bool appendEscaped(std::string& out, std::string_view fragment, TextKind kind, Escapes escapes) const;

  std::vector<charset::Coding> m_codings;  // never empty
};

/// A term that a Specific Character Set may have, and its coding.
struct CharacterSetTerm {
  std::string term;
  charset::Coding coding;
  bool isDefined = true;  ///< by PS3.3 C.12.1.1.2; else a name that other programs write
};

/// Every term that is understood, in the order of the standard's tables.
std::vector<CharacterSetTerm> characterSetTerms();

}  // namespace core
