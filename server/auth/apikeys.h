// SPDX-License-Identifier: MIT
#pragma once

#include <QJsonObject>
#include <optional>
#include <variant>

#include "core/base/result.h"
#include "server/routes/fielderrors.h"
#include "server/serveroptions.h"
#include "server/store/keystore.h"

namespace server {

/// API keys: eight characters to find them by, a point, thirty-two that are the secret. May be used from
/// every thread.
class ApiKeys {
 public:
  struct NewKey {
    StoredKey stored;
    QByteArray text;  ///< shown this once
  };

  ApiKeys(KeyStore& keys, const AccountStore& accounts, Now now)
      : m_keys(keys), m_accounts(accounts), m_now(std::move(now)) {}

  /// Fields, none of which need be there: name, expiry_date.
  core::Result<std::variant<NewKey, FieldErrors>> add(const Account& owner, const QJsonObject& fields);
  core::Result<QList<StoredKey>> ofAccount(qint64 account) const { return m_keys.ofAccount(account); }
  /// Whether the account had such a key.
  core::Result<bool> remove(qint64 account, qint64 id) { return m_keys.remove(account, id); }
  /// The account, when the key is known and not over and its account active.
  core::Result<std::optional<Account>> owner(const QByteArray& text) const;

  /// Whether a text has the form of a key.
  static bool isKey(const QByteArray& text);

 private:
  KeyStore& m_keys;
  const AccountStore& m_accounts;
  Now m_now;
};

/// ISO 8601 as the API writes it: "2026-01-05T10:00:00.123456Z", without the fraction when that is 0.
QByteArray dateTimeText(Moment moment);
/// What the API takes for a moment; without a zone it is UTC, a day alone is its beginning.
std::optional<Moment> parseDateTime(const QString& text);

}  // namespace server
