// SPDX-License-Identifier: MIT
#pragma once

#include <QJsonObject>
#include <variant>
#include <vector>

#include "server/door/multipart.h"
#include "server/exchange.h"

namespace server {

/// The fields of a JSON, form-urlencoded or multipart body, whichever its type says; of a repeated one the
/// last. A field of a form is a string; an uploaded file stands as an array, which no text field takes. An
/// empty body has no fields. Or the 400 that refuses the body.
std::variant<QJsonObject, Answer> readFields(const Request& request);

/// The parts of a multipart body, which are views of it; an empty body has none. Or the 400 that refuses it.
std::variant<std::vector<MultipartPart>, Answer> readParts(const Request& request);

}  // namespace server
