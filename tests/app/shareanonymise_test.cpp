// SPDX-License-Identifier: MIT
#include <QButtonGroup>
#include <QCheckBox>
#include <QDirIterator>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QProcess>
#include <QPushButton>

#include "app/share/anonymisedialog.h"
#include "app/share/blackoutview.h"
#include "app/share/changemodel.h"
#include "app/share/sharing.h"
#include "core/decode/framereader.h"
#include "core/parse/tags.h"
#include "tests/app/folder.h"
#include "tests/app/sharewindow.h"
#include "tests/support/testmain.h"

using app::AnonymiseDialog;
using app::Extent;
namespace tags = core::tags;

/// File › Export Anonymised, in the real dialog.
class ShareAnonymiseTest : public QObject {
  Q_OBJECT

  std::unique_ptr<tests::ShareWindow> m_shown;
  QString m_target;

  QString path(const QString& name) const { return m_shown->path(name); }

  AnonymiseDialog* dialog(Extent extent = Extent::Series) {
    app::exportAnonymised(m_shown->window());
    auto* made = m_shown->dialog<AnonymiseDialog>();
    made->extent()->button(static_cast<int>(extent))->setChecked(true);
    m_target = m_shown->newTarget();
    made->target()->setText(m_target);
    return made;
  }

  static void finish(AnonymiseDialog* made) {
    QTRY_VERIFY_WITH_TIMEOUT(made->isPreviewed(), 10000);
    made->go()->click();
    QTRY_VERIFY_WITH_TIMEOUT(!made->worker()->isRunning(), 10000);
  }

