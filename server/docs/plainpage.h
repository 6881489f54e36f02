// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

namespace server {

/// The OpenAPI document as a readable HTML page without any script, for a build without swagger-ui.
QByteArray plainPage(const QByteArray& openApi);

}  // namespace server
