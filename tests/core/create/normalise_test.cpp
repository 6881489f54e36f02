// SPDX-License-Identifier: MIT
#include "core/create/normalise.h"

#include "tests/support/testmain.h"

using namespace core;

class NormaliseTest : public QObject {
  Q_OBJECT

  using Normaliser = std::optional<std::string> (*)(std::string_view);
  static void compare(Normaliser normalise, const std::vector<std::pair<std::string, std::string>>& pairs) {
    for (const auto& [text, wanted] : pairs) {
      const std::string found = normalise(text).value_or("refused");
      QVERIFY2(found == wanted, (text + " gave " + found).c_str());
    }
  }

 private slots:
  void datesBecomeDaOrAreRefused() {
    compare(normalisedDate, {{"20240229", "20240229"},
                             {"2024-02-29", "20240229"},
                             {"2024/02/29", "20240229"},
                             {"2024.02.29", "20240229"},
                             {"2023-02-29", "refused"},
                             {"29.02.2024", "refused"},
                             {"02/29/2024", "refused"},
                             {"2024-2-9", "refused"},
                             {"2024-02/29", "refused"},
                             {"", "refused"},
                             {"today", "refused"}});
  }

  void timesBecomeTmOrAreRefused() {
    compare(normalisedTime, {{"101112", "101112"},
                             {"10:11:12", "101112"},
                             {"10:11", "1011"},
                             {"10:11:12.123456", "101112.123456"},
                             {"101112.5", "101112.5"},
                             {"24:00", "refused"},
                             {"10:61", "refused"},
                             {"10:11 PM", "refused"},
                             {"1:11", "refused"},
                             {"10:11:12.1234567", "refused"}});
  }

  void datesWithTimesBecomeDtOrAreRefused() {
    compare(normalisedDateTime, {{"20240229101112", "20240229101112"},
                                 {"2024-02-29T10:11:12.5+01:00", "20240229101112.5+0100"},
                                 {"2024-02-29 10:11", "202402291011"},
                                 {"2024-02-29T10:11:12Z", "20240229101112+0000"},
                                 {"2024-02-29", "20240229"},
                                 {"2024-02-30T10:11", "refused"},
                                 {"2024-02-29T10:11+25:00", "refused"},
                                 {"2024-02-29X10:11", "refused"}});
  }

  void numbersFitIntoADecimalString() {
    const auto check = [](double number, const char* wanted) {
      const auto text = decimalText(number);
      QVERIFY2(text == wanted, text.value_or("refused").c_str());
    };
    check(1.75, "1.75");
    check(0, "0");
    check(-3, "-3");
    check(0.1, "0.1");
    check(1e100, "1e+100");
    check(0.1 + 0.2, "0.3");
    check(1.0 / 3, "0.33333333333333");
    QVERIFY(!decimalText(std::numeric_limits<double>::infinity()));
    QVERIFY(!decimalText(std::numeric_limits<double>::quiet_NaN()));
    for (const double number : {1.0 / 3, -1.0 / 3, 1e300 / 3, -1e-300 / 3, 123456789012345678.0, -5e-324}) {
      const std::string text = *decimalText(number);
      QVERIFY2(text.size() <= 16, text.c_str());
      QVERIFY(std::abs(QByteArray::fromStdString(text).toDouble() - number) <= std::abs(number) * 1e-8);
    }
  }

  void decimalTextsStayAsTheyAre() {
    compare(normalisedDecimal, {{"1.50", "1.50"},
                                {"+070", "+070"},
                                {"1e3", "1e3"},
                                {"0.12345678901234567890", "0.12345678901235"},
                                {"1,5", "refused"},
                                {"nan", "refused"},
                                {"inf", "refused"},
                                {"0x10", "refused"},
                                {"", "refused"},
                                {"1.5 mm", "refused"}});
  }

  void wholeNumbersStayAsTheyAre() {
    compare(normalisedInteger, {{"7", "7"},
                                {"-007", "-007"},
                                {"2147483647", "2147483647"},
                                {"2147483648", "refused"},
                                {"1.0", "refused"},
                                {"seven", "refused"}});
  }
};

DICOMAESTRO_TEST(NormaliseTest)
#include "normalise_test.moc"
