// SPDX-License-Identifier: MIT
#include "core/text/elementtext.h"

#include <limits>

#include "core/parse/tags.h"
#include "tests/support/dicombuilder.h"
#include "tests/support/testmain.h"

using namespace core;
using tests::DicomBuilder;

class ElementTextTest : public QObject {
  Q_OBJECT

  static constexpr Tag patientSize{0x0010, 0x1020};

  static Value valueIn(const DicomFile& file, Tag tag) {
    return valueOf(file.dataSet(), *file.dataSet().find(tag), CharacterSet::of(file.dataSet()));
  }
  static QString textIn(const DicomFile& file, Tag tag) {
    return QString::fromStdString(elementText(valueIn(file, tag)));
  }
  static QString textOf(Vr vr, std::string_view value) {
    return textIn(DicomBuilder().identity().text(patientSize, vr, value).parsed(), patientSize);
  }
  static bool isFalsyText(Vr vr, std::string_view value) {
    return isFalsy(valueIn(DicomBuilder().identity().text(patientSize, vr, value).parsed(), patientSize));
  }
  /// The dump of a sequence with this one item.
  static QString dumpOf(const DicomBuilder& item) {
    return textIn(DicomBuilder().identity().sequence(tags::ModalityLUTSequence, {item}).parsed(),
                  tags::ModalityLUTSequence);
  }
  static QString line(Vr vr, std::string_view value) {
    const QString dump = dumpOf(DicomBuilder().text(patientSize, vr, value));
    return dump.mid(dump.indexOf(QLatin1String(": ")) + 2).chopped(1);
  }

 private slots:
  void oneTextStandsBare_data() {
    QTest::addColumn<QByteArray>("vr");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("text");
    const auto row = [](const char* vr, const char* value, const char* text) {
      QTest::addRow("%s %s", vr, value) << QByteArray(vr) << QByteArray(value) << QString::fromUtf8(text);
    };
    row("CS", " CT ", " CT");
    row("AE", " A ", "A");
    row("LO", " a ", " a");
    row("UI", "1.2.840.10008.1.2 ", "1.2.840.10008.1.2");
    row("DS", " 1.50 ", "1.50");
    row("DS", "+070", "+070");
    row("DS", "1,5", "1,5");
    row("DS", "nan", "nan");
    row("IS", "007", "007");
    row("IS", "1.0", "1.0");
    row("IS", "1.50", "1.5");
    row("IS", "x", "x");
    row("UT", "a\\b ", "a\\b");
    row("UR", "http://x y  ", "http://x y");
    row("DA", "2024.01.01", "2024.01.01");
    row("PN", "A==", "A");
    row("PN", "=I", "=I");
    row("PN", "^^", "^^");
    row("CS", "A\\B ", "['A', 'B']");
    row("CS", "B \\A", "['B ', 'A']");
    row("LO", "A'B\\C", "[\"A'B\", 'C']");
    row("UI", "\\1.2", "['', '1.2']");
    row("DS", "0.50\\ 0.5 \\\\1e3", "[0.50, 0.5, '', 1e3]");
    row("DS", "1.0\\x", "['1.0', 'x']");
    row("IS", "1\\02\\1.5", "[1, 02, 1.5]");
    row("PN", "X^Y\\Z\\", "[X^Y, Z, ]");
    row("ZZ", "a'", "b\"a'\"");
  }
  void oneTextStandsBare() {
    QFETCH(QByteArray, vr);
    QFETCH(QByteArray, value);
    QFETCH(QString, text);
    QCOMPARE(textOf(vrFrom(vr[0], vr[1]), value.toStdString()), text);
  }

  void numbersAreDecimalAndSeveralAreAList() {
    const DicomFile file = DicomBuilder()
                               .identity()
                               .ss(tags::PixelPaddingValue, {-5})
                               .us(tags::Rows, {512})
                               .us({0x0028, 0x6112}, {0, 0})
                               .fl({0x3004, 0x000C}, {0.1f, 3})
                               .fd({0x0018, 0x9087}, {1e16, 1e-5})
                               .bytes(tags::FrameIncrementPointer, Vr::AT, {0x18, 0, 0x63, 0x10})
                               .parsed();
    QCOMPARE(textIn(file, tags::PixelPaddingValue), QStringLiteral("-5"));
    QCOMPARE(textIn(file, tags::Rows), QStringLiteral("512"));
    QCOMPARE(textIn(file, {0x0028, 0x6112}), QStringLiteral("[0, 0]"));
    QCOMPARE(textIn(file, {0x3004, 0x000C}), QStringLiteral("[0.10000000149011612, 3.0]"));
    QCOMPARE(textIn(file, {0x0018, 0x9087}), QStringLiteral("[1e+16, 1e-05]"));
    QCOMPARE(textIn(file, tags::FrameIncrementPointer), QStringLiteral("(0018,1063)"));
  }

