// SPDX-License-Identifier: MIT
#include "server/quota/quota.h"

#include <QDateTime>

namespace server {

namespace {

int monthOf(QDate day) { return day.year() * 100 + day.month(); }
QDate firstOf(int month) { return QDate(month / 100, month % 100, 1); }
qint64 secondsOf(QDate day) { return QDateTime(day, QTime(0, 0), Qt::UTC).toSecsSinceEpoch(); }

}  // namespace

QDate Quota::today() const { return QDateTime::fromMSecsSinceEpoch(m_now(), Qt::UTC).date(); }

core::Result<std::variant<Quota::Place, Quota::Count>> Quota::take(qint64 account, const QByteArray& route) {
  using Taken = std::variant<Place, Count>;
  const QDate day = today();
  const Key key{account, route, monthOf(day)};
  const std::lock_guard lock(m_mutex);
  const core::Result<Use*> found = use(key);
  if (!found) return found.error();
  Use& used = **found;
  if (used.written + used.underWay >= m_quota) return Taken(countOf(used));
  ++used.underWay;
  return Taken(Place(*this, key, day));
}

core::Result<Quota::Count> Quota::look(qint64 account, const QByteArray& route) {
  const std::lock_guard lock(m_mutex);
  const core::Result<Use*> found = use({account, route, monthOf(today())});
  if (!found) return found.error();
  return countOf(**found);
}

/// What is known of the key; read from the store the first time.
core::Result<Quota::Use*> Quota::use(const Key& key) {
  const auto known = m_uses.find(key);
  if (known != m_uses.end()) return &known->second;
  const auto& [account, route, month] = key;
  const QDate first = firstOf(month);
  const core::Result<int> written = m_store.count(account, route, first, first.addMonths(1).addDays(-1));
  if (!written) return written.error();
  forgetOthers(month);
  return &m_uses.emplace(key, Use{*written, 0}).first->second;
}

/// Months that are over, once nothing of theirs is under way.
void Quota::forgetOthers(int month) {
  std::erase_if(m_uses, [&](const auto& entry) {
    return std::get<2>(entry.first) != month && entry.second.underWay == 0;
  });
}

Quota::Count Quota::count(const Key& key) {
  const std::lock_guard lock(m_mutex);
  const auto known = m_uses.find(key);
  return countOf(known == m_uses.end() ? Use{} : known->second);
}

Quota::Count Quota::countOf(const Use& use) const {
  const qint64 now = m_now() / 1000;
  const QDate first = firstOf(monthOf(today()));
  const qint64 end = secondsOf(first.addMonths(1));
  return {m_quota, use.written + use.underWay, end - now, end - secondsOf(first)};
}

core::Status Quota::Place::keep() {
  core::Status written = m_owner->m_store.add(std::get<0>(m_key), std::get<1>(m_key), m_day);
  if (!written) return written;
  const std::lock_guard lock(m_owner->m_mutex);
  Use& use = m_owner->m_uses[m_key];
  --use.underWay;
  ++use.written;
  m_isTaken = false;
  return written;
}

void Quota::Place::giveBack() {
  if (!m_isTaken) return;
  const std::lock_guard lock(m_owner->m_mutex);
  --m_owner->m_uses[m_key].underWay;
  m_isTaken = false;
}

}  // namespace server
