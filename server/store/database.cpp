// SPDX-License-Identifier: MIT
#include "server/store/database.h"

#include <fcntl.h>
#include <unistd.h>

#include <QFile>
#include <QThread>
#include <QThreadStorage>
#include <atomic>
#include <map>
#include <unordered_map>

#include "server/store/migrations.h"
#include "server/store/statement.h"

namespace server {

namespace {

std::atomic<quint64> databases = 0;

/// A connection of one thread, with the queries it has prepared and nobody uses.
class Connection {
 public:
  explicit Connection(const QString& name)
      : m_database(QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name)) {}
  ~Connection() {
    const QString name = m_database.connectionName();
    prepared.clear();  // these would keep it open
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(name);
  }
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  QSqlDatabase& database() { return m_database; }

  std::unordered_multimap<QString, QSqlQuery> prepared;

 private:
  QSqlDatabase m_database;
};

/// Of the calling thread, by the number of the Database. Qt ends what it stores for a thread before anybody
/// who waits for the thread goes on; a thread_local variable may end later, when the process has no Qt Sql
/// any more.
std::map<quint64, Connection>& threadConnections() {
  static QThreadStorage<std::map<quint64, Connection>> connections;
  return connections.localData();
}

QString connectionName(quint64 number) {
  return QStringLiteral("database %1 thread %2")
      .arg(number)
      .arg(reinterpret_cast<quintptr>(QThread::currentThreadId()));
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

Database::Database(QString path, Outlives outlives, std::shared_ptr<std::mutex> writing)
    : m_path(std::move(path)), m_outlives(outlives), m_number(++databases), m_writing(std::move(writing)) {}

Database::~Database() { threadConnections().erase(m_number); }

core::Result<std::unique_ptr<Database>> Database::open(const QString& path) {
  if (core::Status made = makeFile(path); !made) return made.error();
  const auto writing = std::make_shared<std::mutex>();
  std::unique_ptr<Database> database(new Database(path, Outlives::PowerCut, writing));
  if (core::Status known = checkVersion(*database); !known) return known.error();
  if (core::Status whole = checkIntegrity(*database); !whole) return whole.error();
  if (core::Status migrated = migrate(*database); !migrated) return migrated.error();
  database->m_forCounts.reset(new Database(path, Outlives::Process, writing));
  return database;
}

core::Status Database::configure() const {
  // With a write-ahead log, FULL waits for the disk at every commit, NORMAL only when the log is folded in.
  const char* synchronous =
      m_outlives == Outlives::PowerCut ? "PRAGMA synchronous = FULL" : "PRAGMA synchronous = NORMAL";
  for (const char* setting :
       {"PRAGMA foreign_keys = ON", "PRAGMA journal_mode = WAL", synchronous, "PRAGMA trusted_schema = OFF"})
    if (core::Status set = Statement(*this, setting).run(); !set) return set;
  return core::Done{};
}

QSqlDatabase Database::connection() const {
  const auto [at, isNew] = threadConnections().try_emplace(m_number, connectionName(m_number));
  QSqlDatabase& database = at->second.database();
  if (!isNew) return database;
  database.setDatabaseName(m_path);
  database.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=10000"));
  if (database.open() && checkVersion(*this)) (void)configure();
  return database;
}

Database::Prepared Database::take(const QString& sql) const {
  const QSqlDatabase opened = connection();
  auto& prepared = threadConnections().at(m_number).prepared;
  if (auto kept = prepared.extract(sql)) return {std::move(kept.mapped()), true};
  Prepared made{QSqlQuery(opened)};
  made.query.setForwardOnly(true);
  made.isPrepared = made.query.prepare(sql);
  return made;
}

void Database::giveBack(const QString& sql, QSqlQuery query) const {
  const auto connection = threadConnections().find(m_number);
  if (connection != threadConnections().end()) connection->second.prepared.emplace(sql, std::move(query));
}

}  // namespace server
