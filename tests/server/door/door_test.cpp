// SPDX-License-Identifier: MIT
#include "tests/server/door/doorhouse.h"
#include "tests/support/testmain.h"

using tests::BareClient;
using tests::DoorHouse;

namespace {

int statusOf(const QByteArray& answer) {
  return answer.startsWith("HTTP/1.1 ") ? answer.mid(9, 3).toInt() : 0;
}

}  // namespace

class DoorTest : public QObject {
  Q_OBJECT

  static QByteArray talk(DoorHouse& house, const QByteArray& line, const QByteArray& headers = {},
                         const QByteArray& body = {}) {
    BareClient client(house);
    client.send(house.request(line, "Connection: close\r\n" + headers, body));
    return client.untilClosed();
  }

 private slots:
  void aRouteAnswersThroughTheDoorWithTheCommonHeaders() {
    DoorHouse house;
    const QByteArray answer = talk(house, "GET /hello/", "X-Request-ID: abc-1\r\n");
    QCOMPARE(statusOf(answer), 200);
    for (const char* header :
         {"X-Content-Type-Options: nosniff\r\n", "X-Frame-Options: DENY\r\n", "Content-Length: 5\r\n",
          "Referrer-Policy: same-origin\r\n", "X-Request-ID: abc-1\r\n", "Connection: close\r\n"})
      QVERIFY2(answer.contains(header), header);
    QVERIFY(answer.endsWith("\r\n\r\nhello"));
    QVERIFY(!talk(house, "GET /hello/", "X-Request-ID: a b\r\n").contains("a b"));
  }

  void bothLoopbackAddressesAnswer() {
    DoorHouse house;
    BareClient client(house, QHostAddress(QHostAddress::LocalHostIPv6));
    if (!client.isConnected) QSKIP("this system has no ::1");
    client.send("GET /hello/ HTTP/1.1\r\nHost: [::1]:" + QByteArray::number(house.door.port()) + "\r\n\r\n");
    QVERIFY(client.until("hello").contains(" 200 "));
  }

  void theRouteGetsBodyHeadersAndPeerAndNoIdOfTheClients() {
    DoorHouse house;
    const QByteArray answer =
        talk(house, "POST /echo/?a=%20b", "Content-Length: 3\r\nX-Door-Request: 1\r\nFoo: bar\r\n", "abc");
    QVERIFY(answer.endsWith("POST /echo/?a=%20b abc"));
    QVERIFY(house.last.headers.contains({"Foo", "bar"}));
    QVERIFY(house.last.peer.isLoopback());
  }

  void headAnswersWithTheLengthAndNoBody() {
    DoorHouse house;
    BareClient client(house);
    client.send(house.request("HEAD /hello/") + house.request("GET /hello/"));
    const QByteArray answers = client.until("hello");
    QCOMPARE(answers.count("Content-Length: 5\r\n"), 2);
    QCOMPARE(answers.count("hello"), 1);
    QVERIFY(talk(house, "HEAD /echo/").contains("Content-Length: 12\r\n"));
    QCOMPARE(house.last.method, QByteArray("HEAD"));
  }

  void pipelinedRequestsAreAnsweredInOrder() {
    DoorHouse house;
    BareClient client(house);
    client.send(house.request("POST /slow/", "Content-Length: 1\r\n", "1") + house.request("GET /hello/") +
                house.request("POST /slow/", "Content-Length: 1\r\n", "2") + house.request("GET /echo/?end"));
    const QByteArray answers = client.until("?end");
    const auto first = answers.indexOf("slow 1"), second = answers.indexOf("hello"),
               third = answers.indexOf("slow 2");
    QVERIFY(first > 0 && first < second && second < third && third < answers.indexOf("GET /echo/?end"));
  }

  void aThousandPipelinedRequestsAreAnswered() {
    DoorHouse house;
    BareClient client(house);
    client.send(house.request("GET /hello/").repeated(1000) + house.request("GET /echo/?end"));
    QCOMPARE(client.until("?end").count("hello"), 1000);
  }

  void aChunkedBodyByteByByteIsWhole() {
    DoorHouse house;
    BareClient client(house);
    const QByteArray text = house.request("POST /echo/", "Transfer-Encoding: chunked\r\n",
                                          "5;x=y\r\nhello\r\n1\r\n!\r\n0\r\nT: t\r\n\r\n");
    for (const char c : text) {
      client.send(QByteArray(1, c));
      QCoreApplication::processEvents();
    }
    QVERIFY(client.until("hello!").endsWith("POST /echo/ hello!"));
  }

