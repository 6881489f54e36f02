// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QHostAddress>
#include <QList>
#include <QString>
#include <optional>
#include <stop_token>
#include <string>
#include <utility>
#include <vector>

#include "core/base/error.h"
#include "server/door/form.h"

/// What goes into a route's handler and what comes out of it: values only, so that handlers are functions
/// that run in the pool and are tested without a socket.
namespace server {

using Headers = QList<std::pair<QByteArray, QByteArray>>;

/// Whose request it is, once it is admitted.
struct Principal {
  enum class By { Token, ApiKey };
  qint64 account = 0;
  By by = By::Token;
  bool isDeveloper = false;  ///< the account has a developer profile
};

/// A request that is past the limits, the authentication and the quota.
struct Request {
  QByteArray method;  ///< GET for HEAD too
  QByteArray path;    ///< without the query, percent-decoded
  std::vector<FormField> query;
  Headers headers;
  QByteArray body;
  QByteArray argument;  ///< the variable part of the path, as the ID of a key
  std::optional<Principal> principal;
  std::stop_token departure{};  ///< stops when the client has left; long work asks now and then

  /// The value of a header, its name compared without case; "" when absent.
  QByteArray header(QByteArrayView name) const;
  /// The last value of a query parameter.
  std::optional<std::string> parameter(std::string_view name) const;
};

/// An answer before the door writes it. The headers that every answer carries are added behind the handler.
struct Answer {
  int status = 200;
  QByteArray contentType = "application/json";
  QByteArray body;
  Headers headers;
};

/// 500, for what is no fault of the client's; the reason goes to the log, never to the client.
Answer failureAnswer(const core::Error& error);
/// {"detail":"…"}
Answer detailAnswer(int status, std::string_view detail);
/// 400 {"field":["…"]}
Answer fieldAnswer(std::string_view field, std::string_view text);
/// Appends a JSON string, quotes included; U+FFFD for what is no UTF-8.
void appendJsonString(QByteArray& out, std::string_view text);

}  // namespace server
