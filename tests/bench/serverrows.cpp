// SPDX-License-Identifier: MIT
#include "tests/bench/serverrows.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <atomic>
#include <mutex>
#include <thread>

#include "core/base/memory.h"
#include "server/server.h"
#include "server/serveroptions.h"
#include "tests/bench/httpclient.h"
#include "tests/bench/serverfiles.h"
#include "tests/bench/timing.h"
#include "tests/support/shared.h"

namespace bench {

namespace {

constexpr int connections = 16;

[[noreturn]] void fail(const QString& what) {
  std::fprintf(stderr, "dicomaestro-bench: %s\n", qPrintable(what));
  std::exit(1);
}

/// The server in this process, on a free port, with one account.
class House {
 public:
  House() : m_server(optionsIn(m_folder.path())) {
    core::keepFreedMemory();  // as dicomaestro-server does
    const core::Status started = m_server.start();
    if (!started) fail(QString::fromStdString(core::message(started.error())));
    m_requests.port = port();
    HttpClient client(port());
    const QByteArray account =
        R"({"email":"bench@example.org","first_name":"B","last_name":"B","password":"a long password"})";
    client.send(m_requests.post("/api/auth/register/", "application/json", account));
    const auto answer = client.send(m_requests.post("/api/token/", "application/json", account));
    m_requests.token =
        QJsonDocument::fromJson(answer.body.toByteArray())[QLatin1String("access")].toString().toLatin1();
    if (m_requests.token.isEmpty()) fail(QStringLiteral("no token: %1").arg(QString::fromUtf8(answer.body)));
  }
  std::uint16_t port() const { return m_server.port(); }
  const Requests& requests() const { return m_requests; }

 private:
  static server::ServerOptions optionsIn(const QString& folder) {
    server::ServerOptions options;
    options.port = 0;
    options.dataDir = folder;
    options.quota = 100'000'000;
    options.secretStore = server::SecretStore::File;
    return options;
  }

