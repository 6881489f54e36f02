// SPDX-License-Identifier: MIT
#include "server/engine.h"
#include "core/base/priority.h"

#include <sodium.h>

#include <QElapsedTimer>
#include <QHttpServer>
#include <QLoggingCategory>

#include "server/auth/passwords.h"
#include "server/auth/signingkey.h"
#include "server/door/door.h"
#include "server/door/threadpool.h"
#include "server/quota/answers.h"
#include "server/routes/allroutes.h"
#include "server/store/datafolder.h"

namespace server {

namespace {

Q_LOGGING_CATEGORY(lcRequest, "dicomaestro.server.request", QtInfoMsg)

constexpr int deskThreads = 2;
constexpr int synchronisingInterval = 1000;  // ms
/// More than there are cores, so that a short request need not wait until a long one has ended.
const int poolThreads = std::max(4, 2 * QThread::idealThreadCount());

Request requestOf(DoorRequest sent, const QByteArray& argument) {
  const qsizetype question = sent.target.indexOf('?');
  const QByteArray path = question < 0 ? sent.target : sent.target.left(question);
  const QByteArray query = question < 0 ? QByteArray() : sent.target.mid(question + 1);
  Request request{sent.method == "HEAD" ? QByteArray("GET") : sent.method,
                  QByteArray::fromPercentEncoding(path),
                  parseForm(query.toStdString()).value_or(std::vector<FormField>()),
                  std::move(sent.headers),
                  std::move(sent.body),
                  argument,
                  {},
                  std::move(sent.departure)};
  return request;
}

constexpr qsizetype longBody = 64 * 1024;  ///< from here on a body takes the short way, past QHttpServer

QHttpServerResponse responseOf(Answer answer, bool isPrivate) {
  QHttpServerResponse response(std::move(answer.contentType), std::move(answer.body),
                               static_cast<QHttpServerResponse::StatusCode>(answer.status));
  for (const auto& [name, value] : answer.headers) response.addHeader(name, value);
  if (answer.status == 401) response.setHeader("WWW-Authenticate", R"(Bearer realm="api")");
  if (isPrivate) response.setHeader("Cache-Control", "no-store");
  return response;
}

/// A place in the quota is for an answer that is one.
void settle(Quota::Place& place, Answer& answer) {
  if (answer.status >= 400) {
    place.giveBack();
  } else if (const core::Status kept = place.keep(); !kept) {
    answer = failureAnswer(kept.error());
    place.giveBack();
  }
  addRateLimit(answer, place.count());
}

/// For the list of the last requests; it costs no place in the quota.
Answer departed() { return detailAnswer(499, "The client has left."); }

Answer answerOf(const Route& route, const Request& request) {
  if (request.departure.stop_requested()) return departed();
  try {
    Answer answer = route.handler(request);
    return request.departure.stop_requested() ? departed() : answer;
  } catch (const std::exception&) {
    return failureAnswer({core::ErrorCode::WriteFailed, "a handler threw"});
  }
}

/// Notes the answer for the list of the last requests.
class Record {
 public:
  Record(RecentRequests& recent, const Request& request, QByteArray path, qint64 time)
      : m_recent(&recent), m_entry{time, request.method, std::move(path), 0, 0, request.body.size(), 0} {
    m_timer.start();
  }
  void close(const Answer& answer) {
    m_entry.status = answer.status;
    m_entry.milliseconds = static_cast<int>(m_timer.elapsed());
    m_entry.sent = answer.body.size();
    m_recent->add(m_entry);
    qCDebug(lcRequest) << m_entry.method.constData() << m_entry.path.constData() << m_entry.status
                       << m_entry.milliseconds << "ms";
  }

