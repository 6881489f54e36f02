// SPDX-License-Identifier: MIT
#include "server/routes/information.h"

#include <re2/re2.h>

#include <algorithm>
#include <array>

#include "core/dictionary/dictionary.h"
#include "server/routes/fielderrors.h"
#include "server/routes/jsonobject.h"

namespace server {

namespace {

struct PythonType {
  std::string_view vr;
  std::string_view name;
};

/// How the web application, which was written in Python, names the type of a VR's values; all others are
/// text.
constexpr std::array pythonTypes{
    PythonType{"AT", "<class 'tuple'>"},
    PythonType{"DS", "<class 'pydicom.valuerep.DSfloat'>"},
    PythonType{"FD", "<class 'float'>"},
    PythonType{"FL", "<class 'float'>"},
    PythonType{"IS", "<class 'pydicom.valuerep.IS'>"},
    PythonType{"OB", "<class 'bytes'>"},
    PythonType{"OD", "<class 'bytes'>"},
    PythonType{"OF", "<class 'bytes'>"},
    PythonType{"OW", "<class 'bytes'>"},
    PythonType{"PN", "<class 'pydicom.valuerep.PersonName'>"},
    PythonType{"SL", "<class 'int'>"},
    PythonType{"SS", "<class 'int'>"},
    PythonType{"UI", "<class 'pydicom.uid.UID'>"},
    PythonType{"UL", "<class 'int'>"},
    PythonType{"US", "<class 'int'>"},
};

std::string_view pythonType(std::string_view vr) {
  const auto found = std::find_if(pythonTypes.begin(), pythonTypes.end(),
                                  [=](const PythonType& type) { return type.vr == vr; });
  return found == pythonTypes.end() ? "<class 'str'>" : found->name;
}

constexpr std::size_t longestPattern = 1000;

/// A pattern that matches from the start, in time linear in the text: RE2 never goes back.
class Pattern {
 public:
  explicit Pattern(const std::string& text) : m_pattern(text, RE2::Quiet) {}
  bool isValid() const { return m_pattern.ok(); }
  std::string fault() const { return m_pattern.error(); }
  bool matches(std::string_view text) const {
    const re2::StringPiece piece(text.data(), text.size());
    return m_pattern.Match(piece, 0, text.size(), RE2::ANCHOR_START, nullptr, 0);
  }

 private:
  RE2 m_pattern;
};

/// A filter of the query, without the spaces around it; "" when it is absent.
std::string filterOf(const Request& request, const char* name) {
  return QString::fromStdString(request.parameter(name).value_or("")).trimmed().toStdString();
}

Answer badPattern(const std::string& fault) {
  FieldErrors errors;
  errors.add(QStringLiteral("fields__regex"),
             QStringLiteral("Invalid regex pattern: ") + QString::fromStdString(fault));
  return errors.answer();
}

Answer allowedFields(const Request& request) {
  const std::string part = filterOf(request, "fields__contains"),
                    start = filterOf(request, "fields__startswith"),
                    end = filterOf(request, "fields__endswith"), regex = filterOf(request, "fields__regex");
  if (regex.size() > longestPattern) return badPattern("it is too long");
  const Pattern pattern(regex);
  if (!pattern.isValid()) return badPattern(pattern.fault());
  JsonArray fields;
  core::forEachKeyword([&](const core::DictionaryEntry& entry) {
    const std::string_view keyword = entry.keyword;
    if (keyword.find(part) != keyword.npos && keyword.starts_with(start) && keyword.ends_with(end) &&
        pattern.matches(keyword))
      fields.text(keyword);
  });
  return {200,
          "application/json",
          JsonObject()
              .raw("allowedFields", viewOf(fields.bytes()))
              .text("dicomVersion", core::dicomVersion())
              .bytes(),
          {}};
}

Answer requiredFieldTypes(const Request&) {
  JsonObject types;
  core::forEachKeyword(
      [&](const core::DictionaryEntry& entry) { types.text(entry.keyword, pythonType(entry.vr)); });
  return {200,
          "application/json",
          JsonObject()
              .raw("requiredFieldTypes", viewOf(types.bytes()))
              .text("dicomVersion", core::dicomVersion())
              .bytes(),
          {}};
}

Answer health(const Request&) {
  return {200, "application/json", R"({"status":"ok","version":")" DICOMAESTRO_VERSION R"("})", {}};
}

Route open(const char* path, Handler handler, Runs runs) {
  return {.method = "GET", .path = path, .handler = std::move(handler), .runs = runs, .isPrivate = false};
}

}  // namespace

std::vector<Route> informationRoutes() {
  return {open("/api/dicom-format/allowed-fields/", allowedFields, Runs::AtDesk),
          open("/api/dicom-format/required-field-type/", requiredFieldTypes, Runs::AtDesk),
          open("/api/health/", health, Runs::AtOnce)};
}

}  // namespace server
