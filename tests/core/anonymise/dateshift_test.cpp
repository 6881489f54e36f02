// SPDX-License-Identifier: MIT
#include "core/anonymise/dateshift.h"

#include "core/anonymise/secret.h"
#include "tests/support/testmain.h"

using namespace core::anonymise;

class DateShiftTest : public QObject {
  Q_OBJECT

  static QByteArray text(const std::optional<std::string>& value) {
    return value ? QByteArray::fromStdString(*value) : QByteArray("none");
  }

 private slots:
  void movesDatesBackOverMonthsAndLeapYears() {
    const DateShift shift{1, 0};
    QCOMPARE(text(shiftedDate("20240301", "", shift)), "20240229");
    QCOMPARE(text(shiftedDate("20230301", "", shift)), "20230228");
    QCOMPARE(text(shiftedDate("20240101", "", shift)), "20231231");
    QCOMPARE(text(shiftedDate("2024.01.01", "", shift)), "20231231");
  }

  void aDateGoesOverMidnightWithItsTime() {
    const DateShift shift{10, 600};
    QCOMPARE(text(shiftedDate("20240115", "000500", shift)), "20240104");
    QCOMPARE(text(shiftedTime("000500", shift)), "235500");
    QCOMPARE(text(shiftedDate("20240115", "120000", shift)), "20240105");
    QCOMPARE(text(shiftedDateTime("20240115000500", shift)), "20240104235500");
    QVERIFY(crossesMidnight("000959", shift));
    QVERIFY(!crossesMidnight("001000", shift));
  }

  void keepsTheDigitsOfATime() {
    const DateShift shift{0, 61};
    QCOMPARE(text(shiftedTime("101530.123456", shift)), "101429.123456");
    QCOMPARE(text(shiftedTime("1015", shift)), "1013");
    QCOMPARE(text(shiftedTime("10:15:30", shift)), "101429");
    QCOMPARE(text(shiftedTime("101530.1", shift)), "101429.1");
  }

  void keepsThePrecisionAndTheZoneOfADateTime() {
    const DateShift shift{31, 3600};
    QCOMPARE(text(shiftedDateTime("2024", shift)), "2023");
    QCOMPARE(text(shiftedDateTime("202403", shift)), "202401");
    QCOMPARE(text(shiftedDateTime("20240301", shift)), "20240130");
    QCOMPARE(text(shiftedDateTime("20240301123000.5+0100", shift)), "20240130113000.5+0100");
  }

  void whatIsNoDateGivesNothing() {
    const DateShift shift{1, 1};
    for (const char* date :
         {"", "2024", "20241301", "20240230", "yesterday", "00010101", "20240101-20240201"})
      QCOMPARE(text(shiftedDate(date, "", shift)), "none");
    for (const char* time : {"", "1", "246060", "1015.5", "10153x", "101530.1234567"})
      QCOMPARE(text(shiftedTime(time, shift)), "none");
    for (const char* at : {"", "20", "20240101x", "2024010125", "202"})
      QCOMPARE(text(shiftedDateTime(at, shift)), "none");
  }

  void everyPatientHasAShiftOfADayAtLeast() {
    const auto secret = Secret::of(QByteArray(32, 's'));
    int differences = 0;
    for (int i = 0; i < 1000; ++i) {
      const DateShift shift = secret->dateShift(std::to_string(i));
      QVERIFY(shift.days >= 30 && shift.days < 3'650);
      QVERIFY(shift.seconds >= 60 && shift.seconds < 3'600);
      differences += shift.days != secret->dateShift(std::to_string(i + 1)).days;
    }
    QVERIFY(differences > 950);
  }
};

DICOMAESTRO_TEST(DateShiftTest)
#include "dateshift_test.moc"
