// SPDX-License-Identifier: MIT
#include "server/server.h"

#include <QEventLoop>

#include "server/engine.h"

namespace server {

Server::Server(ServerOptions options, QObject* parent) : QObject(parent), m_options(std::move(options)) {
  m_thread.setObjectName(QStringLiteral("server"));
}

Server::~Server() {
  if (!m_engine) return;
  QEventLoop waiting;
  connect(this, &Server::stopped, &waiting, &QEventLoop::quit);
  stop();
  waiting.exec(QEventLoop::ExcludeUserInputEvents);
}

core::Status Server::start() {
  if (m_engine) return core::Error{core::ErrorCode::InvalidArgument, "it runs already"};
  m_engine = std::make_unique<Engine>(m_options);
  m_engine->moveToThread(&m_thread);
  connect(m_engine.get(), &Engine::stopped, this, &Server::finish, Qt::QueuedConnection);
  m_thread.start();
  core::Status started = core::Done{};
  QMetaObject::invokeMethod(
      m_engine.get(), [&] { started = m_engine->start(); }, Qt::BlockingQueuedConnection);
  if (started)
    m_port = m_engine->port();
  else
    finish();
  return started;
}

QString Server::address() const {
  if (!m_engine) return {};
  const QHostAddress& first = m_options.addresses.first();
  const bool isIpv6 = first.protocol() == QAbstractSocket::IPv6Protocol;
  return QStringLiteral("%1://%2:%3")
      .arg(m_options.tls ? QStringLiteral("https") : QStringLiteral("http"),
           isIpv6 ? QLatin1Char('[') + first.toString() + QLatin1Char(']') : first.toString())
      .arg(m_port);
}

Services* Server::services() const { return m_engine ? &m_engine->services() : nullptr; }
const RouteTable* Server::routes() const { return m_engine ? &m_engine->routes() : nullptr; }

void Server::stop() {
  if (m_engine) QMetaObject::invokeMethod(m_engine.get(), &Engine::stop, Qt::QueuedConnection);
}

/// The engine's sockets end in the thread they were made in.
void Server::finish() {
  if (!m_engine) return;
  QMetaObject::invokeMethod(
      m_engine.get(), [this] { m_engine->close(); }, Qt::BlockingQueuedConnection);
  m_thread.quit();
  m_thread.wait();
  m_engine.reset();
  m_port = 0;
  emit stopped();
}

}  // namespace server
