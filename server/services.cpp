// SPDX-License-Identifier: MIT
#include "server/services.h"

namespace server {

namespace {

core::anonymise::Secret anonymisingSecret(const SigningKey& key) {
  const auto secret = core::anonymise::Secret::of(key);
  return secret ? secret->derived("anonymize") : core::anonymise::Secret::random();
}

}  // namespace

Services::Services(std::unique_ptr<Database> opened, SigningKey key, int quotaOfRoute, Now clock)
    : m_database(std::move(opened)),
      m_accounts(*m_database),
      m_keys(*m_database),
      m_failures(*m_database),
      m_throttle(m_failures, clock),
      now(clock),
      calls(*m_database),
      accounts(m_accounts, m_throttle, clock),
      anonymising(anonymisingSecret(key)),
      tokens(m_accounts, std::move(key), clock),
      keys(m_keys, m_accounts, clock),
      quota(calls, quotaOfRoute, clock) {}

}  // namespace server
