// SPDX-License-Identifier: MIT
#include "tests/bench/httpclient.h"

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <QString>

namespace bench {

HttpClient::HttpClient(std::uint16_t port) : m_socket(::socket(AF_INET, SOCK_STREAM, 0)) {
  const int on = 1;
  ::setsockopt(m_socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  ::connect(m_socket, reinterpret_cast<const sockaddr*>(&address), sizeof address);
}

HttpClient::~HttpClient() { ::close(m_socket); }

bool HttpClient::sendAll(const QByteArray& bytes) {
  for (qsizetype sent = 0; sent < bytes.size();) {
    const auto count =
        ::send(m_socket, bytes.data() + sent, static_cast<std::size_t>(bytes.size() - sent), MSG_NOSIGNAL);
    if (count <= 0) return false;
    sent += count;
  }
  return true;
}

/// Appends what has come.
bool HttpClient::receive() {
  constexpr qsizetype piece = 256 * 1024;
  const qsizetype size = m_answer.size();
  m_answer.resize(size + piece);
  const auto count = ::recv(m_socket, m_answer.data() + size, piece, 0);
  m_answer.resize(size + std::max<qsizetype>(count, 0));
  return count > 0;
}

bool HttpClient::discard(qsizetype count) {
  while (count > 0) {
    const auto taken = ::recv(m_socket, nullptr, static_cast<std::size_t>(count), MSG_TRUNC);
    if (taken <= 0) return false;
    count -= taken;
  }
  return true;
}

HttpClient::Head HttpClient::receiveHead() {
  m_answer.resize(0);
  qsizetype end = -1;
  while (end < 0) {
    if (!receive()) return {};
    end = m_answer.indexOf("\r\n\r\n");
  }
  const QByteArray head = m_answer.left(end).toLower();
  const qsizetype at = head.indexOf("content-length:");
  const qsizetype length =
      at < 0 ? 0 : head.mid(at + 15, head.indexOf('\r', at) - at - 15).trimmed().toLongLong();
  return {head.mid(9, 3).toInt(), end + 4, length};
}

HttpClient::Answer HttpClient::send(const QByteArray& request) {
  if (!sendAll(request)) return {};
  const Head head = receiveHead();
  m_answer.reserve(head.size + head.bodyLength + 1);
  while (m_answer.size() < head.size + head.bodyLength)
    if (!receive()) return {};
  return {head.status, QByteArrayView(m_answer).sliced(head.size)};
}

int HttpClient::sendAndDiscard(const QByteArray& request) {
  if (!sendAll(request)) return 0;
  const Head head = receiveHead();
  return discard(head.size + head.bodyLength - m_answer.size()) ? head.status : 0;
}

QByteArray Requests::get(const QByteArray& path) const {
  return "GET " + path + " HTTP/1.1\r\nHost: localhost:" + QByteArray::number(port) + "\r\n\r\n";
}

QByteArray Requests::post(const QByteArray& path, const QByteArray& type, const QByteArray& body) const {
  QByteArray head = "POST " + path + " HTTP/1.1\r\nHost: localhost:" + QByteArray::number(port) +
                    "\r\nContent-Type: " + type + "\r\nContent-Length: " + QByteArray::number(body.size()) +
                    "\r\n";
  if (!token.isEmpty()) head += "Authorization: Bearer " + token + "\r\n";
  return head + "\r\n" + body;
}

QByteArray Requests::postFile(const QByteArray& path, const QByteArray& file) const {
  const QByteArray start =
      "--limit\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.dcm\"\r\n\r\n";
  return post(path, "multipart/form-data; boundary=limit", start + file + "\r\n--limit--\r\n");
}

}  // namespace bench
