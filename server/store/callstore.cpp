// SPDX-License-Identifier: MIT
#include "server/store/callstore.h"

#include "server/store/statement.h"

namespace server {

namespace {

qint64 numberOf(QDate day) { return qint64{day.year()} * 10000 + day.month() * 100 + day.day(); }

QDate dayOf(qint64 number) {
  return QDate(static_cast<int>(number / 10000), static_cast<int>(number / 100 % 100),
               static_cast<int>(number % 100));
}

}  // namespace

CallStore::CallStore(const Database& database) : m_database(database.forCounts()) {}

core::Status CallStore::add(qint64 account, const QByteArray& route, QDate day) {
  Transaction transaction(m_database);
  if (!transaction.begun()) return transaction.begun();
  core::Status run = Statement(m_database,
                               "INSERT INTO call (account, route, day, count) VALUES (?, ?, ?, 1) "
                               "ON CONFLICT (account, route, day) DO UPDATE SET count = count + 1")
                         .run(account, QString::fromLatin1(route), numberOf(day));
  if (!run) return run;
  core::Status done = transaction.commit();
  m_isAhead = true;
  return done;
}

core::Status CallStore::synchronise() {
  if (!m_isAhead.exchange(false)) return core::Done{};
  return Statement(m_database, "PRAGMA wal_checkpoint(PASSIVE)").run();
}

core::Result<int> CallStore::count(qint64 account, const QByteArray& route, QDate from, QDate to) const {
  Statement sum(
      m_database,
      "SELECT coalesce(sum(count), 0) FROM call WHERE account = ? AND route = ? AND day BETWEEN ? AND ?");
  if (const core::Status run = sum.run(account, QString::fromLatin1(route), numberOf(from), numberOf(to));
      !run)
    return run.error();
  return sum.next() ? static_cast<int>(sum.number(0)) : 0;
}

core::Result<QList<DayCount>> CallStore::perDay(qint64 account, QDate from, QDate to) const {
  Statement rows(m_database,
                 "SELECT day, sum(count) FROM call WHERE account = ? AND day BETWEEN ? AND ? "
                 "GROUP BY day ORDER BY day");
  if (const core::Status run = rows.run(account, numberOf(from), numberOf(to)); !run) return run.error();
  QList<DayCount> days;
  while (rows.next()) days.append({dayOf(rows.number(0)), static_cast<int>(rows.number(1))});
  return days;
}

}  // namespace server
