// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/door/httphead.h"

namespace server {

/// Who may knock: the names under which this server is reached, and the pages of other origins that may use
/// it.
struct DoorPolicy {
  int port = 0;
  bool isTls = false;
  std::vector<std::string> hosts{"localhost", "127.0.0.1", "[::1]"};  ///< names without port
  std::vector<std::string> origins;  ///< exact: "https://viewer.example:8443"; none by default

  /// 421 for a foreign Host (DNS rebinding), 403 for a change of state that another site's page asks for.
  std::optional<HttpFault> refuses(const HttpHead& head) const;
  /// The origin to answer with CORS headers; null for a request of our own or of nobody on the list.
  const std::string* allowedOrigin(const HttpHead& head) const;
  /// A CORS preflight of an origin on the list, which the door answers itself.
  bool isPreflight(const HttpHead& head) const;

 private:
  bool isOurs(std::string_view authority) const;
  bool isOwnOrigin(std::string_view origin, std::string_view authority) const;
};

}  // namespace server
