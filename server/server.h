// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>
#include <QThread>
#include <memory>

#include "core/base/result.h"
#include "server/serveroptions.h"

namespace server {

class Engine;
class RouteTable;
struct Services;

/// The local API server, for a program to hold: it runs in a thread of its own, so that no request ever
/// stalls the holder's. All members are called from the thread that made it.
///
///     server::Server api({.port = 8080});
///     if (const core::Status started = api.start(); !started) …
///
/// Its destructor lets the requests in hand end.
class Server final : public QObject {
  Q_OBJECT
 public:
  explicit Server(ServerOptions options, QObject* parent = nullptr);
  ~Server() override;

  /// Opens the data directory and listens; returns when it does (a keychain that does not answer is waited
  /// for two seconds). The error says what to tell the user: a busy port, a locked directory, a newer
  /// database.
  core::Status start();
  bool isRunning() const { return m_engine != nullptr; }
  /// 0 unless it runs.
  quint16 port() const { return m_port; }
  /// "http://127.0.0.1:8080"; "" unless it runs.
  QString address() const;

  /// Accounts, keys, counts and the last requests, for functions in this process; null unless it runs.
  Services* services() const;
  const RouteTable* routes() const;

  /// Takes no more requests and finishes those in hand; stopped() follows.
  void stop();

 signals:
  void stopped();

 private:
  void end();
  void finish();

  ServerOptions m_options;
  QThread m_thread;
  std::unique_ptr<Engine> m_engine;  ///< lives in m_thread
  quint16 m_port = 0;
};

}  // namespace server
