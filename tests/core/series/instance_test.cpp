// SPDX-License-Identifier: MIT
#include "core/series/instance.h"

#include "core/parse/tags.h"
#include "tests/support/dicombuilder.h"
#include "tests/support/testmain.h"

class InstanceTest : public QObject {
  Q_OBJECT

 private slots:
  void namesAreReadInTheCharacterSetOfTheFile() {
    const core::DicomFile file = tests::DicomBuilder()
                                     .text(core::tags::SpecificCharacterSet, core::Vr::CS, "ISO_IR 144")
                                     .identity()
                                     .text(core::tags::PatientName, core::Vr::PN, "\xb8\xd2\xd0\xdd")  // Иван
                                     .parsed();
    const auto instance = core::instanceOf(file, {});
    QVERIFY(instance);
    QCOMPARE(QString::fromStdString(instance->patientName), QStringLiteral("Иван"));
  }

  void aTextWithoutACharacterSetLosesNothing() {
    const core::DicomFile file =
        tests::DicomBuilder().identity().text(core::tags::PatientName, core::Vr::PN, "J\xfcrgen").parsed();
    QCOMPARE(QString::fromStdString(core::instanceOf(file, {})->patientName), QStringLiteral("Jürgen"));
  }
};

DICOMAESTRO_TEST(InstanceTest)
#include "instance_test.moc"
