// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QDate>
#include <QList>

#include "core/base/result.h"

namespace server {

class Database;

struct DayCount {
  QDate day;
  int count = 0;
};

/// Metered calls that were answered well, by UTC day.
class CallStore {
 public:
  explicit CallStore(const Database& database);

  core::Status add(qint64 account, const QByteArray& route, QDate day);
  /// The calls of a route from one day to another, both included.
  core::Result<int> count(qint64 account, const QByteArray& route, QDate from, QDate to) const;
  /// The days that had calls of any route, ascending.
  core::Result<QList<DayCount>> perDay(qint64 account, QDate from, QDate to) const;

 private:
  const Database& m_database;
};

}  // namespace server
