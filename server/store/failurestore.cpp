// SPDX-License-Identifier: MIT
#include "server/store/failurestore.h"

#include "server/store/statement.h"

namespace server {

core::Result<FailureStore::Failures> FailureStore::find(const QByteArray& address) const {
  Statement found(m_database, "SELECT failures, last FROM login_failure WHERE address = ?");
  if (const core::Status run = found.run(address); !run) return run.error();
  return found.next() ? Failures{static_cast<int>(found.number(0)), found.number(1)} : Failures{};
}

core::Status FailureStore::set(const QByteArray& address, const Failures& failures, Moment oldest) {
  Transaction transaction(m_database);
  if (!transaction.begun()) return transaction.begun();
  if (core::Status run = Statement(m_database, "DELETE FROM login_failure WHERE last < ?").run(oldest); !run)
    return run;
  core::Status run = Statement(m_database,
                               "INSERT INTO login_failure (address, failures, last) VALUES (?, ?, ?) "
                               "ON CONFLICT (address) DO UPDATE SET failures = excluded.failures, "
                               "last = excluded.last")
                         .run(address, qint64{failures.count}, failures.last);
  return run ? transaction.commit() : run;
}

core::Status FailureStore::clear(const QByteArray& address) {
  Transaction transaction(m_database);
  if (!transaction.begun()) return transaction.begun();
  core::Status run = Statement(m_database, "DELETE FROM login_failure WHERE address = ?").run(address);
  return run ? transaction.commit() : run;
}

}  // namespace server
