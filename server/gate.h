// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <optional>
#include <variant>

#include "server/exchange.h"
#include "server/quota/quota.h"
#include "server/routes/routetable.h"

namespace server {

struct Services;

/// A request that may go to its route.
struct Admission {
  const Route* route = nullptr;
  std::optional<Principal> principal;
  std::shared_ptr<Quota::Place> place;  ///< null for a route that is not metered
};

/// Decides what may enter, in an order that lives here alone: what can be answered (406), who asks (401,
/// 403), what is asked (405), in what form (415, 413), and whether the month has room for it (429). Works in
/// the server's thread; it reads the store and never writes.
class Gate {
 public:
  explicit Gate(Services& services) : m_services(services) {}

  std::variant<Admission, Answer> admit(const RouteTable::Place& place, const Request& request) const;

 private:
  std::variant<Admission, Answer> admitMetered(Admission admission) const;

  Services& m_services;
};

}  // namespace server
