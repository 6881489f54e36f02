// SPDX-License-Identifier: MIT
#include "core/write/editset.h"

#include "core/parse/tags.h"
#include "core/write/encodetext.h"
#include "core/write/uids.h"
#include "tests/support/dicombuilder.h"
#include "tests/support/testmain.h"

using namespace core;
using tests::DicomBuilder;

class EditSetTest : public QObject {
  Q_OBJECT

  static EditSet of(const DicomBuilder& builder, std::string_view syntax = uid::ExplicitLittle) {
    return EditSet::of(builder.parsed(syntax));
  }

 private slots:
  void keepsItsElementsAscendingHoweverTheyCome() {
    EditSet set;
    for (const Tag tag : {tags::Rows, tags::PatientName, tags::SOPClassUID, tags::PatientName})
      QVERIFY(set.setText(tag, Vr::LO, "A"));
    QCOMPARE(set.elements().size(), 3u);
    QVERIFY(set.elements()[0].tag == tags::SOPClassUID);
    QVERIFY(set.elements()[1].tag == tags::PatientName);
    QVERIFY(set.elements()[2].tag == tags::Rows);
  }

  void removesAndFinds() {
    EditSet set = of(DicomBuilder().identity().image(2, 2));
    QVERIFY(set.has(tags::Rows));
    QVERIFY(set.remove(tags::Rows));
    QVERIFY(!set.has(tags::Rows));
    QVERIFY(!set.remove(tags::Rows));
    set.removeIf([](const EditElement& element) { return element.tag.group == 0x0028; });
    QVERIFY(!set.has(tags::Columns));
    QVERIFY(set.has(tags::Modality));
  }

  void holdsNumbersInLittleEndianWhateverTheFileWas() {
    DicomBuilder builder({true, ByteOrder::Big, false});
    builder.identity().us(tags::Rows, {0x0102}).fd(tags::DiffusionBValue, {1.5});
    const EditSet set = of(builder, uid::ExplicitBig);
    const ByteView rows = set.find(tags::Rows)->value.view();
    QCOMPARE(load16(rows.data(), ByteOrder::Little), 0x0102);
    QCOMPARE(load64(set.find(tags::DiffusionBValue)->value.view().data(), ByteOrder::Little),
             0x3FF8000000000000u);
  }

  void dropsGroupLengthsAndStrayDelimitersAndKeepsTheLastOfARepeatedTag() {
    DicomBuilder builder;
    builder.ul({0x0008, 0x0000}, {4}).identity().text(tags::PatientID, Vr::LO, "first");
    builder.text(tags::PatientID, Vr::LO, "second");
    const EditSet set = of(builder);
    QVERIFY(!set.has({0x0008, 0x0000}));
    QVERIFY(set.text(tags::PatientID) == "second");
  }

  void keepsPrivateElementsAndUnknownVrs() {
    DicomBuilder builder;
    builder.identity().text({0x0009, 0x0010}, Vr::LO, "ACME").bytes({0x0009, 0x1001}, Vr::UN, {1, 2, 3, 4});
    builder.bytes({0x0009, 0x1002}, vrFrom('X', 'Y'), {5, 6});
    const EditSet set = of(builder);
    QCOMPARE(set.find({0x0009, 0x1001})->value.size(), 4u);
    QVERIFY(set.find({0x0009, 0x1002})->vr == vrFrom('X', 'Y'));
  }

  void keepsDamagedFragmentsAsALastOne() {
    DicomBuilder builder;
    builder.identity().fragments({{1, 2, 3, 4}});
    std::vector<std::uint8_t> bytes = builder.file("1.2.840.10008.1.2.5");
    bytes.resize(bytes.size() - 10);  // the delimiter and half of the fragment
    const auto file = DicomFile::parse(tests::bufferOf(bytes));
    QVERIFY(file);
    const EditSet set = EditSet::of(*file);
    QCOMPARE(set.find(tags::PixelData)->fragments.size(), 2u);
    QCOMPARE(set.find(tags::PixelData)->fragments[1].size(), 2u);
  }

  void outlivesTheFileItWasMadeFrom() {
    EditSet set;
    {
      const DicomFile file = DicomBuilder().identity("2.25.4711").parsed();
      set = EditSet::of(file);
    }
    QVERIFY(set.text(tags::SOPInstanceUID) == "2.25.4711");
  }

