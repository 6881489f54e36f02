// SPDX-License-Identifier: MIT
#include "app/paint/cornertexts.h"

#include "core/parse/tags.h"
#include "tests/support/dicombuilder.h"
#include "tests/support/testmain.h"

using core::Vr;
namespace tags = core::tags;

class CornerTextsTest : public QObject {
  Q_OBJECT

  static core::Stack stackOf(core::Instance instance) {
    core::Stack stack;
    stack.instances = {std::move(instance)};
    return stack;
  }
  static core::Instance person() {
    core::Instance instance;
    instance.patientName = "Doe^Jane^^Dr";
    instance.patientId = "ID-4711";
    instance.patientBirthDate = "19700102";
    instance.institution = "Hospital of Somewhere";
    instance.accessionNumber = "ACC-99";
    instance.studyId = "ST-1";
    instance.studyDescription = "Abdomen";
    instance.studyDate = "20260102";
    instance.studyTime = "101530.5";
    instance.modality = "CT";
    return instance;
  }
  static QString all(const app::CornerTexts& texts) {
    return (texts.topLeft + texts.topRight + texts.bottomLeft + texts.bottomRight + texts.warnings)
        .join(QLatin1Char('|'));
  }
  static QStringList warnings(const tests::DicomBuilder& builder, const core::Instance& instance = person(),
                              bool hidesPatient = false) {
    const core::DicomFile file = builder.parsed();
    return app::cornerTexts(stackOf(instance), &file.dataSet(), {}, hidesPatient).warnings;
  }

 private slots:
  void thePatientStandsTopLeftAndTheStudyTopRight() {
    const app::CornerTexts texts = app::cornerTexts(stackOf(person()), nullptr, {}, false);
    QVERIFY(texts.topLeft.front().startsWith(QStringLiteral("Doe, ")));
    QVERIFY(texts.topLeft.contains(QStringLiteral("ID-4711")));
    QVERIFY(texts.topLeft.contains(QStringLiteral("1970-01-02")));
    QVERIFY(texts.topRight.contains(QStringLiteral("2026-01-02 10:15")));
    QVERIFY(texts.topRight.contains(QStringLiteral("Hospital of Somewhere")));
  }

  void hidingThePatientHidesAllThatNamesSomebody() {
    const QString texts = all(app::cornerTexts(stackOf(person()), nullptr, {}, true));
    for (const char* secret : {"Doe", "Jane", "4711", "1970", "Somewhere", "ACC-99", "ST-1"})
      QVERIFY2(!texts.contains(QLatin1String(secret)), secret);
    QVERIFY(texts.contains(QStringLiteral("Abdomen")));
  }

  void aPictureThatNamesThePatientIsSaidWhenThePatientIsHidden() {
    const auto burned = tests::DicomBuilder().identity().text(tags::BurnedInAnnotation, Vr::CS, "YES");
    QCOMPARE(warnings(burned, person(), true).size(), 1);
    QCOMPARE(warnings(burned, person(), false).size(), 0);
  }

  void lossyIsSaidByTheFileOrByItsTransferSyntax() {
    const auto plain = tests::DicomBuilder().identity();
    QVERIFY(warnings(plain).isEmpty());
    const auto marked = tests::DicomBuilder()
                            .identity()
                            .text(tags::LossyImageCompression, Vr::CS, "01")
                            .text(tags::LossyImageCompressionRatio, Vr::DS, "12.5");
    QVERIFY(warnings(marked).front().contains(QStringLiteral("12.5:1")));
    core::Instance jpeg = person();
    jpeg.transferSyntax = "1.2.840.10008.1.2.4.50";
    QCOMPARE(warnings(plain, jpeg).size(), 1);
    jpeg.transferSyntax = "1.2.840.10008.1.2.4.70";
    QVERIFY(warnings(plain, jpeg).isEmpty());
  }

  void gapsIrregularStepsAndTiltAreSaid() {
    core::Stack stack = stackOf(person());
    stack.missing = 2;
    stack.shearDegrees = 18.5;
    const QString notices = app::stackNotices(stack).join(QLatin1Char('|'));
    QVERIFY(notices.contains(QLatin1Char('2')) && notices.contains(QStringLiteral("18.5")));
    stack.missing = 0;
    stack.isIrregular = true;
    QCOMPARE(app::stackNotices(stack).size(), 2);
  }

  void theWindowIsWrittenWithItsFunctionAndWithoutNoise() {
    app::LiveTexts live;
    live.window = core::VoiWindow{40.123456, 412.98765, core::VoiFunction::Sigmoid, {}};
    const QStringList lines = app::cornerTexts(stackOf(person()), nullptr, live, false).bottomLeft;
    QVERIFY2(lines.contains(QStringLiteral("W 413.0  L 40.1  SIGMOID")),
             qPrintable(lines.join(QLatin1Char('|'))));
    live.window = core::VoiWindow{0.0123, 0.5, core::VoiFunction::Linear, {}};
    QVERIFY(app::cornerTexts(stackOf(person()), nullptr, live, false)
                .bottomLeft.contains(QStringLiteral("W 0.5  L 0.0123")));
  }

  void whatWasLeftOutOfABrokenFileIsSaid() {
    app::LiveTexts live;
    live.problems = {"a broken VOI LUT is ignored"};
    const QStringList lines = app::cornerTexts(stackOf(person()), nullptr, live, false).warnings;
    QCOMPARE(lines.size(), 1);
    QVERIFY(lines.front().contains(QStringLiteral("a broken VOI LUT is ignored")));
  }
};

DICOMAESTRO_TEST(CornerTextsTest)
#include "cornertexts_test.moc"
