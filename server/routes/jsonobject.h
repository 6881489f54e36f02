// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QString>
#include <optional>
#include <string>
#include <string_view>

namespace server {

/// A JSON object written member by member, in that order (QJsonObject sorts them).
class JsonObject {
 public:
  JsonObject& text(std::string_view name, std::string_view utf8);
  JsonObject& text(std::string_view name, const QString& value);
  /// null when absent
  JsonObject& text(std::string_view name, const std::optional<QString>& value);
  JsonObject& number(std::string_view name, qint64 value);
  JsonObject& boolean(std::string_view name, bool value);
  /// JSON as it is.
  JsonObject& raw(std::string_view name, std::string_view json);

  QByteArray bytes() const;

 private:
  std::string m_text = "{";
};

/// A JSON array of JSON values.
class JsonArray {
 public:
  void raw(std::string_view json);
  void text(std::string_view utf8);
  QByteArray bytes() const;

 private:
  std::string m_text = "[";
};

inline std::string_view viewOf(const QByteArray& bytes) {
  return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

}  // namespace server
