// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QDate>
#include <QList>
#include <atomic>

#include "core/base/result.h"

namespace server {

class Database;

struct DayCount {
  QDate day;
  int count = 0;
};

/// Metered calls that were answered well, by UTC day.
///
/// To wait for the disk at every call would take 2 to 8 ms where the call itself takes one, so add() does
/// not: what it has written outlives the process, however that ends, and synchronise(), which the server
/// calls every second, brings it past a power cut.
class CallStore {
 public:
  explicit CallStore(const Database& database);

  core::Status add(qint64 account, const QByteArray& route, QDate day);
  /// Waits for the disk, if anything was added since.
  core::Status synchronise();
  /// The calls of a route from one day to another, both included.
  core::Result<int> count(qint64 account, const QByteArray& route, QDate from, QDate to) const;
  /// The days that had calls of any route, ascending.
  core::Result<QList<DayCount>> perDay(qint64 account, QDate from, QDate to) const;

 private:
  const Database& m_database;
  std::atomic<bool> m_isAhead = false;  ///< of the disk
};

}  // namespace server
