// SPDX-License-Identifier: MIT
#include "core/parse/dicomfile.h"

#include "core/base/limits.h"
#include "core/parse/tags.h"
#include "tests/support/dicombuilder.h"
#include "tests/support/testmain.h"

using namespace core;
using tests::bufferOf;
using tests::DicomBuilder;

class DicomFileTest : public QObject {
  Q_OBJECT

  static DicomBuilder nested(int levels) {
    DicomBuilder item;
    item.text(tags::Modality, Vr::CS, "CT");
    for (int i = 0; i < levels; ++i)
      item = DicomBuilder().sequenceOfUndefinedLength(tags::VOILUTSequence, {item});
    return item;
  }

 private slots:
  void readsElementsOfEverySyntaxAlike_data() {
    QTest::addColumn<QString>("syntax");
    for (const auto syntax : {uid::ImplicitLittle, uid::ExplicitLittle, uid::ExplicitBig})
      QTest::newRow(syntax.data()) << QString::fromLatin1(syntax.data(),
                                                          static_cast<qsizetype>(syntax.size()));
  }
  void readsElementsOfEverySyntaxAlike() {
    QFETCH(QString, syntax);
    const std::string uid = syntax.toStdString();
    const DicomFile file = DicomBuilder(encodingOf(uid)).identity("2.25.77").image(3, 5).parsed(uid);
    QCOMPARE(file.dataSet().integer(tags::Rows), 3);
    QCOMPARE(file.dataSet().integer(tags::Columns), 5);
    QVERIFY(file.dataSet().text(tags::SOPInstanceUID) == "2.25.77");
    QVERIFY(file.isPart10());
    QCOMPARE(file.transferSyntax(), uid);
  }

  void opensADataSetWithoutPreambleAndHeader() {
    const auto file = DicomFile::parse(bufferOf(DicomBuilder().identity().image(2, 2).dataSet()));
    QVERIFY(file);
    QVERIFY(!file->isPart10());
    QCOMPARE(file->dataSet().integer(tags::Rows), 2);
  }

  void refusesWhatIsNotDicom() {
    const std::string words = "This is a letter, not an image, and it is long enough to be looked at. ";
    const auto file = DicomFile::parse(bufferOf({words.begin(), words.end()}));
    QVERIFY(!file);
    QVERIFY(file.error().code == ErrorCode::NotDicom);
    QVERIFY(!DicomFile::parse(bufferOf(std::vector<std::uint8_t>(4096, 0))));
    QVERIFY(!DicomFile::parse(bufferOf({})));
  }

  void readsSequencesOfBothLengthsAndKnowsTheirParents() {
    const DicomBuilder item = DicomBuilder().text(tags::RescaleSlope, Vr::DS, "2.5");
    const DicomFile file = DicomBuilder()
                               .identity()
                               .sequence(tags::ModalityLUTSequence, {item, item})
                               .sequenceOfUndefinedLength(tags::VOILUTSequence, {item})
                               .us(tags::Rows, {9})
                               .parsed();
    QCOMPARE(file.dataSet().count(tags::ModalityLUTSequence), std::size_t{2});
    const DataSet* inner = file.dataSet().item(tags::VOILUTSequence);
    QVERIFY(inner);
    QCOMPARE(inner->real(tags::RescaleSlope), 2.5);
    QVERIFY(inner->parent() == &file.dataSet());
    QCOMPARE(file.dataSet().integer(tags::Rows), 9);
  }

  void readsSixtyFourLevelsOfSequencesAndRefusesSixtyFive() {
    QVERIFY(DicomFile::parse(bufferOf(nested(limits::nesting).file())));
    const auto tooDeep = DicomFile::parse(bufferOf(nested(limits::nesting + 1).file()));
    QVERIFY(!tooDeep);
    QVERIFY(tooDeep.error().code == ErrorCode::NestedTooDeep);
  }

  void readsASequenceThatWasWrittenAsUnknown() {
    const DicomBuilder inner =
        DicomBuilder({false, ByteOrder::Little, false}).text(tags::RescaleSlope, Vr::DS, "3 ");
    DicomBuilder builder;
    builder.identity().lying(tags::VOILUTSequence, Vr::UN, undefinedLength, {});
    builder.raw({0xFE, 0xFF, 0x00, 0xE0, 0xFF, 0xFF, 0xFF, 0xFF}).raw(inner.dataSet());
    builder.raw({0xFE, 0xFF, 0x0D, 0xE0, 0, 0, 0, 0, 0xFE, 0xFF, 0xDD, 0xE0, 0, 0, 0, 0});
    const DicomFile file = builder.us(tags::Rows, {4}).parsed();
    QVERIFY(file.dataSet().item(tags::VOILUTSequence));
    QCOMPARE(file.dataSet().item(tags::VOILUTSequence)->real(tags::RescaleSlope), 3.0);
    QCOMPARE(file.dataSet().integer(tags::Rows), 4);
  }

