// SPDX-License-Identifier: MIT
#include <sys/resource.h>

#include <QDir>
#include <QTemporaryDir>
#include <csignal>

#include "core/cache/imageloader.h"
#include "core/export/exportplan.h"
#include "core/parse/tags.h"
#include "tests/support/dicombuilder.h"
#include "tests/support/testmain.h"

using core::ErrorCode;
using core::PictureFormat;
using core::Vr;
using tests::DicomBuilder;
namespace tags = core::tags;

/// Series as files of pictures.
class ExporterTest : public QObject {
  Q_OBJECT

  std::unique_ptr<QTemporaryDir> m_folder;
  QString m_target;

  QString write(const QString& name, const std::vector<std::uint8_t>& bytes) {
    QFile file(m_folder->filePath(name));
    if (!file.open(QIODevice::WriteOnly)) qFatal("the test cannot write its file");
    file.write(reinterpret_cast<const char*>(bytes.data()), static_cast<qint64>(bytes.size()));
    return file.fileName();
  }

  /// A slice at a place, its pixels all of one value.
  core::Instance slice(int number, bool isWhole = true) {
    const std::string uid = "2.25.1" + std::to_string(number);
    DicomBuilder builder = DicomBuilder().identity(uid);
    builder.text(tags::PatientName, Vr::PN, "Doe^Jane").text(tags::PatientID, Vr::LO, "4711");
    builder.text(tags::SeriesNumber, Vr::IS, "3").text(tags::InstanceNumber, Vr::IS, std::to_string(number));
    builder.image(8, 8).text(tags::WindowCenter, Vr::DS, "50").text(tags::WindowWidth, Vr::DS, "100");
    std::vector<std::uint16_t> cells(isWhole ? 64 : 3, static_cast<std::uint16_t>(number * 10));
    builder.words(tags::PixelData, cells);
    const QString path = write(QStringLiteral("in%1").arg(number), builder.file());
    return *core::instanceOf(builder.parsed(), {path, {}, -1, 0});
  }

  core::Stack stackOf(std::vector<core::Instance> instances) {
    return core::stacksOf(std::move(instances)).front();
  }

  core::ExportReport run(
      const core::Stack& stack, PictureFormat format, const std::atomic<bool>& cancelled,
      const std::function<void(std::size_t)>& progress = [](std::size_t) {}) {
    return core::exportPictures(core::planned({&stack}, m_target, {format, {}, {}}), {format, 90, {}},
                                core::plainPicture({}), progress, cancelled);
  }
  core::ExportReport run(const core::Stack& stack, PictureFormat format = PictureFormat::Png) {
    return run(stack, format, false);
  }

  QStringList written() const {
    return QDir(m_target).entryList(QDir::Files | QDir::Hidden | QDir::System, QDir::Name);
  }

 private slots:
  void init() {
    m_folder = std::make_unique<QTemporaryDir>();
    m_target = m_folder->filePath(QStringLiteral("out"));
    QDir().mkdir(m_target);
  }

  void aSeriesBecomesNumberedPicturesInSliceOrder() {
    const core::Stack stack = stackOf({slice(3), slice(1), slice(2)});
    const auto report = run(stack);
    QCOMPARE(report.files, std::size_t{3});
    QVERIFY(report.problems.empty());
    QCOMPARE(written(), (QStringList{QStringLiteral("0001.png"), QStringLiteral("0002.png"),
                                     QStringLiteral("0003.png")}));
    const auto loader = core::fileImageLoader();
    for (int i = 0; i < 3; ++i) {
      const auto reader = loader->open(stack.instances[static_cast<std::size_t>(i)].source);
      const auto image = loader->load(*reader, 0, {});
      const auto expected = core::renderFrame((*image)->prepared->frame(), (*image)->prepared->display());
      const QImage picture(m_target + QStringLiteral("/000%1.png").arg(i + 1));
      QCOMPARE(picture.convertToFormat(QImage::Format_Grayscale8), *expected);
    }
  }

  void anImageThatCannotBeDecodedCostsItsFileAlone() {
    const auto report = run(stackOf({slice(1), slice(2, false), slice(3)}));
    QCOMPARE(report.files, std::size_t{2});
    QCOMPARE(report.problems.size(), std::size_t{1});
    QCOMPARE(report.problems.front().error.code, ErrorCode::Truncated);
    QVERIFY(!written().contains(QStringLiteral("0002.png")));
  }

  void cancellingLeavesWholeFilesOnly() {
    std::atomic<bool> cancelled = false;
    std::vector<core::Instance> instances;
    for (int i = 1; i <= 9; ++i) instances.push_back(slice(i));
    const auto report = run(stackOf(std::move(instances)), PictureFormat::Png, cancelled,
                            [&](std::size_t done) { cancelled = done == 4; });
    QVERIFY(report.isCancelled);
    QCOMPARE(written().size(), static_cast<qsizetype>(report.files));
    QVERIFY(report.files < 9);
    for (const QString& name : written()) QVERIFY(!QImage(m_target + QLatin1Char('/') + name).isNull());
  }

