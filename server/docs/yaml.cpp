// SPDX-License-Identifier: MIT
#include "server/docs/yaml.h"

#include "server/docs/jsontext.h"

namespace server {

namespace {

void appendText(QByteArray& out, std::string_view text) {
  out.append(text.data(), static_cast<qsizetype>(text.size()));
}

void appendValue(QByteArray& out, std::string_view json, int indent);

void appendMembers(QByteArray& out, const std::vector<jsontext::Member>& members, int indent) {
  for (const auto& [name, value] : members) {
    out += '\n' + QByteArray(indent, ' ') + '"';
    appendText(out, name);
    out += "\":";
    appendValue(out, value, indent + 2);
  }
}

void appendElements(QByteArray& out, const std::vector<std::string_view>& elements, int indent) {
  for (const std::string_view value : elements) {
    out += '\n' + QByteArray(indent, ' ') + '-';
    appendValue(out, value, indent + 2);
  }
}

/// A value behind "name:" or "-"; what is empty stays in JSON's own form, which YAML has too.
void appendValue(QByteArray& out, std::string_view json, int indent) {
  const auto members = jsontext::members(json);
  const auto elements = jsontext::elements(json);
  if (!members.empty()) return appendMembers(out, members, indent);
  if (!elements.empty()) return appendElements(out, elements, indent);
  out += ' ';
  if (json.starts_with('{'))
    out += "{}";
  else if (json.starts_with('['))
    out += "[]";
  else
    appendText(out, json);
}

}  // namespace

QByteArray yamlOfJson(std::string_view json) {
  QByteArray out;
  appendValue(out, json, 0);
  return out.mid(1) + '\n';
}

}  // namespace server
