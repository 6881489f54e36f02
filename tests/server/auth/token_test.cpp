// SPDX-License-Identifier: MIT
#include "tests/server/serverhouse.h"
#include "tests/support/testmain.h"

using tests::get;
using tests::post;
using tests::Reply;
using tests::ServerHouse;

class TokenTest : public QObject {
  Q_OBJECT

  static constexpr const char* profiles = "/api/developer/profiles/";
  static constexpr const char* badToken =
      R"({"detail":"Given token not valid for any token type","code":"token_not_valid","messages":)"
      R"([{"token_class":"AccessToken","token_type":"access","message":"Token is invalid or expired"}]})";
  static Reply refresh(const ServerHouse& house, const QByteArray& token) {
    return house.ask(post("/api/token/refresh/").json("{\"refresh\":\"" + token + "\"}"));
  }
  static Reply verify(const ServerHouse& house, const QByteArray& token) {
    return house.ask(post("/api/token/verify/").json("{\"token\":\"" + token + "\"}"));
  }
  static QByteArray part(const QByteArray& token, int index) {
    return QByteArray::fromBase64(token.split('.').value(index), QByteArray::Base64UrlEncoding);
  }

 private slots:
  void aLoginGivesTwoTokensWithTheClaimsInOrder() {
    const ServerHouse house;
    house.account();
    const Reply reply = house.logIn("ann@example.org", "correct horse");
    QCOMPARE(reply.status, 200);
    QVERIFY(reply.body.startsWith("{\"refresh\":\"") && reply.body.contains("\",\"access\":\""));
    QVERIFY(reply.header("Set-Cookie").isEmpty());
    QCOMPARE(reply.header("Cache-Control"), QByteArray("no-store"));
    const QByteArray access = reply.text("access");
    QCOMPARE(part(access, 0), QByteArray(R"({"alg":"HS256","typ":"JWT"})"));
    const QByteArray id =
        QJsonDocument::fromJson(part(access, 1))[QLatin1String("jti")].toString().toLatin1();
    QVERIFY(QRegularExpression(QStringLiteral("^[0-9a-f]{32}$")).match(QString::fromLatin1(id)).hasMatch());
    QCOMPARE(part(access, 1), "{\"token_type\":\"access\",\"exp\":1767615300,\"iat\":1767614400,\"jti\":\"" +
                                  id + "\",\"user_id\":1,\"first_name\":\"Ann\",\"last_name\":\"Lee\"}");
    QVERIFY(part(reply.text("refresh"), 1)
                .startsWith(R"({"token_type":"refresh","exp":1770206400,"iat":1767614400,)"));
  }

  void loginErrorsAreThoseOfTheContract_data() {
    QTest::addColumn<QByteArray>("sent");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    const QByteArray refused = R"({"detail":"No active account found with the given credentials"})";
    QTest::newRow("password") << QByteArray(R"({"email":"ann@example.org","password":"wrong horse"})") << 401
                              << refused;
    QTest::newRow("address") << QByteArray(R"({"email":"bob@example.org","password":"correct horse"})") << 401
                             << refused;
    QTest::newRow("nothing") << QByteArray("{}") << 400
                             << QByteArray(R"({"email":["This field is required."],)"
                                           "\"password\":[\"This field is required.\"]}");
    QTest::newRow("blank") << QByteArray(R"({"email":"","password":""})") << 400
                           << QByteArray(R"({"email":["This field may not be blank."],)"
                                         "\"password\":[\"This field may not be blank.\"]}");
  }
  void loginErrorsAreThoseOfTheContract() {
    QFETCH(QByteArray, sent);
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    const ServerHouse house;
    house.account();
    const Reply reply = house.ask(post("/api/token/").json(sent));
    QCOMPARE(reply.body, body);
    QCOMPARE(reply.status, status);
    QCOMPARE(reply.header("WWW-Authenticate"), QByteArray(status == 401 ? "Bearer realm=\"api\"" : ""));
  }

  void aDisabledAccountIsNoAccount() {
    ServerHouse house;
    const QByteArray token = house.account();
    const QByteArray refreshing = house.logIn("ann@example.org", "correct horse").text("refresh");
    QVERIFY(house.server().services()->accounts.setActive(1, false));
    QCOMPARE(house.logIn("ann@example.org", "correct horse").body,
             QByteArray(R"({"detail":"No active account found with the given credentials"})"));
    QCOMPARE(house.ask(get(profiles).bearer(token)).body,
             QByteArray(R"({"detail":"User is inactive","code":"user_inactive"})"));
    QCOMPARE(refresh(house, refreshing).status, 401);
  }

