// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <vector>

namespace server {

/// What the document has to know of a route. The variable part of a path is "<arg>".
struct DocumentedRoute {
  QByteArray method;
  QByteArray path;  ///< with the trailing slash
  QByteArrayList aliases;
};

/// The OpenAPI 3 document of exactly these routes, as JSON. Each one's description is a member
/// "METHOD path" of a file in server/docs/openapi; an alias is described as its route, marked as deprecated.
QByteArray openApiDocument(const std::vector<DocumentedRoute>& routes);

/// Every "METHOD path" that the files describe, "<arg>" for a variable part. A test compares them with the
/// table of routes.
QByteArrayList describedOperations();

}  // namespace server
