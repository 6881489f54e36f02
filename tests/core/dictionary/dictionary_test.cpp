// SPDX-License-Identifier: MIT
#include "core/dictionary/dictionary.h"

#include "core/parse/tags.h"
#include "tests/support/testmain.h"

using namespace core;

class DictionaryTest : public QObject {
  Q_OBJECT

 private slots:
  void knowsTheFactsOfAnElement() {
    const DictionaryEntry* entry = findEntry(tags::PatientName);
    QVERIFY(entry);
    QVERIFY(entry->tag == tags::PatientName);
    QVERIFY(entry->vr == "PN" && entry->vm == "1" && entry->name == "Patient's Name");
    QVERIFY(entry->keyword == "PatientName" && !entry->retired);
    QVERIFY(findEntry({0x0000, 0x0001})->retired);
    QVERIFY(findEntry({0x0028, 0x0106})->vr == "US or SS");
  }

  void everyElementIsFoundByItsTagAndByItsKeyword() {
    Tag last{};
    std::size_t keywords = 0;
    for (const DictionaryEntry& entry : allEntries()) {
      QVERIFY(&entry == allEntries().data() || last < entry.tag);
      last = entry.tag;
      QVERIFY(findEntry(entry.tag) == &entry);
      if (entry.keyword.empty()) continue;
      ++keywords;
      QVERIFY(tagOfKeyword(entry.keyword) == entry.tag);
    }
    QCOMPARE(keywordOrder().size(), keywords);
  }

  void keywordsComeInOrder() {
    std::string_view last;
    forEachKeyword([&last](const DictionaryEntry& entry) {
      QVERIFY(last < entry.keyword);
      last = entry.keyword;
    });
    QVERIFY(!last.empty());
  }

  void whatIsNotInTheTablesIsNotFound() {
    QVERIFY(!findEntry({0x0009, 0x0010}));
    QVERIFY(!findEntry({0x6000, 0x0010}));
    QVERIFY(!findEntry({0xFFFF, 0xFFFF}));
    QVERIFY(!tagOfKeyword(""));
    QVERIFY(!tagOfKeyword("patientName"));
    QVERIFY(!tagOfKeyword("ZZZ"));
    QVERIFY(keywordOf({0x0009, 0x0010}).empty());
    QVERIFY(uidName("1.2.3").empty());
    QVERIFY(!findPrivate("NOBODY", {0x0009, 0x1001}));
  }

  void repeatingGroupsAreFoundInEveryGroup() {
    for (const std::uint16_t group : {0x6000, 0x6002, 0x601E}) {
      const DictionaryEntry* rows = findRepeating({group, 0x0010});
      QVERIFY(rows);
      QVERIFY(rows->name == "Overlay Rows" && rows->vr == "US");
      QVERIFY(findAny({group, 0x0010}) == rows);
    }
    QVERIFY(findRepeating({0x5004, 0x3000})->name == "Curve Data");
    QVERIFY(findRepeating({0x0020, 0x3142})->name == "Source Image IDs");
    QVERIFY(!findRepeating({0x6001, 0x0010}));
    QVERIFY(!findRepeating({0x6000, 0x9999}));
    QVERIFY(!tagOfKeyword("OverlayRows"));
  }

  void privateElementsAreFoundInAnyBlockOfTheirCreator() {
    const PrivateEntry* entry = findPrivate("SIEMENS CSA HEADER", {0x0029, 0x1010});
    QVERIFY(entry);
    QVERIFY(entry->name == "CSA Image Header Info" && entry->vr == "OB");
    QVERIFY(findPrivate("SIEMENS CSA HEADER", {0x0029, 0x2210}) == entry);
    QVERIFY(!findPrivate("SIEMENS CSA HEADER", {0x0029, 0x10FE}));
    QVERIFY(!findPrivate("SIEMENS CSA HEADER", {0x002B, 0x1010}));
  }

  /// A vendor names an element of one block otherwise than those of any.
  void aPrivateElementOfOneBlockGoesBeforeThoseOfAny() {
    QVERIFY(findPrivate("ELSCINT1", {0x01F1, 0x104E})->name == "Scan Type");
    QVERIFY(findPrivate("ELSCINT1", {0x01F1, 0x114E})->name == "Unknown");
  }

  void uidsHaveTheirNames() {
    QVERIFY(uidName("1.2.840.10008.1.2.1") == "Explicit VR Little Endian");
    const UidEntry* ct = findUid("1.2.840.10008.5.1.4.1.1.2");
    QVERIFY(ct && ct->name == "CT Image Storage" && ct->type == "SOP Class");
    QVERIFY(findUid("1.2.840.10008.1.2.2")->retired);
  }

  void theEditionIsStated() { QVERIFY(dicomVersion().starts_with("20")); }
};

DICOMAESTRO_TEST(DictionaryTest)
#include "dictionary_test.moc"
