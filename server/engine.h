// SPDX-License-Identifier: MIT
#pragma once

#include <QFuture>
#include <QHttpServerResponse>
#include <QObject>
#include <QThreadPool>
#include <QTimer>
#include <memory>

#include "core/base/result.h"
#include "server/gate.h"
#include "server/routes/routetable.h"
#include "server/serveroptions.h"
#include "server/services.h"

class QHttpServer;
class QHttpServerRequest;

namespace server {

class Door;

/// What runs in the server's thread: the door, the QHttpServer behind it, the gate, and the pools that the
/// handlers work in. Made by Server, moved to the thread, then started.
class Engine final : public QObject {
  Q_OBJECT
 public:
  explicit Engine(ServerOptions options);
  ~Engine() override;

  core::Status start();
  quint16 port() const;
  /// Finishes the requests in hand, then emits stopped().
  void stop();
  /// Ends all that lives in this thread; after stopped(), or after a start that failed.
  void close();

  /// Valid between start() and close().
  Services& services() { return *m_services; }
  const RouteTable& routes() const { return *m_routes; }

 signals:
  void stopped();

 private:
  using Response = QFuture<QHttpServerResponse>;

  core::Status openData();
  core::Status listen();
  void addRoutes();
  Response serve(const RouteTable::Place& place, const QHttpServerRequest& inner, const QByteArray& argument);
  QThreadPool& poolFor(Runs runs) { return runs == Runs::AtDesk ? m_desk : m_pool; }

  ServerOptions m_options;
  std::shared_ptr<void> m_lock;  ///< of the data directory
  std::unique_ptr<Services> m_services;
  std::unique_ptr<RouteTable> m_routes;
  std::unique_ptr<Gate> m_gate;
  std::unique_ptr<QHttpServer> m_http;
  std::unique_ptr<Door> m_door;
  QThreadPool m_desk;
  QThreadPool m_pool;
  QTimer m_synchronising;
};

}  // namespace server
