// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QHash>
#include <QHostAddress>
#include <QList>
#include <QObject>
#include <QPointer>
#include <QQueue>
#include <QSet>
#include <QSslConfiguration>
#include <QTimer>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <utility>
#include <vector>

#include "core/base/result.h"
#include "server/door/limits.h"
#include "server/door/policy.h"

class QHttpServer;
class QHttpServerRequest;
class QTcpServer;

namespace server {

class Client;
class Pipe;
class PipeServer;

/// A whole, valid request as the client sent it.
struct DoorRequest {
  QByteArray method;  ///< HEAD comes to the routes as GET; here it is HEAD
  QByteArray target;  ///< path and query, percent-encoded as sent
  QList<std::pair<QByteArray, QByteArray>> headers;
  QByteArray body;
  QHostAddress peer;
  quint64 id = 0;               ///< for giveBody(); 0 when it did not come through the door
  std::stop_token departure{};  ///< stops when the client has left: nobody waits for the answer any more
};

struct DoorOptions {
  QList<QHostAddress> addresses{QHostAddress(QHostAddress::LocalHost),
                                QHostAddress(QHostAddress::LocalHostIPv6)};
  quint16 port = 0;                      ///< 0 picks a free one, the same for every address
  std::optional<QSslConfiguration> tls;  ///< certificate and key
  std::vector<std::string> hosts;        ///< further names for Host, without port
  std::vector<std::string> origins;      ///< pages of these origins may use the server
};

/// The front of the server: it owns the real sockets, lets in only whole and valid requests within the
/// limits, and hands them one by one to a QHttpServer that listens on nothing. Lives in one thread, with the
/// QHttpServer.
///
///     Door door(routes, limits);
///     routes.route("/x/", [&door](const QHttpServerRequest& r) { DoorRequest request = door.take(r); … });
///     door.listen({.port = 8080});
class Door final : public QObject {
  Q_OBJECT
 public:
  using Clock = std::function<qint64()>;  ///< milliseconds, never backwards

  /// The routes must outlive the door; the clock is for tests.
  explicit Door(QHttpServer& routes, const DoorLimits& limits = {}, Clock clock = {},
                QObject* parent = nullptr);
  /// After stopped(): a pipe that is cut under a running request would show QHttpServer a client that leaves.
  ~Door() override;

  /// Opens the sockets; a loopback address whose family the system lacks is left out. InvalidArgument with a
  /// text for a busy port.
  core::Status listen(const DoorOptions& options);
  /// 0 before listen().
  quint16 port() const { return static_cast<quint16>(m_policy.port); }

  /// The request that a route has before it, once: the body goes to the caller. Empty for a request that did
  /// not come through this door.
  DoorRequest take(const QHttpServerRequest& request);
  /// The body of the answer to that request, for a route whose QHttpServerResponse is empty: it goes to the
  /// client as it is, and need not pass through QHttpServer. Before the route answers; from every thread.
  void giveBody(quint64 id, QByteArray body);

  /// Takes no more requests, finishes those in hand, then emits stopped().
  void stop();
  /// Refuses and closes what is overdue; called by a timer, and by tests with a clock of their own.
  void checkDeadlines();

  const DoorLimits& limits() const { return m_limits; }
  const DoorPolicy& policy() const { return m_policy; }
  bool isStopping() const { return m_isStopping; }
  qint64 now() const { return m_clock(); }
  int connectionCount() const { return static_cast<int>(m_clients.size()); }
  /// Requests that run or wait.
  int requestCount() const;

  // For the clients of this door.
  bool claimBytes(quint64 bytes);
  void releaseBytes(quint64 bytes) { m_bodyBytes -= bytes; }
  quint64 submit(Client& client, const HttpHead& head, QByteArray body, quint64 claimed,
                 const QHostAddress& peer);
  void forget(Client& client, quint64 id);
  /// What giveBody() left; once.
  std::optional<QByteArray> takeBody(quint64 id);

 signals:
  void stopped();

 private:
  struct Entry {
    DoorRequest request;
    quint64 claimed = 0;
    QPointer<Client> client;
    std::stop_source departure{};
  };
  class Listener;

  core::Status open(const DoorOptions& options, quint16 port);
  void accept(qintptr descriptor);
  void runNext();
  void finish(quint64 id);
  void checkStopped();

  DoorLimits m_limits;
  Clock m_clock;
  DoorPolicy m_policy;
  std::optional<QSslConfiguration> m_tls;
  PipeServer* m_pipeServer;  ///< owned by the QHttpServer it is bound to
  std::vector<std::unique_ptr<QTcpServer>> m_listeners;
  std::vector<std::unique_ptr<Pipe>> m_pipes;
  QSet<Client*> m_clients;
  QHash<quint64, Entry> m_requests;  ///< that run or wait
  QQueue<quint64> m_queue;
  std::mutex m_givenLock;
  QHash<quint64, QByteArray> m_given;  ///< bodies of answers
  quint64 m_lastId = 0;
  quint64 m_bodyBytes = 0;
  QTimer m_timer;
  bool m_isStopping = false;
  bool m_hasStopped = false;
};

}  // namespace server
