// SPDX-License-Identifier: MIT
#include "server/store/statement.h"

#include <QLoggingCategory>
#include <QSqlError>

namespace server {

namespace {

Q_LOGGING_CATEGORY(lcStore, "dicomaestro.server.store")

}  // namespace

Statement::Statement(const Database& database, const char* sql)
    : Statement(database, QString::fromLatin1(sql)) {}

Statement::Statement(const Database& database, const QString& sql)
    : m_database(database), m_sql(sql), m_prepared(database.take(sql)) {}

Statement::~Statement() {
  // A pragma may act while it is prepared, and never again.
  if (!m_prepared.isPrepared || m_sql.startsWith(QLatin1String("PRAGMA"))) return;
  m_query.finish();
  m_database.giveBack(m_sql, std::move(m_query));
}

/// What the driver says names columns and files of SQLite, never a value.
core::Status Statement::execute() {
  if (m_prepared.isPrepared && m_query.exec()) return core::Done{};
  const QString reason =
      m_query.lastError().driverText() + QLatin1Char(' ') + m_query.lastError().databaseText();
  qCWarning(lcStore) << "statement failed:" << qPrintable(reason.simplified());
  return core::Error{core::ErrorCode::WriteFailed, reason.simplified().toStdString()};
}

Transaction::Transaction(const Database& database)
    : m_database(database),
      m_lock(*database.m_writing),
      m_begun(Statement(database, "BEGIN IMMEDIATE").run()) {
  m_isOpen = m_begun.ok();
}

Transaction::~Transaction() {
  if (m_isOpen) (void)Statement(m_database, "ROLLBACK").run();
}

core::Status Transaction::commit() {
  core::Status done = Statement(m_database, "COMMIT").run();
  m_isOpen = !done;
  return done;
}

}  // namespace server
