// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <cstdint>

namespace bench {

/// One kept connection to the server, blocking: it costs as little of the machine as a client can.
class HttpClient {
 public:
  explicit HttpClient(std::uint16_t port);
  ~HttpClient();
  HttpClient(const HttpClient&) = delete;
  HttpClient& operator=(const HttpClient&) = delete;

  struct Answer {
    int status = 0;       ///< 0: the connection is gone
    QByteArrayView body;  ///< until the next send()
  };
  /// Sends a whole request, head and body.
  Answer send(const QByteArray& request);
  /// The status alone: the body is taken from the system without being copied, so that it is not the client
  /// that keeps the processors busy.
  int sendAndDiscard(const QByteArray& request);

 private:
  struct Head {
    int status = 0;
    qsizetype size = 0;
    qsizetype bodyLength = 0;
  };

  bool sendAll(const QByteArray& bytes);
  Head receiveHead();
  bool receive();
  bool discard(qsizetype count);

  int m_socket;
  QByteArray m_answer;  ///< kept, so that its memory is asked for once
};

/// Whole requests to the server at that port.
struct Requests {
  std::uint16_t port;
  QByteArray token;  ///< sent with a POST unless it is empty

  QByteArray get(const QByteArray& path) const;
  QByteArray post(const QByteArray& path, const QByteArray& type, const QByteArray& body) const;
  /// A file as the part "file" of a form.
  QByteArray postFile(const QByteArray& path, const QByteArray& file) const;
};

}  // namespace bench
