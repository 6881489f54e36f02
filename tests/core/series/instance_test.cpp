// SPDX-License-Identifier: MIT
#include "core/series/instance.h"

#include "core/parse/tags.h"
#include "tests/support/dicombuilder.h"
#include "tests/support/testmain.h"

class InstanceTest : public QObject {
  Q_OBJECT

  static std::optional<double> bValue(const tests::DicomBuilder& builder) {
    return core::instanceOf(builder.parsed(), {})->bValue;
  }

 private slots:
  void theDiffusionWeightingIsReadFromThePrivateBlocksOfTheMakers() {
    using core::Vr;
    const auto ge = tests::DicomBuilder()
                        .identity("2.25.1", "2.25.2", "2.25.3", "MR")
                        .text({0x0043, 0x0010}, Vr::LO, "GEMS_PARM_01")
                        .text({0x0043, 0x1039}, Vr::IS, "1000000800\\8\\0\\0");
    QCOMPARE(bValue(ge), 800.0);
    const auto siemens = tests::DicomBuilder()
                             .identity("2.25.1", "2.25.2", "2.25.3", "MR")
                             .text({0x0019, 0x0011}, Vr::LO, "SIEMENS MR HEADER")
                             .text({0x0019, 0x110C}, Vr::UN, "1500");
    QCOMPARE(bValue(siemens), 1500.0);
    const auto philips = tests::DicomBuilder()
                             .identity("2.25.1", "2.25.2", "2.25.3", "MR")
                             .text({0x2001, 0x0010}, Vr::LO, "Philips Imaging DD 001")
                             .fl({0x2001, 0x1003}, {50});
    QCOMPARE(bValue(philips), 50.0);
    const auto unknownVr = tests::DicomBuilder()
                               .identity("2.25.1", "2.25.2", "2.25.3", "MR")
                               .text({0x2001, 0x0010}, Vr::LO, "Philips Imaging DD 001")
                               .bytes({0x2001, 0x1003}, Vr::UN, {0x00, 0x00, 0x7A, 0x44});
    QCOMPARE(bValue(unknownVr), 1000.0);
  }

  void theStandardsWeightingGoesBeforeAPrivateOneAndAnotherMakersBlockIsNotRead() {
    using core::Vr;
    const auto both = tests::DicomBuilder()
                          .identity("2.25.1", "2.25.2", "2.25.3", "MR")
                          .fd(core::tags::DiffusionBValue, {700})
                          .text({0x0043, 0x0010}, Vr::LO, "GEMS_PARM_01")
                          .text({0x0043, 0x1039}, Vr::IS, "800");
    QCOMPARE(bValue(both), 700.0);
    const auto foreign = tests::DicomBuilder()
                             .identity("2.25.1", "2.25.2", "2.25.3", "MR")
                             .text({0x0043, 0x0010}, Vr::LO, "SOMEBODY ELSE")
                             .text({0x0043, 0x1039}, Vr::IS, "800");
    QVERIFY(!bValue(foreign));
  }

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
