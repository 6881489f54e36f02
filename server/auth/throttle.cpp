// SPDX-License-Identifier: MIT
#include "server/auth/throttle.h"

#include <QCryptographicHash>
#include <algorithm>

namespace server {

namespace {

constexpr Moment second = 1'000'000;

QByteArray keyOf(const QString& address) {
  return QCryptographicHash::hash(address.trimmed().toCaseFolded().toUtf8(), QCryptographicHash::Blake2b_256);
}

int waitAfter(int failures) {
  if (failures < Throttle::freeFailures) return 0;
  const int doublings = std::min(failures - Throttle::freeFailures, 20);
  return std::min(Throttle::longestWait, Throttle::firstWait << doublings);
}

}  // namespace

std::unique_lock<std::mutex> Throttle::attempt(const QString& address) {
  const auto stripe = static_cast<std::size_t>(static_cast<unsigned char>(keyOf(address).front()));
  return std::unique_lock(m_attempts.at(stripe % m_attempts.size()));
}

core::Result<int> Throttle::wait(const QString& address) const {
  const core::Result<FailureStore::Failures> failures = m_store.find(keyOf(address));
  if (!failures) return failures.error();
  const Moment now = m_now() * 1000;
  // A clock that was set back makes nobody wait longer than the rule.
  const Moment since = std::max<Moment>(0, now - failures->last);
  if (since > memory * second) return 0;
  const Moment left = waitAfter(failures->count) * second - since;
  return left <= 0 ? 0 : static_cast<int>((left + second - 1) / second);
}

core::Status Throttle::failed(const QString& address) {
  const Moment now = m_now() * 1000, oldest = now - memory * second;
  const core::Result<FailureStore::Failures> before = m_store.find(keyOf(address));
  if (!before) return before.error();
  const int count = before->last < oldest ? 0 : before->count;
  return m_store.set(keyOf(address), {count + 1, now}, oldest);
}

core::Status Throttle::passed(const QString& address) {
  const core::Result<FailureStore::Failures> before = m_store.find(keyOf(address));
  if (!before) return before.error();
  return before->count == 0 ? core::Status(core::Done{}) : m_store.clear(keyOf(address));
}

}  // namespace server
