// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <variant>

#include "core/base/result.h"
#include "server/auth/jwt.h"
#include "server/serveroptions.h"
#include "server/store/accountstore.h"

namespace server {

/// Issues tokens and says whose they are. May be used from every thread.
class Tokens {
 public:
  static constexpr qint64 accessTime = 15 * 60;          ///< seconds
  static constexpr qint64 refreshTime = 30 * 24 * 3600;  ///< seconds
  enum class Refusal { Invalid, WrongType, UnknownAccount, InactiveAccount };

  Tokens(const AccountStore& accounts, SigningKey key, Now now)
      : m_accounts(accounts), m_key(std::move(key)), m_now(std::move(now)) {}

  QByteArray access(const Account& account) const { return issue(account, "access", accessTime); }
  QByteArray refresh(const Account& account) const { return issue(account, "refresh", refreshTime); }

  /// Whether it is a token of ours, of either type, and not over.
  bool isValid(const QByteArray& token) const;
  /// The account, of a token of that type.
  core::Result<std::variant<Account, Refusal>> owner(const QByteArray& token, const char* type) const;

 private:
  QByteArray issue(const Account& account, const char* type, qint64 seconds) const;
  qint64 now() const { return m_now() / 1000; }

  const AccountStore& m_accounts;
  SigningKey m_key;
  Now m_now;
};

}  // namespace server
