// SPDX-License-Identifier: MIT
#include "server/door/client.h"

#include <sys/socket.h>

#include <QSslSocket>
#include <algorithm>

#include "server/door/door.h"
#include "server/door/pipe.h"

namespace server {

namespace {

constexpr qint64 pieceSize = 256 * 1024;  ///< short enough that nobody waits for it
constexpr qint64 never = std::numeric_limits<qint64>::max();

std::string_view textOf(const QByteArray& bytes) {
  return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

}  // namespace

Client::Client(Door& door, std::unique_ptr<QTcpSocket> socket)
    : QObject(&door), m_door(door), m_socket(std::move(socket)), m_parser(door.limits().http) {
  m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
  m_socket->setReadBufferSize(pieceSize);
  m_deadline = m_door.now() + m_door.limits().headTime;
  connect(m_socket.get(), &QTcpSocket::readyRead, this, &Client::pump);
  connect(m_socket.get(), &QTcpSocket::bytesWritten, this, &Client::afterWritten);
  connect(m_socket.get(), &QTcpSocket::disconnected, this, &Client::leave);
  if (auto* encrypted = qobject_cast<QSslSocket*>(m_socket.get()))
    connect(encrypted, &QSslSocket::encryptedBytesWritten, this, &Client::afterWritten);
}

Client::~Client() {
  m_socket->disconnect(this);
  releaseClaim();
}

void Client::begin() {
  m_isBegun = true;
  pump();
}

bool Client::claim(quint64 bytes) {
  if (!m_door.claimBytes(bytes)) return false;
  m_claimed += bytes;
  return true;
}

void Client::releaseClaim() { m_door.releaseBytes(std::exchange(m_claimed, 0)); }

/// Frames what has come until the request is whole or nothing is left. Never re-entered: an answer that is
/// given at once only changes the stage.
void Client::pump() {
  if (m_isPumping || !m_isBegun) return;
  m_isPumping = true;
  while (m_stage == Stage::Head || m_stage == Stage::Body) {
    if (m_taken == m_unread.size()) {
      // As much as is there: then the socket hands its buffer over and copies nothing.
      m_unread = m_socket->read(std::min(pieceSize, m_socket->bytesAvailable()));
      m_taken = 0;
      if (m_unread.isEmpty()) break;
    }
    const bool hadBegun = m_parser.hasBegun();
    const HttpParser::Step step = m_parser.feed(textOf(m_unread).substr(static_cast<std::size_t>(m_taken)));
    m_taken += static_cast<qsizetype>(step.taken);
    if (!hadBegun && !m_isFresh) m_deadline = m_door.now() + m_door.limits().headTime;
    if (!takeStep(step)) break;
  }
  if (m_stage == Stage::Lingering) m_socket->skip(m_socket->bytesAvailable());
  m_isPumping = false;
}

/// Whether framing goes on.
bool Client::takeStep(const HttpParser::Step& step) {
  switch (step.event) {
    case HttpParser::Event::None:
      return true;
    case HttpParser::Event::Head:
      takeHead();
      // The request may end here, and no byte may ever follow to say so.
      return m_stage != Stage::Body || takeStep(m_parser.feed({}));
    case HttpParser::Event::Data:
      takeBody(step.data);
      return m_stage != Stage::Body || takeStep(m_parser.feed({}));
    case HttpParser::Event::End:
      return takeEnd(), true;
    case HttpParser::Event::Fault:
      return refuse(m_parser.fault()), false;
  }
  return false;
}

void Client::takeHead() {
  const HttpHead& head = m_parser.head();
  m_requestId = requestId(head);
  m_sendsBody = head.method != "HEAD";
  m_staysOpen = head.staysOpen;
  if (const auto fault = m_door.policy().refuses(head)) return refuse(*fault);
  const quint64 length = head.contentLength.value_or(0);
  if (!claim(length)) return refuse({503, "The server is busy."});
  m_stage = Stage::Body;
  m_bodyEnd = m_door.now() + m_door.limits().bodyTime;
  m_deadline = m_door.now() + m_door.limits().bodyPause;
  m_body = QByteArray();
  m_body.reserve(static_cast<qsizetype>(length));
  if (head.expectsContinue) m_socket->write("HTTP/1.1 100 Continue\r\n\r\n");
}

void Client::takeBody(std::string_view data) {
  if (m_parser.head().isChunked && !claim(data.size())) return refuse({503, "The server is busy."});
  m_body.append(data.data(), static_cast<qsizetype>(data.size()));
  m_deadline = std::min(m_bodyEnd, m_door.now() + m_door.limits().bodyPause);
}

void Client::takeEnd() {
  m_stage = Stage::Waiting;
  m_deadline = never;
  if (m_door.policy().isPreflight(m_parser.head())) return answerPreflight();
  // From here on the door holds the body, and releases what it claimed.
  m_id = m_door.submit(*this, m_parser.head(), std::exchange(m_body, {}), std::exchange(m_claimed, 0),
                       m_socket->peerAddress());
}

void Client::answerPreflight() {
  AnswerHead head{204, {}, 0};
  head.headers = {{"Access-Control-Allow-Methods", "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS"},
                  {"Access-Control-Allow-Headers", "Authorization, Content-Type, Accept, X-Request-ID"},
                  {"Access-Control-Max-Age", "600"}};
  sendWhole(std::move(head), {});
}

void Client::answer(const HttpFault& fault) {
  const QByteArray body = detailBody(fault.detail);
  AnswerHead head{fault.status, {{"Content-Type", "application/json"}}, body.size()};
  if (fault.status == 503) head.addDefault("Retry-After", "1");
  sendWhole(std::move(head), body);
}

void Client::refuse(const HttpFault& fault) {
  m_isBegun = true;
  m_staysOpen = false;
  releaseClaim();
  m_body = {};
  answer(fault);
}

void Client::sendWhole(AnswerHead head, const QByteArray& body) {
  const bool hasBody = head.mayHaveBody() && m_sendsBody;
  sendHead(std::move(head));
  if (hasBody) m_socket->write(body);
  next();
}

void Client::sendHead(AnswerHead head) {
  if (m_requestId.isEmpty()) m_requestId = requestId(m_parser.head());
  head.addDefault("X-Content-Type-Options", "nosniff");
  head.addDefault("X-Frame-Options", "DENY");
  head.addDefault("Referrer-Policy", "same-origin");
  head.addDefault("X-Request-ID", m_requestId);
  if (const std::string* origin = m_door.policy().allowedOrigin(m_parser.head())) {
    head.addDefault("Access-Control-Allow-Origin", QByteArray::fromStdString(*origin));
    head.addDefault("Access-Control-Expose-Headers",
                    "Content-Disposition, RateLimit, RateLimit-Limit, RateLimit-Policy, RateLimit-Remaining, "
                    "RateLimit-Reset, Retry-After, WWW-Authenticate, X-Request-ID");
    head.addDefault("Vary", "Origin");
  }
  m_staysOpen = m_staysOpen && !m_door.isStopping();
  m_sendsBody = m_sendsBody && head.mayHaveBody();
  m_stage = Stage::Answering;
  m_deadline = m_door.now() + m_door.limits().answerPause;
  m_socket->write(answerHeadText(head, m_staysOpen, m_parser.head().minorVersion));
}

void Client::beginAnswer(AnswerHead head) {
  auto given = m_door.takeBody(m_id);
  if (given) head.length = given->size();
  sendHead(std::move(head));
  if (given && m_sendsBody) m_given = std::move(*given);
}

void Client::takeAnswer(const QByteArray& piece) {
  if (m_sendsBody) m_socket->write(piece);
}

void Client::endAnswer() {
  m_pipe = nullptr;
  sendGiven();
}

/// The socket shares these bytes and copies nothing. The next request waits until a slow client has taken
/// most of them.
void Client::sendGiven() {
  if (!m_given.isEmpty()) m_socket->write(std::exchange(m_given, {}));
  m_isGiving = !canTakeMore();
  if (!m_isGiving) next();
}

bool Client::canTakeMore() const { return m_socket->bytesToWrite() < m_door.limits().answerBuffer; }

/// After the last byte of an answer: the next request of the connection, or its end.
void Client::next() {
  m_id = 0;
  if (!m_staysOpen) return linger();
  m_parser.reset();
  m_requestId.clear();
  m_sendsBody = true;
  m_isFresh = false;
  m_stage = Stage::Head;
  m_deadline = m_door.now() + m_door.limits().idleTime;
  // Requests that came in a row are served in order, from the event loop, so that none goes before another
  // client's.
  if (!m_isPumping && (m_taken < m_unread.size() || m_socket->bytesAvailable() > 0))
    QMetaObject::invokeMethod(this, &Client::pump, Qt::QueuedConnection);
}

/// Says that no more will come and waits for the client to close: closing with unread bytes would reset the
/// connection and could destroy the answer on its way.
void Client::linger() {
  m_stage = Stage::Lingering;
  m_deadline = m_door.now() + m_door.limits().answerPause;
  afterWritten();
}

void Client::afterWritten() {
  if (m_stage == Stage::Answering || m_stage == Stage::Lingering) {
    if (!m_hasShutDown) m_deadline = m_door.now() + m_door.limits().answerPause;
    if (m_pipe && canTakeMore()) m_pipe->pump();
    if (m_isGiving) sendGiven();
  }
  if (m_stage != Stage::Lingering || m_hasShutDown || m_socket->bytesToWrite() > 0) return;
  auto* encrypted = qobject_cast<QSslSocket*>(m_socket.get());
  if (encrypted && encrypted->encryptedBytesToWrite() > 0) return;
  m_hasShutDown = true;
  m_deadline = m_door.now() + m_door.limits().lingerTime;
  m_socket->skip(m_socket->bytesAvailable());
  // TLS says its own farewell; without it the client would take the answer for cut short.
  if (encrypted) return encrypted->disconnectFromHost();
  ::shutdown(static_cast<int>(m_socket->socketDescriptor()), SHUT_WR);
}

void Client::checkDeadline(qint64 now) {
  // A kept connection whose answer is still on its way is not idle.
  if (m_stage == Stage::Head && m_socket->bytesToWrite() > 0 &&
      now < m_deadline + m_door.limits().answerPause)
    return;
  if (now < m_deadline) return;
  const bool isReading =
      m_isBegun && (m_stage == Stage::Body || (m_stage == Stage::Head && m_parser.hasBegun()));
  if (isReading) return refuse({408, "The request took too long."});
  abort();
}

void Client::closeWhenDone() {
  if (m_stage == Stage::Head || m_stage == Stage::Body) {
    m_staysOpen = false;
    linger();
  }
}

void Client::abort() {
  m_socket->disconnect(this);
  m_socket->abort();
  leave();
}

void Client::leave() {
  if (m_pipe) m_pipe->dropClient();
  m_door.forget(*this, m_id);
  deleteLater();
  m_deadline = never;
}

}  // namespace server
