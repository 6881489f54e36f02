// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QList>
#include <QMutex>

namespace server {

/// A request that was answered. The path is the route's own, so that nothing a client wrote is kept.
struct RecentRequest {
  qint64 time = 0;  ///< ms since 1970
  QByteArray method;
  QByteArray path;  ///< canonical, "<arg>" in place; "" for a route that is not there
  int status = 0;
  int milliseconds = 0;
  qint64 received = 0;  ///< bytes of the body
  qint64 sent = 0;      ///< bytes of the answer's body
};

/// The last requests, in memory only. May be used from every thread.
class RecentRequests {
 public:
  static constexpr qsizetype most = 100;

  void add(const RecentRequest& request);
  /// Newest first.
  QList<RecentRequest> all() const;

 private:
  mutable QMutex m_mutex;
  QList<RecentRequest> m_requests;
};

}  // namespace server