  QTemporaryDir m_folder;
  server::Server m_server;
  Requests m_requests{};
};

/// serverpeer.py on one file: a job for every line it gets.
class Peer {
 public:
  Peer(const QString& kind, const QByteArray& content) {
    QFile file(m_folder.filePath(QStringLiteral("a.dcm")));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
      fail(QStringLiteral("no file"));
    file.close();
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(
        QStringLiteral("/usr/bin/python3"),
        {tests::sourceFolder() + QStringLiteral("/tests/bench/serverpeer.py"), kind, file.fileName()});
    work();
  }
  ~Peer() {
    m_process.closeWriteChannel();
    m_process.waitForFinished();
  }
  /// Milliseconds.
  double work() {
    m_process.write("\n");
    while (!m_process.canReadLine())
      if (!m_process.waitForReadyRead(60'000)) fail(QStringLiteral("serverpeer.py does not answer"));
    return m_process.readLine().split(' ').first().toDouble();
  }

 private:
  QTemporaryDir m_folder;
  QProcess m_process;
};

double milliseconds(HttpClient& client, const QByteArray& request) {
  QElapsedTimer timer;
  timer.start();
  const auto answer = client.send(request);
  if (answer.status != 200)
    fail(QStringLiteral("%1 %2").arg(answer.status).arg(QString::fromUtf8(answer.body)));
  return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

/// Of one request among many.
double millisecondsUnderLoad(HttpClient& client, const QByteArray& request) {
  QElapsedTimer timer;
  timer.start();
  if (const int status = client.sendAndDiscard(request); status != 200) fail(QString::number(status));
  return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

struct Case {
  const char* name;
  QByteArray content;
  const char* query;
  const char* peer;
  int rounds;
  int perRound;  ///< requests of ours for one job of the peer
};

/// Both take turns, so that a busy moment of the machine hits both.
Row readRow(const House& house, const Case& row) {
  HttpClient client(house.port());
  Peer peer(QString::fromLatin1(row.peer), row.content);
  const QByteArray request =
      house.requests().postFile(QByteArray("/api/dicom/read/file/") + row.query, row.content);
  for (int i = 0; i < 3; ++i) milliseconds(client, request);
  std::vector<double> ours;
  std::vector<double> theirs;
  for (int round = 0; round < row.rounds; ++round) {
    for (int i = 0; i < row.perRound; ++i) ours.push_back(milliseconds(client, request));
    theirs.push_back(peer.work());
  }
  std::sort(ours.begin(), ours.end());
  std::sort(theirs.begin(), theirs.end());
  return {row.name, median(ours), "ms", "pydicom, Pillow", median(theirs), median(theirs) / median(ours)};
}

/// What so many connections that ask without a pause get.
struct Load {
  std::vector<double> latencies;  ///< ms, ascending
  double rate = 0;                ///< answers a second
  double worstHealth = 0;         ///< ms
};

double worstHealthUntil(const House& house, const std::atomic<bool>& isOver) {
  HttpClient client(house.port());
  const QByteArray request = house.requests().get("/api/health/");
  double worst = 0;
  while (!isOver) {
    worst = std::max(worst, milliseconds(client, request));
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
  return worst;
}

Load loadOf(const House& house, const QByteArray& request, int clients, int answers) {
  Load load;
  std::mutex mutex;
  std::atomic<int> left = answers;
  std::atomic<bool> isOver = false;
  std::thread health([&] { load.worstHealth = worstHealthUntil(house, isOver); });
  QElapsedTimer timer;
  timer.start();
  std::vector<std::thread> threads;
  for (int i = 0; i < clients; ++i)
    threads.emplace_back([&] {
      HttpClient client(house.port());
      std::vector<double> times;
      while (left-- > 0) times.push_back(millisecondsUnderLoad(client, request));
      const std::lock_guard lock(mutex);
      load.latencies.insert(load.latencies.end(), times.begin(), times.end());
    });
  for (std::thread& thread : threads) thread.join();
  load.rate = answers / (static_cast<double>(timer.nsecsElapsed()) / 1e9);
  isOver = true;
  health.join();
  std::sort(load.latencies.begin(), load.latencies.end());
  return load;
}

QByteArray ctRequest(const House& house) {
  return house.requests().postFile("/api/dicom/read/file/", ctSlice());
}

/// Of 16 connections, after a while of it that does not count.
Load manyOf(const House& house, const QByteArray& request) {
  loadOf(house, request, connections, 100);
  return loadOf(house, request, connections, 2000);
}

constexpr const char* textsOnly = "?images=none&pixel_data=omit";

}  // namespace

std::vector<Row> readCt() {
  const House house;
  return {readRow(house, {"read-ct", ctSlice(), "", "all", 30, 10})};
}

std::vector<Row> readXaCine() {
  const House house;
  return {readRow(house, {"read-xa-cine", xaCine(), "", "all", 5, 5})};
}

std::vector<Row> readMetadata() {
  const House house;
  return {readRow(house, {"read-metadata", enhancedCt(), textsOnly, "texts", 15, 10}),
          readRow(house, {"read-metadata-ct", ctSlice(), textsOnly, "texts", 30, 20})};
}

std::vector<Row> parallelGain() {
  const House house;
  const QByteArray request = ctRequest(house);
  double one = 0;
  double many = 0;
  for (int round = 0; round < 3; ++round) {
    one += loadOf(house, request, 1, 300).rate / 3;
    many += loadOf(house, request, connections, 1000).rate / 3;
  }
  return {{"parallel-gain", many, "answers/s", "one connection", one, many / one}};
}

std::vector<Row> healthUnderLoad() {
  const House house;
  return {{"health-under-load", manyOf(house, ctRequest(house)).worstHealth, "ms"}};
}

std::vector<Row> p99OverMedian() {
  const House house;
  const Load load = manyOf(house, ctRequest(house));
  return {{"p99-over-median", p99(load.latencies) / median(load.latencies), "x"}};
}

}  // namespace bench
