// SPDX-License-Identifier: MIT
#include "server/docs/page.h"

#include <algorithm>
#include <array>
#include <memory>

#include "server/docs/openapi.h"
#include "server/docs/plainpage.h"
#include "server/docs/resource.h"
#include "server/docs/yaml.h"
#include "server/routes/negotiate.h"

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

const QByteArray json = "application/json";
const QList<QByteArray> yamls{"application/yaml", "text/yaml", "application/x-yaml",
                              "application/vnd.oai.openapi"};
const QList<QByteArray> pageTypes{"text/html"}, partTypes{"text/css", "text/javascript"};

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
  const QByteArray type = preferredType(request.header("Accept"), QList<QByteArray>{json} + yamls);
  const std::string_view text(openApi.constData(), static_cast<std::size_t>(openApi.size()));
  return {200, type, type == json ? openApi : yamlOfJson(text), {{"Vary", "Accept"}}};
}

void addDocsRoutes(std::vector<Route>& all) {
  const auto openApi = std::make_shared<QByteArray>();
  all.push_back({.method = "GET",
                 .path = "/api/docs/",
                 .aliases = {"/api/schema/swagger-ui/"},
                 .handler = [openApi](const Request&) { return docsPage(*openApi); },
                 .gives = pageTypes,
                 .isPrivate = false});
  all.push_back({.method = "GET",
                 .path = "/api/docs/<arg>/",
                 .handler = [](const Request& request) { return docsPart(request.argument); },
                 .gives = partTypes,
                 .isPrivate = false});
  all.push_back({.method = "GET",
                 .path = "/api/schema/",
                 .handler = [openApi](const Request& request) { return openApiAnswer(request, *openApi); },
                 .gives = yamls,
                 .isPrivate = false});
  *openApi = openApiDocument(all);
}

}  // namespace server