  /// Bytes behind the last item, with an element among them that would pass for one of the data set around.
  void whatWasWrittenAsUnknownAndIsNotAllItemsStaysAsItIs() {
    const DicomBuilder implicit({false, ByteOrder::Little, false});
    std::vector<std::uint8_t> value = {0xFE, 0xFF, 0x00, 0xE0, 0xFF, 0xFF, 0xFF, 0xFF};
    const auto append = [&value](const std::vector<std::uint8_t>& more) {
      value.insert(value.end(), more.begin(), more.end());
    };
    append(DicomBuilder(implicit).text(tags::RescaleSlope, Vr::DS, "3 ").dataSet());
    append({0xFE, 0xFF, 0x0D, 0xE0, 0, 0, 0, 0, 0xFE, 0xFF, 0xDD, 0xE0, 0, 0, 0, 0});
    const auto read = [&value] {
      return DicomBuilder()
          .identity()
          .bytes(tags::VOILUTSequence, Vr::UN, value)
          .us(tags::Rows, {4})
          .parsed();
    };
    QCOMPARE(read().dataSet().item(tags::VOILUTSequence)->real(tags::RescaleSlope), 3.0);
    append(DicomBuilder().us(tags::Columns, {9}).dataSet());
    const DicomFile file = read();
    const Element* unknown = file.dataSet().find(tags::VOILUTSequence);
    QVERIFY(unknown->vr == Vr::UN && unknown->items.empty());
    QVERIFY(std::ranges::equal(unknown->value, value));
    QVERIFY(!file.dataSet().has(tags::Columns));
    QCOMPARE(file.dataSet().integer(tags::Rows), 4);
    QVERIFY(file.warnings().empty() && !file.isTruncated());
  }

  /// Its length says that they are the sequence's: none of them is an element of the data set around.
  void bytesBehindTheDelimiterOfASequenceAreNoElements() {
    std::vector<std::uint8_t> value = {0xFE, 0xFF, 0x00, 0xE0, 0, 0, 0, 0,
                                       0xFE, 0xFF, 0xDD, 0xE0, 0, 0, 0, 0};
    const auto behind = DicomBuilder().us(tags::Columns, {9}).dataSet();
    value.insert(value.end(), behind.begin(), behind.end());
    const DicomFile file =
        DicomBuilder().identity().bytes(tags::VOILUTSequence, Vr::SQ, value).us(tags::Rows, {4}).parsed();
    QCOMPARE(file.dataSet().find(tags::VOILUTSequence)->items.size(), 1u);
    QVERIFY(!file.dataSet().has(tags::Columns));
    QCOMPARE(file.dataSet().integer(tags::Rows), 4);
    QCOMPARE(file.warnings().size(), 1u);
  }

  void anUnknownSequenceInABigEndianFileIsLittleEndian() {
    const DicomBuilder inner =
        DicomBuilder({false, ByteOrder::Little, false}).text(tags::RescaleSlope, Vr::DS, "3 ");
    DicomBuilder builder(encodingOf(uid::ExplicitBig));
    builder.identity().lying(tags::VOILUTSequence, Vr::UN, undefinedLength, {});
    builder.raw({0xFE, 0xFF, 0x00, 0xE0, 0xFF, 0xFF, 0xFF, 0xFF}).raw(inner.dataSet());
    builder.raw({0xFE, 0xFF, 0x0D, 0xE0, 0, 0, 0, 0, 0xFE, 0xFF, 0xDD, 0xE0, 0, 0, 0, 0});
    const DicomFile file = builder.us(tags::Rows, {4}).parsed(uid::ExplicitBig);
    QVERIFY(file.dataSet().item(tags::VOILUTSequence));
    QCOMPARE(file.dataSet().item(tags::VOILUTSequence)->real(tags::RescaleSlope), 3.0);
    QCOMPARE(file.dataSet().integer(tags::Rows), 4);
  }

  void keepsWhatACutFileStillHas() {
    std::vector<std::uint8_t> bytes =
        DicomBuilder().identity().image(4, 4).words(tags::PixelData, {1, 2, 3, 4}).file();
    bytes.resize(bytes.size() - 3);
    const auto file = DicomFile::parse(bufferOf(bytes));
    QVERIFY(file);
    QVERIFY(file->isTruncated());
    QCOMPARE(file->dataSet().find(tags::PixelData)->value.size(), std::size_t{5});
  }