  void visitsItemsAtEveryDepth() {
    const DicomBuilder inner = DicomBuilder().text(tags::PatientName, Vr::PN, "A");
    const DicomBuilder outer = DicomBuilder().sequence(tags::ModalityLUTSequence, {inner, inner});
    EditSet set = of(DicomBuilder().identity().sequence(tags::VOILUTSequence, {outer}));
    int names = 0;
    set.forEach([&names](EditElement& element) { names += element.tag == tags::PatientName; });
    QCOMPARE(names, 2);
  }

  void refusesNumbersOutOfTheRangeOfTheirVr() {
    EditSet set;
    QVERIFY(set.setIntegers(tags::Rows, Vr::US, {65535}));
    QVERIFY(!set.setIntegers(tags::Rows, Vr::US, {65536}));
    QVERIFY(!set.setIntegers(tags::Rows, Vr::US, {-1}));
    QVERIFY(set.setIntegers(tags::Rows, Vr::SL, {-2147483648LL}));
    QVERIFY(!set.setIntegers(tags::Rows, Vr::SL, {2147483648LL}));
    QVERIFY(!set.setIntegers(tags::Rows, Vr::LO, {1}));
    QVERIFY(!set.setReals(tags::Rows, Vr::FL, {1e300}));
    QVERIFY(set.setReals(tags::Rows, Vr::FD, {1e300}));
  }

  void setsATextInTheCharacterSetInForce() {
    EditSet set;
    QVERIFY(set.setText(tags::PatientName, Vr::PN, "Yamada^Tarou"));
    QVERIFY(!set.setText(tags::PatientName, Vr::PN, "Müller"));
    QVERIFY(set.text(tags::PatientName) == "Yamada^Tarou");
    QVERIFY(set.setText(tags::SpecificCharacterSet, Vr::CS, "ISO_IR 100"));
    QVERIFY(set.setText(tags::PatientName, Vr::PN, "Müller"));
    QVERIFY(set.text(tags::PatientName) == "M\xFCller");
    QVERIFY(!set.setText(tags::PatientName, Vr::PN, "Żółć"));
    QVERIFY(toUtf8(set));
    QVERIFY(set.text(tags::PatientName) == "Müller");
    QVERIFY(set.setText(tags::PatientName, Vr::PN, "Żółć"));
    QVERIFY(set.text(tags::SpecificCharacterSet) == "ISO_IR 192");
  }

  void recodesItemsByTheirOwnCharacterSet() {
    const DicomBuilder item = DicomBuilder()
                                  .text(tags::SpecificCharacterSet, Vr::CS, "ISO_IR 144")
                                  .text(tags::PatientName, Vr::PN, "\xBB");
    const DicomBuilder plain = DicomBuilder().text(tags::PatientName, Vr::PN, "\xE9");
    EditSet set = of(DicomBuilder()
                         .text(tags::SpecificCharacterSet, Vr::CS, "ISO_IR 100")
                         .identity()
                         .sequence(tags::VOILUTSequence, {item, plain}));
    QVERIFY(toUtf8(set));
    const std::vector<EditSet>& items = set.find(tags::VOILUTSequence)->items;
    QVERIFY(items[0].text(tags::PatientName) == "Л");
    QVERIFY(!items[0].has(tags::SpecificCharacterSet));
    QVERIFY(items[1].text(tags::PatientName) == "é");
  }

  void saysWhenAByteIsNoCharacter() {
    EditSet set;
    QVERIFY(set.setText(tags::SpecificCharacterSet, Vr::CS, "ISO_IR 192"));
    set.setBytes(tags::PatientName, Vr::PN, HeldBytes(std::string_view("A\xFF")));
    QVERIFY(!toUtf8(set));
  }

  void makesUidsOfUuids() {
    QVERIFY(uidOfUuid({}) == "2.25.0");
    std::array<std::uint8_t, 16> full;
    full.fill(0xFF);
    QVERIFY(uidOfUuid(full) == "2.25.340282366920938463463374607431768211455");
    QVERIFY(isValidUid(randomUid()));
    QVERIFY(randomUid() != randomUid());
  }

  void knowsAUid() {
    for (const auto* good : {"1.2.840.10008.1.2", "2.25.0", "0"}) QVERIFY2(isValidUid(good), good);
    for (const auto* bad : {"", "1..2", "1.02", ".1", "1.", "1.2a", "1.2 "}) QVERIFY2(!isValidUid(bad), bad);
    QVERIFY(isValidUid("1." + std::string(62, '1')));
    QVERIFY(!isValidUid("1." + std::string(63, '1')));
  }
};

DICOMAESTRO_TEST(EditSetTest)
#include "editset_test.moc"