  void aCancelledAnimationAndTiffLeaveNothing() {
    for (const auto format : {PictureFormat::Gif, PictureFormat::Tiff}) {
      std::atomic<bool> cancelled = false;
      const core::Stack stack = stackOf({slice(1), slice(2)});
      const std::vector<core::ExportFile> files{
          {m_target + QStringLiteral("/all"), core::imagesOf(stack), {}}};
      const auto report = core::exportPictures(
          files, {format, 90, {}}, core::plainPicture({}), [&](std::size_t) { cancelled = true; }, cancelled);
      QVERIFY(report.isCancelled);
      QCOMPARE(report.files, std::size_t{0});
      QCOMPARE(written(), QStringList());
    }
  }

  void aFullDiskEndsItWithOneProblem() {
    const auto handler = std::signal(SIGXFSZ, SIG_IGN);
    rlimit before{};
    getrlimit(RLIMIT_FSIZE, &before);
    rlimit now = before;
    now.rlim_cur = 20;
    const core::Stack stack = stackOf({slice(1), slice(2)});
    setrlimit(RLIMIT_FSIZE, &now);
    const auto report = run(stack);
    setrlimit(RLIMIT_FSIZE, &before);
    std::signal(SIGXFSZ, handler);
    QCOMPARE(report.problems.size(), std::size_t{1});
    QCOMPARE(report.problems.front().error.code, ErrorCode::DiskFull);
    QCOMPARE(written(), QStringList());
  }

  void aFolderThatVanishesEndsItAndIsNotMadeAgain() {
    const core::Stack stack = stackOf({slice(1), slice(2)});
    m_target += QStringLiteral("/gone/deeper");
    const auto report = run(stack);
    QCOMPARE(report.problems.front().error.code, ErrorCode::FolderMissing);
    QVERIFY(!QFile::exists(m_target));
  }

  void aSourceIsNeverWrittenTo() {
    const core::Stack stack = stackOf({slice(1), slice(2)});
    std::vector<core::ExportFile> files;
    for (const core::ImageKey& key : core::imagesOf(stack))
      files.push_back({stack.instances.back().source.path, {key}, {}});
    const auto report = core::exportPictures(
        files, {}, core::plainPicture({}), [](std::size_t) {}, false);
    QCOMPARE(report.files, std::size_t{0});
    for (const core::Problem& problem : report.problems)
      QCOMPARE(problem.error.code, ErrorCode::WouldOverwrite);
    QVERIFY(core::fileImageLoader()->open(stack.instances.back().source).ok());
  }

  void namesTellNothingOfThePatientUnlessWanted() {
    const core::Stack stack = stackOf({slice(1)});
    QCOMPARE(core::stackName(stack, core::Naming::Neutral), QStringLiteral("series-3-CT"));
    QCOMPARE(core::stackName(stack, core::Naming::Patient), QStringLiteral("Doe_Jane_4711_series-3-CT"));
  }

  void hostileNamesStayInTheFolder() {
    core::Stack stack = stackOf({slice(1)});
    stack.instances[0].patientName = "../../etc/passwd\n$(rm)";
    stack.instances[0].patientId = "..";
    stack.instances[0].modality = "/CT";
    const auto files = core::planned({&stack, &stack}, m_target, {{}, {}, core::Naming::Patient});
    for (const core::ExportFile& file : files) {
      QCOMPARE(QFileInfo(QFileInfo(file.path).path()).path(), m_target);
      QVERIFY(!file.path.mid(m_target.size()).contains(QStringLiteral("..")));
    }
    QVERIFY(files[0].path != files[1].path);
  }

  void anAnimationTakesItsTimeFromTheFile() {
    DicomBuilder builder = DicomBuilder().identity();
    builder.text(tags::FrameTime, Vr::DS, "250").text(tags::NumberOfFrames, Vr::IS, "3").image(2, 2);
    builder.words(tags::PixelData, {0, 0, 0, 0, 9, 9, 9, 9, 20, 20, 20, 20});
    const QString path = write(QStringLiteral("cine"), builder.file());
    const core::Stack stack = stackOf({*core::instanceOf(builder.parsed(), {path, {}, -1, 0})});
    QCOMPARE(run(stack, PictureFormat::Gif).files, std::size_t{1});
    QCOMPARE(written().size(), 1);
    QFile gif(m_target + QLatin1Char('/') + written().front());
    QVERIFY(gif.open(QIODevice::ReadOnly));
    // Graphic Control Extension: 25 hundredths of a second, three times.
    QCOMPARE(gif.readAll().count(QByteArray("\x21\xf9\x04", 3)), 3);
    gif.seek(0);
    QVERIFY(gif.readAll().contains(QByteArray("\x19\x00", 2)));
  }
};

DICOMAESTRO_TEST(ExporterTest)
#include "exporter_test.moc"
