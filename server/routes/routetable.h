// SPDX-License-Identifier: MIT
#pragma once

#include <deque>
#include <span>
#include <vector>

#include "server/routes/route.h"

namespace server {

/// All routes, put together by path. Constant once it is made; places and routes stay where they are.
class RouteTable {
 public:
  /// A path, canonical or alias, with the methods it answers.
  struct Place {
    QByteArray pattern;  ///< with the trailing slash; may hold "<arg>"
    std::vector<const Route*> routes;

    /// Null when the path has no such method.
    const Route* find(const QByteArray& method) const;
    /// The Allow header.
    QByteArray allowed() const;
  };

  explicit RouteTable(std::vector<Route> routes);
  RouteTable(const RouteTable&) = delete;
  RouteTable& operator=(const RouteTable&) = delete;

  std::span<const Route> routes() const { return m_routes; }
  const std::deque<Place>& places() const { return m_places; }

 private:
  void add(const QByteArray& pattern, const Route& route);

  std::vector<Route> m_routes;
  std::deque<Place> m_places;
};

}  // namespace server