  QStringList written() const {
    QStringList all;
    QDirIterator each(m_target, QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
    while (each.hasNext()) all << each.next();
    all.sort();
    return all;
  }

  static QByteArray bytesOf(const QString& name) {
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
  }

 private slots:
  void initTestCase() {
    m_shown = std::make_unique<tests::ShareWindow>();
    tests::writeSeries(path(QStringLiteral("a")), 4, 1, QStringLiteral("Zebrowska^Ewa"),
                       QStringLiteral("PID-4711"));
    m_shown->show();
    m_shown->open(QStringLiteral("a"));
  }
  void cleanupTestCase() { m_shown.reset(); }

  void aSeriesIsExportedWithoutItsPatient() {
    AnonymiseDialog* made = dialog();
    finish(made);
    QCOMPARE(written().size(), 4);
    QSet<std::string> series;
    for (const QString& name : written()) {
      QVERIFY(!name.contains(QStringLiteral("4711")));
      const QByteArray bytes = bytesOf(name);
      QVERIFY(!bytes.contains("Zebrowska") && !bytes.contains("4711"));
      const auto file = tests::readDicom(name);
      QVERIFY(file && file->isPart10());
      QCOMPARE(file->dataSet().text({0x0012, 0x0062}), std::string_view("YES"));
      series.insert(std::string(file->dataSet().text(tags::SeriesInstanceUID)));
      const auto frame = (*core::FrameReader::open(file))->frame(0);
      QCOMPARE(frame.ok(), true);
      const int number =
          QString::fromStdString(std::string(file->dataSet().text(tags::InstanceNumber))).toInt();
      QCOMPARE((*frame)->samplesAs<std::uint16_t>()[9], static_cast<std::uint16_t>(100 * number));
    }
    QCOMPARE(series.size(), 1);
    made->close();
  }

  void pydicomReadsWhatWasExported() {
    const QString python = QStringLiteral("/usr/bin/python3");
    const QString script = QStringLiteral(
        "import sys, pydicom\n"
        "for name in sys.argv[1:]:\n"
        "    d = pydicom.dcmread(name)\n"
        "    assert d.PatientIdentityRemoved == 'YES' and 'Zebrowska' not in str(d), name\n"
        "    assert d.Rows == 16 and len(d.PixelData) == 512, name\n");
    if (QProcess::execute(python, {QStringLiteral("-c"), QStringLiteral("import pydicom")}) != 0)
      QSKIP("python3-pydicom is not installed; packaging/test installs it");
    AnonymiseDialog* made = dialog();
    finish(made);
    QCOMPARE(QProcess::execute(python, QStringList{QStringLiteral("-c"), script} + written()), 0);
    made->close();
  }

  void thePreviewNamesWhatChangesAndIsSearched() {
    AnonymiseDialog* made = dialog(Extent::Image);
    QTRY_VERIFY_WITH_TIMEOUT(made->isPreviewed() && made->changes()->rowCount() > 3, 10000);
    made->search()->setText(QStringLiteral("patient's name"));
    QCOMPARE(made->filter()->rowCount(), 1);
    using app::ChangeModel;
    QCOMPARE(made->filter()->index(0, ChangeModel::OldColumn).data().toString(),
             QStringLiteral("Zebrowska^Ewa"));
    QVERIFY(made->filter()->index(0, ChangeModel::NewColumn).data().toString() !=
            QStringLiteral("Zebrowska^Ewa"));
    made->close();
  }

  void thePreviewFollowsTheOptions() {
    AnonymiseDialog* made = dialog(Extent::Image);
    const auto changesUid = [made] {
      return std::ranges::any_of(made->changes()->changes(), [](const core::anonymise::Change& change) {
        return change.path == "(0008,0018)";
      });
    };
    QTRY_VERIFY_WITH_TIMEOUT(made->isPreviewed(), 10000);
    QVERIFY(changesUid());
    made->retainUids()->setChecked(true);
    QTRY_VERIFY_WITH_TIMEOUT(made->isPreviewed(), 10000);
    QVERIFY(!changesUid());
    made->close();
  }

  void oneSecretGivesOnePseudonym() {
    const auto pseudonym = [this](const QString& secret) {
      AnonymiseDialog* made = dialog(Extent::Image);
      made->target()->setText(m_target + QStringLiteral(".dcm"));
      made->secret()->setText(secret);
      [made] { finish(made); }();
      const auto file = tests::readDicom(m_target + QStringLiteral(".dcm"));
      made->close();
      return file ? std::string(file->dataSet().text(tags::PatientID)) : std::string();
    };
    const std::string first = pseudonym(QStringLiteral("correct horse battery"));
    QVERIFY(!first.empty());
    QCOMPARE(pseudonym(QStringLiteral("correct horse battery")), first);
    QVERIFY(pseudonym(QStringLiteral("another horse battery")) != first);
    QVERIFY(pseudonym({}) != first);
  }

  void aShortSecretIsNone() {
    AnonymiseDialog* made = dialog(Extent::Image);
    made->secret()->setText(QStringLiteral("short"));
    QVERIFY(!made->go()->isEnabled());
    made->secret()->clear();
    QVERIFY(made->go()->isEnabled());
    made->close();
  }

  void rectanglesThatAreDrawnAreBlack() {
    AnonymiseDialog* made = dialog();
    auto* view = made->blackout();
    view->resize(320, 320);
    const auto drag = [view](QPointF from, QPointF to) {
      QTest::mousePress(view, Qt::LeftButton, {}, view->toWidget(from).toPoint());
      QTest::mouseMove(view, view->toWidget(to).toPoint());
      QTest::mouseRelease(view, Qt::LeftButton, {}, view->toWidget(to).toPoint());
    };
    drag({2.5, 3.5}, {5.5, 4.5});
    QCOMPARE(view->rectangles().size(), std::size_t{1});
    const auto rectangle = view->rectangles().front();
    QCOMPARE(rectangle.x, 2u);
    QCOMPARE(rectangle.y, 3u);
    QCOMPARE(rectangle.width, 4u);
    QCOMPARE(rectangle.height, 2u);
    finish(made);
    QCOMPARE(written().size(), 4);
    for (const QString& name : written()) {
      const auto frame = (*core::FrameReader::open(tests::readDicom(name)))->frame(0);
      const auto samples = (*frame)->samplesAs<std::uint16_t>();
      const std::uint16_t kept = samples[0];
      for (std::size_t y = 0; y < 16; ++y)
        for (std::size_t x = 0; x < 16; ++x)
          if (x < 2 || x > 5 || y < 3 || y > 4) QCOMPARE(samples[y * 16 + x], kept);
      QVERIFY(samples[3 * 16 + 2] <= kept);
    }
    QTest::keyClick(view, Qt::Key_Delete);
    QVERIFY(view->rectangles().empty());
    made->close();
  }

  void rectanglesAreMadeByKeysToo() {
    AnonymiseDialog* made = dialog(Extent::Image);
    auto* view = made->blackout();
    QTest::keyClick(view, Qt::Key_Right);
    QTest::keyClick(view, Qt::Key_Down);
    QTest::keyClick(view, Qt::Key_Right, Qt::ShiftModifier);
    QTest::keyClick(view, Qt::Key_Return);
    QCOMPARE(view->rectangles().size(), std::size_t{1});
    made->close();
  }

  void cancellingLeavesWholeFilesOnly() {
    AnonymiseDialog* made = dialog();
    QTRY_VERIFY_WITH_TIMEOUT(made->isPreviewed(), 10000);
    made->worker()->cancel();
    connect(made->worker(), &app::Worker::progressed, made, [made] { made->reject(); });
    made->go()->click();
    QTRY_VERIFY_WITH_TIMEOUT(!made->worker()->isRunning(), 10000);
    for (const QString& name : written())
      QVERIFY(tests::readDicom(name) && name.endsWith(QStringLiteral(".dcm")));
    made->close();
  }

  void aFullDiskIsAMessageAndNoHalfFile() {
    AnonymiseDialog* made = dialog();
    QTRY_VERIFY_WITH_TIMEOUT(made->isPreviewed(), 10000);
    tests::withFilesOfAtMost(100, [made] {
      made->go()->click();
      QTRY_VERIFY_WITH_TIMEOUT(!made->worker()->isRunning(), 10000);
    });
    QCOMPARE(written(), QStringList());
    QCOMPARE(made->problems()->count(), 1);
    QVERIFY(made->problems()->item(0)->text().contains(QStringLiteral("disk is full")));
    made->close();
  }

  void aFolderThatIsNotThereIsAMessage() {
    AnonymiseDialog* made = dialog();
    made->target()->setText(path(QStringLiteral("no/such/folder")));
    finish(made);
    QCOMPARE(made->problems()->count(), 1);
    QVERIFY(!QFile::exists(path(QStringLiteral("no"))));
    made->close();
  }

  void aFolderThatVanishesMidwayIsAMessageAndNotMadeAgain() {
    const QString target = path(QStringLiteral("vanishing"));
    QVERIFY(QDir().mkdir(target));
    app::AnonymiseExport work{{}, target, false, {}, core::anonymise::Secret::random()};
    for (int i = 1; i <= 4; ++i)
      work.objects.push_back({{path(QStringLiteral("a/slice%1").arg(i)), {}, -1, 0}, 1});
    const std::atomic<bool> cancelled = false;
    const auto vanish = [&target](std::size_t done) {
      if (done == 2) QDir(target).removeRecursively();
    };
    const auto report = work.run({cancelled, vanish, {}});
    QCOMPARE(report.written, 2);
    QCOMPARE(report.problems.size(), 1u);
    QCOMPARE(report.problems.front().error.code, core::ErrorCode::FolderMissing);
    QVERIFY(!QFile::exists(target));
  }

  void theOriginalsAreNotTouched() {
    const QByteArray before = bytesOf(path(QStringLiteral("a/slice1")));
    AnonymiseDialog* made = dialog(Extent::Image);
    made->target()->setText(path(QStringLiteral("a/slice1")));
    finish(made);
    QCOMPARE(made->problems()->count(), 1);
    QCOMPARE(bytesOf(path(QStringLiteral("a/slice1"))), before);
    made->close();
  }
};

DICOMAESTRO_TEST(ShareAnonymiseTest)
#include "shareanonymise_test.moc"
