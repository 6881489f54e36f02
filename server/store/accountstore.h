// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QString>
#include <optional>

#include "core/base/result.h"

namespace server {

class Database;

/// Microseconds since 1970, UTC: what the database holds.
using Moment = qint64;

struct Account {
  qint64 id = 0;
  QString email;  ///< as registered, its domain in lower case
  QString firstName;
  QString lastName;
  QByteArray passwordHash;
  bool isActive = true;
  bool isDeveloper = false;  ///< has a profile
  Moment tokensFrom = 0;     ///< tokens issued before this are void
  Moment created = 0;
};

struct Profile {
  std::optional<QString> purpose;
  std::optional<QString> organization;
};

class AccountStore {
 public:
  explicit AccountStore(const Database& database) : m_database(database) {}

  /// The new account's id; nullopt when the address is taken. Id and flags of what is given are not read.
  core::Result<std::optional<qint64>> add(const Account& account);
  core::Result<std::optional<Account>> find(qint64 id) const;
  /// Compared without case.
  core::Result<std::optional<Account>> find(const QString& email) const;
  core::Result<QList<Account>> all() const;  ///< in the order of their making

  /// Voids the tokens issued before.
  core::Status setPassword(qint64 id, const QByteArray& hash, Moment now);
  core::Status setActive(qint64 id, bool isActive);

  core::Result<std::optional<Profile>> profile(qint64 account) const;
  core::Status setProfile(qint64 account, const Profile& profile);

 private:
  const Database& m_database;
};

}  // namespace server
