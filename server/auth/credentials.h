// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <optional>
#include <variant>

#include "core/base/result.h"
#include "server/exchange.h"
#include "server/routes/route.h"

namespace server {

struct Services;

/// What an Authorization header says.
struct Credentials {
  enum class Kind { None, Token, Key, BareWord, Malformed };
  Kind kind = Kind::None;
  QByteArray text;
};

/// "Bearer TOKEN", "ApiKey KEY", "Api-Key KEY" or the bare key; schemes without case. Another scheme is none.
Credentials readCredentials(const QByteArray& authorization);

/// Who asks, or the 401 or 403 that refuses; nobody for a route that anyone may ask. An error when the store
/// fails.
using Identity = std::variant<std::optional<Principal>, Answer>;
core::Result<Identity> identify(const Services& services, Who who, const Request& request);

}  // namespace server