  void bigEndianNumbersAreTheSame() {
    const DicomFile file = DicomBuilder(encodingOf(uid::ExplicitBig))
                               .identity()
                               .us(tags::Rows, {512})
                               .fd({0x0018, 0x9087}, {2.5})
                               .parsed(uid::ExplicitBig);
    QCOMPARE(textIn(file, tags::Rows), QStringLiteral("512"));
    QCOMPARE(textIn(file, {0x0018, 0x9087}), QStringLiteral("2.5"));
  }

  void whatIsEmptyOrZeroIsFalsy() {
    QVERIFY(isFalsyText(Vr::CS, "") && isFalsyText(Vr::CS, "  ") && isFalsyText(Vr::PN, "="));
    QVERIFY(isFalsyText(Vr::DS, "0.0") && isFalsyText(Vr::DS, "-0") && isFalsyText(Vr::IS, "0"));
    QVERIFY(isFalsyText(Vr::IS, "  ") && isFalsyText(Vr::US, std::string_view("\0\0", 2)));
    QVERIFY(isFalsyText(Vr::AT, std::string_view("\0\0\0\0", 4)) && isFalsyText(Vr::AT, "ab"));
    QVERIFY(isFalsyText(Vr::FL, std::string_view("\0\0\0\x80", 4)));
  }
  void whatSaysSomethingIsNotFalsy() {
    QVERIFY(!isFalsyText(Vr::DS, "0\\0") && !isFalsyText(Vr::DS, "nan") && !isFalsyText(Vr::PN, "^^"));
    QVERIFY(!isFalsyText(Vr::LO, "0") && !isFalsyText(Vr::OB, std::string_view("\0\0", 2)));
    QVERIFY(!isFalsyText(Vr::US, std::string_view("\0\0\0\0", 4)));
  }

  void numbersOfAWrongLengthAreTheirBytes() {
    QCOMPARE(textIn(DicomBuilder().identity().bytes(tags::Rows, Vr::US, {96, 0, 0}).parsed(), tags::Rows),
             QStringLiteral("b'`\\x00\\x00'"));
  }

  void theNumberOfLutEntriesIsUnsigned() {
    const DicomFile file =
        DicomBuilder().identity().ss(tags::RedPaletteColorLookupTableDescriptor, {-1, -1, 16}).parsed();
    QCOMPARE(textIn(file, tags::RedPaletteColorLookupTableDescriptor), QStringLiteral("[65535, -1, 16]"));
  }

  void ambiguousVrsFollowTheDataSet() {
    const auto build = [](std::uint16_t sign) {
      DicomBuilder builder(encodingOf(uid::ImplicitLittle));
      return builder.identity()
          .image(1, 1, 16, 16, sign)
          .words({0x0028, 0x0106}, {0xFFFF}, Vr::US)
          .words(tags::PixelData, {0x4142})
          .parsed(uid::ImplicitLittle);
    };
    QCOMPARE(textIn(build(0), {0x0028, 0x0106}), QStringLiteral("65535"));
    QCOMPARE(textIn(build(1), {0x0028, 0x0106}), QStringLiteral("-1"));
    QCOMPARE(textIn(build(1), tags::PixelData), QStringLiteral("b'BA'"));
  }

