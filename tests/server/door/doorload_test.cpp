// SPDX-License-Identifier: MIT
#include <QFile>
#include <thread>

#include "tests/server/door/doorhouse.h"
#include "tests/support/testmain.h"

using tests::BareClient;
using tests::DoorHouse;

namespace {

#ifdef __SANITIZE_ADDRESS__
constexpr bool isSanitized = true;
#else
constexpr bool isSanitized = false;
#endif

/// A line of /proc/self/status in kB, or −1.
qint64 memoryLine(const QByteArray& name) {
  QFile file(QStringLiteral("/proc/self/status"));
  if (!file.open(QIODevice::ReadOnly)) return -1;
  for (const QByteArray& line : file.readAll().split('\n'))
    if (line.startsWith(name)) return line.mid(name.size() + 1).replace("kB", "").trimmed().toLongLong();
  return -1;
}

bool forgetPeakMemory() {
  QFile file(QStringLiteral("/proc/self/clear_refs"));
  return file.open(QIODevice::WriteOnly) && file.write("5") == 1;
}

}  // namespace

class DoorLoadTest : public QObject {
  Q_OBJECT

 private slots:
  void fiftyMegabytesAreInMemoryOnce_data() {
    QTest::addColumn<bool>("isChunked");
    QTest::addColumn<int>("most");  // kB
    QTest::newRow("fixed") << false << 58'000;
    // Of unknown length: it grows by doubling, which holds the old half for a moment.
    QTest::newRow("chunked") << true << 80'000;
  }
  void fiftyMegabytesAreInMemoryOnce() {
    QFETCH(bool, isChunked);
    QFETCH(int, most);
    if (isSanitized) QSKIP("a sanitizer has memory of its own");
    if (!forgetPeakMemory()) QSKIP("this system does not reset the peak of memory");
    DoorHouse house;
    BareClient client(house);
    const qint64 before = memoryLine("VmRSS:");
    const QByteArray piece(50'000, 'x');
    const QByteArray wire = isChunked ? "C350\r\n" + piece + "\r\n" : piece;
    client.send(house.request("POST /size/",
                              isChunked ? "Transfer-Encoding: chunked\r\n" : "Content-Length: 50000000\r\n"));
    for (int i = 0; i < 1000; ++i) {
      client.send(wire);
      QVERIFY(tests::waitFor([&] { return client.socket.bytesToWrite() < 200'000; }));
    }
    if (isChunked) client.send("0\r\n\r\n");
    QVERIFY(client.until("50000000").contains("200 OK"));
    const qint64 peak = memoryLine("VmHWM:") - before;
    qInfo("50 MB POST: peak of memory %lld kB above the start", static_cast<long long>(peak));
    QVERIFY2(peak < most, qPrintable(QString::number(peak)));
  }

  void twoHundredClientsThatLeaveHurtNobody() {
    DoorHouse house;
    for (int i = 0; i < 200; ++i) {
      BareClient client(house);
      client.send(house.request(i % 2 ? "POST /slow/" : "POST /big/",
                                i % 3 ? "Content-Length: 1\r\n" : "Content-Length: 9\r\n", "x"));
      QTest::qWait(i % 4);
      client.socket.abort();
    }
    QTRY_COMPARE_WITH_TIMEOUT(house.door.requestCount(), 0, 30'000);
    QTRY_COMPARE(house.door.connectionCount(), 0);
    BareClient client(house);
    client.send(house.request("GET /hello/"));
    QVERIFY(client.until("hello").contains("200 OK"));
  }

  void fortyConnectionsAreServedSideBySide() {
    DoorHouse house;
    house.pool.setMaxThreadCount(40);
    std::vector<std::unique_ptr<BareClient>> clients;
    for (int i = 0; i < 40; ++i) clients.push_back(std::make_unique<BareClient>(house));
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < 40; ++i)
      clients[i]->send(house.request("POST /slow/", "Content-Length: 2\r\n", QByteArray::number(i + 10)));
    for (int i = 0; i < 40; ++i)
      QVERIFY(clients[i]->until("slow " + QByteArray::number(i + 10)).contains("200 OK"));
    // Two rounds of 100 ms through 32 places; one after the other it would be 4 s.
    QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
  }

  void aLargeAnswerArrivesWhole() {
    DoorHouse house;
    BareClient client(house);
    QElapsedTimer timer;
    timer.start();
    client.send(house.request("GET /big/", "Connection: close\r\n"));
    const QByteArray answer = client.untilClosed();
    qInfo("20 MB answer: %lld ms", static_cast<long long>(timer.elapsed()));
    QCOMPARE(answer.size() - answer.indexOf("\r\n\r\n") - 4, 20'000'000);
  }

  void helloIsQuick() {
    DoorHouse house;
    std::atomic<int> count = 0;
    const QByteArray request = house.request("GET /hello/");
    const quint16 port = house.door.port();
    std::atomic<bool> isOver = false;
    std::thread peer([&] {
      std::vector<std::unique_ptr<QTcpSocket>> sockets;
      for (int i = 0; i < 16; ++i) {
        sockets.push_back(std::make_unique<QTcpSocket>());
        sockets.back()->connectToHost(QHostAddress(QHostAddress::LocalHost), port);
        if (!sockets.back()->waitForConnected(2000)) return;
      }
      while (!isOver) {
        for (auto& socket : sockets) socket->write(request), socket->flush();
        for (auto& socket : sockets) {
          QByteArray answer;
          while (!answer.endsWith("hello") && !isOver)
            if (socket->waitForReadyRead(100)) answer += socket->readAll();
          ++count;
        }
      }
    });
    (void)tests::waitFor([] { return false; }, 1000);
    const int answered = count;
    isOver = true;
    (void)tests::waitFor([] { return false; }, 200);
    peer.join();
    qInfo("hello through the door, 16 connections: %d requests/s", answered);
    if (isSanitized) QSKIP("a sanitizer takes time of its own");
    QVERIFY2(answered > 1000, qPrintable(QString::number(answered)));
  }
};

DICOMAESTRO_TEST(DoorLoadTest)
#include "doorload_test.moc"
