// SPDX-License-Identifier: MIT
#include "server/routes/routetable.h"
#include "tests/server/serverhouse.h"
#include "tests/support/testmain.h"

using namespace server;
using tests::Asking;
using tests::get;
using tests::post;
using tests::Reply;
using tests::ServerHouse;

class RoutesTest : public QObject {
  Q_OBJECT

  /// Every path, with a number for what is variable.
  static QByteArrayList paths(ServerHouse& house) {
    QByteArrayList all;
    for (const RouteTable::Place& place : house.server().routes()->places())
      all << QByteArray(place.pattern).replace("<arg>", "1");
    return all;
  }

 private slots:
  void healthIsTold() {
    const ServerHouse house;
    for (const char* path : {"/api/health/", "/api/health", "/api/%68ealth/", "/api/health/?x=1"}) {
      const Reply reply = house.ask(get(path));
      QCOMPARE(reply.status, 200);
      QCOMPARE(reply.body, QByteArray("{\"status\":\"ok\",\"version\":\"" DICOMAESTRO_VERSION "\"}"));
      QCOMPARE(reply.header("Content-Type"), QByteArray("application/json"));
    }
  }

  void everyRouteOfTheContractIsThere() {
    ServerHouse house;
    const QByteArrayList all = paths(house);
    for (const char* path : {"/api/auth/register/",
                             "/api/register/",
                             "/api/token/",
                             "/api/token/refresh/",
                             "/api/token/verify/",
                             "/api/developer/profiles/",
                             "/api/developer/profiles/activity-summary/",
                             "/api-keys/",
                             "/api/api-keys/",
                             "/api/developer/auth/api-keys/",
                             "/api-keys/delete/1/",
                             "/api/api-keys/delete/1/",
                             "/api/developer/auth/api-keys/delete/1/",
                             "/api/dicom/read/file/",
                             "/api/dicom/render/",
                             "/api/dicom-format/allowed-fields/",
                             "/api/dicom-format/required-field-type/",
                             "/api/docs/",
                             "/api/schema/swagger-ui/",
                             "/api/schema/",
                             "/api/health/"})
      QVERIFY2(all.contains(path), path);
  }

  void everyPathAnswersWithAndWithoutTheSlashAndNamesItsMethods() {
    ServerHouse house;
    for (const RouteTable::Place& place : house.server().routes()->places())
      for (const QByteArray& pattern : {place.pattern, place.pattern.chopped(1)}) {
        const Reply reply = house.ask(Asking{"OPTIONS", QByteArray(pattern).replace("<arg>", "1")});
        QCOMPARE(reply.status, 204);
        QCOMPARE(reply.header("Allow"), place.allowed());
      }
    QCOMPARE(house.ask(Asking{"OPTIONS", "/api-keys/"}).header("Allow"),
             QByteArray("GET, POST, HEAD, OPTIONS"));
  }

  void anotherMethodIs405WithTheMethodsThatAre() {
    ServerHouse house;
    const QByteArray token = house.developer();
    for (const QByteArray& path : paths(house)) {
      const Reply reply = house.ask(Asking{"PUT", path}.bearer(token));
      QCOMPARE(reply.status, 405);
      QCOMPARE(reply.body, QByteArray("{\"detail\":\"Method \\\"PUT\\\" not allowed.\"}"));
      QVERIFY(reply.header("Allow").endsWith("OPTIONS"));
    }
  }

  void whatNeedsAnAccountSaysSoBeforeTheMethod() {
    ServerHouse house;
    for (const Route& route : house.server().routes()->routes()) {
      const QByteArray path = QByteArray(route.path).replace("<arg>", "1");
      const int status = house.ask(Asking{"PUT", path}).status;
      QCOMPARE(status, route.who == Who::Anyone ? 405 : 401);
    }
  }

  void anUnknownPathIs404() {
    const ServerHouse house;
    for (const char* path : {"/", "/nope/", "/api/", "/api/health/x/", "/api//health/", "/API/HEALTH/",
                             "/api-keys/delete/", "/api-keys/delete/1/2/", "/api/health/..%2f", "/%00"}) {
      const Reply reply = house.ask(get(path));
      QCOMPARE(reply.status, 404);
      QCOMPARE(reply.body, QByteArray("{\"detail\":\"Not found.\"}"));
    }
  }

  void headHasTheHeadersAndNoBody() {
    const ServerHouse house;
    const Reply got = house.ask(get("/api/health/")), head = house.ask(Asking{"HEAD", "/api/health/"});
    QCOMPARE(head.status, 200);
    QCOMPARE(head.body, QByteArray());
    QCOMPARE(head.header("Content-Length"), QByteArray::number(got.body.size()));
    QCOMPARE(house.ask(Asking{"HEAD", "/api/token/"}).status, 405);
  }

