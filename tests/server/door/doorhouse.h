// SPDX-License-Identifier: MIT
#pragma once

#include <QElapsedTimer>
#include <QHttpServer>
#include <QTcpSocket>
#include <QThread>
#include <QThreadPool>
#include <QtTest>
#include <atomic>

#include "server/door/door.h"
#include "server/door/threadpool.h"

namespace tests {

/// Runs the event loop until that holds. QTest::qWaitFor sleeps between two looks, which no load test can
/// use.
template <class Predicate>
bool waitFor(Predicate holds, int milliseconds = 30000) {
  QTimer tick;
  tick.start(20);
  const QDeadlineTimer deadline(milliseconds);
  while (!holds()) {
    if (deadline.hasExpired()) return false;
    QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
  }
  return true;
}

/// A door with some routes behind it, all in the test's thread, and a clock that stands still.
struct DoorHouse {
  explicit DoorHouse(const server::DoorLimits& limits = {}, const server::DoorOptions& options = {})
      : door(routes, limits, [this] { return time; }) {
    addRoutes();
    const core::Status opened = door.listen(options);
    if (!opened) qFatal("%s", opened.error().detail.c_str());
  }
  ~DoorHouse() { pool.waitForDone(); }

  void addRoutes() {
    routes.route(QStringLiteral("/hello/"), [this](const QHttpServerRequest& r) {
      door.take(r);
      return QHttpServerResponse("text/plain", "hello");
    });
    routes.route(QStringLiteral("/echo/"), [this](const QHttpServerRequest& r) {
      const server::DoorRequest request = door.take(r);
      last = request;
      ++calls;
      return QHttpServerResponse("text/plain", request.method + ' ' + request.target + ' ' + request.body);
    });
    routes.route(QStringLiteral("/size/"), [this](const QHttpServerRequest& r) {
      return server::runInPool(pool, [body = door.take(r).body] {
        return QHttpServerResponse("text/plain", QByteArray::number(body.size()));
      });
    });
    routes.route(QStringLiteral("/slow/"), [this](const QHttpServerRequest& r) {
      return server::runInPool(pool, [this, body = door.take(r).body] {
        QThread::msleep(100);
        ++calls;
        return QHttpServerResponse("text/plain", "slow " + body);
      });
    });
    routes.route(QStringLiteral("/throws/"), [this](const QHttpServerRequest& r) {
      door.take(r);
      return server::runInPool(pool, []() -> QHttpServerResponse { throw std::bad_alloc(); });
    });
    routes.route(QStringLiteral("/big/"), [this](const QHttpServerRequest& r) {
      return server::runInPool(pool, [body = door.take(r).body] {
        return QHttpServerResponse("text/plain", QByteArray(20'000'000, 'x'));
      });
    });
  }

  /// "Host: …" with its line end.
  QByteArray host() const { return "Host: localhost:" + QByteArray::number(door.port()) + "\r\n"; }
  /// A request with a Host and the further headers, each with its line end.
  QByteArray request(const QByteArray& line, const QByteArray& headers = {},
                     const QByteArray& body = {}) const {
    return line + " HTTP/1.1\r\n" + host() + headers + "\r\n" + body;
  }

  void pass(qint64 milliseconds) {
    time += milliseconds;
    door.checkDeadlines();
  }

  qint64 time = 1'000'000;
  std::atomic<int> calls = 0;
  server::DoorRequest last;
  QThreadPool pool;
  QHttpServer routes;
  server::Door door;
};

/// A client of bare bytes.
struct BareClient {
  explicit BareClient(const DoorHouse& house,
                      const QHostAddress& address = QHostAddress(QHostAddress::LocalHost)) {
    socket.connectToHost(address, house.door.port());
    const auto isSettled = [this] {
      return socket.isOpen() && socket.state() != QAbstractSocket::ConnectingState &&
             socket.state() != QAbstractSocket::HostLookupState;
    };
    (void)waitFor(isSettled);
    isConnected = socket.state() == QAbstractSocket::ConnectedState;
  }

  void send(const QByteArray& bytes) {
    socket.write(bytes);
    socket.flush();
  }
  /// What has come once it holds the text, or after half a minute.
  QByteArray until(const QByteArray& text) {
    (void)waitFor([&] { return received += socket.readAll(), received.contains(text); });
    return received;
  }
  /// What comes until the server closes, or for half a minute.
  QByteArray untilClosed() {
    (void)waitFor([this] { return received += socket.readAll(), isClosed(); });
    received += socket.readAll();
    return received;
  }
  bool isClosed() const { return socket.state() != QAbstractSocket::ConnectedState; }

  QTcpSocket socket;
  QByteArray received;
  bool isConnected = false;
};

}  // namespace tests
