// SPDX-License-Identifier: MIT
#pragma once

#include <memory>

#include "core/anonymise/secret.h"
#include "core/base/workers.h"
#include "server/auth/accounts.h"
#include "server/auth/apikeys.h"
#include "server/auth/throttle.h"
#include "server/auth/tokens.h"
#include "server/quota/quota.h"
#include "server/recent.h"
#include "server/store/database.h"

namespace server {

/// What the routes' handlers and the programs around the server share: accounts, tokens, keys, counts, the
/// last requests. Every member may be used from every thread; what writes waits for the disk (milliseconds).
struct Services {
  Services(std::unique_ptr<Database> opened, SigningKey key, int quotaOfRoute, Now clock);
  Services(const Services&) = delete;
  Services& operator=(const Services&) = delete;

 private:
  std::unique_ptr<Database> m_database;
  AccountStore m_accounts;
  KeyStore m_keys;
  FailureStore m_failures;
  Throttle m_throttle;

 public:
  Now now;
  CallStore calls;
  Accounts accounts;
  /// What pseudonyms are made of: derived from the signing key, so that one store keeps both.
  core::anonymise::Secret anonymising;
  Tokens tokens;
  ApiKeys keys;
  Quota quota;
  RecentRequests recent;
  core::Workers workers;  ///< help with the frames of one request
};

}  // namespace server
