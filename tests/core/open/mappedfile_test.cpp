// SPDX-License-Identifier: MIT
#include "core/open/mappedfile.h"

#include <unistd.h>

#include <QTemporaryDir>

#include "core/cache/framecache.h"
#include "core/decode/framereader.h"
#include "core/open/source.h"
#include "core/open/ziparchive.h"
#include "core/parse/tags.h"
#include "tests/core/open/zipbuilder.h"
#include "tests/support/dicombuilder.h"
#include "tests/support/testmain.h"

using core::ErrorCode;
using core::Vr;
namespace tags = core::tags;

/// Files that get shorter while they are open, as those on a medium that is taken out do.
class MappedFileTest : public QObject {
  Q_OBJECT

  static constexpr std::uint16_t side = 256;
  static constexpr int frames = 8;
  static constexpr qint64 frameBytes = qint64{side} * side * 2;

  QTemporaryDir m_folder;
  QString write(const char* name, const std::vector<std::uint8_t>& bytes) {
    QFile file(m_folder.filePath(QLatin1String(name)));
    if (!file.open(QIODevice::WriteOnly)) qFatal("the test cannot write its file");
    file.write(reinterpret_cast<const char*>(bytes.data()), static_cast<qint64>(bytes.size()));
    return file.fileName();
  }
  static void shorten(const QString& path, qint64 bytes) {
    if (truncate(QFile::encodeName(path).constData(), bytes) != 0) qFatal("the test cannot cut its file");
  }
  /// With elements behind the pixel data too.
  static std::vector<std::uint8_t> cine() {
    auto builder = tests::DicomBuilder()
                       .identity()
                       .text(tags::PatientName, Vr::PN, "Doe^Jane")
                       .text(tags::NumberOfFrames, Vr::IS, std::to_string(frames));
    builder.image(side, side)
        .words(tags::PixelData, std::vector<std::uint16_t>(std::size_t{side} * side * frames, 77));
    return builder.text({0x7FE1, 0x0010}, Vr::LO, "BEHIND").file();
  }
  static std::shared_ptr<const core::FrameReader> readerOf(const QString& path) {
    auto file = core::DicomFile::parse(*core::MappedFile::open(path));
    return *core::FrameReader::open(std::make_shared<const core::DicomFile>(std::move(*file)));
  }

 private slots:
  void aFrameThatIsGoneIsAnErrorAndNotAPicture() {
    const QString path = write("a", cine());
    const auto reader = readerOf(path);
    QVERIFY(reader->frame(0).ok());
    shorten(path, 2 * frameBytes);
    QCOMPARE(reader->frame(6).error().code, ErrorCode::FileUnreadable);
    QVERIFY(!reader->file().isIntact());
  }

  void whatIsSaidOfAnImageStaysWhenItsFileIsEmptied() {
    const QString path = write("b", cine());
    const auto reader = readerOf(path);
    shorten(path, 0);
    QCOMPARE(reader->file().dataSet().text(tags::PatientName), std::string_view("Doe^Jane"));
    QCOMPARE(reader->file().dataSet().text({0x7FE1, 0x0010}), std::string_view("BEHIND"));
    QVERIFY(reader->file().isIntact());
    QCOMPARE(reader->frame(0).error().code, ErrorCode::FileUnreadable);
    QCOMPARE(reader->file().dataSet().text({0x7FE1, 0x0010}), std::string_view("BEHIND"));
  }

  void theHeaderOutlastsThePagesThatAreHandedBack() {
    const QString path = write("c", cine());
    const auto bytes = *core::MappedFile::open(path);
    const auto file = *core::DicomFile::parse(bytes);
    const auto& mapped = dynamic_cast<const core::MappedFile&>(*bytes);
    mapped.dropPages();
    QCOMPARE(file.dataSet().text(tags::PatientName), std::string_view("Doe^Jane"));
    QVERIFY(mapped.keptBytes() > 0 && mapped.keptBytes() < 64 * 1024);
    QCOMPARE(bytes->view()[static_cast<std::size_t>(3 * frameBytes)], std::uint8_t{77});
  }

  void aFileThatEndsWhileItIsParsedIsNotReadAsAnotherOne() {
    const QString path = write("d", cine());
    const auto bytes = *core::MappedFile::open(path);
    shorten(path, 0);
    QCOMPARE(core::DicomFile::parse(bytes).error().code, ErrorCode::FileUnreadable);
  }

  void anArchiveThatGetsShorterIsAnError() {
    const auto content = cine();
    const QByteArray entry(reinterpret_cast<const char*>(content.data()),
                           static_cast<qsizetype>(content.size()));
    tests::ZipBuilder::Options stored;
    stored.method = 0;
    const QByteArray zip = tests::ZipBuilder().add("a", entry, stored).bytes();
    const QString path = write("e.zip", {zip.begin(), zip.end()});
    const auto archive = *core::ZipArchive::open(*core::MappedFile::open(path));
    const auto before = *archive->read(0);
    shorten(path, 4096);
    QCOMPARE(archive->read(0).error().code, ErrorCode::FileUnreadable);
    QVERIFY(std::equal(content.begin(), content.end(), before->view().begin(), before->view().end()));
    const auto listed = core::MappedFile::open(path);
    QVERIFY(listed.ok() && !core::ZipArchive::open(*listed));
  }

  void aMediumThatComesBackIsReadAgain() {
    const QString path = write("f", cine());
    core::FrameCache cache(100'000'000);
    const core::Source source{path, {}, -1, 0};
    QVERIFY(cache.load({source, 0}).ok());
    shorten(path, 0);
    QCOMPARE(cache.load({source, 5}).error().code, ErrorCode::FileUnreadable);
    write("f", cine());
    QVERIFY(cache.load({source, 5}).ok());
  }

  void oneMappingAfterAnotherIsGuarded() {
    for (int i = 0; i < 100; ++i) {
      const QString path = write("g", cine());
      const auto first = *core::MappedFile::open(path);
      const auto second = *core::MappedFile::open(path);
      if (i % 10 == 0) shorten(path, 4096);
      const int sum = first->view()[static_cast<std::size_t>(frameBytes)];
      QCOMPARE(sum, i % 10 == 0 ? 0 : 77);
      QCOMPARE(first->isIntact(), i % 10 != 0);
      QVERIFY(second->isIntact());
    }
  }
};

DICOMAESTRO_TEST(MappedFileTest)
#include "mappedfile_test.moc"
