// SPDX-License-Identifier: MIT
#include "server/auth/apikeys.h"

#include "tests/server/read/posting.h"
#include "tests/server/serverhouse.h"
#include "tests/support/testmain.h"

using tests::get;
using tests::post;
using tests::Reply;
using tests::ServerHouse;

class ApiKeyTest : public QObject {
  Q_OBJECT

  static QByteArray sample() { return tests::bytesOf(tests::smallImage(7).file()); }
  static Reply read(const ServerHouse& house, const QByteArray& authorization) {
    return house.ask(
        post("/api/dicom/read/file/").header("Authorization", authorization).file("a.dcm", sample()));
  }
  static Reply remove(const ServerHouse& house, const QByteArray& token, const QByteArray& path) {
    return house.ask(tests::Asking{"DELETE", path}.bearer(token));
  }

 private slots:
  void aKeyIsShownOnceAndListedWithoutItsSecret() {
    const ServerHouse house;
    const QByteArray token = house.developer();
    const Reply made = house.newKey(token);
    QCOMPARE(made.status, 201);
    const QByteArray key = made.text("key");
    QVERIFY(QRegularExpression(QStringLiteral("^[A-Za-z0-9]{8}\\.[A-Za-z0-9]{32}$"))
                .match(QString::fromLatin1(key))
                .hasMatch());
    QCOMPARE(made.body, "{\"id\":1,\"name\":\"Ann-developer-key\",\"key\":\"" + key + "\",\"api_key\":\"" +
                            key + "\",\"prefix\":\"" + key.left(8) +
                            "\",\"created\":\"2026-01-05T12:00:00Z\",\"expiry_date\":null}");
    QCOMPARE(made.header("Cache-Control"), QByteArray("no-store"));
    const Reply list = house.ask(get("/api-keys/").bearer(token));
    QCOMPARE(list.body,
             "[{\"id\":1,\"name\":\"Ann-developer-key\",\"prefix\":\"" + key.left(8) +
                 "\",\"created\":\"2026-01-05T12:00:00Z\",\"revoked\":false,\"expiry_date\":null}]");
  }

  void namesAreOptional_data() {
    QTest::addColumn<QByteArray>("sent");
    QTest::addColumn<QByteArray>("name");
    QTest::newRow("null") << QByteArray(R"({"name":null,"expiry_date":null})")
                          << QByteArray("Ann-developer-key");
    QTest::newRow("blank") << QByteArray(R"({"name":" ","expiry_date":""})")
                           << QByteArray("Ann-developer-key");
    QTest::newRow("given") << QByteArray(R"({"name":" mine "})") << QByteArray("mine");
    QTest::newRow("longest") << QByteArray("{\"name\":\"") + QByteArray(50, 'x') + "\"}"
                             << QByteArray(50, 'x');
  }
  void namesAreOptional() {
    QFETCH(QByteArray, sent);
    QFETCH(QByteArray, name);
    const ServerHouse house;
    QCOMPARE(house.newKey(house.developer(), sent).text("name"), name);
  }

