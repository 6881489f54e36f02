// SPDX-License-Identifier: MIT
#pragma once

#include <QSqlQuery>
#include <QVariant>
#include <mutex>
#include <optional>

#include "core/base/result.h"
#include "server/store/database.h"

namespace server {

/// One SQL statement of the calling thread's connection, its values bound in order. It ends with its scope;
/// what SQLite made of its text is kept for the next of the same text, for that costs more than to run it.
class Statement {
 public:
  Statement(const Database& database, const char* sql);
  Statement(const Database& database, const QString& sql);
  ~Statement();
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;

  template <class... Values>
  core::Status run(const Values&... values) {
    (bind(values), ...);
    return execute();
  }
  /// Moves to the next row.
  bool next() { return m_query.next(); }

  qint64 number(int column) const { return m_query.value(column).toLongLong(); }
  QString text(int column) const { return m_query.value(column).toString(); }
  QByteArray bytes(int column) const { return m_query.value(column).toByteArray(); }
  bool isNull(int column) const { return m_query.isNull(column); }

  qint64 changed() const { return m_query.numRowsAffected(); }
  qint64 insertedId() const { return m_query.lastInsertId().toLongLong(); }

 private:
  void bind(qint64 value) { m_query.addBindValue(value); }
  void bind(const QString& value) { m_query.addBindValue(value); }
  void bind(const QByteArray& value) { m_query.addBindValue(value); }
  template <class T>
  void bind(const std::optional<T>& value) {
    m_query.addBindValue(value ? QVariant(*value) : QVariant());
  }
  core::Status execute();

  const Database& m_database;
  QString m_sql;
  Database::Prepared m_prepared;
  QSqlQuery& m_query = m_prepared.query;
};

/// A transaction that writes; writers of this process wait for each other here, those of others for ten
/// seconds at most. Undone unless committed.
class Transaction {
 public:
  explicit Transaction(const Database& database);
  ~Transaction();
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;

  /// Whether it could begin; nothing may be written when it could not.
  const core::Status& begun() const { return m_begun; }
  core::Status commit();

 private:
  const Database& m_database;
  std::lock_guard<std::mutex> m_lock;
  core::Status m_begun;
  bool m_isOpen = false;
};

}  // namespace server
