// SPDX-License-Identifier: MIT
#pragma once

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>
#include <memory>
#include <mutex>

#include "core/base/result.h"

namespace server {

/// The SQLite file of a data directory, open from every thread that asks: each has a connection of its own,
/// which ends with the thread. Every commit outlives the process, and a power cut too but through
/// forCounts().
class Database {
 public:
  /// Opens the file, or makes it for its owner alone; checks its integrity and brings it up to date. Refuses,
  /// untouched, one that a newer version of the program has written.
  static core::Result<std::unique_ptr<Database>> open(const QString& path);
  /// Closes the connection of the calling thread; the other threads have ended before.
  ~Database();
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  /// Of the calling thread. Not open when the file cannot be opened any more: its statements then fail.
  QSqlDatabase connection() const;
  /// The same file for what is written at every request: a commit does not wait for the disk. A power cut can
  /// take the last of them, and never the database with them.
  const Database& forCounts() const { return m_forCounts ? *m_forCounts : *this; }

  /// A query of the calling thread, prepared for this SQL; not prepared when the SQL is wrong.
  struct Prepared {
    QSqlQuery query;
    bool isPrepared = false;
  };
  Prepared take(const QString& sql) const;
  /// Keeps it for the next who wants the same; in the thread that took it.
  void giveBack(const QString& sql, QSqlQuery query) const;

 private:
  enum class Outlives { PowerCut, Process };
  friend class Transaction;
  Database(QString path, Outlives outlives, std::shared_ptr<std::mutex> writing);
  core::Status configure() const;

  QString m_path;
  Outlives m_outlives;
  quint64 m_number;                       ///< of this object, in the connections' names
  std::shared_ptr<std::mutex> m_writing;  ///< writers of this process take turns
  std::unique_ptr<Database> m_forCounts;
};

}  // namespace server
