// SPDX-License-Identifier: MIT
#include "server/docs/openapi.h"

#include <QFile>
#include <map>

#include "server/docs/jsontext.h"
#include "server/docs/resource.h"

namespace server {

namespace {

constexpr const char* operationFiles[] = {"reading.json", "creating.json", "accounts.json", "developer.json",
                                          "server.json"};

QByteArray text(std::string_view view) { return {view.data(), static_cast<qsizetype>(view.size())}; }
std::string_view view(const QByteArray& bytes) {
  return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

QByteArray readDescription(const char* name) {
  return docsResource(QByteArray("openapi/") + name).replace("@VERSION@", DICOMAESTRO_VERSION);
}

struct Operation {
  QByteArray argument;  ///< how the variable part of its path is called: "{id}"
  QByteArray json;
};

/// "METHOD path" as the table of routes writes it → how it is described.
std::map<QByteArray, Operation> operations() {
  std::map<QByteArray, Operation> all;
  for (const char* name : operationFiles) {
    const QByteArray file = readDescription(name);
    for (const auto& [member, value] : jsontext::members(view(file))) {
      QByteArray key = text(member);
      const qsizetype open = key.indexOf('{');
      const QByteArray argument = open < 0 ? QByteArray() : key.mid(open, key.indexOf('}') - open + 1);
      if (open >= 0) key.replace(argument, "<arg>");
      all[key] = {argument, text(value)};
    }
  }
  return all;
}

QByteArray withArgument(QByteArray path, const QByteArray& name) { return path.replace("<arg>", name); }

QByteArray unquoted(std::string_view string) { return text(string.substr(1, string.size() - 2)); }

/// What an alias says otherwise than its route; number tells the aliases of a route apart.
QByteArray aliasMember(std::string_view name, std::string_view value, const QByteArray& path, int number) {
  if (name == "tags") return "[\"Aliases\"]";
  if (name == "operationId") return '"' + unquoted(value) + "Alias" + QByteArray::number(number) + '"';
  if (name == "summary") return "\"Alias of " + path + ": " + unquoted(value) + '"';
  return text(value);
}

QByteArray aliasOperation(const QByteArray& operation, const QByteArray& path, int number) {
  QByteArray out = "{\"deprecated\": true";
  for (const auto& [name, value] : jsontext::members(view(operation)))
    out += ", \"" + text(name) + "\": " + aliasMember(name, value, path, number);
  return out + '}';
}

struct PathItem {
  QByteArray path;
  QByteArrayList operations;  ///< "method": {…}
};

/// Paths in the order of their first route, as a reader of the page meets them.
void add(std::vector<PathItem>& items, const QByteArray& path, const QByteArray& method,
         const QByteArray& operation) {
  auto found = std::find_if(items.begin(), items.end(), [&](const PathItem& i) { return i.path == path; });
  if (found == items.end()) found = items.insert(items.end(), {path, {}});
  found->operations << '"' + method.toLower() + "\": " + operation;
}

std::vector<PathItem> pathItems(const std::vector<Route>& routes) {
  const auto described = operations();
  std::vector<PathItem> items, aliases;
  for (const Route& route : routes) {
    const auto found = described.find(route.method + ' ' + route.path);
    if (found == described.end()) continue;
    const auto& [argument, json] = found->second;
    const QByteArray path = withArgument(route.path, argument);
    add(items, path, route.method, json);
    int number = 0;
    for (const QByteArray& alias : route.aliases)
      add(aliases, withArgument(alias, argument), route.method, aliasOperation(json, path, ++number));
  }
  items.insert(items.end(), aliases.begin(), aliases.end());
  return items;
}

QByteArray pathsJson(const std::vector<PathItem>& items) {
  QByteArrayList all;
  for (const PathItem& item : items) all << '"' + item.path + "\": {" + item.operations.join(',') + '}';
  return '{' + all.join(',') + '}';
}

}  // namespace

QByteArray openApiDocument(const std::vector<Route>& routes) {
  const QByteArray frame = readDescription("document.json");
  QByteArrayList parts;
  for (const auto& [name, value] : jsontext::members(view(frame)))
    parts << '"' + text(name) + "\": " + (name == "paths" ? pathsJson(pathItems(routes)) : text(value));
  return QByteArray::fromStdString(jsontext::compact(view('{' + parts.join(',') + '}')));
}

QByteArrayList describedOperations() {
  QByteArrayList keys;
  for (const auto& [key, operation] : operations()) keys << key;
  return keys;
}

}  // namespace server
