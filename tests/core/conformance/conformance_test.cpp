// SPDX-License-Identifier: MIT
#include <QFile>
#include <QRegularExpression>

#include "core/conformance/statement.h"
#include "core/conformance/storageclasses.h"
#include "core/text/charset.h"
#include "tests/support/shared.h"
#include "tests/support/testmain.h"

class ConformanceTest : public QObject {
  Q_OBJECT

  static QString contents(const char* path) {
    QFile file(tests::sourceFolder() + QLatin1Char('/') + QLatin1String(path));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
  }

 private slots:
  void theStatementInDocsIsThatOfTheTables() {
    // Made anew by: dicomaestro-cli conformance >docs/CONFORMANCE.md
    const QStringList wanted = QString::fromStdString(core::conformanceStatement()).split(QLatin1Char('\n'));
    const QStringList there = contents("docs/CONFORMANCE.md").split(QLatin1Char('\n'));
    for (qsizetype i = 0; i < std::min(there.size(), wanted.size()); ++i) QCOMPARE(there[i], wanted[i]);
    QCOMPARE(there.size(), wanted.size());
  }

  void everyLimitIsStated() {
    static const QRegularExpression constant(QStringLiteral(R"(constexpr [\w:]+ (\w+) =)"));
    const QString source = contents("core/conformance/statement.cpp");
    int count = 0;
    for (auto match = constant.globalMatch(contents("core/base/limits.h")); match.hasNext(); ++count) {
      const QString name = QStringLiteral("limits::") + match.next().captured(1);
      QVERIFY2(source.contains(name), qPrintable(name));
    }
    QVERIFY(count > 10);
  }

  void everyTermOfTheStandardIsUnderstood() {
    // PS3.3 C.12-2 to C.12-5.
    QStringList missing = {QStringLiteral("ISO_IR 192"), QStringLiteral("GB18030"), QStringLiteral("GBK")};
    for (const int number : {100, 101, 109, 110, 144, 127, 126, 138, 148, 13, 166})
      missing << QStringLiteral("ISO_IR %1").arg(number);
    for (const int number : {6, 100, 101, 109, 110, 144, 127, 126, 138, 148, 13, 166, 87, 159, 149, 58})
      missing << QStringLiteral("ISO 2022 IR %1").arg(number);
    for (const core::CharacterSetTerm& row : core::characterSetTerms())
      if (row.isDefined) QVERIFY(missing.removeAll(QString::fromStdString(row.term)) == 1);
    QCOMPARE(missing, QStringList());
  }

  void storageClassesAreToldByWhatTheyHold_data() {
    QTest::addColumn<QString>("uid");
    QTest::addColumn<bool>("isImage");
    QTest::newRow("CT") << QStringLiteral("1.2.840.10008.5.1.4.1.1.2") << true;
    QTest::newRow("secondary capture") << QStringLiteral("1.2.840.10008.5.1.4.1.1.7") << true;
    QTest::newRow("whole slide") << QStringLiteral("1.2.840.10008.5.1.4.1.1.77.1.6") << true;
    QTest::newRow("segmentation") << QStringLiteral("1.2.840.10008.5.1.4.1.1.66.4") << true;
    QTest::newRow("dose") << QStringLiteral("1.2.840.10008.5.1.4.1.1.481.2") << true;
    QTest::newRow("surface segmentation") << QStringLiteral("1.2.840.10008.5.1.4.1.1.66.5") << false;
    QTest::newRow("structures") << QStringLiteral("1.2.840.10008.5.1.4.1.1.481.3") << false;
    QTest::newRow("basic text report") << QStringLiteral("1.2.840.10008.5.1.4.1.1.88.11") << false;
    QTest::newRow("encapsulated PDF") << QStringLiteral("1.2.840.10008.5.1.4.1.1.104.1") << false;
  }
  void storageClassesAreToldByWhatTheyHold() {
    QFETCH(QString, uid);
    QFETCH(bool, isImage);
    const auto classes = core::storageClasses();
    const auto at = std::find_if(classes.begin(), classes.end(), [&uid](const core::StorageClass& row) {
      return uid == QLatin1String(row.uid->value.data(), static_cast<qsizetype>(row.uid->value.size()));
    });
    QVERIFY(at != classes.end());
    QCOMPARE(at->kind == core::StorageKind::Image, isImage);
  }
};

DICOMAESTRO_TEST(ConformanceTest)
#include "conformance_test.moc"
