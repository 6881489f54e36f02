// SPDX-License-Identifier: MIT
#pragma once

#include <QSqlDatabase>
#include <QString>
#include <memory>
#include <mutex>

#include "core/base/result.h"

namespace server {

/// The SQLite file of a data directory, open from every thread that asks: each has a connection of its own,
/// which ends with the thread. Every commit is on the disk before it returns (WAL, synchronous FULL),
/// but for the counts of calls (CallStore).
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

 private:
  friend class Transaction;
  explicit Database(QString path);

  QString m_path;
  quint64 m_number;  ///< of this object, in the connections' names
  mutable std::mutex m_writing;
};

}  // namespace server
