// SPDX-License-Identifier: MIT
#include "server/door/door.h"

#include <QElapsedTimer>
#include <QHttpServer>
#include <QHttpServerRequest>
#include <QLoggingCategory>
#include <QSslSocket>
#include <QTcpServer>
#include <algorithm>

#include "server/door/client.h"
#include "server/door/pipe.h"

namespace server {

namespace {

Q_LOGGING_CATEGORY(lcDoor, "dicomaestro.server.door")

constexpr int deadlineInterval = 250;  // ms between two looks at the clock
constexpr int portAttempts = 20;       // a port free on one loopback address may be taken on the other
const QByteArray idHeader = "X-Door-Request";

Door::Clock steadyClock() {
  auto timer = std::make_shared<QElapsedTimer>();
  timer->start();
  return [timer] { return timer->elapsed(); };
}

/// What QHttpServer's own parser may be shown: the path with all that is not plain escaped. The routes'
/// arguments are read from it, so an escape that was sent stays.
QByteArray innerTarget(const QByteArray& target) {
  static const QByteArray plain = "/?&=%:@!$'()*+,;-._~";
  QByteArray safe;
  for (const char c : target.startsWith('/') ? target : '/' + target) {
    const bool isPlain = std::isalnum(static_cast<unsigned char>(c)) || plain.contains(c);
    safe += isPlain ? QByteArray(1, c) : '%' + QByteArray(1, c).toHex().toUpper();
  }
  return safe;
}

/// All that QHttpServer sees of a request: enough to find the route, and the id by which the route takes the
/// rest.
QByteArray innerRequest(const DoorRequest& request, quint64 id) {
  const QByteArray method = request.method == "HEAD" ? QByteArray("GET") : request.method;
  return method + ' ' + innerTarget(request.target) + " HTTP/1.1\r\nHost: localhost\r\n" + idHeader + ": " +
         QByteArray::number(id) + "\r\nContent-Length: 0\r\n\r\n";
}

QList<std::pair<QByteArray, QByteArray>> headersOf(const HttpHead& head) {
  QList<std::pair<QByteArray, QByteArray>> headers;
  for (const HttpHeader& header : head.headers)
    headers.append({QByteArray::fromStdString(header.name), QByteArray::fromStdString(header.value)});
  return headers;
}

}  // namespace

/// Gives the door each connection's descriptor.
class Door::Listener final : public QTcpServer {
 public:
  explicit Listener(Door& door) : m_door(door) {}

 protected:
  void incomingConnection(qintptr descriptor) override { m_door.accept(descriptor); }

