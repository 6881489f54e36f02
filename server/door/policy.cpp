// SPDX-License-Identifier: MIT
#include "server/door/policy.h"

#include <algorithm>

namespace server {

namespace {

bool changesState(const HttpHead& head) {
  return head.method != "GET" && head.method != "HEAD" && head.method != "OPTIONS";
}

}  // namespace

bool DoorPolicy::isOurs(std::string_view authority) const {
  const std::string suffix = ':' + std::to_string(port);
  if (authority.ends_with(suffix))
    authority.remove_suffix(suffix.size());
  else if (port != (isTls ? 443 : 80))
    return false;
  return std::any_of(hosts.begin(), hosts.end(),
                     [&](const std::string& host) { return equalsIgnoringCase(host, authority); });
}

bool DoorPolicy::isOwnOrigin(std::string_view origin, std::string_view authority) const {
  return equalsIgnoringCase(origin, (isTls ? "https://" : "http://") + std::string(authority));
}

std::optional<HttpFault> DoorPolicy::refuses(const HttpHead& head) const {
  if (!isOurs(head.authority)) return HttpFault{421, "This server does not answer for that Host."};
  if (!changesState(head) || allowedOrigin(head)) return {};
  const std::string* origin = head.find("Origin");
  const std::string* site = head.find("Sec-Fetch-Site");
  const bool isForeign =
      (origin && !isOwnOrigin(*origin, head.authority)) || (site && equalsIgnoringCase(*site, "cross-site"));
  return isForeign ? std::optional(HttpFault{403, "Cross-origin requests are not allowed."}) : std::nullopt;
}

const std::string* DoorPolicy::allowedOrigin(const HttpHead& head) const {
  const std::string* origin = head.find("Origin");
  if (!origin) return nullptr;
  const auto found = std::find(origins.begin(), origins.end(), *origin);
  return found == origins.end() ? nullptr : &*found;
}

bool DoorPolicy::isPreflight(const HttpHead& head) const {
  return head.method == "OPTIONS" && head.find("Access-Control-Request-Method") && allowedOrigin(head);
}

}  // namespace server
