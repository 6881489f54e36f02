// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <string_view>

namespace server {

/// The same document in YAML 1.2 block style. The JSON is one of our own, valid and without surrogate
/// escapes: its scalars are YAML's as they stand.
QByteArray yamlOfJson(std::string_view json);

}  // namespace server
