// SPDX-License-Identifier: MIT
#include "server/recent.h"

namespace server {

void RecentRequests::add(const RecentRequest& request) {
  const QMutexLocker lock(&m_mutex);
  m_requests.prepend(request);
  if (m_requests.size() > most) m_requests.removeLast();
}

QList<RecentRequest> RecentRequests::all() const {
  const QMutexLocker lock(&m_mutex);
  return m_requests;
}

}  // namespace server
