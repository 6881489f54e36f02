// SPDX-License-Identifier: MIT
#pragma once

#include <QJsonObject>
#include <string>
#include <string_view>

#include "core/create/fielderror.h"
#include "core/write/editset.h"

namespace core {

enum class Forced { No, Yes };

/// What a caller says about the elements of a new instance. Reading goes on after an error, so that all are
/// named at once; what is in the set afterwards is of use only when there are none.
class TagReader {
 public:
  struct Rules {
    std::string field = "tags";  ///< the member that errors are about
    Forced forced = Forced::No;  ///< UIDs, and with a parent patient and study, may be given
    bool hasParent = false;
  };
  explicit TagReader(Rules rules) : m_rules(std::move(rules)) {}

  /// Keys are keywords or tags, values as elementOfJson() takes them, sequences as arrays of objects; an
  /// element may also be written as in the DICOM JSON Model: {"vr": "LO", "Value": [ … ]}, which private
  /// elements need where no dictionary knows them.
  void read(const QJsonObject& tags, EditSet& set);
  /// A field of a form.
  void readText(std::string_view key, std::string_view text, EditSet& set);
  /// A file of a form, for elements of octets and words.
  void readBytes(std::string_view key, ByteView bytes, EditSet& set);

  const FieldErrors& errors() const { return m_errors; }

 private:
  void readObject(const QJsonObject& object, EditSet& set, const std::string& path, int depth);
  void readElement(Tag tag, std::string_view choices, const QJsonValue& given, EditSet& set,
                   const std::string& path, int depth);
  void readSequence(Tag tag, const QJsonValue& value, EditSet& set, const std::string& path, int depth);
  bool isAllowed(Tag tag, const std::string& path, int depth);
  std::optional<Tag> tagOf(std::string_view key, const std::string& path, int depth);
  void keep(Result<EditElement> element, const std::string& path, EditSet& set);
  void fail(const std::string& path, std::string_view sentence);

  Rules m_rules;
  FieldErrors m_errors;
  std::size_t m_count = 0;
};

}  // namespace core
