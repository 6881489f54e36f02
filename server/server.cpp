// SPDX-License-Identifier: MIT
#include "server/server.h"

#include <QEventLoop>
#include <algorithm>

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
  const bool isLocal = std::all_of(m_options.addresses.begin(), m_options.addresses.end(),
                                   [](const QHostAddress& address) { return address.isLoopback(); });
  if (!isLocal && !m_options.tls)
    return core::Error{core::ErrorCode::InvalidArgument,
                       "an address beyond this machine needs TLS (a certificate and a key)"};
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
    end();
  return started;
}

QString Server::address() const {
  if (!m_engine) return {};
  return QStringLiteral("%1://%2:%3")
      .arg(m_options.tls ? QStringLiteral("https") : QStringLiteral("http"),
           hostText(m_options.addresses.first()))
      .arg(m_port);
}

Services* Server::services() const { return m_engine ? &m_engine->services() : nullptr; }
const RouteTable* Server::routes() const { return m_engine ? &m_engine->routes() : nullptr; }

void Server::stop() {
  if (m_engine) QMetaObject::invokeMethod(m_engine.get(), &Engine::stop, Qt::QueuedConnection);
}

/// The engine's sockets end in the thread they were made in.
void Server::end() {
  QMetaObject::invokeMethod(
      m_engine.get(), [this] { m_engine->close(); }, Qt::BlockingQueuedConnection);
  m_thread.quit();
  m_thread.wait();
  m_engine.reset();
  m_port = 0;
}

void Server::finish() {
  if (!m_engine) return;
  end();
  emit stopped();
}

}  // namespace server
