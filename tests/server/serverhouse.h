// SPDX-License-Identifier: MIT
#pragma once

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QtTest>
#include <atomic>
#include <optional>

#include "server/server.h"
#include "server/services.h"

namespace tests {

/// An answer as it came over the socket.
struct Reply {
  int status = 0;
  QByteArray head;
  QByteArray body;

  QByteArray header(const QByteArray& name) const {
    for (const QByteArray& line : head.split('\n')) {
      const qsizetype colon = line.indexOf(':');
      if (colon > 0 && line.left(colon).trimmed().compare(name, Qt::CaseInsensitive) == 0)
        return line.mid(colon + 1).trimmed();
    }
    return {};
  }
  QJsonObject json() const { return QJsonDocument::fromJson(body).object(); }
  QByteArray text(const char* name) const { return json()[QLatin1String(name)].toString().toUtf8(); }
};

/// What is sent; made in steps.
struct Asking {
  QByteArray method;
  QByteArray path;
  QByteArray headers{};
  QByteArray body{};

  Asking header(const QByteArray& name, const QByteArray& value) const {
    Asking more = *this;
    more.headers += name + ": " + value + "\r\n";
    return more;
  }
  Asking bearer(const QByteArray& token) const { return header("Authorization", "Bearer " + token); }
  Asking key(const QByteArray& key) const { return header("Authorization", "ApiKey " + key); }
  Asking with(const QByteArray& type, const QByteArray& content) const {
    Asking more = header("Content-Type", type);
    more.body = content;
    return more;
  }
  Asking json(const QByteArray& content) const { return with("application/json", content); }
  /// A multipart body with one file.
  Asking file(const QByteArray& name, const QByteArray& content) const {
    return with("multipart/form-data; boundary=limit",
                "--limit\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name +
                    "\"\r\n\r\n" + content + "\r\n--limit--\r\n");
  }
  /// As it is sent to that port; the connection is for this one.
  QByteArray wire(quint16 port) const {
    return method + ' ' + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(port) +
           "\r\nConnection: close\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n" + headers +
           "\r\n" + body;
  }
};

inline Asking get(const QByteArray& path) { return {"GET", path}; }
inline Asking post(const QByteArray& path) { return {"POST", path}; }

/// Asks a server that runs in another thread or process, and waits for the whole answer. May be called in
/// every thread.
inline Reply ask(quint16 port, const Asking& asking) {
  QTcpSocket socket;
  socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
  if (!socket.waitForConnected(5000)) return {};
  socket.write(asking.wire(port));
  QByteArray all;
  while (socket.waitForReadyRead(20'000)) all += socket.readAll();
  all += socket.readAll();
  const qsizetype end = all.indexOf("\r\n\r\n");
  if (end < 0) return {};
  return {all.mid(9, 3).toInt(), all.left(end), all.mid(end + 4)};
}

/// The real server on an empty data directory and a free port, with a clock that the test moves.
class ServerHouse {
 public:
  explicit ServerHouse(int quota = 1000) : m_options(options(quota)) { start(); }

  Reply ask(const Asking& asking) const { return tests::ask(m_server->port(), asking); }
  server::Server& server() { return *m_server; }
  void restart() {
    m_server.reset();
    start();
  }

  /// Registers and logs in; the access token.
  QByteArray account(const QByteArray& email = "ann@example.org", const QByteArray& firstName = "Ann") const {
    ask(post("/api/auth/register/")
            .json("{\"email\":\"" + email + "\",\"first_name\":\"" + firstName +
                  R"(","last_name":"Lee","password":"correct horse"})"));
    return logIn(email, "correct horse").text("access");
  }
  /// One with a profile.
  QByteArray developer(const QByteArray& email = "ann@example.org") const {
    const QByteArray token = account(email);
    ask(post("/api/developer/profiles/").bearer(token).json("{}"));
    return token;
  }
  Reply logIn(const QByteArray& email, const QByteArray& password) const {
    return ask(post("/api/token/").json("{\"email\":\"" + email + R"(","password":")" + password + "\"}"));
  }
  Reply newKey(const QByteArray& token, const QByteArray& fields = "{}") const {
    return ask(post("/api-keys/").bearer(token).json(fields));
  }

  std::atomic<qint64> time = 1'767'614'400'000;  ///< 2026-01-05 12:00 UTC, in ms

 private:
  server::ServerOptions options(int quota) {
    server::ServerOptions made;
    made.port = 0;
    made.dataDir = m_folder.filePath(QStringLiteral("data"));
    made.quota = quota;
    made.secretStore = server::SecretStore::File;
    made.now = [this] { return time.load(); };
    return made;
  }
  void start() {
    m_server = std::make_unique<server::Server>(m_options);
    if (const core::Status started = m_server->start(); !started)
      qFatal("%s", started.error().detail.c_str());
  }

  QTemporaryDir m_folder;
  server::ServerOptions m_options;
  std::unique_ptr<server::Server> m_server;
};

}  // namespace tests
