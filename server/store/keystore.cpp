// SPDX-License-Identifier: MIT
#include "server/store/keystore.h"

#include "server/store/statement.h"

namespace server {

namespace {

StoredKey read(const Statement& row) {
  return {row.number(0),
          row.number(1),
          row.text(2),
          row.text(3),
          row.bytes(4),
          row.number(5),
          row.isNull(6) ? std::nullopt : std::optional<Moment>(row.number(6))};
}

}  // namespace

core::Result<std::optional<qint64>> KeyStore::add(const StoredKey& key) {
  Transaction transaction(m_database);
  if (!transaction.begun()) return transaction.begun().error();
  std::optional<qint64> id;
  {
    Statement insert(m_database,
                     "INSERT INTO api_key (account, name, prefix, hash, created, expiry) "
                     "VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (prefix) DO NOTHING");
    const core::Status run = insert.run(key.account, key.name, key.prefix, key.hash, key.created, key.expiry);
    if (!run) return run.error();
    if (insert.changed() > 0) id = insert.insertedId();
  }
  if (const core::Status done = transaction.commit(); !done) return done.error();
  return id;
}

core::Result<std::optional<StoredKey>> KeyStore::find(const QString& prefix) const {
  Statement found(m_database,
                  "SELECT id, account, name, prefix, hash, created, expiry FROM api_key WHERE prefix = ?");
  if (const core::Status run = found.run(prefix); !run) return run.error();
  return found.next() ? std::optional(read(found)) : std::nullopt;
}

core::Result<QList<StoredKey>> KeyStore::ofAccount(qint64 account) const {
  Statement rows(m_database,
                 "SELECT id, account, name, prefix, hash, created, expiry FROM api_key WHERE account = ? "
                 "ORDER BY created DESC, id DESC");
  if (const core::Status run = rows.run(account); !run) return run.error();
  QList<StoredKey> keys;
  while (rows.next()) keys.append(read(rows));
  return keys;
}

core::Result<bool> KeyStore::remove(qint64 account, qint64 id) {
  Transaction transaction(m_database);
  if (!transaction.begun()) return transaction.begun().error();
  bool wasThere = false;
  {
    Statement removal(m_database, "DELETE FROM api_key WHERE account = ? AND id = ?");
    if (const core::Status run = removal.run(account, id); !run) return run.error();
    wasThere = removal.changed() > 0;
  }
  if (const core::Status done = transaction.commit(); !done) return done.error();
  return wasThere;
}

}  // namespace server
