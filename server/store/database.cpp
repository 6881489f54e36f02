// SPDX-License-Identifier: MIT
#include "server/store/database.h"

#include <fcntl.h>
#include <unistd.h>

#include <QFile>
#include <QThread>
#include <atomic>
#include <set>

#include "server/store/migrations.h"
#include "server/store/statement.h"

namespace server {

namespace {

std::atomic<quint64> databases = 0;

/// The connections that the thread has opened.
struct ThreadConnections {
  std::set<QString> names;

  ~ThreadConnections() {
    for (const QString& name : names) QSqlDatabase::removeDatabase(name);
  }
  void close(const QString& name) {
    if (names.erase(name) > 0) QSqlDatabase::removeDatabase(name);
  }
};

ThreadConnections& threadConnections() {
  thread_local ThreadConnections connections;
  return connections;
}

QString connectionName(quint64 number) {
  return QStringLiteral("database %1 thread %2")
      .arg(number)
      .arg(reinterpret_cast<quintptr>(QThread::currentThreadId()));
}

constexpr const char* settings[] = {
    "PRAGMA foreign_keys = ON",
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA trusted_schema = OFF",
};

core::Status configure(const Database& database) {
  for (const char* setting : settings)
    if (core::Status set = Statement(database, setting).run(); !set) return set;
  return core::Done{};
}

core::Status checkIntegrity(const Database& database) {
  Statement check(database, "PRAGMA integrity_check(1)");
  if (const core::Status run = check.run(); !run)
    return core::Error{core::ErrorCode::FileUnreadable, "the database cannot be read: " + run.error().detail};
  const std::string found = check.next() ? check.text(0).toStdString() : "no answer";
  if (found == "ok") return core::Done{};
  return core::Error{core::ErrorCode::FileUnreadable, "the database is damaged: " + found};
}

/// SQLite gives its other files the mode of this one.
core::Status makeFile(const QString& path) {
  const int file = ::open(QFile::encodeName(path).constData(), O_CREAT | O_RDWR | O_CLOEXEC, 0600);
  if (file < 0)
    return core::Error{core::ErrorCode::WriteFailed,
                       "the data directory cannot be written: " + qt_error_string().toStdString()};
  ::close(file);
  return core::Done{};
}

}  // namespace

Database::Database(QString path) : m_path(std::move(path)), m_number(++databases) {}

Database::~Database() { threadConnections().close(connectionName(m_number)); }

core::Result<std::unique_ptr<Database>> Database::open(const QString& path) {
  if (core::Status made = makeFile(path); !made) return made.error();
  std::unique_ptr<Database> database(new Database(path));
  if (core::Status known = checkVersion(*database); !known) return known.error();
  if (core::Status whole = checkIntegrity(*database); !whole) return whole.error();
  if (core::Status migrated = migrate(*database); !migrated) return migrated.error();
  return database;
}

QSqlDatabase Database::connection() const {
  const QString name = connectionName(m_number);
  if (threadConnections().names.contains(name)) return QSqlDatabase::database(name, false);
  QSqlDatabase opened = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
  threadConnections().names.insert(name);
  opened.setDatabaseName(m_path);
  opened.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=10000"));
  if (opened.open() && checkVersion(*this)) (void)configure(*this);
  return opened;
}

}  // namespace server
