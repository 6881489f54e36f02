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

/// Calls are counted in every request of some kinds, and to wait for the disk each time costs more than the
/// request. A commit that is not synchronised outlives the process, however it ends; only a power cut can
/// take the last of them, and never the database with them.
class Unsynchronised {
 public:
  explicit Unsynchronised(const Database& database) : m_database(database) {
    set("PRAGMA synchronous = NORMAL");
  }
  ~Unsynchronised() { set("PRAGMA synchronous = FULL"); }
  Unsynchronised(const Unsynchronised&) = delete;
  Unsynchronised& operator=(const Unsynchronised&) = delete;

 private:
  void set(const char* pragma) const { (void)Statement(m_database, pragma).run(); }

  const Database& m_database;
};

}  // namespace

core::Status CallStore::add(qint64 account, const QByteArray& route, QDate day) {
  const Unsynchronised fast(m_database);
  Transaction transaction(m_database);
  if (!transaction.begun()) return transaction.begun();
  core::Status run = Statement(m_database,
                               "INSERT INTO call (account, route, day, count) VALUES (?, ?, ?, 1) "
                               "ON CONFLICT (account, route, day) DO UPDATE SET count = count + 1")
                         .run(account, QString::fromLatin1(route), numberOf(day));
  return run ? transaction.commit() : run;
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
