// SPDX-License-Identifier: MIT
#include "server/routes/information.h"
#include "core/dictionary/dictionary.h"
#include "tests/server/serverhouse.h"
#include "tests/support/testmain.h"

using tests::get;
using tests::Reply;
using tests::ServerHouse;

class InformationTest : public QObject {
  Q_OBJECT

  static constexpr const char* fields = "/api/dicom-format/allowed-fields/";

  static QStringList allowed(const ServerHouse& house, const QByteArray& query) {
    const Reply reply = house.ask(get(fields + query));
    QStringList names;
    for (const QJsonValue& name : reply.json()[QLatin1String("allowedFields")].toArray())
      names << name.toString();
    return names;
  }

 private slots:
  void allKeywordsAreListedInOrder() {
    const ServerHouse house;
    const Reply reply = house.ask(get(fields));
    QCOMPARE(reply.status, 200);
    QVERIFY(reply.body.startsWith("{\"allowedFields\":[\""));
    const QByteArray version(core::dicomVersion().data(),
                             static_cast<qsizetype>(core::dicomVersion().size()));
    const QByteArray end = "],\"dicomVersion\":\"" + version + "\"}";
    QVERIFY(reply.body.endsWith(end));
    const QStringList names = allowed(house, {});
    QVERIFY(names.size() > 4000 && names.contains(QStringLiteral("PatientName")));
    QVERIFY(!names.contains(QString()));
    QVERIFY(std::is_sorted(names.begin(), names.end()));
  }

  void filtersAreJoined_data() {
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QByteArray>("names");
    QTest::newRow("regex from the start")
        << QByteArray("?fields__regex=PatientNa") << QByteArray("PatientName");
    QTest::newRow("regex not inside") << QByteArray("?fields__regex=atientName") << QByteArray("");
    QTest::newRow("end anchor") << QByteArray("?fields__regex=Rows%24") << QByteArray("Rows");
    QTest::newRow("alternatives") << QByteArray("?fields__regex=(Rows|Columns)%24")
                                  << QByteArray("Columns Rows");
    QTest::newRow("all") << QByteArray(
                                "?fields__contains=ientBirthD&fields__startswith=Pat&fields__endswith=Date")
                         << QByteArray("PatientBirthDate");
    QTest::newRow("spaces around") << QByteArray("?fields__startswith=+PatientBirthD+&fields__endswith=Date")
                                   << QByteArray("PatientBirthDate");
    QTest::newRow("with case") << QByteArray("?fields__contains=patientname") << QByteArray("");
  }
  void filtersAreJoined() {
    QFETCH(QByteArray, query);
    QFETCH(QByteArray, names);
    const ServerHouse house;
    QCOMPARE(allowed(house, query).join(QLatin1Char(' ')).toUtf8(), names);
  }

  void aBadPatternIsToldWithItsReason() {
    const ServerHouse house;
    for (const char* pattern : {"(", "%5B", "*", "a%7B2000%7D", "(%3F%3D"}) {
      const Reply reply = house.ask(get(QByteArray(fields) + "?fields__regex=" + pattern));
      QCOMPARE(reply.status, 400);
      QVERIFY(reply.body.startsWith("{\"fields__regex\":[\"Invalid regex pattern: "));
    }
    QCOMPARE(house.ask(get(QByteArray(fields) + "?fields__regex=" + QByteArray(1001, 'a'))).status, 400);
  }

  void aPatternMadeToGoBackTakesNoTime() {
    const ServerHouse house;
    QElapsedTimer timer;
    timer.start();
    for (const char* pattern : {"(a*)*b", "(%5BA-Za-z%5D%2B)%2B%24x", "(.*)*(.*)*(.*)*x", "(x%2Bx%2B)%2By"})
      QCOMPARE(house.ask(get(QByteArray(fields) + "?fields__regex=" + pattern)).status, 200);
    QVERIFY2(timer.elapsed() < 3000, qPrintable(QString::number(timer.elapsed())));
  }

  void typesAreNamedAsPythonNamesThem_data() {
    QTest::addColumn<QString>("type");
    const auto row = [](const char* keyword, const char* type) {
      QTest::newRow(keyword) << QStringLiteral("<class '%1'>").arg(QLatin1String(type));
    };
    row("PatientName", "pydicom.valuerep.PersonName");
    row("PatientID", "str");
    row("Rows", "int");
    row("PixelSpacing", "pydicom.valuerep.DSfloat");
    row("InstanceNumber", "pydicom.valuerep.IS");
    row("SOPInstanceUID", "pydicom.uid.UID");
    row("FrameIncrementPointer", "tuple");
    row("RecommendedDisplayFrameRateInFloat", "float");
    row("ReferencedImageSequence", "str");
    row("SmallestImagePixelValue", "str");  // US or SS
    row("EncapsulatedDocument", "bytes");
  }
  void typesAreNamedAsPythonNamesThem() {
    QFETCH(QString, type);
    const ServerHouse house;
    const Reply reply = house.ask(get("/api/dicom-format/required-field-type/"));
    QCOMPARE(reply.status, 200);
    QVERIFY(reply.body.startsWith("{\"requiredFieldTypes\":{\""));
    const QJsonObject types = reply.json()[QLatin1String("requiredFieldTypes")].toObject();
    QCOMPARE(types[QLatin1String(QTest::currentDataTag())].toString(), type);
  }
};

DICOMAESTRO_TEST(InformationTest)
#include "information_test.moc"