  void neverReadsPastTheEndWhereverTheFileIsCut() {
    const DicomBuilder item = DicomBuilder().text(tags::RescaleSlope, Vr::DS, "2.5");
    const std::vector<std::uint8_t> whole = DicomBuilder()
                                                .identity()
                                                .sequence(tags::ModalityLUTSequence, {item})
                                                .sequenceOfUndefinedLength(tags::VOILUTSequence, {item})
                                                .image(4, 4)
                                                .fragments({{1, 2}, {3, 4}})
                                                .file();
    for (std::size_t size = 0; size < whole.size(); ++size) {
      // The buffer ends exactly at the cut, so that the sanitizers see a step beyond it.
      const auto file =
          DicomFile::parse(bufferOf({whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size)}));
      if (size < 132) QVERIFY(!file);
    }
  }

  void encapsulatedPixelDataIsAllItsItems() {
    const DicomFile file =
        DicomBuilder().identity().fragments({{1, 2}, {3, 4, 5, 6}}).parsed("1.2.840.10008.1.2.5");
    const Element* pixels = file.dataSet().find(tags::PixelData);
    QVERIFY(pixels && pixels->isEncapsulated());
    QCOMPARE(pixels->value.size(), std::size_t{8 + 10 + 12});
    QVERIFY(!file.isTruncated());
  }

  void anElementWrittenAsUnknownIsReadByTheDictionary() {
    const DicomFile file = DicomBuilder()
                               .identity()
                               .bytes(tags::Rows, Vr::UN, {5, 0})
                               .bytes({0x0009, 0x1001}, Vr::UN, {1, 2})
                               .parsed();
    QCOMPARE(file.dataSet().integer(tags::Rows), 5);
    QVERIFY(file.dataSet().find(tags::Rows)->isImplicit);
    QVERIFY(file.dataSet().find({0x0009, 0x1001})->vr == Vr::UN);
  }

  void aPrivateElementWithoutVrIsReadByItsCreator() {
    DicomBuilder builder(encodingOf(uid::ImplicitLittle));
    builder.identity().text({0x0029, 0x0011}, Vr::LO, "SIEMENS CSA HEADER");
    const DicomFile file = builder.bytes({0x0029, 0x1110}, Vr::OB, {1, 2})
                               .bytes({0x0029, 0x1210}, Vr::OB, {1, 2})
                               .parsed(uid::ImplicitLittle);
    QVERIFY(file.dataSet().find({0x0029, 0x0011})->vr == Vr::LO);
    QVERIFY(file.dataSet().find({0x0029, 0x1110})->vr == Vr::OB);
    QVERIFY(file.dataSet().find({0x0029, 0x1210})->vr == Vr::UN);
  }

  void aDamagedVrDoesNotSwallowWhatFollows() {
    for (const std::uint8_t second : {0x18, 0x63}) {
      DicomBuilder builder;
      builder.identity().raw({0x10, 0x00, 0x30, 0x00, 'D', second, 2, 0, '1', '9'});
      const DicomFile file = builder.us(tags::Rows, {7}).parsed();
      QCOMPARE(file.dataSet().integer(tags::Rows), 7);
    }
  }

  void aHeaderWithNothingBehindItIsAnEmptyTruncatedFile() {
    std::vector<std::uint8_t> bytes = DicomBuilder().file();
    const auto whole = DicomFile::parse(bufferOf(bytes));
    QVERIFY(whole && whole->isTruncated() && whole->dataSet().elements().empty());
    bytes.resize(140);
    QVERIFY(DicomFile::parse(bufferOf(bytes)));
  }

  void aScanStopsBeforePixelData() {
    const auto bytes = DicomBuilder().identity().image(1, 1).words(tags::PixelData, {7}).file();
    const auto file = DicomFile::parse(bufferOf(bytes), ReadTo::PixelData);
    QVERIFY(file);
    QVERIFY(file->hasPixelData());
    QVERIFY(!file->dataSet().has(tags::PixelData));
  }

  void aRepeatedTagGivesItsLastValue() {
    const DicomFile file =
        DicomBuilder().identity().us(tags::Rows, {1}).us(tags::Columns, {2}).us(tags::Rows, {3}).parsed();
    QCOMPARE(file.dataSet().integer(tags::Rows), 3);
    QCOMPARE(file.dataSet().integer(tags::Columns), 2);
  }

  void knowsTheVrsOfTheStandard() {
    for (const Vr vr : {Vr::AE, Vr::AT, Vr::OV, Vr::SQ, Vr::UN, Vr::US, Vr::UV}) QVERIFY(isKnownVr(vr));
    QVERIFY(!isKnownVr(vrFrom('X', 'Y')));
    QVERIFY(!isKnownVr(vrFrom('T', 'c')));
  }

  void aVrThatIsNoneIsSaid() {
    const DicomFile file =
        DicomBuilder().identity().text({0x0018, 0x1030}, vrFrom('F', '2'), "plain").parsed();
    QCOMPARE(file.warnings().size(), 1);
    QVERIFY(file.warnings().front() == "the VR of (0018,1030) is none that there is");
    QVERIFY(DicomBuilder().identity().image(2, 2).parsed().warnings().empty());
  }

  void numbersAreReadInTheCLocaleAndForgivingly_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<double>("value");
    QTest::newRow("plain") << QByteArray("20958.0000415") << 20958.0000415;
    QTest::newRow("comma") << QByteArray("0,143") << 0.143;
    QTest::newRow("plus") << QByteArray(" +1.5e2 ") << 150.0;
    QTest::newRow("negative") << QByteArray("-1024") << -1024.0;
  }
  void numbersAreReadInTheCLocaleAndForgivingly() {
    QFETCH(QByteArray, text);
    QFETCH(double, value);
    QCOMPARE(parseReal(text.toStdString()), value);
  }
  void whatIsNoNumberIsAbsent() {
    for (const std::string_view text : {"", "abc", "1.2.3", "nan", "inf", "1\\2"}) QVERIFY(!parseReal(text));
  }
};

DICOMAESTRO_TEST(DicomFileTest)
#include "dicomfile_test.moc"
