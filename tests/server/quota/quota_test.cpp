// SPDX-License-Identifier: MIT
#include "server/quota/quota.h"

#include "tests/server/serviceshouse.h"
#include "tests/support/testmain.h"

using namespace server;
using tests::ServicesHouse;

class QuotaTest : public QObject {
  Q_OBJECT

  static constexpr const char* route = "/x/";

  static std::optional<Quota::Place> take(ServicesHouse& house, qint64 account = 1,
                                          const char* path = route) {
    auto taken = house->quota.take(account, path);
    if (!taken || !std::holds_alternative<Quota::Place>(*taken)) return std::nullopt;
    return std::get<Quota::Place>(std::move(*taken));
  }
  static void addAccounts(ServicesHouse& house) {
    for (const QString& email : {QStringLiteral("a@example.org"), QStringLiteral("b@example.org")})
      (void)house->accounts.add({{QStringLiteral("email"), email},
                                 {QStringLiteral("first_name"), QStringLiteral("A")},
                                 {QStringLiteral("last_name"), QStringLiteral("B")},
                                 {QStringLiteral("password"), QStringLiteral("12345678")}});
  }
  static int used(ServicesHouse& house, qint64 account = 1, const char* path = route) {
    return house->quota.look(account, path)->used;
  }

 private slots:
  void placesUnderWayCount() {
    ServicesHouse house(2);
    const auto first = take(house), second = take(house);
    QVERIFY(first && second);
    QVERIFY(!take(house));
    QCOMPARE(used(house), 2);
    QCOMPARE(first->count().remaining(), 0);
  }

  void aPlaceThatEndsIsGivenBackOnce() {
    ServicesHouse house(1);
    {
      auto place = take(house);
      place->giveBack();
      place->giveBack();
    }
    QCOMPARE(used(house), 0);
    QVERIFY(take(house));
    QCOMPARE(used(house), 0);
  }

  void aPlaceThatIsKeptStays() {
    ServicesHouse house(1);
    addAccounts(house);
    {
      auto place = take(house);
      QVERIFY(place->keep());
    }
    QVERIFY(!take(house));
    QCOMPARE(house->calls.count(1, route, QDate(2026, 1, 1), QDate(2026, 1, 31)).value(), 1);
  }

  void accountsAndRoutesCountApart() {
    ServicesHouse house(1);
    addAccounts(house);
    const auto place = take(house, 1, "/x/");
    QVERIFY(place);
    QVERIFY(take(house, 1, "/y/"));
    QVERIFY(take(house, 2, "/x/"));
    QVERIFY(!take(house, 1, "/x/"));
  }

  void theMonthTurnsAtMidnightUtc() {
    ServicesHouse house(1);
    addAccounts(house);
    house.time = QDateTime(QDate(2026, 1, 31), QTime(23, 59, 59), Qt::UTC).toMSecsSinceEpoch();
    auto old = take(house);
    QCOMPARE(house->quota.look(1, route)->reset, 1);
    QCOMPARE(house->quota.look(1, route)->window, 31 * 86400);
    house.time += 1000;
    QVERIFY(take(house));
    QCOMPARE(house->quota.look(1, route)->reset, 28 * 86400);
    QVERIFY(old->keep());  // it belongs to the month in which it was taken
    QCOMPARE(used(house), 0);
    QCOMPARE(house->calls.count(1, route, QDate(2026, 1, 31), QDate(2026, 1, 31)).value(), 1);
  }

  void aQuotaOfNothingAdmitsNothing() {
    ServicesHouse house(0);
    QVERIFY(!take(house));
  }
};

DICOMAESTRO_TEST(QuotaTest)
#include "quota_test.moc"
