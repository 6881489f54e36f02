// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <vector>

#include "server/routes/route.h"

namespace server {

/// The OpenAPI 3 document of exactly these routes, as JSON. Each one's description is a member
/// "METHOD path" of a file in server/docs/openapi; an alias is described as its route, marked as deprecated.
QByteArray openApiDocument(const std::vector<Route>& routes);

/// Every "METHOD path" that the files describe, "<arg>" for a variable part. A test compares them with the
/// table of routes.
QByteArrayList describedOperations();

}  // namespace server
