// SPDX-License-Identifier: MIT
#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>

#include "app/share/exportdialog.h"
#include "app/share/sharing.h"
#include "core/cache/imageloader.h"
#include "core/parse/tags.h"
#include "tests/app/folder.h"
#include "tests/app/sharewindow.h"
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

  std::unique_ptr<tests::ShareWindow> m_shown;
  QString m_target;

  QString path(const QString& name) const { return m_shown->path(name); }

  ExportDialog* dialog(Extent extent = Extent::Series, PictureFormat format = PictureFormat::Png) {
    app::exportPictures(m_shown->window());
    auto* made = m_shown->dialog<ExportDialog>();
    made->extent()->button(static_cast<int>(extent))->setChecked(true);
    made->format()->setCurrentIndex(made->format()->findData(static_cast<int>(format)));
    m_target = m_shown->newTarget();
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
    m_shown = std::make_unique<tests::ShareWindow>();
    tests::writeSeries(path(QStringLiteral("a")), 5, 1);
    for (int i = 1; i <= 3; ++i) writeSlope(i);
    writeLarge(QStringLiteral("jane"), "Doe^Jane", "4711", "20010203");
    writeLarge(QStringLiteral("john"), "Roe^John", "1234", "20211111");
    writeLarge(QStringLiteral("burned"), "Roe^John", "1234", "20211111", "YES");
    m_shown->show();
  }
  void cleanupTestCase() { m_shown.reset(); }

  void aSeriesBecomesPicturesAsItIsShown() {
    m_shown->open(QStringLiteral("slope"));
    auto* view = m_shown->view();
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
    m_shown->open(QStringLiteral("a"));
    app::exportPictures(m_shown->window());
    auto* made = m_shown->dialog<ExportDialog>();
    QVERIFY(!made->target()->text().contains(QStringLiteral("Doe")));
    QVERIFY(!made->warning()->isVisibleTo(made));
    made->patientNames()->setChecked(true);
    QVERIFY(made->target()->text().contains(QStringLiteral("Doe")));
    QVERIFY(made->warning()->isVisibleTo(made));
    made->close();
  }

  void annotationsAreDrawnWhenTheyAreWanted() {
    m_shown->open(QStringLiteral("jane"));
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
    m_shown->open(QStringLiteral("jane"));
    const QImage jane = picture(annotate), janeNamed = picture(withPatient);
    m_shown->open(QStringLiteral("john"));
    const QImage john = picture(annotate), johnNamed = picture(withPatient);
    QCOMPARE(jane, john);
    QVERIFY(janeNamed != johnNamed);
    QVERIFY(janeNamed != jane);
  }

  void asShownHasTheSizeOfTheViewport() {
    m_shown->open(QStringLiteral("slope"));
    auto* view = m_shown->view();
    view->run(app::ViewCommand::RotateRight);
    view->run(app::ViewCommand::ZoomIn);
    const QImage shown = picture([](ExportDialog* made) {
      made->size()->button(static_cast<int>(app::PictureStyle::Size::AsShown))->setChecked(true);
    });
    QCOMPARE(shown.size(), view->size());
    m_shown->window().setOption(&app::ViewOptions::annotations, false);
    const QImage screen = view->grab().toImage().convertToFormat(QImage::Format_RGB32);
    m_shown->window().setOption(&app::ViewOptions::annotations, true);
    const QRect inside =
        screen.rect().adjusted(4, 4, -4, -4);  // the viewport's border is none of the picture
    QCOMPARE(shown.copy(inside), screen.copy(inside));
  }

  void pixelsThatAreNotSquareKeepTheirShape() {
    m_shown->open(QStringLiteral("a"));  // twice as high as wide
    QCOMPARE(picture([](ExportDialog*) {}).size(), QSize(16, 32));
    QCOMPARE(picture(annotate).size(), QSize(16, 32));
  }

  void measurementsAreAnnotations() {
    m_shown->open(QStringLiteral("jane"));
    const QImage plain = picture([](ExportDialog*) {}), annotated = picture(annotate);
    const auto* view = m_shown->view();
    app::Measurement line;
    line.image = app::imageKey(*view->stack(), 0);
    line.kind = app::MeasureKind::Length;
    line.points = {QPointF(100, 200), QPointF(300, 220)};
    m_shown->window().grid()->measurements().add(line);
    QCOMPARE(picture([](ExportDialog*) {}), plain);
    QVERIFY(picture(annotate) != annotated);
    m_shown->window().grid()->measurements().removeAll();
  }

  void cancellingLeavesWholeFilesOnly() {
    m_shown->open(QStringLiteral("a"));
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
    m_shown->open(QStringLiteral("a"));
    ExportDialog* made = dialog();
    annotate(made);
    made->go()->click();
    delete made;
    for (const QString& name : written()) QVERIFY(name.endsWith(QStringLiteral(".png")));
  }

  void aFullDiskIsAMessageAndNoHalfFile() {
    m_shown->open(QStringLiteral("a"));
    ExportDialog* made = dialog();
    tests::withFilesOfAtMost(10, [made] { finish(made); });
    QCOMPARE(written(), QStringList());
    QCOMPARE(made->problems()->count(), 1);
    QVERIFY(made->problems()->item(0)->text().contains(QStringLiteral("disk is full")));
    made->close();
  }

  void aVanishedFolderIsAMessage() {
    m_shown->open(QStringLiteral("a"));
    ExportDialog* made = dialog();
    made->target()->setText(path(QStringLiteral("no/such/folder")));
    finish(made);
    QCOMPARE(made->problems()->count(), 1);
    QVERIFY(!QFile::exists(path(QStringLiteral("no"))));
    made->close();
  }

  void aPictureWithWritingInItIsWarnedOf() {
    m_shown->open(QStringLiteral("burned"));
    ExportDialog* made = dialog();
    QTRY_VERIFY(made->warning()->isVisibleTo(made));
    made->close();
  }

  void aCineBecomesAMovingPicture() {
    tests::writeCine(path(QStringLiteral("cine")), 4, 250);
    m_shown->open(QStringLiteral("cine"));
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
