// SPDX-License-Identifier: MIT
#include "server/routes/jsonobject.h"

#include "core/text/json.h"

namespace server {

JsonObject& JsonObject::text(std::string_view name, std::string_view utf8) {
  core::json::appendKey(m_text, name);
  core::json::appendString(m_text, utf8);
  return *this;
}

JsonObject& JsonObject::text(std::string_view name, const QString& value) {
  return text(name, std::string_view(value.toStdString()));
}

JsonObject& JsonObject::text(std::string_view name, const std::optional<QString>& value) {
  return value ? text(name, *value) : raw(name, "null");
}

JsonObject& JsonObject::number(std::string_view name, qint64 value) {
  return raw(name, std::to_string(value));
}

JsonObject& JsonObject::boolean(std::string_view name, bool value) {
  return raw(name, value ? "true" : "false");
}

JsonObject& JsonObject::raw(std::string_view name, std::string_view json) {
  core::json::appendKey(m_text, name);
  m_text += json;
  return *this;
}

QByteArray JsonObject::bytes() const { return QByteArray::fromStdString(m_text + '}'); }

void JsonArray::raw(std::string_view json) {
  core::json::separate(m_text);
  m_text += json;
}

void JsonArray::text(std::string_view utf8) {
  core::json::separate(m_text);
  core::json::appendString(m_text, utf8);
}

QByteArray JsonArray::bytes() const { return QByteArray::fromStdString(m_text + ']'); }

}  // namespace server
