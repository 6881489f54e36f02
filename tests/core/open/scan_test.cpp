// SPDX-License-Identifier: MIT
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <thread>

#include "core/open/scan.h"
#include "core/parse/tags.h"
#include "tests/core/open/zipbuilder.h"
#include "tests/support/testmain.h"

using core::ErrorCode;
using core::Vr;
namespace tags = core::tags;

namespace {

struct Found {
  std::vector<core::Instance> instances;
  std::vector<core::Problem> problems;
  core::ScanProgress progress;
};

Found scanned(const QStringList& paths) {
  Found found;
  found.progress = core::scan(paths,
                              {[&](std::vector<core::Instance> batch) {
                                 found.instances.insert(found.instances.end(), batch.begin(), batch.end());
                               },
                               [&](std::vector<core::Problem> batch) {
                                 found.problems.insert(found.problems.end(), batch.begin(), batch.end());
                               },
                               {}},
                              false);
  return found;
}

std::vector<std::uint8_t> imageFile(std::string_view uid = "2.25.1") {
  return tests::DicomBuilder().identity(uid).image(2, 2).words(tags::PixelData, {1, 2, 3, 4}).file();
}

QByteArray asArray(const std::vector<std::uint8_t>& bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), static_cast<qsizetype>(bytes.size())};
}

}  // namespace

class ScanTest : public QObject {
  Q_OBJECT

