// SPDX-License-Identifier: MIT
#include "server/store/accountstore.h"

#include "server/store/statement.h"

namespace server {

namespace {

constexpr const char* columns =
    "SELECT account.id, email, first_name, last_name, password, is_active, profile.account IS NOT NULL, "
    "tokens_from, created FROM account LEFT JOIN profile ON profile.account = account.id ";

Account read(const Statement& row) {
  return {row.number(0),      row.text(1),        row.text(2),   row.text(3),  row.text(4).toLatin1(),
          row.number(5) != 0, row.number(6) != 0, row.number(7), row.number(8)};
}

template <class Key>
core::Result<std::optional<Account>> findBy(const Database& database, const char* condition, const Key& key) {
  Statement found(database, QString::fromLatin1(columns) + QString::fromLatin1(condition));
  if (const core::Status run = found.run(key); !run) return run.error();
  return found.next() ? std::optional(read(found)) : std::nullopt;
}

template <class... Values>
core::Status write(const Database& database, const char* sql, const Values&... values) {
  Transaction transaction(database);
  if (!transaction.begun()) return transaction.begun();
  if (core::Status run = Statement(database, sql).run(values...); !run) return run;
  return transaction.commit();
}

std::optional<QString> optionalText(const Statement& row, int column) {
  return row.isNull(column) ? std::nullopt : std::optional(row.text(column));
}

}  // namespace

core::Result<std::optional<qint64>> AccountStore::add(const Account& account) {
  Transaction transaction(m_database);
  if (!transaction.begun()) return transaction.begun().error();
  std::optional<qint64> id;
  {
    Statement insert(m_database,
                     "INSERT INTO account (email, email_key, first_name, last_name, password, created) "
                     "VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (email_key) DO NOTHING");
    const core::Status run =
        insert.run(account.email, account.email.toCaseFolded(), account.firstName, account.lastName,
                   QString::fromLatin1(account.passwordHash), account.created);
    if (!run) return run.error();
    if (insert.changed() > 0) id = insert.insertedId();
  }
  if (const core::Status done = transaction.commit(); !done) return done.error();
  return id;
}

core::Result<std::optional<Account>> AccountStore::find(qint64 id) const {
  return findBy(m_database, "WHERE account.id = ?", id);
}

core::Result<std::optional<Account>> AccountStore::find(const QString& email) const {
  return findBy(m_database, "WHERE email_key = ?", email.toCaseFolded());
}

core::Result<QList<Account>> AccountStore::all() const {
  Statement rows(m_database, QString::fromLatin1(columns) + QStringLiteral("ORDER BY account.id"));
  if (const core::Status run = rows.run(); !run) return run.error();
  QList<Account> accounts;
  while (rows.next()) accounts.append(read(rows));
  return accounts;
}

core::Status AccountStore::setPassword(qint64 id, const QByteArray& hash, Moment now) {
  return write(m_database, "UPDATE account SET password = ?, tokens_from = ? WHERE id = ?",
               QString::fromLatin1(hash), now, id);
}

core::Status AccountStore::setActive(qint64 id, bool isActive) {
  return write(m_database, "UPDATE account SET is_active = ? WHERE id = ?", qint64{isActive}, id);
}

core::Result<std::optional<Profile>> AccountStore::profile(qint64 account) const {
  Statement found(m_database, "SELECT purpose, organization FROM profile WHERE account = ?");
  if (const core::Status run = found.run(account); !run) return run.error();
  if (!found.next()) return std::optional<Profile>();
  return std::optional(Profile{optionalText(found, 0), optionalText(found, 1)});
}

core::Status AccountStore::setProfile(qint64 account, const Profile& profile) {
  return write(m_database,
               "INSERT INTO profile (account, purpose, organization) VALUES (?, ?, ?) ON CONFLICT (account) "
               "DO UPDATE SET purpose = excluded.purpose, organization = excluded.organization",
               account, profile.purpose, profile.organization);
}

}  // namespace server
