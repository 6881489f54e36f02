// SPDX-License-Identifier: MIT
#include "core/write/writer.h"

#include "core/base/limits.h"
#include "core/parse/tags.h"
#include "core/write/metaheader.h"
#include "core/write/uids.h"
#include "tests/support/dicombuilder.h"
#include "tests/support/testmain.h"

using namespace core;
using tests::bufferOf;
using tests::DicomBuilder;

class WriterTest : public QObject {
  Q_OBJECT

  static EditSet sample() {
    EditSet set = EditSet::of(DicomBuilder().identity("2.25.77").image(2, 3).parsed());
    set.setBytes(tags::PixelData, Vr::OW, HeldBytes(std::vector<std::uint8_t>(12, 7)));
    return set;
  }
  static DicomFile written(const EditSet& set, const WriteOptions& options = {}) {
    auto bytes = writeFile(set, options);
    if (!bytes) qFatal("%s", message(bytes.error()).c_str());
    auto file = DicomFile::parse(bufferOf(std::move(*bytes)));
    if (!file) qFatal("%s", message(file.error()).c_str());
    return std::move(*file);
  }
  static EditSet nested(int levels) {
    EditSet set;
    for (int i = 0; i < levels; ++i) {
      EditSet outer;
      outer.setItems(tags::VOILUTSequence, {set});
      set = outer;
    }
    return set;
  }

 private slots:
  void writesAGroupTwoThatSaysWhatFollows() {
    const DicomFile file = written(sample(), {std::string(uid::ImplicitLittle)});
    QVERIFY(file.isPart10());
    QVERIFY(file.warnings().empty());
    const DataSet& meta = file.meta();
    QVERIFY(meta.text(tags::MediaStorageSOPClassUID) == "1.2.840.10008.5.1.4.1.1.7");
    QVERIFY(meta.text({0x0002, 0x0003}) == "2.25.77");
    QVERIFY(meta.text(tags::TransferSyntaxUID) == uid::ImplicitLittle);
    QVERIFY(meta.text({0x0002, 0x0012}) == implementationClassUid);
    QVERIFY(isValidUid(implementationClassUid));
    QVERIFY(implementationVersionName().size() <= 16);
    QCOMPARE(meta.elements().front().tag.value(), 0x00020000u);
    std::size_t behind = 0;  // group length: the bytes of all that follows in the group
    for (const Element& element : meta.elements())
      if (element.tag.element != 0) behind += element.value.size() + (hasLongLength(element.vr) ? 12 : 8);
    QCOMPARE(meta.integer({0x0002, 0x0000}), static_cast<std::int64_t>(behind));
    QCOMPARE(meta.find({0x0002, 0x0001})->value.size(), 2u);
  }

  void takesTheStorageUidsOfADirectoryFromItsOptions() {
    EditSet set;
    QVERIFY(set.setText({0x0004, 0x1130}, Vr::CS, "DISC"));
    const DicomFile file =
        written(set, {std::string(uid::ExplicitLittle), std::string(uid::DicomDir), "2.25.5"});
    QVERIFY(file.meta().text(tags::MediaStorageSOPClassUID) == uid::DicomDir);
    QVERIFY(file.meta().text({0x0002, 0x0003}) == "2.25.5");
  }

  void writesEverySyntaxAlike_data() {
    QTest::addColumn<QString>("syntax");
    for (const auto syntax : {uid::ImplicitLittle, uid::ExplicitLittle, uid::ExplicitBig, uid::Deflated})
      QTest::newRow(std::string(syntax).c_str()) << QString::fromStdString(std::string(syntax));
  }
  void writesEverySyntaxAlike() {
    QFETCH(QString, syntax);
    EditSet set = sample();
    QVERIFY(set.setReals(tags::DiffusionBValue, Vr::FD, {0.1}));
    set.setTags(tags::FrameIncrementPointer, {tags::FrameTime});
    set.setBytes(tags::PixelData, Vr::OW,
                 HeldBytes(std::vector<std::uint8_t>{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}));
    const DicomFile file = written(set, {syntax.toStdString()});
    QVERIFY(file.warnings().empty());
    QCOMPARE(file.dataSet().integer(tags::Columns), 3);
    QCOMPARE(file.dataSet().real(tags::DiffusionBValue), 0.1);
    QCOMPARE(file.dataSet().integer(tags::FrameIncrementPointer), 0x00181063);
    const Element* pixels = file.dataSet().find(tags::PixelData);
    QCOMPARE(load16(pixels->value.data() + 2, file.dataSet().byteOrder()), 0x0403);
  }

  void padsByVr() {
    EditSet set = sample();
    QVERIFY(set.setText(tags::PatientID, Vr::LO, "odd"));
    QVERIFY(set.setText(tags::SOPInstanceUID, Vr::UI, "2.25.7"));
    QVERIFY(set.setText(tags::StudyInstanceUID, Vr::UI, "2.25.7.1.1"));
    QVERIFY(set.setText(tags::SeriesInstanceUID, Vr::UI, "2.25.11"));
    set.setBytes({0x0011, 0x1001}, Vr::UN, HeldBytes(std::vector<std::uint8_t>{1}));
    const DicomFile file = written(set);
    QVERIFY(asText(file.dataSet().find(tags::PatientID)->value) == "odd ");
    QVERIFY(asText(file.dataSet().find(tags::SeriesInstanceUID)->value) == std::string_view("2.25.11\0", 8));
    QCOMPARE(file.dataSet().find({0x0011, 0x1001})->value[1], 0);
    for (const Element& element : file.dataSet().elements()) QCOMPARE(element.length % 2, 0u);
  }

