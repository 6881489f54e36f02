// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "server/routes/route.h"

namespace server {

/// Adds the routes of the documentation. They tell of all routes, their own too, so they come last.
void addDocsRoutes(std::vector<Route>& all);

/// The documentation page of an OpenAPI document: swagger-ui when it is built in, else a plain page. Both
/// load nothing but parts of this server, under a Content-Security-Policy that allows no inline script or
/// style.
Answer docsPage(const QByteArray& openApi);
/// A part of the page: its script or style; 404 for another name.
Answer docsPart(const QByteArray& name);
/// The document itself, as JSON, or as YAML when Accept prefers that.
Answer openApiAnswer(const Request& request, const QByteArray& openApi);

}  // namespace server