  void errorsAreThoseOfTheContract() {
    const ServerHouse house;
    const QByteArray token = house.developer();
    QCOMPARE(house.newKey(token, "{\"name\":\"" + QByteArray(51, 'x') + "\",\"expiry_date\":\"soon\"}").body,
             QByteArray(R"({"name":["Ensure this field has no more than 50 characters."],"expiry_date":)"
                        R"(["Datetime has wrong format. Use one of these formats instead: )"
                        R"(YYYY-MM-DDThh:mm[:ss[.uuuuuu]][+HH:MM|-HH:MM|Z]."]})"));
    QCOMPARE(house.newKey(token, R"({"name":[]})").body, QByteArray(R"({"name":["Not a valid string."]})"));
  }

  void theListIsNewestFirstAndTheAliasesAreTheSame() {
    ServerHouse house;
    const QByteArray token = house.developer();
    for (const char* path : {"/api-keys/", "/api/api-keys", "/api/developer/auth/api-keys/"}) {
      house.time += 1000;
      QCOMPARE(house.ask(post(path).bearer(token).json("{}")).status, 201);
    }
    for (const char* path : {"/api-keys", "/api/api-keys/", "/api/developer/auth/api-keys"}) {
      const QJsonArray keys = QJsonDocument::fromJson(house.ask(get(path).bearer(token)).body).array();
      QCOMPARE(keys.size(), 3);
      QCOMPARE(keys[0][QLatin1String("id")].toInt(), 3);
      QCOMPARE(keys[2][QLatin1String("id")].toInt(), 1);
    }
  }

  void aDeletedKeyIsGoneAndItsIdNotUsedAgain() {
    const ServerHouse house;
    const QByteArray token = house.developer();
    const QByteArray key = house.newKey(token).text("key");
    QCOMPARE(read(house, "ApiKey " + key).status, 200);
    const Reply gone = remove(house, token, "/api-keys/delete/1/");
    QCOMPARE(gone.status, 204);
    QCOMPARE(gone.body, QByteArray());
    const Reply again = remove(house, token, "/api/api-keys/delete/1");
    QCOMPARE(again.status, 404);
    QCOMPARE(again.body, QByteArray(R"({"detail":"No DeveloperAPIKey matches the given query."})"));
    QCOMPARE(read(house, "ApiKey " + key).body, QByteArray(R"({"detail":"Invalid or missing API key."})"));
    QCOMPARE(house.newKey(token).json()[QLatin1String("id")].toInt(), 2);
    QCOMPARE(remove(house, token, "/api/developer/auth/api-keys/delete/2/").status, 204);
  }

  void anothersKeyAndNoKeyAreNotFound() {
    const ServerHouse house;
    const QByteArray ann = house.developer("ann@example.org"), bob = house.developer("bob@example.org");
    house.newKey(ann);
    for (const char* id : {"1", "2", "99999999999999999999"})
      QCOMPARE(remove(house, bob, QByteArray("/api-keys/delete/") + id + '/').body,
               QByteArray(R"({"detail":"No DeveloperAPIKey matches the given query."})"));
    for (const char* id : {"x", "-1", "1%20", "%2e"})
      QCOMPARE(remove(house, bob, QByteArray("/api-keys/delete/") + id + '/').body,
               QByteArray(R"({"detail":"Not found."})"));
    QCOMPARE(QJsonDocument::fromJson(house.ask(get("/api-keys/").bearer(ann)).body).array().size(), 1);
    QCOMPARE(house.ask(get("/api-keys/").bearer(bob)).body, QByteArray("[]"));
  }

  void everyWayToSendAKeyOpensTheRoutesOfFilesOnly() {
    const ServerHouse house;
    const QByteArray key = house.newKey(house.developer()).text("key");
    for (const char* scheme : {"ApiKey ", "Api-Key ", "apikey ", ""}) {
      QCOMPARE(read(house, scheme + key).status, 200);
      for (const char* path : {"/api-keys/", "/api/developer/profiles/"}) {
        const Reply reply = house.ask(get(path).header("Authorization", scheme + key));
        QCOMPARE(reply.status, 403);
        QCOMPARE(reply.body,
                 QByteArray(R"({"detail":"You do not have permission to perform this action."})"));
      }
    }
  }

  void aBadKeyIs401() {
    const ServerHouse house;
    QByteArray key = house.newKey(house.developer()).text("key");
    key.back() = key.back() == 'a' ? 'b' : 'a';
    for (const QByteArray& bad :
         QByteArrayList{"ApiKey " + key, key, QByteArray("ApiKey"), QByteArray("ApiKey x"), QByteArray("x"),
                        QByteArray("Api-Key ........................................")}) {
      const Reply reply = read(house, bad);
      QCOMPARE(reply.body, QByteArray(R"({"detail":"Invalid or missing API key."})"));
      QCOMPARE(reply.status, 401);
      QCOMPARE(reply.header("WWW-Authenticate"), QByteArray("Bearer realm=\"api\""));
    }
    QCOMPARE(read(house, "Basic x").body,
             QByteArray(R"({"detail":"Authentication credentials were not provided."})"));
  }

  void aKeyEndsAtItsTimeAndWithItsAccount() {
    ServerHouse house;
    const QByteArray token = house.developer();
    const Reply made = house.newKey(token, R"({"expiry_date":"2026-01-05T14:00:00+01:00"})");
    QCOMPARE(made.text("expiry_date"), QByteArray("2026-01-05T13:00:00Z"));
    house.time += 3'599'999;
    QCOMPARE(read(house, made.text("key")).status, 200);
    house.time += 1;
    QCOMPARE(read(house, made.text("key")).status, 401);
    const QByteArray other = house.newKey(house.developer("bob@example.org")).text("key");
    QCOMPARE(read(house, other).status, 200);
    QVERIFY(house.server().services()->accounts.setActive(2, false));
    QCOMPARE(read(house, other).body, QByteArray(R"({"detail":"Invalid or missing API key."})"));
  }

  void momentsAreReadAsIso8601_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("moment");
    const auto row = [](const char* text, const char* moment) {
      QTest::newRow(text) << QString::fromLatin1(text) << QByteArray(moment);
    };
    row("2026-01-05", "2026-01-05T00:00:00Z");
    row("2026-01-05T10:11", "2026-01-05T10:11:00Z");
    row("2026-01-05 10:11:12", "2026-01-05T10:11:12Z");
    row("2026-01-05T10:11:12.5Z", "2026-01-05T10:11:12.500000Z");
    row("2026-01-05T10:11:12.123456789-0130", "2026-01-05T11:41:12.123456Z");
    row("2026-01-05T00:30:00+01", "2026-01-04T23:30:00Z");
    row("2026-02-29", "");
    row("2026-01-05T25:00", "");
    row("2026-1-5", "");
    row("05.01.2026", "");
    row("", "");
  }
  void momentsAreReadAsIso8601() {
    QFETCH(QString, text);
    QFETCH(QByteArray, moment);
    const auto read = server::parseDateTime(text);
    QCOMPARE(read ? server::dateTimeText(*read) : QByteArray(), moment);
  }
};

DICOMAESTRO_TEST(ApiKeyTest)
#include "apikey_test.moc"