  std::unique_ptr<QTemporaryDir> m_folder;
  QString write(const QString& name, const QByteArray& content) {
    const QString path = m_folder->filePath(name);
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly)) qFatal("the test cannot write its file");
    file.write(content);
    return path;
  }

 private slots:
  void init() { m_folder = std::make_unique<QTemporaryDir>(); }

  void aFolderIsScannedToTheBottomAndWhatIsNotDicomIsCounted() {
    write(QStringLiteral("a"), asArray(imageFile("2.25.1")));
    write(QStringLiteral("deep/er/b.dcm"), asArray(imageFile("2.25.2")));
    write(QStringLiteral("deep/readme.txt"), "hello, this is no DICOM file");
    const Found found = scanned({m_folder->path()});
    QCOMPARE(found.instances.size(), std::size_t{2});
    QCOMPARE(found.problems.size(), std::size_t{0});
    QCOMPARE(found.progress.seen, std::uint64_t{3});
    QCOMPARE(found.progress.skipped, std::uint64_t{1});
    QVERIFY(found.progress.listed);
  }

  void aFileWithoutPreambleOrMetaIsFound() {
    write(QStringLiteral("bare"), asArray(tests::DicomBuilder().identity().image(2, 2).dataSet()));
    QCOMPARE(scanned({m_folder->path()}).instances.size(), std::size_t{1});
  }

  void aNamedPathThatIsNoDicomIsAProblem() {
    const QString text = write(QStringLiteral("notes"), "hello, this is no DICOM file");
    const Found found = scanned({text, m_folder->filePath(QStringLiteral("absent"))});
    QCOMPARE(found.problems.size(), std::size_t{2});
    QCOMPARE(found.progress.skipped, std::uint64_t{0});
  }

  void aFileThatSaysItIsDicomAndIsNotIsAProblem() {
    write(QStringLiteral("x.dcm"), "hello, this is no DICOM file");
    QCOMPARE(scanned({m_folder->path()}).problems.at(0).error.code, ErrorCode::NotDicom);
  }

  void aHeaderThatIsCutIsAProblem() {
    write(QStringLiteral("x"), asArray(imageFile()).left(231));  // odd, so inside an element
    const Found found = scanned({m_folder->path()});
    QCOMPARE(found.instances.size(), std::size_t{0});
    QCOMPARE(found.problems.at(0).error.code, ErrorCode::Truncated);
  }

  void aHeaderLongerThanTheFirstLookIsReadWhole() {
    const std::vector<std::uint8_t> huge(200'000, 7);
    auto builder = tests::DicomBuilder().identity("2.25.77");
    builder.bytes({0x0009, 0x1001}, Vr::OB, huge).image(3, 2).words(tags::PixelData, {1, 2, 3, 4, 5, 6});
    write(QStringLiteral("x"), asArray(builder.file()));
    const Found found = scanned({m_folder->path()});
    QCOMPARE(found.instances.at(0).rows, 3u);
    QVERIFY(found.instances.at(0).hasPixels);
  }

  void anObjectWithoutAnImageIsAnInstance() {
    write(QStringLiteral("sr"),
          asArray(tests::DicomBuilder().identity("2.25.5", "2.25.2", "2.25.3", "SR").file()));
    const Found found = scanned({m_folder->path()});
    QVERIFY(!found.instances.at(0).hasPixels);
    QCOMPARE(found.instances.at(0).modality, std::string("SR"));
  }

  void aZipInAFolderIsReadInPlace() {
    write(QStringLiteral("a.zip"), tests::ZipBuilder()
                                       .add("x/1", asArray(imageFile("2.25.1")))
                                       .add("x/2.txt", "no")
                                       .add("/bad", asArray(imageFile("2.25.3")))
                                       .add("x/3", asArray(imageFile("2.25.4")))
                                       .bytes());
    const Found found = scanned({m_folder->path()});
    QCOMPARE(found.instances.size(), std::size_t{2});
    QVERIFY(found.instances[0].source.isInArchive());
    QCOMPARE(found.problems.size(), std::size_t{1});
    QCOMPARE(found.progress.skipped, std::uint64_t{1});
  }

  void aDicomdirOpensItsFolderAndNamesWhatIsMissing() {
    const auto record = [](std::string_view file) {
      return tests::DicomBuilder().text(tags::ReferencedFileID, Vr::CS, file);
    };
    const auto directory = tests::DicomBuilder().sequence(
        tags::DirectoryRecordSequence, {record("IMG\\I1"), record("IMG\\I2"), record("..\\I3")});
    const QString path = write(QStringLiteral("DICOMDIR"), asArray(directory.file()));
    write(QStringLiteral("img/i1"), asArray(imageFile("2.25.1")));
    write(QStringLiteral("other/more"), asArray(imageFile("2.25.2")));
    const Found found = scanned({path});
    QCOMPARE(found.instances.size(), std::size_t{2});
    QCOMPARE(found.problems.size(), std::size_t{1});
    QCOMPARE(found.problems[0].error.code, ErrorCode::FileNotFound);
    QVERIFY(found.problems[0].source.path.endsWith(QLatin1String("IMG/I2")));
    QCOMPARE(found.progress.seen, std::uint64_t{3});
  }

  void aLinkThatLeadsBackEnds() {
    write(QStringLiteral("a/1"), asArray(imageFile()));
    QVERIFY(QFile::link(m_folder->path(), m_folder->filePath(QStringLiteral("a/back"))));
    QCOMPARE(scanned({m_folder->path()}).instances.size(), std::size_t{1});
  }

  void theSameFileNamedTwiceIsScannedOnce() {
    const QString path = write(QStringLiteral("a"), asArray(imageFile()));
    QCOMPARE(scanned({path, m_folder->path(), path}).instances.size(), std::size_t{1});
  }

  void theFirstInstanceIsReportedBeforeTheScanEnds() {
    for (int i = 0; i < 2000; ++i)
      write(QString::number(i), asArray(imageFile("2.25." + std::to_string(i + 1))));
    std::vector<std::size_t> batches;
    std::uint64_t seenAtFirst = 0;
    const auto onInstances = [&](std::vector<core::Instance> batch) { batches.push_back(batch.size()); };
    const auto onProgress = [&](core::ScanProgress progress) {
      if (seenAtFirst == 0 && !batches.empty()) seenAtFirst = progress.seen;
    };
    QElapsedTimer timer;
    timer.start();
    core::scan({m_folder->path()}, {onInstances, {}, onProgress}, false);
    // A worker takes up to eight files at once.
    QVERIFY(seenAtFirst <= 8 * std::max(1u, std::thread::hardware_concurrency()));
    QVERIFY(batches.size() <= 2 + static_cast<std::size_t>(timer.elapsed() / 100));
  }

  void aCancelledScanEnds() {
    for (int i = 0; i < 500; ++i) write(QString::number(i), asArray(imageFile()));
    std::atomic<bool> cancelled = false;
    std::size_t count = 0;
    core::scan({m_folder->path()},
               {[&](std::vector<core::Instance> batch) {
                  count += batch.size();
                  cancelled = true;
                },
                {},
                {}},
               cancelled);
    QVERIFY(count <= 500);
  }
};

DICOMAESTRO_TEST(ScanTest)
#include "scan_test.moc"