  void aRefreshTokenGivesAnAccessToken() {
    const ServerHouse house;
    house.account();
    const Reply tokens = house.logIn("ann@example.org", "correct horse");
    const Reply reply = refresh(house, tokens.text("refresh"));
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.json().keys(), QStringList{QStringLiteral("access")});
    QCOMPARE(house.ask(get(profiles).bearer(reply.text("access"))).status, 404);
  }

  void refreshErrorsAreThoseOfTheContract() {
    const ServerHouse house;
    const QByteArray access = house.account();
    const QByteArray absent = R"({"detail":"Refresh token not found"})";
    const QByteArray bad = R"({"detail":"Invalid or expired JWT token"})";
    for (const char* nothing : {"{}", R"({"refresh":null})", R"({"refresh":""})"})
      QCOMPARE(house.ask(post("/api/token/refresh/").json(nothing)).body, absent);
    QCOMPARE(house.ask(post("/api/token/refresh/")).body, absent);
    QCOMPARE(house.ask(post("/api/token/refresh/").header("Cookie", "refresh_token=" + access)).body, absent);
    for (const QByteArray& token : {access, QByteArray("x"), QByteArray("a.b.c")}) {
      const Reply reply = refresh(house, token);
      QCOMPARE(reply.body, bad);
      QCOMPARE(reply.status, 401);
      QCOMPARE(reply.header("WWW-Authenticate"), QByteArray("Bearer realm=\"api\""));
    }
    QCOMPARE(house.ask(post("/api/token/refresh/").json(R"({"refresh":[]})")).body, bad);
  }

  void tokensEnd() {
    ServerHouse house;
    const QByteArray access = house.account();
    const QByteArray refreshing = house.logIn("ann@example.org", "correct horse").text("refresh");
    house.time += 15 * 60 * 1000 - 1000;
    QCOMPARE(house.ask(get(profiles).bearer(access)).status, 404);
    house.time += 1000;
    QCOMPARE(house.ask(get(profiles).bearer(access)).body, QByteArray(badToken));
    QCOMPARE(verify(house, access).status, 401);
    house.time += (30LL * 24 * 3600 - 15 * 60 - 1) * 1000;
    QCOMPARE(refresh(house, refreshing).status, 200);
    house.time += 1000;
    QCOMPARE(refresh(house, refreshing).body, QByteArray(R"({"detail":"Invalid or expired JWT token"})"));
  }

  void tokensOutliveTheServer() {
    ServerHouse house;
    const QByteArray access = house.account();
    house.restart();
    QCOMPARE(house.ask(get(profiles).bearer(access)).status, 404);
  }

  void aNewPasswordVoidsTheTokensBefore() {
    ServerHouse house;
    const QByteArray access = house.account();
    house.time += 2000;
    server::Accounts& accounts = house.server().services()->accounts;
    const auto account = accounts.find(1);
    QVERIFY(accounts.setPassword(**account, QStringLiteral("another horse"))->isEmpty());
    QCOMPARE(house.ask(get(profiles).bearer(access)).body, QByteArray(badToken));
    QCOMPARE(house.logIn("ann@example.org", "correct horse").status, 401);
    QCOMPARE(house.ask(get(profiles).bearer(house.logIn("ann@example.org", "another horse").text("access")))
                 .status,
             404);
  }

  void verifyTakesBothTypes() {
    const ServerHouse house;
    house.account();
    const Reply tokens = house.logIn("ann@example.org", "correct horse");
    for (const char* name : {"access", "refresh"}) {
      const Reply reply = verify(house, tokens.text(name));
      QCOMPARE(reply.status, 200);
      QCOMPARE(reply.body, QByteArray("{}"));
    }
    const Reply bad = verify(house, tokens.text("access") + "x");
    QCOMPARE(bad.status, 401);
    QCOMPARE(bad.body, QByteArray(R"({"detail":"Token is invalid or expired","code":"token_not_valid"})"));
    QCOMPARE(bad.header("WWW-Authenticate"), QByteArray("Bearer realm=\"api\""));
    QCOMPARE(house.ask(post("/api/token/verify/").json("{}")).body,
             QByteArray(R"({"token":["This field is required."]})"));
  }

  void credentialsAreRefusedInTheContractsWords_data() {
    QTest::addColumn<QByteArray>("authorization");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    const QByteArray absent = R"({"detail":"Authentication credentials were not provided."})";
    const QByteArray forbidden = R"({"detail":"You do not have permission to perform this action."})";
    QTest::newRow("none") << QByteArray() << 401 << absent;
    QTest::newRow("basic") << QByteArray("Basic YTpi") << 401 << absent;
    QTest::newRow("word") << QByteArray("word") << 401 << absent;
    QTest::newRow("bad token") << QByteArray("Bearer x.y.z") << 401 << QByteArray(badToken);
    QTest::newRow("no token")
        << QByteArray("Bearer") << 401
        << QByteArray(R"({"detail":"Authorization header must contain two space-delimited values",)"
                      "\"code\":\"bad_authorization_header\"}");
    QTest::newRow("key") << QByteArray("ApiKey whatever") << 403 << forbidden;
    QTest::newRow("Api-Key") << QByteArray("Api-Key whatever") << 403 << forbidden;
    QTest::newRow("bare key") << QByteArray("abcdefgh.abcdefghijklmnopqrstuvwxyz012345") << 403 << forbidden;
  }
  void credentialsAreRefusedInTheContractsWords() {
    QFETCH(QByteArray, authorization);
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    const ServerHouse house;
    for (const char* path : {profiles, "/api-keys/", "/api/developer/profiles/activity-summary/"}) {
      const Reply reply =
          house.ask(authorization.isEmpty() ? get(path) : get(path).header("Authorization", authorization));
      QCOMPARE(reply.body, body);
      QCOMPARE(reply.status, status);
      QCOMPARE(reply.header("WWW-Authenticate"), QByteArray(status == 401 ? "Bearer realm=\"api\"" : ""));
    }
  }

  void aRefreshTokenOpensNothing() {
    const ServerHouse house;
    house.account();
    const QByteArray token = house.logIn("ann@example.org", "correct horse").text("refresh");
    QCOMPARE(house.ask(get(profiles).bearer(token)).body,
             QByteArray(badToken).replace("Token is invalid or expired", "Token has wrong type"));
  }
};

DICOMAESTRO_TEST(TokenTest)
#include "token_test.moc"
