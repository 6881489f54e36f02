// SPDX-License-Identifier: MIT
#include "core/write/valuerules.h"

#include "tests/support/testmain.h"

using namespace core;

class ValueRulesTest : public QObject {
  Q_OBJECT

 private slots:
  void knowsWhatAVrAllows_data() {
    QTest::addColumn<QString>("vr");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("allowed");
    const auto row = [](const char* vr, const QString& text, bool allowed) {
      const QString name = QLatin1String(vr) + QLatin1String(" ") + text.left(20);
      QTest::newRow(qPrintable(name)) << QString::fromLatin1(vr) << text << allowed;
    };
    const auto all = [&row](const char* vr, const QStringList& good, const QStringList& bad) {
      for (const QString& text : good) row(vr, text, true);
      for (const QString& text : bad) row(vr, text, false);
    };
    const QString long64 = QString(64, u'Ż');
    all("AE", {QStringLiteral("STORE_SCP"), QString()},
        {QStringLiteral("A23456789B1234567"), QStringLiteral("é"), QStringLiteral("  ")});
    all("AS", {QStringLiteral("030Y"), QStringLiteral("001D")},
        {QStringLiteral("30Y"), QStringLiteral("030y"), QStringLiteral("0300Y")});
    all("CS", {QStringLiteral("MR"), QStringLiteral("ORIGINAL\\PRIMARY"), QStringLiteral("ISO_IR 192")},
        {QStringLiteral("mr"), QStringLiteral("A-B"), QStringLiteral("A2345678901234567")});
    all("DA", {QStringLiteral("20240229"), QStringLiteral("19000101\\20000229")},
        {QStringLiteral("20230229"), QStringLiteral("2024-02-29"), QStringLiteral("20241301"),
         QStringLiteral("20240100"), QStringLiteral("202401")});
    all("DS",
        {QStringLiteral("1.5"), QStringLiteral("-1e-3"), QStringLiteral("1\\2\\3"), QStringLiteral(" 5 ")},
        {QStringLiteral("1,5"), QStringLiteral("nan"), QStringLiteral("inf"), QStringLiteral("0x10"),
         QStringLiteral("1.23456789012345678"), QStringLiteral("one")});
    all("DT",
        {QStringLiteral("2024"), QStringLiteral("202402"), QStringLiteral("20240229101112.123456+0100"),
         QStringLiteral("2024022910")},
        {QStringLiteral("20240229+2000"), QStringLiteral("20240230"), QStringLiteral("202413"),
         QStringLiteral("2024022924"), QStringLiteral("20240229-0000")});
    all("IS", {QStringLiteral("-2147483648"), QStringLiteral("+7"), QStringLiteral("1\\2")},
        {QStringLiteral("2147483648"), QStringLiteral("1.5"), QStringLiteral("1e3"),
         QStringLiteral("seven")});
    all("LO", {long64, QStringLiteral("a\\b")},
        {long64 + QLatin1Char('x'), QStringLiteral("a\nb"), QStringLiteral("a\tb")});
    all("SH", {QString(16, u'é')}, {QString(17, u'e')});
    all("PN", {QStringLiteral("A^B^C^D^E=I=P"), long64 + QLatin1Char('=') + long64},
        {QStringLiteral("A^B^C^D^E^F"), QStringLiteral("A=B=C=D"), long64 + QLatin1Char('x')});
    all("TM",
        {QStringLiteral("10"), QStringLiteral("1011"), QStringLiteral("235960"), QStringLiteral("101112.1")},
        {QStringLiteral("24"), QStringLiteral("1060"), QStringLiteral("10:11"), QStringLiteral("101"),
         QStringLiteral("1011.5"), QStringLiteral("101112.1234567")});
    all("UI", {QStringLiteral("1.2.840.10008.1.1")}, {QStringLiteral("1.02"), QStringLiteral("abc")});
    all("UR", {QStringLiteral("https://example.org/a?b=c#d")},
        {QStringLiteral(" https://a"), QStringLiteral("a b"), QStringLiteral("a\\b")});
    all("ST", {QStringLiteral("line\r\nline\\x")}, {QString(1025, u'x'), QStringLiteral("a\x1b(B")});
    all("LT", {QString(10240, u'x')}, {QString(10241, u'x')});
    all("UT", {QString(70000, u'x')}, {QStringLiteral("a") + QChar(0x7F)});
    all("US", {}, {QStringLiteral("1")});
  }
  void knowsWhatAVrAllows() {
    QFETCH(QString, vr);
    QFETCH(QString, text);
    QFETCH(bool, allowed);
    const Status status = checkText(vrFrom(vr[0].toLatin1(), vr[1].toLatin1()), text.toStdString());
    QCOMPARE(status.ok(), allowed);
    if (!allowed) QVERIFY(!status.error().detail.empty());
  }

  void refusesBytesThatAreNoUtf8() { QVERIFY(!checkText(Vr::LO, "a\xFF")); }

  void namesWhatIsWrong() {
    QVERIFY(checkText(Vr::SH, "12345678901234567").error().detail == "is longer than 16 characters");
    QVERIFY(checkText(Vr::DA, "20230229").error().detail == "is not a date (YYYYMMDD)");
  }
};

DICOMAESTRO_TEST(ValueRulesTest)
#include "valuerules_test.moc"
