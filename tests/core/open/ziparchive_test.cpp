// SPDX-License-Identifier: MIT
#include <QFile>
#include <QTemporaryDir>

#include "core/base/limits.h"
#include "core/open/source.h"
#include "core/open/ziparchive.h"
#include "tests/core/open/zipbuilder.h"
#include "tests/support/testmain.h"

using core::ErrorCode;
using core::ZipArchive;
using tests::ZipBuilder;

namespace {

std::shared_ptr<const ZipArchive> opened(const ZipBuilder& builder) {
  return *ZipArchive::open(builder.buffer());
}

QByteArray contentOf(const core::Result<core::BufferPtr>& bytes) {
  const auto view = (*bytes)->view();
  return {reinterpret_cast<const char*>(view.data()), static_cast<qsizetype>(view.size())};
}

}  // namespace

class ZipArchiveTest : public QObject {
  Q_OBJECT

 private slots:
  void storedAndDeflatedEntriesAreRead() {
    const QByteArray text(5000, 'x');
    const auto archive = opened(ZipBuilder().add("a/one", "first", {.method = 0}).add("a/two", text));
    QCOMPARE(archive->entries()[1].name, QStringLiteral("a/two"));
    QCOMPARE(contentOf(archive->read(0)), QByteArray("first"));
    QCOMPARE(contentOf(archive->read(1)), text);
    QCOMPARE(contentOf(archive->readHead(1, 10)), text.left(10));
  }

  void aStoredEntryIsACopyAsTheArchiveMayGoAway() {
    const core::BufferPtr bytes = ZipBuilder().add("one", "first", {.method = 0}).buffer();
    const auto entry = *(*ZipArchive::open(bytes))->read(0);
    const auto* at = entry->view().data();
    QVERIFY(at < bytes->view().data() || at >= bytes->view().data() + bytes->view().size());
    QCOMPARE(core::asText(entry->view()), std::string_view("first"));
  }

  void oneBadEntryLeavesTheOthersReadable_data() {
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<int>("flags");
    QTest::addColumn<uint>("attributes");
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("encrypted") << QByteArray("x") << 1 << 0u << QByteArray("c");
    QTest::newRow("absolute") << QByteArray("/etc/x") << 0 << 0u << QByteArray("c");
    QTest::newRow("drive") << QByteArray("C:\\x") << 0 << 0u << QByteArray("c");
    QTest::newRow("dot dot") << QByteArray("a/../../x") << 0 << 0u << QByteArray("c");
    QTest::newRow("dot dot by backslash") << QByteArray("..\\x") << 0 << 0u << QByteArray("c");
    QTest::newRow("symbolic link") << QByteArray("x") << 0 << (0120777u << 16) << QByteArray("c");
    QTest::newRow("nested by name") << QByteArray("x.ZIP") << 0 << 0u << QByteArray("c");
    QTest::newRow("nested by content")
        << QByteArray("x.dcm") << 0 << 0u << ZipBuilder().add("y", "z").bytes();
    QTest::newRow("bomb") << QByteArray("x") << 0 << 0u << QByteArray(40'000'000, '\0');
  }
  void oneBadEntryLeavesTheOthersReadable() {
    QFETCH(QByteArray, name);
    QFETCH(int, flags);
    QFETCH(uint, attributes);
    QFETCH(QByteArray, content);
    const auto archive =
        opened(ZipBuilder()
                   .add("good", "1")
                   .add(name, content, {.flags = static_cast<std::uint16_t>(flags), .attributes = attributes})
                   .add("fine", "2"));
    QCOMPARE(archive->read(1).error().code, ErrorCode::ZipUnsafe);
    QCOMPARE(contentOf(archive->read(0)), QByteArray("1"));
    QCOMPARE(contentOf(archive->read(2)), QByteArray("2"));
  }

  void entriesThatShareBytesAreRefused() {
    const QByteArray text(100, 'x');
    const auto archive = opened(ZipBuilder().add("a", text).add("b", text, {.sharedWith = 0}).add("c", "3"));
    QCOMPARE(archive->read(0).error().code, ErrorCode::ZipUnsafe);
    QCOMPARE(archive->read(1).error().code, ErrorCode::ZipUnsafe);
    QVERIFY(archive->read(2).ok());
  }

  void anEntryThatIsMoreThanItSaysIsRefused() {
    const auto archive = opened(ZipBuilder().add("a", QByteArray(500, 'x'), {.announcedSize = 400}));
    QCOMPARE(archive->read(0).error().code, ErrorCode::ZipUnsafe);
  }

  void anEntryThatIsLessThanItSaysIsDamaged() {
    const auto archive = opened(ZipBuilder().add("a", QByteArray(500, 'x'), {.announcedSize = 600}));
    QCOMPARE(archive->read(0).error().code, ErrorCode::ZipInvalid);
  }

  void aWrongChecksumIsSaid() {
    const auto archive = opened(ZipBuilder().add("a", "text", {.wrongCrc = true}));
    QCOMPARE(archive->read(0).error().code, ErrorCode::ZipInvalid);
  }

  void namesAreUtf8OrCodePage437() {
    const auto archive = opened(ZipBuilder().add("\xC5\x82.dcm", "1").add("\x81\x94", "2"));
    QCOMPARE(archive->entries()[0].name, QStringLiteral("ł.dcm"));
    QCOMPARE(archive->entries()[1].name, QStringLiteral("üö"));
  }

  void tooManyEntriesAreRefused() {
    ZipBuilder builder;
    for (int i = 0; i <= core::limits::zipEntries; ++i) builder.add("f", "", {.method = 0});
    QCOMPARE(ZipArchive::open(builder.buffer()).error().code, ErrorCode::ZipUnsafe);
  }

  void everyCutOfAnArchiveGivesAnErrorOrItsEntries() {
    const QByteArray whole = ZipBuilder().add("a", "text").add("b", QByteArray(300, 'y')).bytes();
    for (qsizetype size = 0; size < whole.size(); ++size)
      QVERIFY(!ZipArchive::open(tests::bufferOf({whole.begin(), whole.begin() + size})).ok());
  }

  void flippedBytesNeverCrash() {
    const QByteArray whole = ZipBuilder().add("a", "text").add("b", QByteArray(300, 'y')).bytes();
    for (qsizetype at = 0; at < whole.size(); ++at)
      for (const int flip : {0x01, 0x80, 0xFF}) {
        QByteArray bad = whole;
        bad[at] = static_cast<char>(bad[at] ^ flip);
        const auto archive = ZipArchive::open(tests::bufferOf({bad.begin(), bad.end()}));
        if (!archive) continue;
        for (std::size_t i = 0; i < (*archive)->entries().size(); ++i) {
          const auto content = (*archive)->read(i);
          if (content) QVERIFY((*content)->view().size() <= 300);
        }
      }
  }

  void aSourceIsReadByItsRecordOrByItsNumber() {
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("a.zip")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(ZipBuilder().add("one", "first").add("two", "second").bytes());
    file.close();
    core::Source source{file.fileName(), QStringLiteral("two"), 1, 0};
    QCOMPARE(contentOf(core::readAll(source)), QByteArray("second"));
    const auto archive = *ZipArchive::open(*core::readAll({file.fileName(), {}, -1, 0}));
    source.record = archive->entries()[1].record;
    QCOMPARE(contentOf(core::readAll(source)), QByteArray("second"));
    source.record = archive->entries()[0].record;
    QCOMPARE(core::readAll(source).error().code, ErrorCode::ZipInvalid);
  }
};

DICOMAESTRO_TEST(ZipArchiveTest)
#include "ziparchive_test.moc"
