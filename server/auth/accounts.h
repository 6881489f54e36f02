// SPDX-License-Identifier: MIT
#pragma once

#include <QJsonObject>
#include <optional>
#include <variant>

#include "core/base/result.h"
#include "server/auth/throttle.h"
#include "server/routes/fielderrors.h"
#include "server/store/accountstore.h"

namespace server {

/// Accounts and their profiles: the rules above the store. May be used from every thread; what asks for a
/// password takes some 20 ms.
class Accounts {
 public:
  /// Seconds until the address may try again.
  struct Throttled {
    int seconds = 0;
  };
  /// No active account has that address and password.
  struct Refused {};
  using Login = std::variant<Account, Refused, Throttled>;

  Accounts(AccountStore& store, Throttle& throttle, Now now)
      : m_store(store), m_throttle(throttle), m_now(std::move(now)) {}

  /// Fields: email, first_name, last_name, password.
  core::Result<std::variant<Account, FieldErrors>> add(const QJsonObject& fields);
  core::Result<Login> logIn(const QString& email, const QString& password);

  core::Result<std::optional<Account>> find(qint64 id) const { return m_store.find(id); }
  core::Result<std::optional<Account>> find(const QString& email) const { return m_store.find(email); }
  core::Result<QList<Account>> all() const { return m_store.all(); }

  /// Voids all tokens of the account and forgets its failed logins. The texts say what is wrong with the
  /// password.
  core::Result<FieldErrors> setPassword(const Account& account, const QString& password);
  /// A disabled account's tokens and keys do not work.
  core::Status setActive(qint64 id, bool isActive) { return m_store.setActive(id, isActive); }

  core::Result<std::optional<Profile>> profile(qint64 account) const { return m_store.profile(account); }
  /// Fields: purpose, organization; an absent one stays. Makes the account a developer's.
  core::Result<std::variant<Profile, FieldErrors>> saveProfile(qint64 account, const QJsonObject& fields);

 private:
  core::Result<Login> verify(const QString& email, const QString& password);

  AccountStore& m_store;
  Throttle& m_throttle;
  Now m_now;
};

}  // namespace server
