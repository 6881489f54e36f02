// SPDX-License-Identifier: MIT
#include "tests/server/read/posting.h"
#include "tests/server/serverhouse.h"
#include "tests/support/testmain.h"

using tests::Asking;
using tests::get;
using tests::post;
using tests::Reply;
using tests::ServerHouse;

class MeteringTest : public QObject {
  Q_OBJECT

  static constexpr const char* route = "/api/dicom/read/file/";
  static QByteArray sample() { return tests::bytesOf(tests::smallImage(7).file()); }
  static Asking good(const QByteArray& token) { return post(route).bearer(token).file("a.dcm", sample()); }
  static Asking bad(const QByteArray& token) { return post(route).bearer(token).file("a.txt", "x"); }
  static QByteArray summary(const ServerHouse& house, const QByteArray& token, const QByteArray& query = {}) {
    return house.ask(get("/api/developer/profiles/activity-summary/" + query).bearer(token)).body;
  }
  static constexpr const char* past =
      R"({"error":"Monthly API request for '/api/dicom/read/file/' limit exceeded.","quota":2,"requests_used":3})";

 private slots:
  void pastTheQuotaThereIsNoWorkAndTheAnswerIsTheContracts() {
    const ServerHouse house(2);
    const QByteArray token = house.account();
    for (const char* left : {"1", "0"}) {
      const Reply reply = house.ask(good(token));
      QCOMPARE(reply.status, 200);
      QCOMPARE(reply.header("RateLimit-Remaining"), QByteArray(left));
    }
    for (const Asking& asking : {good(token), bad(token), post(route).bearer(token)}) {
      const Reply reply = house.ask(asking);
      QCOMPARE(reply.status, 429);
      QCOMPARE(reply.body, QByteArray(past));
      QCOMPARE(reply.header("Retry-After"), QByteArray::number(27 * 86400 - 12 * 3600));
    }
  }

  void meteredRepliesCarryTheLimits() {
    const ServerHouse house(2);
    const QByteArray token = house.account();
    const Reply reply = house.ask(good(token));
    const QByteArray reset = QByteArray::number(27 * 86400 - 12 * 3600);
    QCOMPARE(reply.header("RateLimit-Limit"), QByteArray("2"));
    QCOMPARE(reply.header("RateLimit-Reset"), reset);
    QCOMPARE(reply.header("RateLimit-Policy"), QByteArray("\"monthly\";q=2;w=2678400"));
    QCOMPARE(reply.header("RateLimit"), "\"monthly\";r=1;t=" + reset);
    QCOMPARE(reply.header("Cache-Control"), QByteArray("no-store"));
    const Reply refused = house.ask(bad(token));
    QCOMPARE(refused.status, 400);
    QCOMPARE(refused.header("RateLimit-Remaining"), QByteArray("1"));
  }

  void whatIsRefusedBeforeTheQuotaIsFree() {
    const ServerHouse house(1);
    const QByteArray token = house.account();
    QCOMPARE(house.ask(good(token)).status, 200);
    QCOMPARE(house.ask(post(route).file("a.dcm", sample())).status, 401);
    QCOMPARE(house.ask(good("x")).status, 401);
    QCOMPARE(house.ask(Asking{"PUT", route}.bearer(token)).status, 405);
    QCOMPARE(house.ask(get(route).bearer(token)).status, 405);
    QCOMPARE(house.ask(post(route).bearer(token).json("{}")).body,
             QByteArray("{\"detail\":\"Unsupported media type \\\"application/json\\\" in request.\"}"));
    QCOMPARE(house.ask(Asking{"OPTIONS", route}.bearer(token)).status, 204);
    QCOMPARE(house.ask(good(token)).status, 429);
  }

  void anErrorGivesItsPlaceBack() {
    const ServerHouse house(1);
    const QByteArray token = house.account();
    for (int i = 0; i < 5; ++i) QCOMPARE(house.ask(bad(token)).status, 400);
    QCOMPARE(house.ask(good(token)).status, 200);
    QCOMPARE(house.ask(bad(token)).status, 429);
  }