  void aLineOfADumpQuotesByKind() {
    QCOMPARE(line(Vr::CS, "CT"), QStringLiteral("'CT'"));
    QCOMPARE(line(Vr::PN, "O'Neil^J"), QStringLiteral("\"O'Neil^J\""));
    QCOMPARE(line(Vr::DS, "01.50"), QStringLiteral("'01.50'"));
    QCOMPARE(line(Vr::IS, "007"), QStringLiteral("'7'"));
    QCOMPARE(line(Vr::IS, "1.5"), QStringLiteral("1.5"));
    QCOMPARE(line(Vr::IS, "1.0"), QStringLiteral("'1'"));
    QCOMPARE(line(Vr::UI, "1.2.840.10008.5.1.4.1.1.2"), QStringLiteral("CT Image Storage"));
    QCOMPARE(line(Vr::UI, "1.2.3"), QStringLiteral("1.2.3"));
    QCOMPARE(line(Vr::UI, "1.2.3\\1.2"), QStringLiteral("['1.2.3', '1.2']"));
    QCOMPARE(line(Vr::PN, "A\\B"), QStringLiteral("[A, B]"));
    QCOMPARE(line(Vr::CS, ""), QStringLiteral("''"));
    QCOMPARE(line(Vr::DS, ""), QStringLiteral("None"));
    QCOMPARE(line(Vr::OB, ""), QStringLiteral("None"));
    QCOMPARE(line(Vr::LT, "1234567890123456"), QStringLiteral("'1234567890123456'"));
    QCOMPARE(line(Vr::LT, "12345678901234567"), QStringLiteral("Array of 17 elements"));
    QCOMPARE(line(Vr::LO, "12345678901234567"), QStringLiteral("'12345678901234567'"));
    QCOMPARE(line(Vr::OB, "123456789012345678"), QStringLiteral("Array of 18 elements"));
    QCOMPARE(line(Vr::CS, "1\\2\\3\\4\\5\\6\\7\\8\\9\\0\\1\\2\\3\\4\\5\\6\\7"),
             QStringLiteral("Array of 17 elements"));
  }

  void aDumpHasColumnsAndNests() {
    const DicomBuilder inner = DicomBuilder().us(tags::Rows, {2});
    const DicomBuilder item = DicomBuilder()
                                  .text(tags::PatientName, Vr::PN, "X")
                                  .us({0x6000, 0x0010}, {1})
                                  .sequence(tags::VOILUTSequence, {inner, DicomBuilder()});
    QCOMPARE(dumpOf(item), QStringLiteral("[(0010,0010) Patient's Name                      PN: 'X'\n"
                                          "(0028,3010)  VOI LUT Sequence  2 item(s) ---- \n"
                                          "   (0028,0010) Rows                                US: 2\n"
                                          "   ---------\n"
                                          "\n"
                                          "   ---------\n"
                                          "(6000,0010) Overlay Rows                        US: 1]"));
    QCOMPARE(textIn(DicomBuilder().identity().sequence(tags::ModalityLUTSequence, {DicomBuilder()}).parsed(),
                    tags::ModalityLUTSequence),
             QStringLiteral("[]"));
  }

  void namesOfPrivateAndUnknownElements() {
    const DicomFile file =
        DicomBuilder().identity().text({0x0029, 0x0010}, Vr::LO, "SIEMENS CSA HEADER").parsed();
    const auto name = [&file](Tag tag) { return QString::fromStdString(elementName(file.dataSet(), tag)); };
    QCOMPARE(name({0x0029, 0x1010}), QStringLiteral("[CSA Image Header Info]"));
    QCOMPARE(name({0x0029, 0x1110}), QStringLiteral("Private tag data"));
    QCOMPARE(name({0x0029, 0x0010}), QStringLiteral("Private Creator"));
    QCOMPARE(name({0x0008, 0x0000}), QStringLiteral("Group Length"));
    QCOMPARE(name({0x0010, 0xFFFF}), QString());
    QCOMPARE(name({0x6002, 0x3000}), QStringLiteral("Overlay Data"));
  }

  void ofARepeatedTagTheLastIsShown() {
    const DicomFile file =
        DicomBuilder().identity().us(tags::Rows, {1}).us(tags::Columns, {2}).us(tags::Rows, {3}).parsed();
    const auto order = elementsInOrder(file.dataSet());
    const auto rows =
        std::count_if(order.begin(), order.end(), [](const Element* e) { return e->tag == tags::Rows; });
    QCOMPARE(rows, 1);
    QVERIFY(std::is_sorted(order.begin(), order.end(),
                           [](const Element* a, const Element* b) { return a->tag < b->tag; }));
  }
};

DICOMAESTRO_TEST(ElementTextTest)
#include "elementtext_test.moc"