  void whatAcceptExcludesIs406() {
    const ServerHouse house;
    const Reply reply = house.ask(get("/api/health/").header("Accept", "text/html"));
    QCOMPARE(reply.status, 406);
    QCOMPARE(reply.body, QByteArray("{\"detail\":\"Could not satisfy the request Accept header.\"}"));
    for (const char* accept :
         {"*/*", "application/*", "text/html, application/json;q=0.1", "Application/JSON"})
      QCOMPARE(house.ask(get("/api/health/").header("Accept", accept)).status, 200);
    QCOMPARE(house.ask(get("/api/health/").header("Accept", "application/json;q=0, text/html")).status, 406);
  }

  void anotherTypeOfBodyIs415() {
    const ServerHouse house;
    for (const char* type : {"text/plain", "application/xml; charset=utf-8", "application/jsonx"}) {
      const Reply reply = house.ask(post("/api/token/").with(type, "{}"));
      QCOMPARE(reply.status, 415);
      QCOMPARE(reply.body,
               QByteArray("{\"detail\":\"Unsupported media type \\\"") + type + "\\\" in request.\"}");
    }
    QCOMPARE(house.ask(Asking{"POST", "/api/token/", {}, "{}"}).body,
             QByteArray("{\"detail\":\"Unsupported media type \\\"\\\" in request.\"}"));
    QCOMPARE(house.ask(post("/api/token/")).status, 400);
    QCOMPARE(house.ask(post("/api/token/").header("Content-Encoding", "gzip").json("{}")).status, 415);
  }

  void everyReplyHasTheHeaders_data() {
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::newRow("200") << QByteArray("GET") << QByteArray("/api/health/");
    QTest::newRow("204") << QByteArray("OPTIONS") << QByteArray("/api/health/");
    QTest::newRow("400") << QByteArray("POST") << QByteArray("/api/token/");
    QTest::newRow("401") << QByteArray("GET") << QByteArray("/api-keys/");
    QTest::newRow("404") << QByteArray("GET") << QByteArray("/nope/");
    QTest::newRow("405") << QByteArray("DELETE") << QByteArray("/api/health/");
  }
  void everyReplyHasTheHeaders() {
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, path);
    const ServerHouse house;
    const Reply reply = house.ask(Asking{method, path}.header("X-Request-ID", "a.B_c-9"));
    QCOMPARE(reply.status, QByteArray(QTest::currentDataTag()).toInt());
    QCOMPARE(reply.header("X-Content-Type-Options"), QByteArray("nosniff"));
    QCOMPARE(reply.header("X-Frame-Options"), QByteArray("DENY"));
    QCOMPARE(reply.header("Referrer-Policy"), QByteArray("same-origin"));
    QCOMPARE(reply.header("X-Request-ID"), QByteArray("a.B_c-9"));
    QVERIFY(reply.header("Access-Control-Allow-Origin").isEmpty());
    const Reply other = house.ask(Asking{method, path}.header("X-Request-ID", "a b"));
    QVERIFY(!other.header("X-Request-ID").isEmpty() && other.header("X-Request-ID") != "a b");
    QCOMPARE(house.ask(Asking{method, path}.header("X-Request-ID", QByteArray(65, 'x')))
                 .header("X-Request-ID")
                 .size(),
             16);
  }

  void theLastRequestsAreKeptWithoutWhatAClientWrote() {
    ServerHouse house;
    house.ask(get("/api/health/?secret=1"));
    house.ask(get("/patient/smith/"));
    house.ask(Asking{"DELETE", "/api-keys/delete/77/"});
    const QList<RecentRequest> recent = house.server().services()->recent.all();
    QCOMPARE(recent.size(), 3);
    QCOMPARE(recent[0].path, QByteArray("/api-keys/delete/<arg>/"));
    QCOMPARE(recent[0].status, 401);
    QCOMPARE(recent[1].path, QByteArray());
    QCOMPARE(recent[1].status, 404);
    QCOMPARE(recent[2].path, QByteArray("/api/health/"));
    QCOMPARE(recent[2].status, 200);
  }

  void aServerBeyondThisMachineNeedsTls() {
    QTemporaryDir folder;
    server::ServerOptions options;
    options.dataDir = folder.path();
    options.port = 0;
    options.addresses = {QHostAddress(QHostAddress::AnyIPv4)};
    server::Server open(options);
    const core::Status started = open.start();
    QVERIFY(!started);
    QCOMPARE(QString::fromStdString(started.error().detail),
             QStringLiteral("an address beyond this machine needs TLS (a certificate and a key)"));
  }

  void itCanBeStoppedAndStartedAgain() {
    ServerHouse house;
    QSignalSpy stopped(&house.server(), &server::Server::stopped);
    const quint16 port = house.server().port();
    house.server().stop();
    QVERIFY(stopped.wait(5000));
    QVERIFY(!house.server().isRunning());
    QCOMPARE(house.server().address(), QString());
    QCOMPARE(tests::ask(port, get("/api/health/")).status, 0);
    QVERIFY(house.server().start());
    QCOMPARE(house.ask(get("/api/health/")).status, 200);
  }
};

DICOMAESTRO_TEST(RoutesTest)
#include "routes_test.moc"
