// SPDX-License-Identifier: MIT
#pragma once

#include <QFuture>
#include <QPromise>
#include <QThreadPool>
#include <memory>

#include "dicomaestro/localapi.h"
#include "server/server.h"

/// How a start ended: with the running server's services, or with the reason.
struct Started {
  server::Services* services = nullptr;
  QString address;
  QList<QByteArray> metered;
  QString reason;
};

/// Makes and ends the server in the thread it lives in; its functions are called from another one.
class LocalApi::Holder final : public QObject {
 public:
  QFuture<Started> start(const server::ServerOptions& options);
  /// Ends what is being asked, then the requests in hand, then the server.
  QFuture<void> stop(QThreadPool& desk);

 private:
  Started startHere(const server::ServerOptions& options);

  std::unique_ptr<server::Server> m_server;
};
