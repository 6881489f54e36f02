// SPDX-License-Identifier: MIT
#include <sys/resource.h>

#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTemporaryDir>
#include <csignal>

#include "app/share/exportdialog.h"
#include "app/share/sharing.h"
#include "app/window/mainwindow.h"
#include "core/cache/imageloader.h"
#include "core/parse/tags.h"
#include "tests/app/folder.h"
#include "tests/support/dicombuilder.h"
#include "tests/support/testmain.h"

using app::ExportDialog;
using app::Extent;
using core::PictureFormat;
using core::Vr;
namespace tags = core::tags;

/// File › Export, in the real dialog.
class ShareExportTest : public QObject {
  Q_OBJECT

  QTemporaryDir m_dir;
  std::unique_ptr<QSettings> m_settings;
  std::unique_ptr<app::MainWindow> m_window;
  QString m_target;
  int m_count = 0;

  QString path(const QString& name) const { return m_dir.filePath(name); }

  void open(const QString& what) {
    m_window->closeAll();
    m_window->open({what});
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->scanner()->isScanning() && m_window->grid()->activeView()->hasImage(),
                             10000);
  }

  ExportDialog* dialog(Extent extent = Extent::Series, PictureFormat format = PictureFormat::Png) {
    app::exportPictures(*m_window);
    auto* made = m_window->findChildren<ExportDialog*>().last();
    made->extent()->button(static_cast<int>(extent))->setChecked(true);
    made->format()->setCurrentIndex(made->format()->findData(static_cast<int>(format)));
    m_target = path(QStringLiteral("out%1").arg(++m_count));
    if (extent == Extent::Image) m_target += core::fileEnding(format);
    made->target()->setText(m_target);
    return made;
  }

  static void finish(ExportDialog* made) {
    made->go()->click();
    QTRY_VERIFY_WITH_TIMEOUT(!made->worker()->isRunning(), 10000);
  }

  QStringList written() const {
    return QDir(m_target).entryList(QDir::Files | QDir::Hidden | QDir::System, QDir::Name);
  }

  /// The picture of the shown image by the dialog.
  QImage picture(const std::function<void(ExportDialog*)>& set) {
    ExportDialog* made = dialog(Extent::Image);
    set(made);
    finish(made);
    const QImage image(m_target);
    made->close();
    return image.convertToFormat(QImage::Format_RGB32);
  }

  static void annotate(ExportDialog* made) { made->annotations()->setChecked(true); }

  /// An image large enough for texts.
  void writeLarge(const QString& name, const char* patient, const char* id, const char* study,
                  const char* burnedIn = nullptr) {
    auto builder = tests::DicomBuilder().text(tags::StudyDate, Vr::DA, study);
    builder.identity().text(tags::PatientName, Vr::PN, patient).text(tags::PatientID, Vr::LO, id);
    builder.text({0x0008, 0x103e}, Vr::LO, patient).text({0x0008, 0x1030}, Vr::LO, patient);
    builder.text(tags::InstanceNumber, Vr::IS, "1").image(400, 500);
    if (burnedIn) builder.text(tags::BurnedInAnnotation, Vr::CS, burnedIn);
    builder.text(tags::WindowCenter, Vr::DS, "50").text(tags::WindowWidth, Vr::DS, "100");
    builder.words(tags::PixelData, std::vector<std::uint16_t>(400 * 500, 40));
    write(name, builder.file());
  }

  /// A slice of square pixels that are all different.
  void writeSlope(int number) {
    QDir().mkpath(path(QStringLiteral("slope")));
    auto builder = tests::DicomBuilder().identity("2.25.7" + std::to_string(number), "2.25.8");
    builder.text(tags::InstanceNumber, Vr::IS, std::to_string(number)).image(20, 30);
    builder.text(tags::WindowCenter, Vr::DS, "50").text(tags::WindowWidth, Vr::DS, "100");
    std::vector<std::uint16_t> cells(20 * 30);
    for (std::size_t i = 0; i < cells.size(); ++i)
      cells[i] = static_cast<std::uint16_t>(i + 100 * static_cast<std::size_t>(number));
    write(QStringLiteral("slope/%1").arg(number), builder.words(tags::PixelData, cells).file());
  }

  void write(const QString& name, const std::vector<std::uint8_t>& bytes) {
    QFile file(path(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(reinterpret_cast<const char*>(bytes.data()), static_cast<qint64>(bytes.size()));
  }

 private slots:
  void initTestCase() {
    tests::writeSeries(path(QStringLiteral("a")), 5, 1);
    for (int i = 1; i <= 3; ++i) writeSlope(i);
    writeLarge(QStringLiteral("jane"), "Doe^Jane", "4711", "20010203");
    writeLarge(QStringLiteral("john"), "Roe^John", "1234", "20211111");
    writeLarge(QStringLiteral("burned"), "Roe^John", "1234", "20211111", "YES");
    m_settings = std::make_unique<QSettings>(path(QStringLiteral("settings.ini")), QSettings::IniFormat);
    m_window = std::make_unique<app::MainWindow>(std::make_shared<core::FrameCache>(64u << 20), *m_settings);
    m_window->resize(1200, 800);
    m_window->show();
  }
  void cleanupTestCase() { m_window.reset(); }

  void aSeriesBecomesPicturesAsItIsShown() {
    open(path(QStringLiteral("slope")));
    auto* view = m_window->grid()->activeView();
    view->setVoi(core::VoiWindow{200, 700, {}, {}});
    view->run(app::ViewCommand::Invert);
    finish(dialog());
    QCOMPARE(written().size(), 3);
    core::Rendering rendering{core::VoiWindow{200, 700, {}, {}}, true};
    const auto loader = core::fileImageLoader();
    for (int i = 0; i < 3; ++i) {
      const auto reader = loader->open(view->stack()->instances[static_cast<std::size_t>(i)].source);
      const auto image = loader->load(*reader, 0, {});
      const auto& prepared = *(*image)->prepared;
      const QImage exported(m_target + QStringLiteral("/000%1.png").arg(i + 1));
      QCOMPARE(exported.convertToFormat(QImage::Format_Grayscale8),
               *core::renderFrame(prepared.frame(), prepared.display(), rendering));
    }
  }

  void namesOfFilesTellNothingOfThePatient() {
    open(path(QStringLiteral("a")));
    app::exportPictures(*m_window);
    auto* made = m_window->findChildren<ExportDialog*>().last();
    QVERIFY(!made->target()->text().contains(QStringLiteral("Doe")));
    QVERIFY(!made->warning()->isVisibleTo(made));
    made->patientNames()->setChecked(true);
    QVERIFY(made->target()->text().contains(QStringLiteral("Doe")));
    QVERIFY(made->warning()->isVisibleTo(made));
    made->close();
  }

  void annotationsAreDrawnWhenTheyAreWanted() {
    open(path(QStringLiteral("jane")));
    const QImage plain = picture([](ExportDialog*) {}), annotated = picture(annotate);
    QCOMPARE(plain.size(), QSize(500, 400));
    QCOMPARE(annotated.size(), plain.size());
    QVERIFY(annotated != plain);
    const QRgb ground = plain.pixel(0, 0);
    for (int y = 0; y < plain.height(); ++y)
      for (int x = 0; x < plain.width(); ++x) QCOMPARE(plain.pixel(x, y), ground);
  }

  /// Two patients, everything else alike: without the patient's texts the pictures must be too.
  void noTextOfThePatientIsDrawnUnlessItIsWanted() {
    const auto withPatient = [](ExportDialog* made) {
      annotate(made);
      made->patientTexts()->setChecked(true);
    };
    open(path(QStringLiteral("jane")));
    const QImage jane = picture(annotate), janeNamed = picture(withPatient);
    open(path(QStringLiteral("john")));
    const QImage john = picture(annotate), johnNamed = picture(withPatient);
    QCOMPARE(jane, john);
    QVERIFY(janeNamed != johnNamed);
    QVERIFY(janeNamed != jane);
  }

  void asShownHasTheSizeOfTheViewport() {
    open(path(QStringLiteral("slope")));
    auto* view = m_window->grid()->activeView();
    view->run(app::ViewCommand::RotateRight);
    view->run(app::ViewCommand::ZoomIn);
    const QImage shown = picture([](ExportDialog* made) {
      made->size()->button(static_cast<int>(app::PictureStyle::Size::AsShown))->setChecked(true);
    });
    QCOMPARE(shown.size(), view->size());
    m_window->setOption(&app::ViewOptions::annotations, false);
    const QImage screen = view->grab().toImage().convertToFormat(QImage::Format_RGB32);
    m_window->setOption(&app::ViewOptions::annotations, true);
    const QRect inside =
        screen.rect().adjusted(4, 4, -4, -4);  // the viewport's border is none of the picture
    QCOMPARE(shown.copy(inside), screen.copy(inside));
  }

  void pixelsThatAreNotSquareKeepTheirShape() {
    open(path(QStringLiteral("a")));  // twice as high as wide
    QCOMPARE(picture([](ExportDialog*) {}).size(), QSize(16, 32));
    QCOMPARE(picture(annotate).size(), QSize(16, 32));
  }

  void measurementsAreAnnotations() {
    open(path(QStringLiteral("jane")));
    const QImage plain = picture([](ExportDialog*) {}), annotated = picture(annotate);
    const auto* view = m_window->grid()->activeView();
    app::Measurement line;
    line.image = app::imageKey(*view->stack(), 0);
    line.kind = app::MeasureKind::Length;
    line.points = {QPointF(100, 200), QPointF(300, 220)};
    m_window->grid()->measurements().add(line);
    QCOMPARE(picture([](ExportDialog*) {}), plain);
    QVERIFY(picture(annotate) != annotated);
    m_window->grid()->measurements().removeAll();
  }

  void cancellingLeavesWholeFilesOnly() {
    open(path(QStringLiteral("a")));
    ExportDialog* made = dialog();
    annotate(made);  // every picture waits for the window: cancelled before the second one at the latest
    connect(made->worker(), &app::Worker::progressed, made, [made] { made->reject(); });
    finish(made);
    QVERIFY(written().size() < 5);
    for (const QString& name : written()) {
      QVERIFY(name.endsWith(QStringLiteral(".png")));
      QVERIFY(!QImage(m_target + QLatin1Char('/') + name).isNull());
    }
    QVERIFY(made->isVisible());
    made->close();
  }

  void aDialogThatIsClosedMidwayTakesItsWorkWithIt() {
    open(path(QStringLiteral("a")));
    ExportDialog* made = dialog();
    annotate(made);
    made->go()->click();
    delete made;
    for (const QString& name : written()) QVERIFY(name.endsWith(QStringLiteral(".png")));
  }

  void aFullDiskIsAMessageAndNoHalfFile() {
    open(path(QStringLiteral("a")));
    ExportDialog* made = dialog();
    const auto handler = std::signal(SIGXFSZ, SIG_IGN);
    rlimit before{};
    getrlimit(RLIMIT_FSIZE, &before);
    rlimit now = before;
    now.rlim_cur = 10;
    setrlimit(RLIMIT_FSIZE, &now);
    finish(made);
    setrlimit(RLIMIT_FSIZE, &before);
    std::signal(SIGXFSZ, handler);
    QCOMPARE(written(), QStringList());
    QCOMPARE(made->problems()->count(), 1);
    QVERIFY(made->problems()->item(0)->text().contains(QStringLiteral("disk is full")));
    made->close();
  }

  void aVanishedFolderIsAMessage() {
    open(path(QStringLiteral("a")));
    ExportDialog* made = dialog();
    made->target()->setText(path(QStringLiteral("no/such/folder")));
    finish(made);
    QCOMPARE(made->problems()->count(), 1);
    QVERIFY(!QFile::exists(path(QStringLiteral("no"))));
    made->close();
  }

  void aPictureWithWritingInItIsWarnedOf() {
    open(path(QStringLiteral("burned")));
    ExportDialog* made = dialog();
    QTRY_VERIFY(made->warning()->isVisibleTo(made));
    made->close();
  }

  void aCineBecomesAMovingPicture() {
    tests::writeCine(path(QStringLiteral("cine")), 4, 250);
    open(path(QStringLiteral("cine")));
    ExportDialog* made = dialog(Extent::Series, PictureFormat::Gif);
    finish(made);
    QFile gif(made->target()->text());
    QVERIFY(gif.open(QIODevice::ReadOnly));
    QCOMPARE(gif.readAll().count(QByteArray("\x21\xf9\x04", 3)), 4);
    made->close();
  }
};

DICOMAESTRO_TEST(ShareExportTest)
#include "shareexport_test.moc"