  void aTokenAndAKeyShareTheCountAndAPathWithoutSlashToo() {
    const ServerHouse house(3);
    const QByteArray token = house.developer();
    const QByteArray key = house.newKey(token).text("key");
    QCOMPARE(house.ask(good(token)).status, 200);
    QCOMPARE(house.ask(post(route).key(key).file("a.dcm", sample())).status, 200);
    QCOMPARE(house.ask(post("/api/dicom/read/file").key(key).file("a.dcm", sample())).status, 200);
    QCOMPARE(house.ask(good(token)).status, 429);
  }

  void ofFortyAtOnceExactlyAsManyPassAsThereArePlaces() {
    ServerHouse house(25);
    const QByteArray token = house.developer();
    QThreadPool pool;
    pool.setMaxThreadCount(40);
    std::atomic<int> passed = 0, past_ = 0, other = 0;
    for (int i = 0; i < 40; ++i)
      pool.start([&] {
        const int status = house.ask(good(token)).status;
        ++(status == 200 ? passed : status == 429 ? past_ : other);
      });
    pool.waitForDone();
    QCOMPARE(other.load(), 0);
    QCOMPARE(passed.load(), 25);
    QCOMPARE(past_.load(), 15);
    QCOMPARE(summary(house, token),
             QByteArray(R"({"daily_activity":[{"day":"2026-01-05","count":25}],"monthly_total":25})"));
  }

  void theCountOutlivesTheServerAndTheMonthEndsIt() {
    ServerHouse house(1);
    const QByteArray token = house.account();
    QCOMPARE(house.ask(good(token)).status, 200);
    house.restart();
    QCOMPARE(house.ask(good(token)).status, 429);
    house.time += 27LL * 86400 * 1000;
    QCOMPARE(house.ask(good(house.logIn("ann@example.org", "correct horse").text("access"))).status, 200);
  }

  void theSummaryCountsWhatSucceededByDay() {
    ServerHouse house;
    QByteArray token = house.developer();
    QCOMPARE(summary(house, token), QByteArray(R"({"daily_activity":[],"monthly_total":0})"));
    house.ask(good(token));
    house.ask(good(token));
    house.ask(bad(token));
    house.time += 86400 * 1000;
    token = house.logIn("ann@example.org", "correct horse").text("access");
    house.ask(post("/api/dicom/render/").bearer(token).file("a.dcm", sample()));
    const QByteArray january =
        R"({"daily_activity":[{"day":"2026-01-05","count":2},{"day":"2026-01-06","count":1}],"monthly_total":3})";
    QCOMPARE(summary(house, token), january);
    house.time += 30LL * 86400 * 1000;
    token = house.logIn("ann@example.org", "correct horse").text("access");
    const QByteArray none = R"({"daily_activity":[],"monthly_total":0})";
    QCOMPARE(summary(house, token), none);
    QCOMPARE(summary(house, token, "?timestamp__month=1"), january);
    QCOMPARE(summary(house, token, "?timestamp__year=2026&timestamp__month=1"), january);
    QCOMPARE(summary(house, token, "?timestamp__year=2025&timestamp__month=1"), none);
    QCOMPARE(summary(house, token, "?timestamp__month=13"), none);
    QCOMPARE(summary(house, token, "?timestamp__year=2147483647"), none);
    QCOMPARE(summary(house, token, "?timestamp__month=x&timestamp__year="),
             QByteArray(R"({"timestamp__month":["Enter a number."]})"));
  }

  void anothersCallsAreNotInTheSummary() {
    const ServerHouse house;
    const QByteArray ann = house.developer("ann@example.org"), bob = house.developer("bob@example.org");
    house.ask(good(ann));
    QCOMPARE(summary(house, bob), QByteArray(R"({"daily_activity":[],"monthly_total":0})"));
  }
};

DICOMAESTRO_TEST(MeteringTest)
#include "metering_test.moc"
