// SPDX-License-Identifier: MIT
#include "core/text/charset.h"

#include "core/parse/tags.h"
#include "tests/support/dicombuilder.h"
#include "tests/support/testmain.h"

using namespace core;
using tests::DicomBuilder;

class CharsetTest : public QObject {
  Q_OBJECT

 private slots:
  void decodesEverySetOfTheStandard_data() {
    QTest::addColumn<QByteArray>("set");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    const auto row = [](const char* name, const char* set, QByteArray bytes, const char16_t* text) {
      QTest::newRow(name) << QByteArray(set) << bytes << QString::fromUtf16(text);
    };
    row("none", "", "M\xFCller", u"Müller");
    row("latin 1", "ISO_IR 100", "M\xFCller", u"Müller");
    row("latin 2", "ISO_IR 101",
        "\xA3\xF3"
        "d\xBC",
        u"Łódź");
    row("latin 3", "ISO_IR 109", "\xA6", u"Ĥ");
    row("latin 4", "ISO_IR 110", "\xA2", u"ĸ");
    row("latin 5", "ISO_IR 148", "\xD0\xFD", u"Ğı");
    row("cyrillic", "ISO_IR 144", "\xBB\xEE", u"Лю");
    row("arabic", "ISO_IR 127", "\xC7\xE4", u"ال");
    row("greek", "ISO_IR 126", "\xC4\xE9", u"Δι");
    row("hebrew", "ISO_IR 138", "\xF9\xF8", u"שר");
    row("thai", "ISO_IR 166", "\xA1\xD2", u"กา");
    row("katakana", "ISO_IR 13", "\xD4\xCF\xC0\xDE", u"ﾔﾏﾀﾞ");
    row("utf-8", "ISO_IR 192", "\xE7\x8E\x8B^\xF0\x9F\x98\x80", u"王^😀");
    row("gb18030 two bytes", "GB18030", "\xCD\xF5", u"王");
    row("gb18030 four bytes", "GB18030", "\x81\x30\x84\x36\x90\x30\x81\x30", u"¥𐀀");
    row("gbk", "GBK", "\xCD\xF5", u"王");
    row("kanji", "\\ISO 2022 IR 87", "Yamada=\x1B$B;3ED\x1B(B^\x1B$BB@O:\x1B(B", u"Yamada=山田^太郎");
    row("kanji behind katakana", "ISO 2022 IR 13\\ISO 2022 IR 87", "\xD4\x1B$B;3\x1B(J^", u"ﾔ山^");
    row("supplementary kanji", "\\ISO 2022 IR 159", "\x1B$(Dl?\x1B(B", u"鷗");
    row("korean", "\\ISO 2022 IR 149", "\x1B$)C\xB1\xE8^\x1B$)C\xC8\xF1\xC1\xDF", u"김^희중");
    row("chinese", "\\ISO 2022 IR 58", "Zhang=\x1B$)A\xD5\xC5", u"Zhang=张");
    row("cyrillic by escape", "ISO 2022 IR 100\\ISO 2022 IR 144", "M\xFC\x1B-L\xB8", u"MüИ");
  }
  void decodesEverySetOfTheStandard() {
    QFETCH(QByteArray, set);
    QFETCH(QByteArray, bytes);
    QFETCH(QString, text);
    const CharacterSet characterSet(set.toStdString());
    // As bytes: QString would repair what is no UTF-8.
    QCOMPARE(QByteArray::fromStdString(characterSet.decode(bytes.toStdString(), TextKind::PersonName)),
             text.toUtf8());
  }

  void bytesThatAreNoCharactersAreReplacedAsOftenAsInTheReference_data() {
    QTest::addColumn<QByteArray>("set");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    const auto row = [](const char* name, const char* set, QByteArray bytes, const char16_t* text) {
      QTest::newRow(name) << QByteArray(set) << bytes << QString::fromUtf16(text);
    };
    row("a lone continuation", "ISO_IR 192", "\xE9 a\xFF", u"\uFFFD a\uFFFD");
    row("a cut character is one", "ISO_IR 192", "\xE7\x8E", u"\uFFFD");
    row("an overlong form", "ISO_IR 192", "\xC0\xAF", u"\uFFFD\uFFFD");
    row("a surrogate", "ISO_IR 192", "\xED\xA0\x80", u"\uFFFD\uFFFD\uFFFD");
    row("an undefined byte", "ISO_IR 109", "\xA5", u"\uFFFD");
    row("half a double byte", "GBK", "\xCD", u"\uFFFD");
    row("half a four byte code", "GB18030", "\x81\x30\x81", u"\uFFFD");
    row("a wrong trail byte", "ISO_IR 13", "\x81 a", u"\uFFFD a");
  }
  void bytesThatAreNoCharactersAreReplacedAsOftenAsInTheReference() { decodesEverySetOfTheStandard(); }

  void aWrongSetNeverLosesTheText() {
    for (const char* set : {"ISO_IR 999", "nonsense", "\\", "ISO 2022 IR 999", "ISO_IR"})
      QVERIFY(CharacterSet(set).decode("M\xFCller") == "M\xC3\xBCller");
  }

  void misspelledTermsAreUnderstood() {
    for (const char* set : {"ISO IR 144", "ISO-IR 144", "ISO 2022-IR 144", "ISO-2022-IR-144"})
      QVERIFY(CharacterSet(set).decode("\xBB") == "\xD0\x9B");
  }

  void aStandAloneSetHasNoExtensions() {
    QVERIFY(CharacterSet("ISO_IR 192\\ISO 2022 IR 144").decode("\x1B-L\xC3\xBC") == "\x1B-L\xC3\xBC");
    QVERIFY(CharacterSet("ISO_IR 100\\ISO_IR 192").decode("\xC3\xBC") == "\xC3\x83\xC2\xBC");
  }

  void anEscapeOfASetThatIsNotNamedStays() {
    QVERIFY(CharacterSet("ISO_IR 100").decode("a\x1B-L\xB8") == "a\x1B-L\xC2\xB8");
  }

  void theReferenceKeepsTheChineseEscape() {
    const CharacterSet set("\\ISO 2022 IR 58");
    QVERIFY(set.decode("\x1B$)A\xD5\xC5", TextKind::Text, Escapes::AsReference) == "\x1B$)A\xE5\xBC\xA0");
  }

  void anItemHasTheSetOfItsParentUnlessItHasItsOwn() {
    const DicomBuilder plain = DicomBuilder().text(tags::Modality, Vr::CS, "CT");
    const DicomBuilder own = DicomBuilder().text(tags::SpecificCharacterSet, Vr::CS, "ISO_IR 144");
    const DicomFile file = DicomBuilder()
                               .text(tags::SpecificCharacterSet, Vr::CS, "ISO_IR 192")
                               .identity()
                               .sequence(tags::ModalityLUTSequence, {plain, own})
                               .parsed();
    const std::string_view utf8 = "\xC3\xBC";
    QVERIFY(CharacterSet::of(*file.dataSet().item(tags::ModalityLUTSequence, 0)).decode(utf8) == utf8);
    QVERIFY(CharacterSet::of(*file.dataSet().item(tags::ModalityLUTSequence, 1)).decode(utf8) != utf8);
  }
};

DICOMAESTRO_TEST(CharsetTest)
#include "charset_test.moc"
