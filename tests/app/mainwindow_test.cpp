// SPDX-License-Identifier: MIT
#include "app/window/mainwindow.h"

#include <QDir>
#include <QDropEvent>
#include <QLineEdit>
#include <QMimeData>
#include <QTemporaryDir>
#include <QToolButton>
#include <QTreeView>

#include "app/browse/browserpanel.h"
#include "app/open/problemspanel.h"
#include "app/tags/tagpanel.h"
#include "core/parse/tags.h"
#include "tests/app/folder.h"
#include "tests/support/shared.h"
#include "tests/support/testmain.h"

class MainWindowTest : public QObject {
  Q_OBJECT

  QTemporaryDir m_dir;
  std::unique_ptr<QSettings> m_settings;
  std::unique_ptr<app::MainWindow> m_window;

  QString path(const QString& name) const { return m_dir.filePath(name); }
  bool settled() const { return !m_window->scanner()->isScanning() && m_window->grid()->isSettled(); }
  void drop(const QStringList& paths) {
    QMimeData data;
    QList<QUrl> urls;
    for (const QString& each : paths) urls << QUrl::fromLocalFile(each);
    data.setUrls(urls);
    QDragEnterEvent enter(QPoint(200, 200), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_window.get(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent event(QPointF(200, 200), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_window.get(), &event);
    QTRY_VERIFY_WITH_TIMEOUT(settled(), 10000);
  }

 private slots:
  void initTestCase() {
    tests::writeSeries(path(QStringLiteral("a")), 5, 1);
    tests::writeSeries(path(QStringLiteral("b")), 3, 2);
    tests::writeSeries(path(QStringLiteral("copy")), 5, 1, QStringLiteral("Roe^John"), QStringLiteral("ID2"));
    tests::writeCutImage(path(QStringLiteral("cut.dcm")));
    QFile text(path(QStringLiteral("letter.dcm")));
    QVERIFY(text.open(QIODevice::WriteOnly) &&
            text.write("no image at all, just some words, long enough") > 0);
  }
  void init() {
    m_settings = std::make_unique<QSettings>(path(QStringLiteral("settings.ini")), QSettings::IniFormat);
    m_settings->clear();
    m_window = std::make_unique<app::MainWindow>(std::make_shared<core::FrameCache>(64u << 20), *m_settings);
    m_window->resize(1200, 800);
    m_window->show();
  }
  void cleanup() { m_window.reset(); }

  void aDroppedFolderShowsItsFirstSlice() {
    drop({path(QStringLiteral("a"))});
    const app::ImageView* view = m_window->grid()->activeView();
    QVERIFY(view->hasImage());
    QCOMPARE(view->count(), 5);
    QCOMPARE(view->image(), 0);
    QCOMPARE(view->loadedImage()->prepared->valueAt(3, 3), 100.0);
  }

  void openingMoreAddsToWhatIsOpen() {
    drop({path(QStringLiteral("a"))});
    drop({path(QStringLiteral("b"))});
    QCOMPARE(m_window->library().stacks().size(), 2);
    QCOMPARE(m_window->grid()->activeView()->count(), 5);
  }

  void aClickOnASeriesShowsIt() {
    drop({path(QStringLiteral("a")), path(QStringLiteral("b"))});
    QTreeWidget* tree = m_window->browser()->tree();
    QTreeWidgetItem* second = tree->topLevelItem(0)->child(0)->child(1);
    QVERIFY(second);
    QTest::mouseClick(tree->viewport(), Qt::LeftButton, {}, tree->visualItemRect(second).center());
    QTRY_COMPARE(m_window->grid()->activeView()->count(), 3);
  }

  void theOrderIsReversedByItsButtonAndSaysSo() {
    drop({path(QStringLiteral("a"))});
    const app::ImageView* view = m_window->grid()->activeView();
    QCOMPARE(view->stack()->instances.front().instanceNumber, 1);
    auto* reverse = m_window->browser()->findChild<QToolButton*>();
    reverse->click();
    QVERIFY(reverse->isChecked());
    QCOMPARE(view->stack()->instances.front().instanceNumber, 5);
    reverse->click();
    QCOMPARE(view->stack()->instances.front().instanceNumber, 1);
  }

  void whatFailsIsListedWithItsReasonAndTakesNothingElseWithIt() {
    drop({path(QStringLiteral("letter.dcm")), path(QStringLiteral("a"))});
    QCOMPARE(m_window->problems()->count(), 1);
    QVERIFY(m_window->problems()->asText().contains(QStringLiteral("letter.dcm")));
    QVERIFY(m_window->problemsDock()->isVisible());
    QVERIFY(m_window->grid()->activeView()->hasImage());
  }

  void aSeriesWhoseThumbnailCannotBeMadeIsListedBeforeAnybodyLooksAtIt() {
    drop({path(QStringLiteral("a"))});
    drop({path(QStringLiteral("cut.dcm"))});
    QTRY_COMPARE(m_window->problems()->count(), 1);
    QVERIFY(m_window->problems()->asText().contains(QStringLiteral("cut.dcm")));
    QVERIFY(m_window->grid()->activeView()->hasImage());
  }

  void aNarrowMetadataPanelShowsValuesRatherThanLengths() {
    app::TagPanel panel;
    panel.resize(300, 400);
    panel.show();
    QVERIFY(panel.tree()->isColumnHidden(app::TagModel::LengthColumn));
    QVERIFY(panel.tree()->columnViewportPosition(app::TagModel::ValueColumn) < 230);
    panel.resize(600, 400);
    QTRY_VERIFY(!panel.tree()->isColumnHidden(app::TagModel::LengthColumn));
  }

  void anImageThatCannotBeDecodedSaysWhyAndIsNotDrawn() {
    drop({path(QStringLiteral("cut.dcm"))});
    const app::ImageView* view = m_window->grid()->activeView();
    QVERIFY(!view->hasImage());
    QVERIFY(view->error() && view->error()->code == core::ErrorCode::Truncated);
  }

  void theMetadataOfAnImageThatCannotBeDecodedIsItsOwn() {
    drop({path(QStringLiteral("a")), path(QStringLiteral("cut.dcm"))});
    for (const QString& key : m_window->library().shownKeys())
      if (m_window->library().stacks().value(key)->images() == 5) m_window->showKey(key);
    QTRY_VERIFY(m_window->grid()->activeView()->hasImage());
    const auto other = m_window->tags()->model()->file();
    for (const QString& key : m_window->library().shownKeys())
      if (m_window->library().stacks().value(key)->images() != 5) m_window->showKey(key);
    QTRY_VERIFY(m_window->grid()->activeView()->error());
    QTRY_VERIFY(m_window->tags()->model()->file() && m_window->tags()->model()->file() != other);
    const auto& shown = m_window->grid()->activeView()->stack()->instances.front();
    QCOMPARE(m_window->tags()->model()->file()->dataSet().text(core::tags::SOPInstanceUID),
             std::string_view(shown.sopInstanceUid));
  }

  void patientsWithTheSameUidsKeepTheirOwnPictures() {
    drop({path(QStringLiteral("a")), path(QStringLiteral("copy"))});
    QTreeWidget* tree = m_window->browser()->tree();
    QCOMPARE(tree->topLevelItemCount(), 2);
    for (int i = 0; i < 2; ++i) {
      QTreeWidgetItem* stack = tree->topLevelItem(i)->child(0)->child(0);
      QTest::mouseClick(tree->viewport(), Qt::LeftButton, {}, tree->visualItemRect(stack).center());
      QTRY_VERIFY(settled());
      const auto& shown = m_window->grid()->activeView()->stack()->instances.front();
      const QString family = QString::fromStdString(shown.patientName).section(QLatin1Char('^'), 0, 0);
      QVERIFY2(tree->topLevelItem(i)->text(0).contains(family), qPrintable(family));
    }
  }

  void everyRowOfTheListIsAStackOfItsOwn() {
    if (tests::sharedFolder().isEmpty()) QSKIP("reference data absent: ../shared");
    drop({tests::sharedFile(QStringLiteral("generated"))});
    QStringList keys;
    for (const app::ListedPatient& patient : m_window->library().patients())
      for (const app::ListedStudy& study : patient.studies)
        for (const app::ListedStack& stack : study.stacks) keys << stack.key;
    QVERIFY(keys.size() > 100);
    QCOMPARE(keys.removeDuplicates(), 0);
    for (const QString& key : keys) QCOMPARE(app::stackKey(*m_window->library().stacks().value(key)), key);
  }

  void closingAStudyEmptiesItsCells() {
    drop({path(QStringLiteral("a"))});
    m_window->closeStudy();
    QVERIFY(m_window->library().isEmpty());
    QVERIFY(!m_window->grid()->activeView()->stack());
    QCOMPARE(m_window->tags()->model()->rowCount(), 0);
  }

  void theMetadataFollowsTheSliceAndFindsWhatIsTyped() {
    drop({path(QStringLiteral("a"))});
    QVERIFY(m_window->tags()->model()->rowCount() > 15);
    m_window->tags()->search()->setText(QStringLiteral("window cent"));
    QTRY_COMPARE(m_window->tags()->filter()->rowCount(), 1);
    QCOMPARE(m_window->tags()->filter()->index(0, app::TagModel::ValueColumn).data().toString(),
             QStringLiteral("300"));
    const auto before = m_window->tags()->model()->file();
    m_window->grid()->activeView()->setImage(3);
    QTRY_VERIFY(m_window->tags()->model()->file() != before);
  }

  void hidingThePatientLeavesNoNameInTheList() {
    drop({path(QStringLiteral("a"))});
    QVERIFY(m_window->browser()->tree()->topLevelItem(0)->text(0).contains(QStringLiteral("Doe")));
    m_window->setOption(&app::ViewOptions::hidesPatient, true);
    QVERIFY(!m_window->browser()->tree()->topLevelItem(0)->text(0).contains(QStringLiteral("Doe")));
  }

  void nothingIsRememberedUntilItIsWanted() {
    drop({path(QStringLiteral("a"))});
    QVERIFY(m_window->recentPaths().isEmpty());
    m_window->setRemembersRecent(true);
    drop({path(QStringLiteral("b"))});
    QCOMPARE(m_window->recentPaths().size(), 1);
    m_window->setRemembersRecent(false);
    QVERIFY(m_window->recentPaths().isEmpty());
  }

  void aNewLayoutTakesTheNextSeriesOfTheStudy() {
    drop({path(QStringLiteral("a")), path(QStringLiteral("b"))});
    m_window->showKey(m_window->library().shownKeys().back());
    m_window->setGrid(2, 2);
    QTRY_VERIFY(settled());
    QCOMPARE(m_window->grid()->activeView(), m_window->grid()->view(0));
    QCOMPARE(m_window->grid()->view(0)->count(), 3);
    QCOMPARE(m_window->grid()->view(1)->count(), 5);
    QVERIFY(!m_window->grid()->view(2)->stack());
  }

  void emptyCellsTakeWhatIsOpenedAndNoOtherPatients() {
    m_window->setGrid(2, 2);
    drop({path(QStringLiteral("a")), path(QStringLiteral("b")), path(QStringLiteral("copy"))});
    QSet<QString> patients;
    int filled = 0;
    for (int cell = 0; cell < 4; ++cell)
      if (const app::StackPtr stack = m_window->grid()->view(cell)->stack()) {
        patients << QString::fromStdString(stack->instances.front().patientId);
        ++filled;
      }
    QCOMPARE(patients.size(), 1);
    QCOMPARE(filled, patients.contains(QStringLiteral("ID2")) ? 1 : 2);
  }

  void linkedCellsGoToTheSamePlaceOfThePatient() {
    drop({path(QStringLiteral("a")), path(QStringLiteral("b"))});
    m_window->grid()->setGrid(1, 2);
    const QStringList keys = m_window->library().shownKeys();
    m_window->grid()->showInCell(1, m_window->library().stacks().value(keys[1]));
    m_window->grid()->setActive(0);
    m_window->grid()->setLinked(true);
    m_window->grid()->view(0)->setImage(2);
    QTRY_COMPARE(m_window->grid()->view(1)->image(), 2);
  }

  void everyBrokenFileGivesAPictureOrAReasonWithinTenSeconds() {
    if (tests::sharedFolder().isEmpty()) QSKIP("reference data absent: ../shared");
    const QDir folder(tests::sharedFile(QStringLiteral("generated/broken")));
    for (const QString& name : folder.entryList(QDir::Files)) {
      m_window->closeAll();
      drop({folder.filePath(name)});
      const app::ImageView* view = m_window->grid()->activeView();
      const bool hasReason = view->error() || m_window->problems()->count() > 0;
      const bool hasOther = !m_window->library().isEmpty() && m_window->library().shownKeys().isEmpty();
      QVERIFY2(view->hasImage() || hasReason || hasOther, qPrintable(name));
      QVERIFY2(!(view->hasImage() && view->error()), qPrintable(name));
    }
  }

  void hostileFilesLeaveTheWindowAlive() {
    if (tests::sharedFolder().isEmpty()) QSKIP("reference data absent: ../shared");
    drop({tests::sharedFile(QStringLiteral("generated/broken"))});
    QVERIFY(m_window->problems()->count() > 5);
    for (const QString& key : m_window->library().shownKeys()) {
      m_window->showKey(key);
      QTRY_VERIFY_WITH_TIMEOUT(settled(), 10000);
    }
  }
};

DICOMAESTRO_TEST(MainWindowTest)
#include "mainwindow_test.moc"
