// SPDX-License-Identifier: MIT
#include "tests/server/serverhouse.h"
#include "tests/support/testmain.h"

using tests::get;
using tests::post;
using tests::Reply;
using tests::ServerHouse;

class ProfileTest : public QObject {
  Q_OBJECT

  static constexpr const char* path = "/api/developer/profiles/";

 private slots:
  void thereIsNoneAtFirst() {
    const ServerHouse house;
    const Reply reply = house.ask(get(path).bearer(house.account()));
    QCOMPARE(reply.status, 404);
    QCOMPARE(reply.body, QByteArray(R"({"detail":"Developer profile does not exist."})"));
  }

  void postMakesAndChangesAndAlwaysAnswers201() {
    const ServerHouse house;
    const QByteArray token = house.account();
    const auto save = [&](const QByteArray& fields) {
      return house.ask(post(path).bearer(token).json(fields));
    };
    QCOMPARE(save("{}").body, QByteArray(R"({"purpose":null,"organization":null})"));
    QCOMPARE(save(R"({"purpose":"research","organization":" Lab "})").body,
             QByteArray(R"({"purpose":"research","organization":"Lab"})"));
    QCOMPARE(save(R"({"purpose":""})").body, QByteArray(R"({"purpose":"","organization":"Lab"})"));
    const Reply reply = save(R"({"purpose":null,"organization":""})");
    QCOMPARE(reply.status, 201);
    QCOMPARE(reply.body, QByteArray(R"({"purpose":null,"organization":""})"));
    QCOMPARE(house.ask(get(path).bearer(token)).body, reply.body);
    QCOMPARE(house.ask(get(path).bearer(token)).status, 200);
  }

  void errorsAreThoseOfTheContract_data() {
    QTest::addColumn<QByteArray>("sent");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("choice") << QByteArray(R"({"purpose":"foo"})")
                            << QByteArray("{\"purpose\":[\"\\\"foo\\\" is not a valid choice.\"]}");
    QTest::newRow("case") << QByteArray(R"({"purpose":"Research"})")
                          << QByteArray("{\"purpose\":[\"\\\"Research\\\" is not a valid choice.\"]}");
    QTest::newRow("truth") << QByteArray(R"({"purpose":true})")
                           << QByteArray("{\"purpose\":[\"\\\"True\\\" is not a valid choice.\"]}");
    QTest::newRow("number") << QByteArray(R"({"purpose":5})")
                            << QByteArray("{\"purpose\":[\"\\\"5\\\" is not a valid choice.\"]}");
    QTest::newRow("placeholder") << QByteArray(R"({"purpose":"%1"})")
                                 << QByteArray("{\"purpose\":[\"\\\"%1\\\" is not a valid choice.\"]}");
    QTest::newRow("length") << QByteArray(R"({"purpose":"x","organization":")") + QByteArray(256, 'x') + "\"}"
                            << QByteArray(
                                   "{\"purpose\":[\"\\\"x\\\" is not a valid choice.\"],\"organization\":"
                                   R"(["Ensure this field has no more than 255 characters."]})");
    QTest::newRow("list") << QByteArray(R"({"organization":[]})")
                          << QByteArray(R"({"organization":["Not a valid string."]})");
  }
  void errorsAreThoseOfTheContract() {
    QFETCH(QByteArray, sent);
    QFETCH(QByteArray, body);
    const ServerHouse house;
    const QByteArray token = house.account();
    const Reply reply = house.ask(post(path).bearer(token).json(sent));
    QCOMPARE(reply.body, body);
    QCOMPARE(reply.status, 400);
    QCOMPARE(house.ask(get(path).bearer(token)).status, 404);
  }

  void theOtherRoutesOfADeveloperNeedOne() {
    const ServerHouse house;
    const QByteArray token = house.account();
    for (const char* route : {"/api-keys/", "/api/developer/profiles/activity-summary/"}) {
      const Reply reply = house.ask(get(route).bearer(token));
      QCOMPARE(reply.status, 403);
      QCOMPARE(reply.body, QByteArray(R"({"detail":"You do not have permission to perform this action."})"));
    }
    house.ask(post(path).bearer(token).json("{}"));
    QCOMPARE(house.ask(get("/api-keys/").bearer(token)).status, 200);
  }
};

DICOMAESTRO_TEST(ProfileTest)
#include "profile_test.moc"
