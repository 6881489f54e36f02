// SPDX-License-Identifier: MIT
#include "tests/server/serverhouse.h"
#include "tests/support/testmain.h"

using tests::Reply;
using tests::ServerHouse;

class ThrottleTest : public QObject {
  Q_OBJECT

  static void fail(const ServerHouse& house, const QByteArray& email, int times = 5) {
    for (int i = 0; i < times; ++i) QCOMPARE(house.logIn(email, "wrong").status, 401);
  }

 private slots:
  void afterFiveFailuresTheRightPasswordWaitsToo() {
    ServerHouse house;
    house.account("ann@example.org");
    fail(house, "ann@example.org");
    const Reply reply = house.logIn("ANN@example.org", "correct horse");
    QCOMPARE(reply.status, 429);
    QCOMPARE(reply.body,
             QByteArray(R"({"detail":"Request was throttled. Expected available in 5 seconds."})"));
    QCOMPARE(reply.header("Retry-After"), QByteArray("5"));
    house.time += 5000;
    QCOMPARE(house.logIn("ann@example.org", "correct horse").status, 200);
    fail(house, "ann@example.org");
  }

  void theDelayGrowsToItsCap() {
    ServerHouse house;
    fail(house, "nobody@example.org");
    for (int wait : {5, 10, 20, 40, 80, 160, 320, 640, 900, 900}) {
      QCOMPARE(house.logIn("nobody@example.org", "wrong").header("Retry-After"), QByteArray::number(wait));
      house.time += wait * 1000;
      fail(house, "nobody@example.org", 1);
    }
    house.time += 24 * 3600 * 1000 + 1;
    fail(house, "nobody@example.org");
    QCOMPARE(house.logIn("nobody@example.org", "wrong").header("Retry-After"), QByteArray("5"));
  }

  void attemptsDuringTheDelayDoNotLengthenIt() {
    ServerHouse house;
    fail(house, "ann@example.org");
    for (int i = 0; i < 10; ++i) QCOMPARE(house.logIn("ann@example.org", "wrong").status, 429);
    house.time += 3000;
    QCOMPARE(house.logIn("ann@example.org", "wrong").header("Retry-After"), QByteArray("2"));
  }

  void otherAccountsAreNotTouched() {
    const ServerHouse house;
    house.account("ann@example.org");
    fail(house, "bob@example.org");
    QCOMPARE(house.logIn("bob@example.org", "wrong").status, 429);
    QCOMPARE(house.logIn("ann@example.org", "correct horse").status, 200);
  }

  void itOutlivesTheServer() {
    ServerHouse house;
    house.account("ann@example.org");
    fail(house, "ann@example.org", 4);
    house.restart();
    fail(house, "ann@example.org", 1);
    house.restart();
    QCOMPARE(house.logIn("ann@example.org", "correct horse").status, 429);
  }

  void parallelGuessesAreCountedOneByOne() {
    ServerHouse house;
    house.account("ann@example.org");
    QThreadPool pool;
    pool.setMaxThreadCount(20);
    std::atomic<int> refused = 0, throttled = 0;
    for (int i = 0; i < 20; ++i)
      pool.start([&] {
        const int status = house.logIn("ann@example.org", "wrong").status;
        ++(status == 429 ? throttled : refused);
      });
    pool.waitForDone();
    QCOMPARE(refused.load(), 5);
    QCOMPARE(throttled.load(), 15);
  }

  void anUnknownAddressTakesAsLongAsAWrongPassword() {
    ServerHouse house;
    house.account("ann@example.org");
    const auto fastest = [&](const QByteArray& domain) {
      qint64 best = std::numeric_limits<qint64>::max();
      for (int i = 0; i < 5; ++i) {
        QElapsedTimer timer;
        timer.start();
        house.logIn(domain, "wrong");
        best = std::min(best, timer.nsecsElapsed());
      }
      return best / 1e6;
    };
    const double known = fastest("ann@example.org"), unknown = fastest("bob@example.org");
    QVERIFY2(unknown > 0.6 * known && unknown < 1.6 * known,
             qPrintable(QStringLiteral("known %1 ms, unknown %2 ms").arg(known).arg(unknown)));
  }
};

DICOMAESTRO_TEST(ThrottleTest)
#include "throttle_test.moc"
