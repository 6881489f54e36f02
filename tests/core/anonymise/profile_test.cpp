// SPDX-License-Identifier: MIT
#include "core/anonymise/profile.h"

#include "core/anonymise/beyondprofile.h"
#include "core/anonymise/secret.h"
#include "core/dictionary/dictionary.h"
#include "core/parse/tags.h"
#include "core/write/uids.h"
#include "tests/support/testmain.h"

using namespace core;
using namespace core::anonymise;

class ProfileTest : public QObject {
  Q_OBJECT

 private slots:
  void holdsAllRowsOfTheTable() {
    QCOMPARE(exactProfileRows().size() + profilePatterns().size(), 608u);
    QVERIFY(profileEdition() == "2024b");
    const auto rows = exactProfileRows();
    for (std::size_t i = 1; i < rows.size(); ++i) QVERIFY(rows[i - 1].pattern < rows[i].pattern);
  }

  /// Rows of every kind, read in another list of edition 2024b.
  void saysWhatTheStandardSays_data() {
    QTest::addColumn<quint32>("tag");
    QTest::addColumn<int>("action");
    using enum ProfileAction;
    const std::pair<quint32, ProfileAction> rows[] = {
        {0x00100010, Empty},
        {0x00100020, EmptyOrDummy},
        {0x00100030, Empty},
        {0x00100040, Empty},
        {0x00101010, Remove},
        {0x00080050, Empty},
        {0x00080020, Empty},
        {0x00080021, RemoveOrDummy},
        {0x00080022, RemoveOrEmpty},
        {0x00080023, EmptyOrDummy},
        {0x0008002A, RemoveEmptyOrDummy},
        {0x00080080, RemoveEmptyOrDummy},
        {0x00080081, Remove},
        {0x00080090, Empty},
        {0x00081010, RemoveEmptyOrDummy},
        {0x00081030, Remove},
        {0x0008103E, Remove},
        {0x00081070, RemoveEmptyOrDummy},
        {0x00081140, RemoveEmptyOrMapUids},
        {0x00082112, RemoveEmptyOrMapUids},
        {0x00081155, MapUid},
        {0x00080018, MapUid},
        {0x0020000D, MapUid},
        {0x0020000E, MapUid},
        {0x00200052, MapUid},
        {0x00020003, MapUid},
        {0x00200010, Empty},
        {0x00181000, RemoveEmptyOrDummy},
        {0x00181030, RemoveOrDummy},
        {0x00180010, EmptyOrDummy},
        {0x00181203, Empty},
        {0x00321060, RemoveOrEmpty},
        {0x00400275, Remove},
        {0x0040A730, Dummy},
        {0x0040A123, Dummy},
        {0x00420011, Dummy},
        {0x00700001, Dummy},
        {0x00700084, EmptyOrDummy},
        {0x00880200, Remove},
        {0x04000561, Remove},
        {0x300A0002, Dummy},
        {0xFFFCFFFC, Remove},
        {0x50041234, Remove},
        {0x60023000, Remove},
        {0x60104000, Remove},
        {0x00091001, Remove},
        {0x7FE11010, Remove},
    };
    for (const auto& [tag, action] : rows) QTest::addRow("%08X", tag) << tag << static_cast<int>(action);
  }
  void saysWhatTheStandardSays() {
    QFETCH(quint32, tag);
    QFETCH(int, action);
    const ProfileRow* row = findProfileRow(tagFrom(tag));
    QVERIFY(row);
    QCOMPARE(static_cast<int>(row->action), action);
  }

  void saysNothingOfThePicture() {
    for (const Tag tag : {tags::Rows, tags::PixelData, tags::WindowCenter, tags::Modality, tags::SOPClassUID,
                          tags::ImagePositionPatient, Tag{0x6000, 0x0010}})
      QVERIFY(!findProfileRow(tag));
  }

  void everyTagIsInTheDictionary() {
    for (const ProfileRow& row : exactProfileRows())
      QVERIFY2(findEntry(tagFrom(row.pattern)), qPrintable(QString::number(row.pattern, 16)));
  }

  /// Also of elements that are younger than the table.
  void whoIssuedAnIdentifierIsNeverKept() {
    for (const DictionaryEntry& entry : allEntries())
      if (entry.keyword.starts_with("IssuerOf"))
        QVERIFY2(findProfileRow(entry.tag) || isBeyondProfile(entry.tag), std::string(entry.keyword).c_str());
  }

  void everyUidRowIsAUidAndEveryDateRowADate() {
    for (const ProfileRow& row : exactProfileRows()) {
      const DictionaryEntry* entry = findEntry(tagFrom(row.pattern));
      if (!entry) continue;
      if (row.action == ProfileAction::MapUid) QVERIFY(entry->vr == "UI");
      const bool isDate = entry->vr == "DA" || entry->vr == "DT" || entry->vr == "TM";
      const bool isBirth = row.pattern == 0x00100030 || row.pattern == 0x00100032;
      if (isDate) QCOMPARE(row.offers(profileOptions::dates), !isBirth);
    }
  }

  void aSecretGivesTheSameUidAgainAndAnotherSecretAnother() {
    const auto one = Secret::of(QByteArray(32, 'a'));
    const auto other = Secret::of(QByteArray(32, 'b'));
    QVERIFY(one && other);
    QVERIFY(one->uid("1.2.3") == one->uid("1.2.3"));
    QVERIFY(one->uid("1.2.3") != one->uid("1.2.4"));
    QVERIFY(one->uid("1.2.3") != other->uid("1.2.3"));
    QVERIFY(isValidUid(one->uid("1.2.3")));
    QVERIFY(one->uid("1.2.3").starts_with("2.25."));
    QCOMPARE(one->pseudonym("1").size(), 15u);
    QVERIFY(one->pseudonym("1") != one->pseudonym("2"));
  }

  void aShortSecretIsRefusedAndRandomOnesDiffer() {
    QVERIFY(!Secret::of(QByteArray(15, 'a')));
    QVERIFY(Secret::random().bytes() != Secret::random().bytes());
    QCOMPARE(Secret::random().bytes().size(), 32);
  }
};

DICOMAESTRO_TEST(ProfileTest)
#include "profile_test.moc"
