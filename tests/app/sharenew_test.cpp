// SPDX-License-Identifier: MIT
#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>

#include "app/share/nameedit.h"
#include "app/share/newdialog.h"
#include "app/share/sharing.h"
#include "app/window/mainwindow.h"
#include "core/decode/framereader.h"
#include "core/open/source.h"
#include "core/parse/tags.h"
#include "core/text/display.h"
#include "tests/app/brackets.h"
#include "tests/app/folder.h"
#include "tests/support/testmain.h"

using app::NewDialog;
namespace tags = core::tags;

/// File › New DICOM, in the real dialog.
class ShareNewTest : public QObject {
  Q_OBJECT

  std::unique_ptr<QTemporaryDir> m_dir;
  QString path(const char* name) const { return m_dir->filePath(QString::fromUtf8(name)); }

  QString writePicture(const char* name, QImage::Format format = QImage::Format_Grayscale8) {
    QImage image(4, 3, format);
    for (int y = 0; y < 3; ++y)
      for (int x = 0; x < 4; ++x) image.setPixelColor(x, y, QColor::fromRgb(20 * x, 20 * x, 20 * x));
    [&] { QVERIFY(image.save(path(name), "PNG")); }();
    return path(name);
  }

  QString write(const char* name, const QByteArray& bytes) {
    QFile file(path(name));
    [&] { QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size()); }();
    return file.fileName();
  }
  static QByteArray bytesOf(const QString& name) {
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
  }

  std::unique_ptr<NewDialog> dialog(std::shared_ptr<const core::DicomFile> shown = nullptr) {
    auto made = std::make_unique<NewDialog>(std::move(shown));
    made->setAttribute(Qt::WA_DeleteOnClose, false);
    made->target()->setText(path("out"));
    made->show();
    return made;
  }

  static void create(NewDialog& made) {
    QVERIFY(made.go()->isEnabled());
    made.go()->click();
    QTRY_VERIFY_WITH_TIMEOUT(!made.worker()->isRunning(), 10000);
  }

  QStringList written() const { return QDir(path("out")).entryList(QDir::Files | QDir::Hidden, QDir::Name); }

 private slots:
  void init() { m_dir = std::make_unique<QTemporaryDir>(); }

  void aPictureBecomesAnObjectWithItsPatient() {
    auto made = dialog();
    made->addFiles({writePicture("a.png")});
    made->name()->component(0)->setText(QStringLiteral("Żółć"));
    made->name()->component(1)->setText(QStringLiteral("Ewa"));
    made->name()->component(3)->setText(QStringLiteral("Dr"));
    made->name()->ideographic()->setText(QStringLiteral("山田^太郎"));
    made->line(tags::PatientID)->setText(QStringLiteral("A 17"));
    made->knowsBirthDate()->setChecked(true);
    made->birthDate()->setDate(QDate(1980, 2, 29));
    made->studyDate()->setDate(QDate(2024, 5, 6));
    QSignalSpy opened(made.get(), &NewDialog::openWanted);
    create(*made);
    QCOMPARE(opened.count(), 1);
    QCOMPARE(written(), QStringList{QStringLiteral("0001.dcm")});
    const auto file = tests::readDicom(path("out/0001.dcm"));
    QVERIFY(file && file->isPart10());
    const core::DataSet& set = file->dataSet();
    QCOMPARE(core::textValue(set, tags::PatientName), std::string("Żółć^Ewa^^Dr=山田^太郎"));
    QCOMPARE(core::textValue(set, tags::PatientID), std::string("A 17"));
    QCOMPARE(set.text(tags::PatientBirthDate), std::string_view("19800229"));
    QCOMPARE(set.text(tags::StudyDate), std::string_view("20240506"));
    const auto frame = (*core::FrameReader::open(file))->frame(0);
    QCOMPARE((*frame)->columns, 4u);
    QCOMPARE((*frame)->data[3], std::uint8_t{60});
  }

  void severalPicturesBecomeASeriesOrFrames() {
    auto series = dialog();
    series->addFiles({writePicture("a.png"), writePicture("b.png")});
    create(*series);
    QCOMPARE(written().size(), 2);
    const auto first = tests::readDicom(path("out/0001.dcm")),
               second = tests::readDicom(path("out/0002.dcm"));
    QCOMPARE(first->dataSet().text(tags::SeriesInstanceUID), second->dataSet().text(tags::SeriesInstanceUID));
    QVERIFY(first->dataSet().text(tags::SOPInstanceUID) != second->dataSet().text(tags::SOPInstanceUID));
    series->multiFrame()->setChecked(true);
    series->target()->setText(path("frames"));
    create(*series);
    QCOMPARE(tests::readDicom(path("frames/0001.dcm"))->dataSet().integer(tags::NumberOfFrames).value_or(0),
             2);
  }

  void whatExistsIsNeverReplacedAndNothingIsHalfMade() {
    auto made = dialog();
    made->addFiles({writePicture("a.png"), writePicture("b.png")});
    QDir().mkdir(path("out"));
    QFile mine(path("out/0002.dcm"));
    QVERIFY(mine.open(QIODevice::WriteOnly) && mine.write("mine") == 4);
    mine.close();
    create(*made);
    QCOMPARE(written(), QStringList{QStringLiteral("0002.dcm")});
    QCOMPARE(made->problems()->count(), 1);
    QCOMPARE(QFileInfo(path("out/0002.dcm")).size(), 4);
  }

  void aWrongValueIsSaidAsOneTypes() {
    auto made = dialog();
    made->addFiles({writePicture("a.png")});
    QLineEdit* number = made->line(tags::SeriesNumber);
    QTest::keyClicks(number, QStringLiteral("7"));
    QVERIFY(made->go()->isEnabled());
    QTest::keyClicks(number, QStringLiteral("x"));
    QVERIFY(!made->go()->isEnabled());
    QVERIFY(made->reason()->text().contains(QStringLiteral("whole number")));
    QTest::keyClick(number, Qt::Key_Backspace);
    QVERIFY(made->go()->isEnabled());
    made->name()->component(0)->setText(QString(70, QLatin1Char('a')));
    QVERIFY(!made->go()->isEnabled());
  }

  void whatIsNoPictureIsAMessage() {
    auto made = dialog();
    made->addFiles({write("letter.png", "no picture at all")});
    create(*made);
    QCOMPARE(written(), QStringList());
    QCOMPARE(made->problems()->count(), 1);
  }

  void aPdfBecomesADocument() {
    const QByteArray pdf("%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n");
    auto made = dialog();
    made->addFiles({write("letter.pdf", pdf)});
    made->name()->component(0)->setText(QStringLiteral("Doe"));
    made->line({0x0042, 0x0010})->setText(QStringLiteral("Letter of referral"));
    create(*made);
    QCOMPARE(written(), QStringList{QStringLiteral("0001.dcm")});
    const auto file = tests::readDicom(path("out/0001.dcm"));
    const core::DataSet& set = file->dataSet();
    QCOMPARE(set.text(tags::SOPClassUID), std::string_view("1.2.840.10008.5.1.4.1.1.104.1"));
    QCOMPARE(set.text(tags::Modality), std::string_view("DOC"));
    QCOMPARE(core::textValue(set, {0x0042, 0x0010}), std::string("Letter of referral"));
    QCOMPARE(core::textValue(set, tags::PatientName), std::string("Doe"));
    const auto length = static_cast<std::size_t>(set.integer({0x0042, 0x0015}).value_or(0));
    QCOMPARE(core::asText(set.find({0x0042, 0x0011})->value.first(length)), std::string_view(pdf));
  }

  void aPdfIsNotCompressedAndThatIsSaid() {
    auto made = dialog();
    made->addFiles({write("letter.pdf", "%PDF-1.4\n%%EOF\n")});
    made->syntax()->setCurrentIndex(1);
    create(*made);
    QCOMPARE(written(), QStringList());
    QCOMPARE(made->problems()->item(0)->text(),
             QStringLiteral("a PDF cannot be written in a syntax that compresses pixels"));
  }

  void whatIsWrongWithAFileIsSaidByItsNameInTheLanguageOfTheProgram() {
    tests::Brackets brackets;
    QCoreApplication::installTranslator(&brackets);
    auto made = dialog();
    QByteArray cut = bytesOf(writePicture("whole.png"));
    cut.chop(20);
    made->addFiles({writePicture("a.png"), write("cut.png", cut), write("letter.png", "no picture")});
    create(*made);
    QCoreApplication::removeTranslator(&brackets);
    QCOMPARE(written(), QStringList());
    QCOMPARE(made->problems()->count(), 2);
    QCOMPARE(made->problems()->item(0)->text(), path("cut.png: ⟦the PNG is damaged⟧"));
    QCOMPARE(made->problems()->item(1)->text(), path("letter.png: ⟦neither a PNG nor a JPEG nor a TIFF⟧"));
  }

  void picturesOfSeveralSizesAreNoFrames() {
    auto made = dialog();
    QImage large(9, 9, QImage::Format_Grayscale8);
    large.fill(1);
    QVERIFY(large.save(path("large.png")));
    made->addFiles({writePicture("a.png"), path("large.png")});
    made->multiFrame()->setChecked(true);
    create(*made);
    QCOMPARE(written(), QStringList());
    QCOMPARE(made->problems()->count(), 1);
    made->multiFrame()->setChecked(false);
    create(*made);
    QCOMPARE(written().size(), 2);
  }

  void thePatientOfTheShownImageIsTakenOver() {
    tests::writeSeries(path("series"), 1);
    const auto shown = tests::readDicom(path("series/slice1"));
    auto made = dialog(shown);
    made->addFiles({writePicture("a.png")});
    made->inherits()->setChecked(true);
    create(*made);
    const auto file = tests::readDicom(path("out/0001.dcm"));
    QCOMPARE(core::textValue(file->dataSet(), tags::PatientName), std::string("Doe^Jane"));
    QCOMPARE(file->dataSet().text(tags::StudyInstanceUID), shown->dataSet().text(tags::StudyInstanceUID));
    QVERIFY(file->dataSet().text(tags::SeriesInstanceUID) != shown->dataSet().text(tags::SeriesInstanceUID));
  }

  /// As in a home folder that no desktop has furnished yet.
  void whereItIsSuggestedToGoIsThere() {
    const QByteArray home = qgetenv("HOME");
    qputenv("HOME", m_dir->path().toUtf8());
    const QString suggested = NewDialog(nullptr).target()->text();
    qputenv("HOME", home);
    QCOMPARE(QFileInfo(suggested).path(), m_dir->path());
  }

  void whatWasMadeIsOpenedInTheViewer() {
    QSettings settings(path("settings.ini"), QSettings::IniFormat);
    app::MainWindow window(std::make_shared<core::FrameCache>(64u << 20), settings);
    window.show();
    app::newDicom(window);
    auto* made = window.findChild<NewDialog*>();
    made->target()->setText(path("out"));
    made->addFiles({writePicture("a.png")});
    create(*made);
    QTRY_VERIFY_WITH_TIMEOUT(window.grid()->activeView()->hasImage(), 10000);
    QCOMPARE(window.library().stacks().size(), 1);
  }
};

DICOMAESTRO_TEST(ShareNewTest)
#include "sharenew_test.moc"