 private:
  Door& m_door;
};

Door::Door(QHttpServer& routes, const DoorLimits& limits, Clock clock, QObject* parent)
    : QObject(parent),
      m_limits(limits),
      m_clock(clock ? std::move(clock) : steadyClock()),
      m_pipeServer(new PipeServer) {
  routes.bind(m_pipeServer);
  for (int i = 0; i < m_limits.running; ++i) {
    m_pipes.push_back(std::make_unique<Pipe>(*m_pipeServer, nullptr));
    connect(m_pipes.back().get(), &Pipe::finished, this, &Door::finish);
  }
  connect(&m_timer, &QTimer::timeout, this, &Door::checkDeadlines);
}

Door::~Door() {
  m_clients.clear();
  // Those that have left too: as children they would outlive what they call here.
  qDeleteAll(findChildren<Client*>(Qt::FindDirectChildrenOnly));
}

core::Status Door::listen(const DoorOptions& options) {
  m_policy.isTls = options.tls.has_value();
  m_policy.origins = options.origins;
  m_policy.hosts.insert(m_policy.hosts.end(), options.hosts.begin(), options.hosts.end());
  m_tls = options.tls;
  core::Status opened = core::Done{};
  for (int attempt = 0; attempt < (options.port == 0 ? portAttempts : 1); ++attempt) {
    opened = open(options, options.port);
    if (opened) break;
  }
  if (opened) m_timer.start(deadlineInterval);
  return opened;
}

core::Status Door::open(const DoorOptions& options, quint16 port) {
  m_listeners.clear();
  for (const QHostAddress& address : options.addresses) {
    auto listener = std::make_unique<Listener>(*this);
    if (listener->listen(address, port)) {
      port = listener->serverPort();
      m_listeners.push_back(std::move(listener));
      continue;
    }
    // A system without IPv6 has no ::1; every other failure is one.
    const bool isAbsent = listener->serverError() == QAbstractSocket::UnsupportedSocketOperationError ||
                          listener->serverError() == QAbstractSocket::SocketAddressNotAvailableError;
    if (isAbsent && address.isLoopback() && !m_listeners.empty()) continue;
    const QString text = QStringLiteral("port %1: %2").arg(port).arg(listener->errorString());
    m_listeners.clear();
    return core::Error{core::ErrorCode::InvalidArgument, text.toStdString()};
  }
  m_policy.port = port;
  return core::Done{};
}

void Door::accept(qintptr descriptor) {
  auto socket = m_tls ? std::make_unique<QSslSocket>() : std::make_unique<QTcpSocket>();
  if (!socket->setSocketDescriptor(descriptor)) return;
  // Past twice the cap nobody is even told why.
  if (m_clients.size() >= 2 * m_limits.connections) return socket->abort();
  auto* encrypted = qobject_cast<QSslSocket*>(socket.get());
  auto* client = new Client(*this, std::move(socket));
  m_clients.insert(client);
  const bool isTooMany = m_clients.size() > m_limits.connections;
  const auto enter = [client, isTooMany] {
    isTooMany ? client->refuse({503, "Too many connections."}) : client->begin();
  };
  if (!encrypted) return enter();
  connect(encrypted, &QSslSocket::encrypted, client, enter);
  encrypted->setSslConfiguration(*m_tls);
  encrypted->startServerEncryption();
}

bool Door::claimBytes(quint64 bytes) {
  if (bytes > m_limits.allBodies - std::min<quint64>(m_bodyBytes, m_limits.allBodies)) return false;
  m_bodyBytes += bytes;
  return true;
}

quint64 Door::submit(Client& client, const HttpHead& head, QByteArray body, quint64 claimed,
                     const QHostAddress& peer) {
  const bool isFull =
      std::none_of(m_pipes.begin(), m_pipes.end(), [](const auto& pipe) { return pipe->isFree(); });
  if (isFull && m_queue.size() >= m_limits.queued) {
    releaseBytes(claimed);
    client.answer({503, "Too many requests are waiting."});
    return 0;
  }
  const quint64 id = ++m_lastId;
  const std::stop_source departure;
  m_requests.insert(id, {{QByteArray::fromStdString(head.method), QByteArray::fromStdString(head.target),
                          headersOf(head), std::move(body), peer, id, departure.get_token()},
                         claimed,
                         &client,
                         departure});
  m_queue.enqueue(id);
  runNext();
  return id;
}

void Door::runNext() {
  for (const auto& pipe : m_pipes) {
    if (m_queue.isEmpty()) return;
    if (!pipe->isFree()) continue;
    const quint64 id = m_queue.dequeue();
    const Entry& entry = m_requests[id];
    pipe->start(id, innerRequest(entry.request, id), entry.client);
  }
}

DoorRequest Door::take(const QHttpServerRequest& request) {
  const auto found = m_requests.find(request.value(idHeader).toULongLong());
  return found == m_requests.end() ? DoorRequest() : std::exchange(found->request, {});
}

void Door::giveBody(quint64 id, QByteArray body) {
  const std::lock_guard lock(m_givenLock);
  m_given.insert(id, std::move(body));
}

std::optional<QByteArray> Door::takeBody(quint64 id) {
  const std::lock_guard lock(m_givenLock);
  const auto found = m_given.find(id);
  if (found == m_given.end()) return std::nullopt;
  QByteArray body = std::move(*found);
  m_given.erase(found);
  return body;
}

void Door::finish(quint64 id) {
  (void)takeBody(id);
  const auto found = m_requests.constFind(id);
  if (found != m_requests.constEnd()) {
    releaseBytes(found->claimed);
    m_requests.erase(found);
  }
  QMetaObject::invokeMethod(
      this, [this] { runNext(), checkStopped(); }, Qt::QueuedConnection);
}

/// The client has left. A request that waits is dropped; one that runs is told, and goes on until it looks.
void Door::forget(Client& client, quint64 id) {
  m_clients.remove(&client);
  if (const auto found = m_requests.find(id); found != m_requests.end()) found->departure.request_stop();
  if (m_queue.removeOne(id)) finish(id);
  checkStopped();
}

int Door::requestCount() const { return static_cast<int>(m_requests.size()); }

void Door::checkDeadlines() {
  const qint64 time = now();
  const QSet<Client*> clients = m_clients;
  for (Client* client : clients)
    if (m_clients.contains(client)) client->checkDeadline(time);
}

void Door::stop() {
  if (m_isStopping) return;
  m_isStopping = true;
  for (const auto& listener : m_listeners) listener->close();
  qCInfo(lcDoor) << "closing;" << m_requests.size() << "requests in hand";
  const QSet<Client*> clients = m_clients;
  for (Client* client : clients)
    if (m_clients.contains(client)) client->closeWhenDone();
  QMetaObject::invokeMethod(this, &Door::checkStopped, Qt::QueuedConnection);
}

void Door::checkStopped() {
  if (!m_isStopping || m_hasStopped || !m_clients.isEmpty() || !m_requests.isEmpty()) return;
  m_hasStopped = true;
  m_timer.stop();
  emit stopped();
}

}  // namespace server
