// SPDX-License-Identifier: MIT
#include "dicomaestro/localapiholder.h"

#include "server/routes/routetable.h"

QFuture<Started> LocalApi::Holder::start(const server::ServerOptions& options) {
  auto promise = std::make_shared<QPromise<Started>>();
  promise->start();
  QMetaObject::invokeMethod(
      this,
      [this, promise, options] {
        promise->addResult(startHere(options));
        promise->finish();
      },
      Qt::QueuedConnection);
  return promise->future();
}

Started LocalApi::Holder::startHere(const server::ServerOptions& options) {
  m_server = std::make_unique<server::Server>(options);
  if (const core::Status started = m_server->start(); !started) {
    m_server.reset();
    return {nullptr, {}, {}, QString::fromStdString(started.error().detail)};
  }
  Started started{m_server->services(), m_server->address(), {}, {}};
  for (const server::Route& route : m_server->routes()->routes())
    if (route.isMetered) started.metered << route.path;
  return started;
}

QFuture<void> LocalApi::Holder::stop(QThreadPool& desk) {
  auto promise = std::make_shared<QPromise<void>>();
  promise->start();
  QMetaObject::invokeMethod(
      this,
      [this, promise, &desk] {
        desk.waitForDone();
        m_server.reset();
        promise->finish();
      },
      Qt::QueuedConnection);
  return promise->future();
}
