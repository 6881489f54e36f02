// SPDX-License-Identifier: MIT
#include "server/docs/page.h"

#include <algorithm>
#include <array>

#include "server/docs/plainpage.h"
#include "server/docs/resource.h"
#include "server/docs/yaml.h"

namespace server {

namespace {

// swagger-ui's style sheet draws its small pictures from data: addresses.
constexpr const char* policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

struct Part {
  const char* name;
  const char* file;
  const char* type;
};
constexpr std::array parts{
    Part{"swagger-ui-bundle.js", "swagger-ui/swagger-ui-bundle.js", "text/javascript; charset=utf-8"},
    Part{"swagger-ui.css", "swagger-ui/swagger-ui.css", "text/css; charset=utf-8"},
    Part{"start.js", "page/start.js", "text/javascript; charset=utf-8"},
    Part{"page.css", "page/page.css", "text/css; charset=utf-8"},
};

/// The wish for a media type among others, 0 to 1 (RFC 9110 12.5.1); the first of the same weight comes
/// first.
double weight(const QByteArray& range) {
  for (const QByteArray& parameter : range.split(';').mid(1)) {
    const QByteArray plain = parameter.trimmed().toLower();
    if (plain.startsWith("q=")) return plain.mid(2).toDouble();
  }
  return 1;
}

bool isYaml(const QByteArray& type) {
  return type.endsWith("/yaml") || type.endsWith("/x-yaml") || type.endsWith("+yaml");
}
bool isJson(const QByteArray& type) { return type.endsWith("/json") || type.endsWith("+json"); }

bool prefersYaml(const QByteArray& accept) {
  double yaml = 0, json = 0;
  for (const QByteArray& range : accept.split(',')) {
    const QByteArray type = range.split(';').front().trimmed().toLower();
    if (isYaml(type)) yaml = std::max(yaml, weight(range));
    if (isJson(type)) json = std::max(json, weight(range));
  }
  return yaml > json ||
         (yaml > 0 && yaml == json && accept.toLower().indexOf("yaml") < accept.toLower().indexOf("json"));
}

}  // namespace

Answer docsPage(const QByteArray& openApi) {
  const bool hasSwagger = !docsResource(parts.front().file).isEmpty();
  return {200,
          "text/html; charset=utf-8",
          hasSwagger ? docsResource("page/swagger.html") : plainPage(openApi),
          {{"Content-Security-Policy", policy}}};
}

Answer docsPart(const QByteArray& name) {
  const auto part = std::find_if(parts.begin(), parts.end(), [&](const Part& p) { return name == p.name; });
  const QByteArray body = part == parts.end() ? QByteArray() : docsResource(part->file);
  if (body.isEmpty()) return detailAnswer(404, "Not found.");
  return {200, part->type, body, {}};
}

Answer openApiAnswer(const Request& request, const QByteArray& openApi) {
  const Headers varies{{"Vary", "Accept"}};
  if (!prefersYaml(request.header("Accept"))) return {200, "application/json", openApi, varies};
  const std::string_view json(openApi.constData(), static_cast<std::size_t>(openApi.size()));
  return {200, "application/yaml", yamlOfJson(json), varies};
}

}  // namespace server
