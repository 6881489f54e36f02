// SPDX-License-Identifier: MIT
#include "server/routes/fielderrors.h"

#include "server/routes/jsonobject.h"

namespace server {

void FieldErrors::add(const QString& field, const QString& text) {
  for (auto& [name, texts] : m_errors)
    if (name == field) return texts.append(text);
  m_errors.push_back({field, {text}});
}

QStringList FieldErrors::of(const QString& field) const {
  for (const auto& [name, texts] : m_errors)
    if (name == field) return texts;
  return {};
}

Answer FieldErrors::answer() const {
  JsonObject object;
  for (const auto& [name, texts] : m_errors) {
    JsonArray list;
    for (const QString& text : texts) list.text(text.toStdString());
    object.raw(name.toStdString(), viewOf(list.bytes()));
  }
  return {400, "application/json", object.bytes(), {}};
}

}  // namespace server
