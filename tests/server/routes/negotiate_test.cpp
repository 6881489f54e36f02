// SPDX-License-Identifier: MIT
#include "server/routes/negotiate.h"

#include "server/routes/textfield.h"
#include "tests/support/testmain.h"

using namespace server;

class NegotiateTest : public QObject {
  Q_OBJECT

 private slots:
  void theBestTypeIsThatOfTheGreatestWeight_data() {
    QTest::addColumn<QByteArray>("accept");
    QTest::addColumn<QByteArray>("type");
    QTest::newRow("absent") << QByteArray() << QByteArray("image/png");
    QTest::newRow("any") << QByteArray("*/*") << QByteArray("image/png");
    QTest::newRow("exact") << QByteArray("image/gif") << QByteArray("image/gif");
    QTest::newRow("weights") << QByteArray("image/png;q=0.5, image/gif;q=0.9") << QByteArray("image/gif");
    QTest::newRow("exact beats range") << QByteArray("image/*, image/png;q=0.1") << QByteArray("image/gif");
    QTest::newRow("excluded") << QByteArray("image/png;q=0, */*") << QByteArray("image/gif");
    QTest::newRow("none") << QByteArray("text/html") << QByteArray();
    QTest::newRow("broken weight") << QByteArray("image/png;q=x") << QByteArray();
    QTest::newRow("nonsense") << QByteArray(",;,/,q=1") << QByteArray();
  }
  void theBestTypeIsThatOfTheGreatestWeight() {
    QFETCH(QByteArray, accept);
    QFETCH(QByteArray, type);
    QCOMPARE(preferredType(accept, {"image/png", "image/gif"}), type);
  }

  void addressesAreToldFromOthers_data() {
    QTest::addColumn<bool>("isAddress");
    for (const char* good :
         {"a@b.cd", "a.b+c@sub.example.org", "o'neil@example.org", "\"a b\"@example.org", "a@localhost",
          "a@[127.0.0.1]", "a@[IPv6:::1]", "a@\xC5\x82o\xC5\x9B.pl", "a@xn--o-hfa.pl", "a@example.museum"})
      QTest::newRow(good) << true;
    for (const char* bad :
         {"",         "a",        "@b.cd",     "a@",        "a@b",      "a@b.c",   "a@@b.cd",
          "a b@c.de", ".a@b.cd",  "a.@b.cd",   "a..b@c.de", "a@-b.cd",  "a@b-.cd", "a@b..cd",
          "a@.cd",    "\"a@b.cd", "a@[1.2.3]", "a@[x]",     "a@b.cd\n", "a@b_c.de"})
      QTest::newRow(bad) << false;
  }
  void addressesAreToldFromOthers() {
    QFETCH(bool, isAddress);
    QCOMPARE(isEmailAddress(QString::fromUtf8(QTest::currentDataTag())), isAddress);
  }
};

DICOMAESTRO_TEST(NegotiateTest)
#include "negotiate_test.moc"
