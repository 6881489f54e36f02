// SPDX-License-Identifier: MIT
#include "server/door/pipe.h"

#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>

namespace server {

namespace {

constexpr qint64 pieceSize = 64 * 1024;
constexpr qint64 readAhead = 256 * 1024;
constexpr qsizetype headMost = 64 * 1024;

}  // namespace

std::unique_ptr<QTcpSocket> PipeServer::connectPair() {
  std::array<int, 2> ends{};
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0, ends.data()) != 0) return {};
  auto* theirs = new QTcpSocket(this);
  theirs->setSocketDescriptor(ends[0]);
  m_pending = theirs;
  // The signal is private to QTcpServer, which emits it for connections of its own only.
  QMetaObject::invokeMethod(this, "pendingConnectionAvailable", Qt::DirectConnection);
  auto ours = std::make_unique<QTcpSocket>();
  ours->setSocketDescriptor(ends[1]);
  ours->setReadBufferSize(readAhead);
  return ours;
}

void Pipe::connectToServer() {
  m_socket = m_server.connectPair();
  if (!m_socket) return;
  connect(m_socket.get(), &QTcpSocket::readyRead, this, &Pipe::pump);
  connect(m_socket.get(), &QTcpSocket::disconnected, this, &Pipe::breakOff, Qt::QueuedConnection);
}

void Pipe::start(quint64 id, const QByteArray& request, Client* client) {
  m_id = id;
  m_client = client;
  m_head.clear();
  m_left = -1;
  if (client) client->setPipe(this);
  if (!m_socket) connectToServer();
  if (m_socket)
    m_socket->write(request);
  else
    QMetaObject::invokeMethod(this, &Pipe::breakOff, Qt::QueuedConnection);
}

void Pipe::pump() {
  if (isFree() || !m_socket) return;
  if (m_left < 0 && !readHead()) return;
  readBody();
}

void Pipe::dropClient() {
  m_client = nullptr;
  QMetaObject::invokeMethod(this, &Pipe::pump, Qt::QueuedConnection);
}

bool Pipe::readHead() {
  while (m_socket->canReadLine()) {
    m_head += m_socket->readLine(headMost);
    if (!m_head.endsWith("\r\n\r\n") && m_head.size() < headMost) continue;
    auto head = readAnswerHead(m_head);
    if (!head) return breakOff(), false;
    m_left = head->length;
    if (m_client) m_client->beginAnswer(std::move(*head));
    return true;
  }
  return false;
}

void Pipe::readBody() {
  while (m_left > 0 && m_socket->bytesAvailable() > 0 && (!m_client || m_client->canTakeMore())) {
    const QByteArray piece = m_socket->read(std::min(m_left, pieceSize));
    if (piece.isEmpty()) break;
    m_left -= piece.size();
    if (m_client) m_client->takeAnswer(piece);
  }
  if (m_left == 0) finish();
}

void Pipe::finish() {
  const quint64 id = std::exchange(m_id, 0);
  const QPointer<Client> client = std::exchange(m_client, nullptr);
  m_left = -1;
  emit finished(id);
  if (client) client->endAnswer();
}

/// QHttpServer closed its end or answered what cannot be framed: a new pair, and a 500 for who waits.
void Pipe::breakOff() {
  if (m_socket) {
    m_socket->disconnect(this);
    m_socket.release()->deleteLater();
  }
  if (isFree()) return;
  const bool isCut = m_left >= 0;
  const quint64 id = std::exchange(m_id, 0);
  const QPointer<Client> client = std::exchange(m_client, nullptr);
  m_left = -1;
  emit finished(id);
  if (!client) return;
  if (isCut)
    client->abort();
  else
    client->answer({500, "Internal server error."});
}

}  // namespace server
