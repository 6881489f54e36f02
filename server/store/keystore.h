// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QString>
#include <optional>

#include "core/base/result.h"
#include "server/store/accountstore.h"

namespace server {

/// An API key as it is kept: its text is known to nobody but the client.
struct StoredKey {
  qint64 id = 0;
  qint64 account = 0;
  QString name;
  QString prefix;
  QByteArray hash;  ///< of the whole text
  Moment created = 0;
  std::optional<Moment> expiry;
};

class KeyStore {
 public:
  explicit KeyStore(const Database& database) : m_database(database) {}

  /// The id; nullopt when the prefix is taken.
  core::Result<std::optional<qint64>> add(const StoredKey& key);
  core::Result<std::optional<StoredKey>> find(const QString& prefix) const;
  core::Result<QList<StoredKey>> ofAccount(qint64 account) const;  ///< newest first
  /// Whether the account had such a key.
  core::Result<bool> remove(qint64 account, qint64 id);

 private:
  const Database& m_database;
};

}  // namespace server