  void writesWhatAShortLengthCannotSayAsUnknown() {
    EditSet set = sample();
    set.setBytes(tags::FrameTimeVector, Vr::DS, HeldBytes(std::string_view(std::string(70000, '1'))));
    const std::string longest(0xFFFE, '2');
    set.setBytes(tags::PatientID, Vr::LO, HeldBytes(std::string_view(longest)));
    const DicomFile file = written(set);
    QVERIFY(file.warnings().empty());
    QVERIFY(file.dataSet().find(tags::FrameTimeVector)->vr == Vr::UN);
    QCOMPARE(file.dataSet().find(tags::FrameTimeVector)->value.size(), 70000u);
    QVERIFY(file.dataSet().find(tags::PatientID)->vr == Vr::LO);
    QCOMPARE(file.dataSet().find(tags::PatientID)->value.size(), 0xFFFEu);
    const DicomFile implicit = written(set, {std::string(uid::ImplicitLittle)});
    QVERIFY(implicit.dataSet().find(tags::FrameTimeVector)->vr == Vr::DS);
  }

  void writesAVrThatNobodyKnowsAsUnknown() {
    EditSet set = sample();
    set.setBytes({0x0011, 0x1001}, vrFrom('X', 'Y'), HeldBytes(std::string_view("abcd")));
    QVERIFY(written(set).dataSet().find({0x0011, 0x1001})->vr == Vr::UN);
    QVERIFY(asText(written(set).dataSet().find({0x0011, 0x1001})->value) == "abcd");
  }

  void writesSequencesThatComeBack_data() { writesEverySyntaxAlike_data(); }
  void writesSequencesThatComeBack() {
    QFETCH(QString, syntax);
    EditSet item;
    QVERIFY(item.setText(tags::LUTExplanation, Vr::LO, "one"));
    EditSet set = sample();
    set.setItems(tags::VOILUTSequence, {item, {}, item});
    set.setItems(tags::ModalityLUTSequence, {});
    set.setItems({0x0011, 0x1001}, {item});
    const DicomFile file = written(set, {syntax.toStdString()});
    QVERIFY(file.warnings().empty());
    QCOMPARE(file.dataSet().find(tags::VOILUTSequence)->items.size(), 3u);
    QVERIFY(file.dataSet().find(tags::VOILUTSequence)->length != undefinedLength);
    QVERIFY(file.dataSet().item(tags::VOILUTSequence, 2)->text(tags::LUTExplanation) == "one");
    QVERIFY(file.dataSet().find(tags::ModalityLUTSequence)->isSequence());
    QVERIFY(file.dataSet().find({0x0011, 0x1001})->isSequence());
    QVERIFY(file.dataSet().item({0x0011, 0x1001})->text(tags::LUTExplanation) == "one");
    QCOMPARE(file.dataSet().integer(tags::Rows), 2);
  }

  void writesFragmentsOfEvenLength() {
    EditSet set = sample();
    set.setFragments(tags::PixelData, {HeldBytes(), HeldBytes(std::vector<std::uint8_t>{1, 2, 3})});
    const DicomFile file = written(set, {"1.2.840.10008.1.2.5"});
    const Element* pixels = file.dataSet().find(tags::PixelData);
    QVERIFY(pixels->isEncapsulated());
    QCOMPARE(pixels->value.size(), 8u + 8u + 4u);
    QVERIFY(!file.isTruncated());
  }

  void writesFragmentsOutsidePixelDataAsBytesWhereNoVrSaysWhatTheyAre() {
    EditSet set = sample();
    set.setFragments({0x0009, 0x1001}, {HeldBytes(), HeldBytes(std::vector<std::uint8_t>{1, 2, 3})});
    const DicomFile file = written(set, {std::string(uid::ImplicitLittle)});
    const Element* element = file.dataSet().find({0x0009, 0x1001});
    QVERIFY(element && element->items.empty());
    QCOMPARE(std::vector<std::uint8_t>(element->value.begin(), element->value.end()),
             (std::vector<std::uint8_t>{1, 2, 3, 0}));
    QVERIFY(!file.isTruncated());
    QCOMPARE(file.dataSet().integer(tags::Rows), 2);
  }

  void refusesPixelsThatContradictTheSyntax() {
    EditSet set = sample();
    QVERIFY(writeFile(set, {"1.2.840.10008.1.2.5"}).error().code == ErrorCode::InvalidArgument);
    set.setFragments(tags::PixelData, {HeldBytes(), HeldBytes(std::vector<std::uint8_t>{1, 2})});
    QVERIFY(writeFile(set).error().code == ErrorCode::InvalidArgument);
    set.remove(tags::PixelData);
    QVERIFY(writeFile(set, {"1.2.840.10008.1.2.5"}));
  }

  void writesAsDeepAsCanBeReadAndNoDeeper() {
    EditSet set = nested(limits::nesting);
    QVERIFY(set.setText(tags::SOPClassUID, Vr::UI, "2.25.1"));
    QVERIFY(DicomFile::parse(bufferOf(*writeFile(set))));
    const auto deeper = writeFile(nested(limits::nesting + 1));
    QVERIFY(!deeper);
    QVERIFY(deeper.error().code == ErrorCode::NestedTooDeep);
  }
};

DICOMAESTRO_TEST(WriterTest)
#include "writer_test.moc"
