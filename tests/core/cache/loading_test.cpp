// SPDX-License-Identifier: MIT
#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include "core/cache/framecache.h"
#include "core/open/scan.h"
#include "core/parse/tags.h"
#include "tests/core/open/zipbuilder.h"
#include "tests/support/shared.h"
#include "tests/support/testmain.h"

using core::ErrorCode;
using core::FrameCache;
using core::Vr;
namespace tags = core::tags;

/// The cache over real files.
class LoadingTest : public QObject {
  Q_OBJECT

  QTemporaryDir m_folder;
  core::Source write(const QString& name, const std::vector<std::uint8_t>& bytes) {
    QFile file(m_folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly)) qFatal("the test cannot write its file");
    file.write(reinterpret_cast<const char*>(bytes.data()), static_cast<qint64>(bytes.size()));
    return {file.fileName(), {}, -1, 0};
  }

  static tests::DicomBuilder frames(std::uint16_t side, std::uint16_t count) {
    auto builder = tests::DicomBuilder().identity().text(tags::NumberOfFrames, Vr::IS, std::to_string(count));
    builder.image(side, side);
    std::vector<std::uint16_t> cells(std::size_t{side} * side * count);
    for (std::size_t i = 0; i < cells.size(); ++i)
      cells[i] = static_cast<std::uint16_t>(i / (std::size_t{side} * side));
    return builder.words(tags::PixelData, cells);
  }

 private slots:
  void framesOfAMappedFileAreDecoded() {
    const core::Source source = write(QStringLiteral("large"), frames(128, 20).file());
    FrameCache cache(100'000'000);
    for (const std::uint32_t frame : {0u, 19u, 7u}) {
      const auto image = cache.load({source, frame});
      QVERIFY(image.ok());
      QCOMPARE((*image)->prepared->frame().samplesAs<std::uint16_t>()[5], static_cast<std::uint16_t>(frame));
    }
    QCOMPARE(cache.load({source, 20}).error().code, ErrorCode::FrameOutOfRange);
  }

  void allFramesShareTheRangeOfTheFirstMiddleAndLast() {
    const core::Source source = write(QStringLiteral("range"), frames(16, 9).file());
    FrameCache cache(100'000'000);
    const auto image = cache.load({source, 3});
    QVERIFY((*image)->prepared->display().range.has_value());
    QCOMPARE((*image)->prepared->display().range->second, 8.0);
  }

  void anImageOfAZipIsDecoded() {
    const auto file = frames(8, 1).file();
    const QByteArray content(reinterpret_cast<const char*>(file.data()), static_cast<qsizetype>(file.size()));
    const QByteArray zip = tests::ZipBuilder().add("a/b", content).bytes();
    const core::Source archive = write(QStringLiteral("a.zip"), {zip.begin(), zip.end()});
    std::vector<core::Instance> found;
    core::scan({archive.path}, {[&](std::vector<core::Instance> batch) { found = batch; }, {}, {}}, false);
    FrameCache cache(100'000'000);
    QVERIFY(cache.load({found.at(0).source, 0}).ok());
  }

  void aFileThatIsGoneOrIsNoImageFailsWithItsReason() {
    FrameCache cache(100'000'000);
    QCOMPARE(cache.load({{m_folder.filePath(QStringLiteral("gone")), {}, -1, 0}, 0}).error().code,
             ErrorCode::FileNotFound);
    const core::Source report = write(QStringLiteral("sr"), tests::DicomBuilder().identity().file());
    QCOMPARE(cache.load({report, 0}).error().code, ErrorCode::NoPixelData);
  }

  void brokenFilesGiveAnImageOrAReason() {
    if (tests::sharedFolder().isEmpty()) QSKIP("reference data absent: ../shared");
    const QDir folder(tests::sharedFile(QStringLiteral("generated/broken")));
    FrameCache cache(100'000'000);
    for (const QString& name : folder.entryList(QDir::Files)) {
      const auto image = cache.load({{folder.filePath(name), {}, -1, 0}, 0});
      if (image) QVERIFY((*image)->prepared != nullptr);
    }
  }
};

DICOMAESTRO_TEST(LoadingTest)
#include "loading_test.moc"
