// SPDX-License-Identifier: MIT
#include "tests/server/serverhouse.h"
#include "tests/support/testmain.h"

using tests::get;
using tests::post;
using tests::Reply;
using tests::ServerHouse;

class RegistrationTest : public QObject {
  Q_OBJECT

  static constexpr const char* path = "/api/auth/register/";
  static QByteArray long_(int length) { return QByteArray(length, 'x'); }
  static QByteArray address(int length) { return long_(length - 12) + "@example.org"; }

 private slots:
  void aNewAccountIsGreeted() {
    const ServerHouse house;
    const Reply reply = house.ask(post(path).json(
        R"({"email":"Ann@Example.ORG","first_name":" Ann ","last_name":"Lee","password":"12345678","is_staff":true})"));
    QCOMPARE(reply.status, 201);
    QCOMPARE(reply.body, QByteArray(R"({"message":"User registered successfully!"})"));
    QCOMPARE(reply.header("Cache-Control"), QByteArray("no-store"));
  }

  void onlyTheDomainIsLoweredAndNamesAreTrimmed() {
    ServerHouse house;
    house.ask(post(path).json(
        R"({"email":" Ann@Example.ORG ","first_name":" Ann ","last_name":"Lee","password":" 345678 "})"));
    const auto account = house.server().services()->accounts.find(QStringLiteral("ANN@example.org"));
    QVERIFY(account && *account);
    QCOMPARE((*account)->email, QStringLiteral("Ann@example.org"));
    QCOMPARE((*account)->firstName, QStringLiteral("Ann"));
    QCOMPARE(house.logIn("ann@EXAMPLE.org", " 345678 ").status, 200);
    QCOMPARE(house.logIn("ann@EXAMPLE.org", "345678").status, 401);
  }

