// SPDX-License-Identifier: MIT
#include "core/text/display.h"

#include "core/parse/tags.h"
#include "tests/support/dicombuilder.h"
#include "tests/support/testmain.h"

using namespace core;
using tests::DicomBuilder;

class DisplayTextTest : public QObject {
  Q_OBJECT

  static QString shown(const DicomFile& file, Tag tag, std::size_t most = 80) {
    return QString::fromStdString(displayValue(file.dataSet(), *file.dataSet().find(tag), most));
  }

 private slots:
  void textsAreDecodedAndTrimmed() {
    const DicomFile file = DicomBuilder()
                               .text(tags::SpecificCharacterSet, Vr::CS, "ISO_IR 144")
                               .identity()
                               .text(tags::PatientName, Vr::PN, "\xBB^\xEE ")
                               .text(tags::ImageType, Vr::CS, "A \\B")
                               .us(tags::Rows, {5})
                               .parsed();
    QVERIFY(textValue(file.dataSet(), tags::PatientName) == "\xD0\x9B^\xD1\x8E");
    QVERIFY(textValue(file.dataSet(), tags::ImageType) == "A, B");
    QVERIFY(firstTextValue(file.dataSet(), tags::ImageType) == "A");
    QVERIFY(textValue(file.dataSet(), tags::Rows) == "5");
    QVERIFY(textValue(file.dataSet(), tags::PatientID).empty());
    QVERIFY(firstTextValue(file.dataSet(), tags::PatientID).empty());
  }

  void personNamesReadAsPeopleWriteThem() {
    QVERIFY(personNameForDisplay("Doe^John^M.^Dr.^Jr") == "Doe, Dr. John M., Jr");
    QVERIFY(personNameForDisplay("Doe") == "Doe");
    QVERIFY(personNameForDisplay("^John") == "John");
    QVERIFY(personNameForDisplay("^^=\xE7\x8E\x8B^\xE5\xB0\x8F") == "\xE7\x8E\x8B, \xE5\xB0\x8F");
    QVERIFY(personNameForDisplay("^^^^").empty() && personNameForDisplay("").empty());
  }

  void aRowOfThePanelSaysWhatTheValueIs() {
    const DicomFile file = DicomBuilder()
                               .text({0x0008, 0x0016}, Vr::UI, "1.2.840.10008.5.1.4.1.1.2")
                               .text(tags::ImageType, Vr::CS, "ORIGINAL\\PRIMARY")
                               .fd({0x0018, 0x9087}, {1.5, 2})
                               .text({0x0010, 0x4000}, Vr::LT, "one\r\ntwo")
                               .sequence(tags::ModalityLUTSequence, {DicomBuilder()})
                               .sequence(tags::VOILUTSequence, {DicomBuilder(), DicomBuilder()})
                               .bytes(tags::PixelData, Vr::OB, {1, 2, 3, 4})
                               .parsed();
    QCOMPARE(shown(file, {0x0008, 0x0016}), QStringLiteral("1.2.840.10008.5.1.4.1.1.2 (CT Image Storage)"));
    QCOMPARE(shown(file, tags::ImageType), QStringLiteral("ORIGINAL \\ PRIMARY"));
    QCOMPARE(shown(file, {0x0018, 0x9087}), QStringLiteral("1.5 \\ 2.0"));
    QCOMPARE(shown(file, {0x0010, 0x4000}), QStringLiteral("one  two"));
    QCOMPARE(shown(file, tags::ModalityLUTSequence), QStringLiteral("1 item"));
    QCOMPARE(shown(file, tags::VOILUTSequence), QStringLiteral("2 items"));
    QCOMPARE(shown(file, tags::PixelData), QStringLiteral("4 bytes"));
  }

  void longValuesAreCutAtWholeCharacters() {
    const std::string long2(200000, 'x');
    const DicomFile file = DicomBuilder()
                               .text(tags::SpecificCharacterSet, Vr::CS, "ISO_IR 192")
                               .identity()
                               .text({0x0010, 0x4000}, Vr::UT, long2)
                               .text(tags::StudyDescription, Vr::LO, "\xC3\xA4\xC3\xB6\xC3\xBC\xC3\x9F")
                               .parsed();
    QCOMPARE(shown(file, {0x0010, 0x4000}, 10).size(), 10);
    QVERIFY(shown(file, {0x0010, 0x4000}, 10).endsWith(QChar(0x2026)));
    QCOMPARE(shown(file, tags::StudyDescription, 3), QStringLiteral("äö…"));
    QCOMPARE(shown(file, tags::StudyDescription, 4), QStringLiteral("äöüß"));
  }
};

DICOMAESTRO_TEST(DisplayTextTest)
#include "displaytext_test.moc"