  void theClientIsToldToContinue() {
    DoorHouse house;
    BareClient client(house);
    client.send(house.request("POST /echo/", "Content-Length: 3\r\nExpect: 100-continue\r\n"));
    QCOMPARE(client.until("\r\n\r\n"), QByteArray("HTTP/1.1 100 Continue\r\n\r\n"));
    client.send("abc");
    QVERIFY(client.until("abc").contains("HTTP/1.1 200 OK"));
  }

  void aTooLargeBodyIsRefusedBeforeItIsSent() {
    server::DoorLimits limits;
    limits.http.body = 1000;
    DoorHouse house(limits);
    BareClient client(house);
    client.send(house.request("POST /echo/", "Content-Length: 1001\r\nExpect: 100-continue\r\n"));
    const QByteArray answer = client.untilClosed();
    QCOMPARE(statusOf(answer), 413);
    QVERIFY(answer.endsWith(R"({"detail":"The request body is too large."})"));
    QVERIFY(!answer.contains("100 Continue"));
    QCOMPARE(house.calls.load(), 0);
  }

  void aTooLargeStreamIsRefusedWhileItComes() {
    server::DoorLimits limits;
    limits.http.body = 100'000;
    DoorHouse house(limits);
    BareClient client(house);
    client.send(house.request("POST /echo/", "Transfer-Encoding: chunked\r\n") +
                QByteArray("2710\r\n" + QByteArray(10'000, 'x') + "\r\n").repeated(50));
    QCOMPARE(statusOf(client.untilClosed()), 413);
    QCOMPARE(house.calls.load(), 0);
  }

  void anotherHostIsMisdirected_data() {
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<int>("status");
    QTest::newRow("localhost") << QByteArray("localhost:PORT") << 200;
    QTest::newRow("upper case") << QByteArray("LocalHost:PORT") << 200;
    QTest::newRow("127.0.0.1") << QByteArray("127.0.0.1:PORT") << 200;
    QTest::newRow("[::1]") << QByteArray("[::1]:PORT") << 200;
    QTest::newRow("evil") << QByteArray("evil.example:PORT") << 421;
    QTest::newRow("no port") << QByteArray("localhost") << 421;
    QTest::newRow("another port") << QByteArray("localhost:1") << 421;
    QTest::newRow("prefix") << QByteArray("localhost.evil:PORT") << 421;
    QTest::newRow("user") << QByteArray("localhost@evil:PORT") << 421;
    QTest::newRow("empty") << QByteArray("") << 421;
  }
  void anotherHostIsMisdirected() {
    QFETCH(QByteArray, host);
    QFETCH(int, status);
    DoorHouse house;
    BareClient client(house);
    host.replace("PORT", QByteArray::number(house.door.port()));
    client.send("GET /hello/ HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
    QCOMPARE(statusOf(client.untilClosed()), status);
  }

  void aForeignPageCannotChangeState_data() {
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("headers");
    QTest::addColumn<int>("status");
    const QByteArray post = "POST /echo/";
    QTest::newRow("no origin") << post << QByteArray() << 200;
    QTest::newRow("own") << post << QByteArray("Origin: http://localhost:PORT\r\n") << 200;
    QTest::newRow("foreign") << post << QByteArray("Origin: http://evil.example\r\n") << 403;
    QTest::newRow("null") << post << QByteArray("Origin: null\r\n") << 403;
    QTest::newRow("own with https") << post << QByteArray("Origin: https://localhost:PORT\r\n") << 403;
    QTest::newRow("another port") << post << QByteArray("Origin: http://localhost:1\r\n") << 403;
    QTest::newRow("cross-site") << post << QByteArray("Sec-Fetch-Site: cross-site\r\n") << 403;
    QTest::newRow("same-origin") << post << QByteArray("Sec-Fetch-Site: same-origin\r\n") << 200;
    QTest::newRow("reading") << QByteArray("GET /echo/") << QByteArray("Origin: http://evil.example\r\n")
                             << 200;
    QTest::newRow("listed") << post
                            << QByteArray("Origin: https://good.example\r\nSec-Fetch-Site: cross-site\r\n")
                            << 200;
    QTest::newRow("delete") << QByteArray("DELETE /echo/") << QByteArray("Origin: http://evil.example\r\n")
                            << 403;
  }
  void aForeignPageCannotChangeState() {
    QFETCH(QByteArray, line);
    QFETCH(QByteArray, headers);
    QFETCH(int, status);
    server::DoorOptions options;
    options.origins = {"https://good.example"};
    DoorHouse house({}, options);
    headers.replace("PORT", QByteArray::number(house.door.port()));
    const QByteArray answer = talk(house, line, headers);
    QCOMPARE(statusOf(answer), status);
    QCOMPARE(house.calls.load(), status == 200 ? 1 : 0);
    QCOMPARE(answer.contains("Access-Control-Allow-Origin: https://good.example\r\n"),
             headers.contains("good"));
    QCOMPARE(answer.contains("Access-Control"), headers.contains("good"));
  }

  void aPreflightOfAListedOriginIsAnsweredByTheDoor() {
    server::DoorOptions options;
    options.origins = {"https://good.example"};
    DoorHouse house({}, options);
    const QByteArray headers = "Origin: https://good.example\r\nAccess-Control-Request-Method: POST\r\n";
    const QByteArray answer = talk(house, "OPTIONS /echo/", headers);
    QCOMPARE(statusOf(answer), 204);
    QVERIFY(answer.contains("Access-Control-Allow-Headers: Authorization"));
    QVERIFY(!answer.contains("Content-Length"));
    QVERIFY(!answer.contains("Credentials"));
    QCOMPARE(house.calls.load(), 0);
    QVERIFY(!talk(house, "OPTIONS /echo/", "Origin: https://evil\r\nAccess-Control-Request-Method: POST\r\n")
                 .contains("Access-Control"));
  }

  void aSlowHeadIsGivenUpAfterFifteenSeconds() {
    DoorHouse house;
    BareClient client(house);
    client.send("GET /hello/ HTTP/1.1\r\n");
    for (int second = 0; second < 14; ++second) {
      client.send("A: b\r\n");
      QTest::qWait(2);
      house.pass(1000);
    }
    QVERIFY(!client.isClosed());
    house.pass(1000);
    QCOMPARE(statusOf(client.untilClosed()), 408);
  }

  void aSilentConnectionIsClosedWithoutAWord() {
    DoorHouse house;
    BareClient client(house);
    QTRY_COMPARE(house.door.connectionCount(), 1);
    house.pass(15'000);
    QCOMPARE(client.untilClosed(), QByteArray());
    QCOMPARE(house.door.connectionCount(), 0);
  }

  void aBodyMayPauseLessThanThirtySecondsAndTakeTenMinutes() {
    DoorHouse house;
    BareClient client(house);
    client.send(house.request("POST /echo/", "Content-Length: 1000\r\n"));
    const auto trickle = [&](qint64 pause) {
      client.send("x");
      QTest::qWait(5);
      house.pass(pause);
    };
    for (int i = 0; i < 20; ++i) trickle(29'000);
    QVERIFY(!client.isClosed());
    trickle(20'001);
    QCOMPARE(statusOf(client.untilClosed()), 408);

    BareClient other(house);
    other.send(house.request("POST /echo/", "Content-Length: 1000\r\n"));
    QTest::qWait(20);
    house.pass(30'000);
    QCOMPARE(statusOf(other.untilClosed()), 408);
  }

  void aKeptConnectionMayIdleForAMinute() {
    DoorHouse house;
    BareClient client(house);
    client.send(house.request("GET /hello/"));
    client.until("hello");
    house.pass(59'000);
    client.received.clear();
    client.send(house.request("GET /hello/"));
    QVERIFY(client.until("hello").contains("200 OK"));
    client.received.clear();
    house.pass(60'000);
    QCOMPARE(client.untilClosed(), QByteArray());
    QVERIFY(client.isClosed());
  }

  void theConnectionPastTheCapIsToldSo() {
    server::DoorLimits limits;
    limits.connections = 2;
    DoorHouse house(limits);
    BareClient first(house), second(house), third(house);
    QCOMPARE(statusOf(third.untilClosed()), 503);
    first.send(house.request("GET /hello/"));
    QVERIFY(first.until("hello").contains("200 OK"));
  }

  void theRequestPastTheQueueIsToldToComeBack() {
    server::DoorLimits limits;
    limits.running = 1;
    limits.queued = 1;
    DoorHouse house(limits);
    BareClient first(house), second(house), third(house);
    first.send(house.request("GET /slow/"));
    QTRY_COMPARE(house.door.requestCount(), 1);
    second.send(house.request("GET /slow/"));
    QTRY_COMPARE(house.door.requestCount(), 2);
    third.send(house.request("GET /slow/"));
    const QByteArray refused = third.until("waiting");
    QCOMPARE(statusOf(refused), 503);
    QVERIFY(refused.contains("Retry-After: 1\r\n"));
    QVERIFY(first.until("slow ").contains("200 OK"));
    QVERIFY(second.until("slow ").contains("200 OK"));
    third.received.clear();
    third.send(house.request("GET /hello/"));
    QVERIFY(third.until("hello").contains("200 OK"));
  }

  void bodiesThatDoNotFitTogetherWait() {
    server::DoorLimits limits;
    limits.allBodies = 1500;
    DoorHouse house(limits);
    BareClient first(house);
    first.send(house.request("POST /size/", "Content-Length: 1000\r\n", QByteArray(999, 'x')));
    QTest::qWait(20);
    QCOMPARE(statusOf(talk(house, "POST /size/", "Content-Length: 1000\r\n", QByteArray(1000, 'x'))), 503);
    first.send("x");
    QVERIFY(first.until("1000").contains("200 OK"));
    QCOMPARE(statusOf(talk(house, "POST /size/", "Content-Length: 1000\r\n", QByteArray(1000, 'x'))), 200);
  }

  void whatARouteThrowsIsA500() {
    DoorHouse house;
    const QByteArray answer = talk(house, "GET /throws/");
    QCOMPARE(statusOf(answer), 500);
    QVERIFY(answer.endsWith(R"({"detail":"Internal server error."})"));
  }

  void oddTargetsNeverBreakWhatIsBehindTheDoor() {
    DoorHouse house;
    for (const char* target : {"//", "/%", "/%zz", "/\"<>\\^`{|}", "//evil/x", "/?", "/a:b@c", "/%00",
                               "/..//..", "/[x]", "/http://x"}) {
      const int status = statusOf(talk(house, QByteArray("GET ") + target));
      QVERIFY2(status == 404, target);
    }
    QCOMPARE(statusOf(talk(house, "OPTIONS *")), 404);
  }

  void oldClientsAreClosedUnlessTheyAskOtherwise() {
    DoorHouse house;
    BareClient client(house);
    client.send("GET /hello/ HTTP/1.0\r\n" + house.host() + "\r\n");
    QVERIFY(client.untilClosed().endsWith("hello"));
    QVERIFY(client.isClosed());
    BareClient kept(house);
    kept.send("GET /hello/ HTTP/1.0\r\nConnection: keep-alive\r\n" + house.host() + "\r\n");
    QVERIFY(kept.until("hello").contains("Connection: keep-alive\r\n"));
    QVERIFY(!kept.isClosed());
  }

  void aClientThatDoesNotReadItsAnswerIsGivenUp() {
    DoorHouse house;
    BareClient client(house);
    client.socket.setReadBufferSize(1);
    client.send(house.request("GET /big/"));
    QTRY_VERIFY(client.socket.bytesAvailable() > 0);
    QTest::qWait(100);
    QCOMPARE(house.door.requestCount(), 1);
    house.pass(60'000);
    QTRY_COMPARE(house.door.requestCount(), 0);
    QCOMPARE(house.door.connectionCount(), 0);
  }

  void stoppingFinishesWhatIsInHand() {
    DoorHouse house;
    BareClient busy(house), idle(house), half(house);
    half.send("GET /hel");
    busy.send(house.request("POST /slow/", "Content-Length: 1\r\n", "1") + house.request("GET /hello/"));
    QTRY_COMPARE(house.door.requestCount(), 1);
    QTRY_COMPARE(house.door.connectionCount(), 3);
    QSignalSpy stopped(&house.door, &server::Door::stopped);
    house.door.stop();
    const QByteArray answer = busy.untilClosed();
    QVERIFY(answer.contains("Connection: close\r\n"));
    QVERIFY(answer.endsWith("slow 1"));
    idle.untilClosed();
    half.untilClosed();
    QTRY_COMPARE(stopped.size(), 1);
    QCOMPARE(house.calls.load(), 1);
    QVERIFY(!BareClient(house).isConnected);
  }

  void aBusyPortIsAClearMessage() {
    DoorHouse house;
    QHttpServer routes;
    server::Door second(routes);
    server::DoorOptions options;
    options.port = house.door.port();
    const core::Status status = second.listen(options);
    QVERIFY(!status);
    QVERIFY(status.error().detail.find(std::to_string(options.port)) != std::string::npos);
  }
};

DICOMAESTRO_TEST(DoorTest)
#include "door_test.moc"