  void everyBodyIsTaken_data() {
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("JSON")
        << QByteArray("application/json; charset=utf-8")
        << QByteArray(R"({"email":"a@b.cd","first_name":"A","last_name":5,"password":"12345678"})");
    QTest::newRow("form") << QByteArray("application/x-www-form-urlencoded")
                          << QByteArray("email=a%40b.cd&first_name=A&last_name=B&password=1234+678");
    QTest::newRow("multipart")
        << QByteArray("multipart/form-data; boundary=x")
        << QByteArray(
               "--x\r\nContent-Disposition: form-data; name=\"email\"\r\n\r\na@b.cd\r\n"
               "--x\r\nContent-Disposition: form-data; name=\"first_name\"\r\n\r\nA\r\n"
               "--x\r\nContent-Disposition: form-data; name=\"last_name\"\r\n\r\nB\r\n"
               "--x\r\nContent-Disposition: form-data; name=\"password\"\r\n\r\n"
               "12345678\r\n--x--\r\n");
  }
  void everyBodyIsTaken() {
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, body);
    const ServerHouse house;
    for (const char* alias : {"/api/auth/register/", "/api/register"}) {
      const Reply reply = house.ask(post(alias).with(type, body));
      QCOMPARE(reply.status, alias == QByteArray("/api/register") ? 400 : 201);
    }
  }

  void errorsAreThoseOfTheContractInOrder_data() {
    QTest::addColumn<QByteArray>("sent");
    QTest::addColumn<QByteArray>("body");
    const auto row = [](const char* name, const QByteArray& sent, const QByteArray& body) {
      QTest::newRow(name) << sent << body;
    };
    const QByteArray good = R"("first_name":"A","last_name":"B","password":"12345678")";
    const auto email = [&](const char* name, const QByteArray& value, const QByteArray& text) {
      row(name, "{\"email\":" + value + ',' + good + '}', "{\"email\":[\"" + text + "\"]}");
    };
    row("nothing", "{}",
        R"({"email":["This field is required."],"first_name":["This field is required."],)"
        R"("last_name":["This field is required."],"password":["This field is required."]})");
    row("blank", R"({"password":"","last_name":" ","first_name":"\t","email":""})",
        R"({"email":["This field may not be blank."],"first_name":["This field may not be blank."],)"
        R"("last_name":["This field may not be blank."],"password":["This field may not be blank."]})");
    row("null", R"({"email":null,"first_name":null,"last_name":null,"password":null})",
        R"({"email":["This field may not be null."],"first_name":["This field may not be null."],)"
        R"("last_name":["This field may not be null."],"password":["This field may not be null."]})");
    row("no text", R"({"email":[],"first_name":true,"last_name":{},"password":["12345678"]})",
        R"({"email":["Not a valid string."],"first_name":["Not a valid string."],)"
        R"("last_name":["Not a valid string."],"password":["Not a valid string."]})");
    row("lengths",
        "{\"email\":\"a@b.cd\",\"first_name\":\"" + long_(51) + "\",\"last_name\":\"" + long_(51) +
            "\",\"password\":\"1234567\"}",
        R"({"first_name":["Ensure this field has no more than 50 characters."],)"
        R"("last_name":["Ensure this field has no more than 50 characters."],)"
        R"("password":["Ensure this field has at least 8 characters."]})");
    row("zeros",
        R"({"email":"a@b.cd","first_name":"A\u0000","last_name":"\u0000B","password":"1234567\u0000"})",
        R"({"first_name":["Null characters are not allowed."],"last_name":["Null characters are not allowed."],)"
        R"("password":["Null characters are not allowed."]})");
    email("no address", "\"foo\"", "Enter a valid email address.");
    email("no domain", "\"foo@\"", "Enter a valid email address.");
    email("half a pair", "\"\\ud800@b.cd\"", "Not a valid string.");
    email("a number", "5", "Enter a valid email address.");
    email("long", '"' + address(255) + '"', "Ensure this field has no more than 254 characters.");
    const auto another = [&](const char* name, const QByteArray& sent, const QByteArray& type) {
      row(name, sent,
          "{\"non_field_errors\":[\"Invalid data. Expected a dictionary, but got " + type + ".\"]}");
    };
    another("a list", "[1]", "list");
    another("a text", " \"x\" ", "str");
    another("a whole number", "5", "int");
    another("a broken number", "5.5", "float");
    another("a truth", "true", "bool");
    row("nothing", "null", R"({"non_field_errors":["No data provided"]})");
    row("two values", "1,2", "{\"detail\":\"JSON parse error - illegal value (byte 1)\"}");
  }
  void errorsAreThoseOfTheContractInOrder() {
    QFETCH(QByteArray, sent);
    QFETCH(QByteArray, body);
    const ServerHouse house;
    const Reply reply = house.ask(post(path).json(sent));
    QCOMPARE(reply.body, body);
    QCOMPARE(reply.status, 400);
  }

  void boundariesAreIncluded() {
    const ServerHouse house;
    const QByteArray name = QByteArray("\xC3\xA9").repeated(50);  // fifty characters, a hundred bytes
    QCOMPARE(house
                 .ask(post(path).json("{\"email\":\"" + address(254) + "\",\"first_name\":\"" + name +
                                      "\",\"last_name\":\"" + long_(50) + "\",\"password\":\"12345678\"}"))
                 .status,
             201);
  }

  void anAddressIsTakenWithoutRegardToCase() {
    const ServerHouse house;
    house.account("ann@example.org");
    const Reply reply = house.ask(post(path).json(
        R"({"email":"ANN@EXAMPLE.ORG","first_name":"A","last_name":"B","password":"short"})"));
    QCOMPARE(reply.body, QByteArray(R"({"email":["user with this email already exists."],)"
                                    R"("password":["Ensure this field has at least 8 characters."]})"));
  }

  void theSameLocalPartAtAnotherDomainIsAnother() {
    const ServerHouse house;
    house.account("ann@example.org");
    QVERIFY(!house.account("ann@example.com").isEmpty());
  }

  void brokenBodiesAre400_data() {
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("start");
    QTest::newRow("JSON") << QByteArray("application/json") << QByteArray("{\"email\":")
                          << QByteArray("{\"detail\":\"JSON parse error - ");
    QTest::newRow("bytes") << QByteArray("application/json") << QByteArray("{\"email\":\"\xFF\"}")
                           << QByteArray("{\"detail\":\"JSON parse error - ");
    QTest::newRow("deep") << QByteArray("application/json") << QByteArray("[").repeated(100'000)
                          << QByteArray("{\"detail\":\"JSON parse error - ");
    QTest::newRow("multipart") << QByteArray("multipart/form-data; boundary=x") << QByteArray("--y\r\n")
                               << QByteArray("{\"detail\":\"Multipart form parse error - ");
    QTest::newRow("no boundary") << QByteArray("multipart/form-data") << QByteArray("--y\r\n")
                                 << QByteArray("{\"detail\":\"Multipart form parse error - ");
  }
  void brokenBodiesAre400() {
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, start);
    const ServerHouse house;
    const Reply reply = house.ask(post(path).with(type, body));
    QCOMPARE(reply.status, 400);
    QCOMPARE(reply.body.left(start.size()), start);
  }

  void aBodyOfFieldsIsSmall() {
    const ServerHouse house;
    QCOMPARE(house.ask(post(path).json(QByteArray(1'000'001, ' '))).status, 413);
    QCOMPARE(house.ask(post(path).json(QByteArray(1'000'000, ' '))).status, 400);
  }
};

DICOMAESTRO_TEST(RegistrationTest)
#include "registration_test.moc"
