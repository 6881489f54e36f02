// SPDX-License-Identifier: MIT
#include "core/text/pyrepr.h"

#include <limits>

#include "tests/support/testmain.h"

using namespace core;

class PyreprTest : public QObject {
  Q_OBJECT

  static QByteArray real(double value) {
    std::string out;
    pyrepr::appendReal(out, value);
    return QByteArray::fromStdString(out);
  }
  static std::string bytes(std::string_view text) {
    std::string out;
    pyrepr::appendBytes(out, {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()});
    return out;
  }

 private slots:
  void realsAreWrittenAsPythonWritesThem() {
    QCOMPARE(real(3), QByteArray("3.0"));
    QCOMPARE(real(0.1), QByteArray("0.1"));
    QCOMPARE(real(0.1f), QByteArray("0.10000000149011612"));
    QCOMPARE(real(-0.0), QByteArray("-0.0"));
    QCOMPARE(real(0.0001), QByteArray("0.0001"));
    QCOMPARE(real(0.00001), QByteArray("1e-05"));
    QCOMPARE(real(1e15), QByteArray("1000000000000000.0"));
    QCOMPARE(real(1e16), QByteArray("1e+16"));
    QCOMPARE(real(123456.75), QByteArray("123456.75"));
    QCOMPARE(real(1.2345678901234568e+17), QByteArray("1.2345678901234568e+17"));
    QCOMPARE(real(5e-324), QByteArray("5e-324"));
    QCOMPARE(real(std::numeric_limits<double>::max()), QByteArray("1.7976931348623157e+308"));
    QCOMPARE(real(-std::numeric_limits<double>::infinity()), QByteArray("-inf"));
    QCOMPARE(real(std::numeric_limits<double>::quiet_NaN()), QByteArray("nan"));
  }

  void textsAreQuotedAndEscaped() {
    QVERIFY(pyrepr::text("CT") == "'CT'");
    QVERIFY(pyrepr::text("A'B") == "\"A'B\"");
    QVERIFY(pyrepr::text("A'B\"") == "'A\\'B\"'");
    QVERIFY(pyrepr::text("a\\b\t\n\r\x01\x7F") == "'a\\\\b\\t\\n\\r\\x01\\x7f'");
    QVERIFY(pyrepr::text("\xC3\xA9\xC2\xA0\xE2\x80\x8B\xF0\x9F\x98\x80") ==
            "'\xC3\xA9\\xa0\\u200b\xF0\x9F\x98\x80'");
    QVERIFY(pyrepr::text("\xF3\xA0\x80\x81") == "'\\U000e0001'");
    QVERIFY(pyrepr::text("") == "''");
  }

  void bytesAreQuotedAndEscaped() {
    QVERIFY(bytes("") == "b''");
    QVERIFY(bytes(std::string_view("a\0\x80'", 4)) == "b\"a\\x00\\x80'\"");
    QVERIFY(bytes("it's\\ \"x\"\t") == "b'it\\'s\\\\ \"x\"\\t'");
  }

  void bytesAsJsonAreTheSameWithJsonsEscapes() {
    std::string all;
    for (int i = 0; i < 20000; ++i) all += static_cast<char>(i * 7 + i / 256);
    for (const std::string& text : {all, std::string("it's"), std::string("say \"it's\""), std::string()}) {
      const ByteView view{reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
      std::string fused, plain, expected = "\"";
      pyrepr::appendBytesAsJson(fused, view);
      pyrepr::appendBytes(plain, view);
      for (const char c : plain) {
        if (c == '"' || c == '\\') expected += '\\';
        expected += c;
      }
      QVERIFY(fused == expected + "\"");
    }
  }

  void numbersAreReadByPythonsGrammar() {
    double value = 0;
    QVERIFY(pyrepr::parseReal(" +1_0.5e1 ", value) && value == 105);
    QVERIFY(pyrepr::parseReal("-Infinity", value) && std::isinf(value) && value < 0);
    QVERIFY(pyrepr::parseReal("NaN", value) && std::isnan(value));
    QVERIFY(pyrepr::parseReal("1e999", value) && std::isinf(value));
    QVERIFY(pyrepr::parseReal("1e-999", value) && value == 0);
    QVERIFY(pyrepr::parseReal(".5", value) && value == 0.5);
    for (const char* text : {"", "1,5", "1__0", "_1", "1_", "0x10", "1e", "--1", "+-1", "e5", ".", "infinit"})
      QVERIFY(!pyrepr::parseReal(text, value));
    QVERIFY(pyrepr::isInteger(" -0_07 ") && pyrepr::normalisedInteger(" -0_07 ") == "-7");
    QVERIFY(pyrepr::normalisedInteger("-0") == "0");
    QVERIFY(!pyrepr::isInteger("1.0") && !pyrepr::isInteger("") && !pyrepr::isInteger("+"));
  }
};

DICOMAESTRO_TEST(PyreprTest)
#include "pyrepr_test.moc"