 private:
  RecentRequests* m_recent;
  RecentRequest m_entry;
  QElapsedTimer m_timer;
};

/// An answer that is there already, in the form of those that come from a pool.
QFuture<QHttpServerResponse> ready(QHttpServerResponse response) {
  QFutureInterface<QHttpServerResponse> answer;
  answer.reportStarted();
  answer.reportResult(std::move(response));
  answer.reportFinished();
  return answer.future();
}

}  // namespace

Engine::Engine(ServerOptions options)
    : m_options(std::move(options)), m_desk(this), m_pool(this), m_synchronising(this) {
  if (!m_options.now) m_options.now = [] { return QDateTime::currentMSecsSinceEpoch(); };
  m_desk.setMaxThreadCount(deskThreads);
  m_pool.setMaxThreadCount(poolThreads);
  // A thread keeps its connection to the database as long as it lives.
  m_desk.setExpiryTimeout(-1);
  m_pool.setExpiryTimeout(-1);
  connect(&m_synchronising, &QTimer::timeout, this,
          [this] { m_desk.start([this] { (void)m_services->calls.synchronise(); }); });
}

Engine::~Engine() = default;

core::Status Engine::start() {
  if (::sodium_init() < 0) return core::Error{core::ErrorCode::WriteFailed, "no source of random numbers"};
  if (core::Status opened = openData(); !opened) return opened;
  m_routes = std::make_unique<RouteTable>(allRoutes(*m_services));
  m_gate = std::make_unique<Gate>(*m_services);
  verifyNothing({});  // or the first unknown address would take longer than a known one
  m_synchronising.start(synchronisingInterval);
  return listen();
}

core::Status Engine::openData() {
  const core::Result<DataFolder> folder = DataFolder::open(m_options.dataDir);
  if (!folder) return folder.error();
  auto lock = folder->lock();
  if (!lock) return lock.error();
  auto database = Database::open(folder->databaseFile());
  if (!database) return database.error();
  auto key = loadSigningKey(m_options.secretStore, *folder);
  if (!key) return key.error();
  m_lock = std::move(*lock);
  m_services =
      std::make_unique<Services>(std::move(*database), std::move(*key), m_options.quota, m_options.now);
  return core::Done{};
}

core::Status Engine::listen() {
  m_http = std::make_unique<QHttpServer>();
  DoorLimits limits;
  limits.http.body = m_options.maxBody;
  m_door = std::make_unique<Door>(*m_http, limits);
  connect(m_door.get(), &Door::stopped, this, &Engine::stopped);
  addRoutes();
  return m_door->listen(
      {m_options.addresses, m_options.port, m_options.tls, m_options.hosts, m_options.origins});
}

quint16 Engine::port() const { return m_door->port(); }

/// QHttpServer finds the path, the gate decides about the method: what QHttpServer makes of a known path with
/// another method is 404.
void Engine::addRoutes() {
  for (const RouteTable::Place& place : m_routes->places())
    for (const QByteArray& pattern : {place.pattern, place.pattern.chopped(1)}) {
      const QString path = QString::fromLatin1(pattern);
      if (pattern.contains("<arg>"))
        m_http->route(path, [this, &place](const QString& argument, const QHttpServerRequest& request) {
          return serve(place, request, argument.toUtf8());
        });
      else
        m_http->route(
            path, [this, &place](const QHttpServerRequest& request) { return serve(place, request, {}); });
    }
  m_http->setMissingHandler([this](const QHttpServerRequest& inner, QHttpServerResponder&& responder) {
    const Request request = requestOf(m_door->take(inner), {});
    const Answer answer = detailAnswer(404, "Not found.");
    Record(m_services->recent, request, {}, m_options.now()).close(answer);
    responseOf(answer, false).write(std::move(responder));
  });
}

Engine::Response Engine::serve(const RouteTable::Place& place, const QHttpServerRequest& inner,
                               const QByteArray& argument) {
  DoorRequest sent = m_door->take(inner);
  const quint64 id = sent.id;
  Request request = requestOf(std::move(sent), argument);
  Record record(m_services->recent, request, place.routes.front()->path, m_options.now());
  auto admitted = m_gate->admit(place, request);
  if (auto* refused = std::get_if<Answer>(&admitted)) {
    record.close(*refused);
    return ready(responseOf(std::move(*refused), place.routes.front()->isPrivate));
  }
  Admission admission = std::get<Admission>(std::move(admitted));
  const Route* route = admission.route;
  request.principal = admission.principal;
  auto work = [request = std::move(request), admission = std::move(admission), record, id,
               door = m_door.get()]() mutable {
    if (admission.route->runs == Runs::InPool) core::giveWay();
    Answer answer = answerOf(*admission.route, request);
    if (admission.place) settle(*admission.place, answer);
    record.close(answer);
    if (answer.body.size() >= longBody) door->giveBody(id, std::exchange(answer.body, {}));
    return responseOf(std::move(answer), admission.route->isPrivate);
  };
  if (route->runs == Runs::AtOnce) return ready(work());
  return runInPool(poolFor(route->runs), std::move(work));
}

void Engine::stop() { m_door ? m_door->stop() : emit stopped(); }

void Engine::close() {
  m_synchronising.stop();
  // The threads end here, and with them their connections to the database.
  m_desk.waitForDone();
  m_pool.waitForDone();
  m_door.reset();
  m_http.reset();
}

}  // namespace server
