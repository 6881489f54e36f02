// SPDX-License-Identifier: MIT
#include "server/routes/routetable.h"

#include <algorithm>

namespace server {

const Route* RouteTable::Place::find(const QByteArray& method) const {
  const QByteArray wanted = method == "HEAD" ? QByteArray("GET") : method;
  const auto found =
      std::find_if(routes.begin(), routes.end(), [&](const Route* route) { return route->method == wanted; });
  return found == routes.end() ? nullptr : *found;
}

QByteArray RouteTable::Place::allowed() const {
  QByteArray list;
  for (const Route* route : routes) list += route->method + ", ";
  if (find("GET")) list += "HEAD, ";
  return list + "OPTIONS";
}

RouteTable::RouteTable(std::vector<Route> routes) : m_routes(std::move(routes)) {
  for (const Route& route : m_routes) {
    add(route.path, route);
    for (const QByteArray& alias : route.aliases) add(alias, route);
  }
}

void RouteTable::add(const QByteArray& pattern, const Route& route) {
  const auto found = std::find_if(m_places.begin(), m_places.end(),
                                  [&](const Place& place) { return place.pattern == pattern; });
  Place& place = found == m_places.end() ? m_places.emplace_back(Place{pattern, {}}) : *found;
  place.routes.push_back(&route);
}

}  // namespace server
