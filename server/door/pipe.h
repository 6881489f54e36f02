// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QObject>
#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>
#include <memory>
#include <utility>

#include "server/door/client.h"

namespace server {

/// A server that listens on nothing: QHttpServer takes its connections from here, and they are the ends of
/// private pairs.
class PipeServer final : public QTcpServer {
  Q_OBJECT
 public:
  using QTcpServer::QTcpServer;
  /// Hands QHttpServer its end; returns the other, or null when the system has no more descriptors.
  std::unique_ptr<QTcpSocket> connectPair();

  bool hasPendingConnections() const override { return m_pending != nullptr; }
  QTcpSocket* nextPendingConnection() override { return std::exchange(m_pending, nullptr); }

 private:
  QTcpSocket* m_pending = nullptr;  ///< QTcpServer's own list warns at every use while not listening
};

/// One private connection to QHttpServer, with one request at a time. It takes the whole answer whatever
/// becomes of the client, so that QHttpServer never sees anybody leave.
class Pipe final : public QObject {
  Q_OBJECT
 public:
  /// Its pair is made when it is first needed: the event loop looks at every socket at every turn.
  Pipe(PipeServer& server, QObject* parent) : QObject(parent), m_server(server) {}

  bool isFree() const { return m_id == 0; }
  quint64 id() const { return m_id; }
  /// Sends a request without a body; its answer goes to the client, while there is one.
  void start(quint64 id, const QByteArray& request, Client* client);
  /// Goes on with the answer after the client has taken some of it.
  void pump();
  /// The client has left: the rest of the answer is for nobody.
  void dropClient();

 signals:
  /// The answer of that request has been read to its end.
  void finished(quint64 id);

 private:
  void connectToServer();
  bool readHead();
  void readBody();
  void finish();
  void breakOff();

  PipeServer& m_server;
  std::unique_ptr<QTcpSocket> m_socket;
  QPointer<Client> m_client;
  quint64 m_id = 0;
  QByteArray m_head;
  qint64 m_left = -1;  ///< bytes of the body still to come; −1 before the head
};

}  // namespace server
