// SPDX-License-Identifier: MIT
#include "server/create/attachment.h"

#include "tests/support/testmain.h"

using namespace server;

class AttachmentTest : public QObject {
  Q_OBJECT

  static QByteArray dispositionOf(const QString& name) {
    return attachment("application/dicom", name, {1, 2}).headers.front().second;
  }

 private slots:
  void namesAreMadeSafe_data() {
    QTest::addColumn<QString>("wanted");
    QTest::addColumn<QString>("safe");
    const auto row = [](const char* name, const QString& wanted, const QString& safe) {
      QTest::newRow(name) << wanted << safe;
    };
    row("plain", QStringLiteral("scan"), QStringLiteral("scan.dcm"));
    row("suffix", QStringLiteral("scan.DCM"), QStringLiteral("scan.dcm"));
    row("path", QStringLiteral("../../etc/passwd"), QStringLiteral("_.._etc_passwd.dcm"));
    row("windows path", QStringLiteral("C:\\x"), QStringLiteral("C__x.dcm"));
    row("header", QStringLiteral("a\r\nSet-Cookie: x=1"), QStringLiteral("a__Set-Cookie_ x=1.dcm"));
    row("quotes", QStringLiteral("a\"; filename=\"b"), QStringLiteral("a__ filename=_b.dcm"));
    row("nothing", QString(), QStringLiteral("instance.dcm"));
    row("points", QStringLiteral(" ... "), QStringLiteral("instance.dcm"));
    row("device", QStringLiteral("con"), QStringLiteral("_con.dcm"));
    row("port", QStringLiteral("lpt1"), QStringLiteral("_lpt1.dcm"));
    row("right to left", QStringLiteral("a\u202Egnp"), QStringLiteral("a_gnp.dcm"));
    row("letters", QStringLiteral("Żółć 山"), QStringLiteral("Żółć 山.dcm"));
    row("long", QString(300, u'x'), QString(200, u'x') + QStringLiteral(".dcm"));
  }
  void namesAreMadeSafe() {
    QFETCH(QString, wanted);
    QFETCH(QString, safe);
    QCOMPARE(safeFileName(wanted, QLatin1String(".dcm")), safe);
  }

  void neverCutsACharacterInTwo() {
    const QString name = safeFileName(QString(199, u'x') + QStringLiteral("😀😀"), QLatin1String(".dcm"));
    QVERIFY(QString::fromUtf8(name.toUtf8()) == name);
  }

  void headersAreAsciiWhateverTheName() {
    QCOMPARE(dispositionOf(QStringLiteral("a.dcm")), QByteArray("attachment; filename=\"a.dcm\""));
    QCOMPARE(dispositionOf(QStringLiteral("Ż.dcm")),
             QByteArray("attachment; filename=\"_.dcm\"; filename*=UTF-8''%C5%BB.dcm"));
  }
};

DICOMAESTRO_TEST(AttachmentTest)
#include "attachment_test.moc"
