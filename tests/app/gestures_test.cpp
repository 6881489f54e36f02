// SPDX-License-Identifier: MIT
// What hands do in the real window: mouse, wheel, keys and drops, as the README's tables promise.
#include <QApplication>
#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QMimeData>
#include <QPushButton>
#include <QStatusBar>
#include <QTemporaryDir>
#include <QTimer>
#include <QToolButton>
#include <QTreeView>
#include <QWheelEvent>

#include "app/browse/browserpanel.h"
#include "app/cine/cinebar.h"
#include "app/cine/cineplayer.h"
#include "app/open/problemspanel.h"
#include "app/tags/tagpanel.h"
#include "app/window/mainwindow.h"
#include "tests/app/brackets.h"
#include "tests/app/folder.h"
#include "tests/core/open/zipbuilder.h"
#include "tests/support/testmain.h"

class GesturesTest : public QObject {
  Q_OBJECT

  QTemporaryDir m_dir;
  std::unique_ptr<QSettings> m_settings;
  std::unique_ptr<app::MainWindow> m_window;

  QString path(const char* name) const { return m_dir.filePath(QString::fromLatin1(name)); }
  app::ImageView* view() const { return m_window->grid()->activeView(); }
  static bool isSettled(const app::MainWindow& window) {
    return !const_cast<app::MainWindow&>(window).scanner()->isScanning() && window.grid()->isSettled() &&
           window.browser()->hasAllThumbnails();
  }

  std::unique_ptr<app::MainWindow> openedWindow() {
    auto window =
        std::make_unique<app::MainWindow>(std::make_shared<core::FrameCache>(64u << 20), *m_settings);
    window->resize(1400, 900);
    window->show();
    window->activateWindow();
    return window;
  }
  void open(const QStringList& paths) {
    m_window->open(paths);
    QTRY_VERIFY_WITH_TIMEOUT(isSettled(*m_window), 10000);
    QVERIFY(view()->hasImage());
  }
  void dropOn(QWidget* target, const QStringList& paths) {
    QMimeData data;
    QList<QUrl> urls;
    for (const QString& each : paths) urls << QUrl::fromLocalFile(each);
    data.setUrls(urls);
    QDragEnterEvent enter(QPoint(20, 20), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(target, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent event(QPointF(20, 20), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(target, &event);
    QTRY_VERIFY_WITH_TIMEOUT(isSettled(*m_window), 10000);
  }
  /// In two moves of the same length.
  void drag(Qt::MouseButton button, QPoint from, QPoint to, Qt::KeyboardModifiers modifiers = {}) {
    QTest::mousePress(view(), button, modifiers, from);
    for (const QPoint at : {from + (to - from) / 2, to}) {
      QMouseEvent move(QEvent::MouseMove, at, view()->mapToGlobal(at), Qt::NoButton, button, modifiers);
      QCoreApplication::sendEvent(view(), &move);
    }
    QTest::mouseRelease(view(), button, modifiers, to);
  }
  void wheel(QPoint angle, QPoint pixels = {}, Qt::KeyboardModifiers modifiers = {}) {
    QWheelEvent event(QPointF(100, 100), view()->mapToGlobal(QPointF(100, 100)), pixels, angle, Qt::NoButton,
                      modifiers, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(view(), &event);
  }
  void key(Qt::Key which, Qt::KeyboardModifiers modifiers = {}) {
    QTest::keyClick(m_window.get(), which, modifiers);
  }
  QAction* action(const char* text) const {
    for (QAction* each : m_window->findChildren<QAction*>())
      if (each->text() == QLatin1String(text)) return each;
    return nullptr;
  }
  /// Every text that stands in a window: labels, lists, metadata, menus.
  static QStringList textsOf(const app::MainWindow& window) {
    QStringList texts{window.windowTitle()};
    for (const QLabel* label : window.findChildren<QLabel*>()) texts << label->text() << label->toolTip();
    for (const QAction* each : window.findChildren<QAction*>()) texts << each->text() << each->toolTip();
    for (const QTreeView* tree : window.findChildren<QTreeView*>()) append(texts, tree->model(), {});
    return texts;
  }
  static void append(QStringList& texts, const QAbstractItemModel* model, const QModelIndex& parent) {
    for (int row = 0; row < model->rowCount(parent); ++row)
      for (int column = 0; column < model->columnCount(parent); ++column) {
        const QModelIndex index = model->index(row, column, parent);
        texts << index.data().toString() << index.data(Qt::ToolTipRole).toString();
        if (column == 0) append(texts, model, index);
      }
  }

 private slots:
  void initTestCase() {
    tests::writeSeries(path("a"), 12, 1);
    tests::writeSeries(path("b"), 3, 2);
    tests::writeSeries(path("roe"), 12, 1, QStringLiteral("Roe^John^Q"), QStringLiteral("ID-99"));
    tests::writeCine(path("cine.dcm"), 10, 40);
    tests::writeCutImage(path("cut.dcm"));
    QFile slice(path("b/slice1"));
    QVERIFY(slice.open(QIODevice::ReadOnly));
    QFile zip(path("c.zip"));
    tests::ZipBuilder::Options stored;
    stored.method = 0;
    const QByteArray bytes = tests::ZipBuilder()
                                 .add("in/a/folder", slice.readAll(), stored)
                                 .add("note.txt", "hello", stored)
                                 .bytes();
    QVERIFY(zip.open(QIODevice::WriteOnly) && zip.write(bytes) == bytes.size());
  }
  void init() {
    m_settings = std::make_unique<QSettings>(path("settings.ini"), QSettings::IniFormat);
    m_settings->clear();
    m_window = openedWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
  }
  void cleanup() { m_window.reset(); }

  void aDropOfAFileAFolderAndAZipTogetherOpensAllThree() {
    dropOn(m_window.get(), {path("cine.dcm"), path("a"), path("c.zip")});
    QStringList counts;
    for (const QString& each : m_window->library().shownKeys())
      counts << QString::number(m_window->library().stacks().value(each)->images());
    counts.sort();
    QCOMPARE(counts, (QStringList{QStringLiteral("1"), QStringLiteral("10"), QStringLiteral("12")}));
    QCOMPARE(m_window->problems()->count(), 0);
    const auto labels = m_window->statusBar()->findChildren<QLabel*>();
    QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel* label) {
      return label->text() == QStringLiteral("23 image(s) open, 1 file(s) passed over");
    }));
  }

  void theStatusCountsAllThatIsOpenAndNotTheLastDropOnly() {
    open({path("a")});
    open({path("b")});
    const auto labels = m_window->statusBar()->findChildren<QLabel*>();
    QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel* label) {
      return label->text().startsWith(QStringLiteral("15 image(s) open"));
    }));
  }

  void aLeftDragWidensTheWindowByAGainThatFollowsIt() {
    open({path("a")});
    drag(Qt::LeftButton, {300, 300}, {350, 300});
    // Two moves of 25 pixels: 1/200 of the width each pixel, in double.
    QCOMPARE(view()->currentWindow()->width, 400 + 25 * 2.0 + 25 * 2.25);
    QCOMPARE(view()->currentWindow()->center, 300.0);
    drag(Qt::LeftButton, {300, 300}, {300, 310});
    QVERIFY(view()->currentWindow()->center > 300);
    view()->setImage(7);
    QTRY_VERIFY(view()->isSettled());
    QCOMPARE(view()->currentWindow()->width, 400 + 25 * 2.0 + 25 * 2.25);
  }

  void upwardsRaisesTheCentreWhenThatIsPreferredAndTheChoiceIsKept() {
    open({path("a")});
    action("Dragging Up Raises the Window Centre")->trigger();
    drag(Qt::LeftButton, {300, 300}, {300, 280});
    QVERIFY(view()->currentWindow()->center > 300);
    m_window = openedWindow();
    QVERIFY(m_window->viewOptions().invertsWindowDrag);
  }

  void wheelsAndTouchpadsGoThroughTheSlices() {
    open({path("a")});
    wheel({0, -120});
    QCOMPARE(view()->image(), 1);
    for (int i = 0; i < 8; ++i) wheel({0, -15});  // a fine wheel: eight parts of a notch
    QCOMPARE(view()->image(), 2);
    for (int i = 0; i < 12; ++i) wheel({0, 0}, {0, -10});  // a touchpad that speaks of pixels alone
    QCOMPARE(view()->image(), 3);
    wheel({0, 120});
    QCOMPARE(view()->image(), 2);
  }

  void controlAndTheWheelZoomAtTheCursor() {
    open({path("a")});
    const QPointF before = view()->toImage({100, 100});
    wheel({0, 120}, {}, Qt::ControlModifier);
    QCOMPARE(view()->image(), 0);
    QVERIFY(view()->geometryState().zoom.has_value());
    QVERIFY((view()->toImage({100, 100}) - before).manhattanLength() < 1e-6);
  }

  void theRightButtonZoomsWhenDraggedAndOffersWindowsAndTurnsWhenClicked() {
    open({path("a")});
    const QPointF before = view()->toImage({300, 300});
    drag(Qt::RightButton, {300, 300}, {300, 200});
    QVERIFY(view()->geometryState().zoom.has_value());
    QVERIFY((view()->toImage({300, 300}) - before).manhattanLength() < 1e-6);
    const double larger = *view()->geometryState().zoom;
    drag(Qt::RightButton, {300, 300}, {300, 400});
    QVERIFY(*view()->geometryState().zoom < larger);
    QVERIFY(!QApplication::activePopupWidget());
    QStringList entries;
    QTimer::singleShot(200, m_window.get(), [&entries] {
      auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
      if (!menu) return;
      for (const QAction* each : menu->actions()) entries << each->text();
      menu->close();
    });
    QTest::mouseClick(view(), Qt::RightButton, {}, {300, 300});
    QVERIFY(entries.contains(QStringLiteral("Window")) && entries.contains(QStringLiteral("Rotate Left")));
  }

  void theMiddleButtonPansByWhatTheHandMoves() {
    open({path("a")});
    drag(Qt::MiddleButton, {300, 300}, {330, 310});
    QCOMPARE(view()->geometryState().pan, QPointF(30, 10) * view()->devicePixelRatioF());
    key(Qt::Key_Escape);
    QCOMPARE(view()->geometryState().pan, QPointF());
  }

  void digitsChooseWindows() {
    open({path("a")});
    view()->setImage(3);
    QTRY_VERIFY(view()->isSettled());
    key(Qt::Key_4);
    QCOMPARE(view()->currentWindow()->center, -600.0);
    QCOMPARE(view()->currentWindow()->width, 1500.0);
    key(Qt::Key_1);
    QCOMPARE(view()->currentWindow()->center, 300.0);
    key(Qt::Key_6);
    QCOMPARE(view()->currentWindow()->width, 80.0);
    key(Qt::Key_0, Qt::ControlModifier);
    QCOMPARE(view()->currentWindow()->width, 400.0);
    key(Qt::Key_0);
    QVERIFY(view()->currentWindow()->center != 300);
  }

  void arrowsGoThroughSlicesAndSeries() {
    open({path("a"), path("b")});
    key(Qt::Key_Down);
    QCOMPARE(view()->image(), 1);
    key(Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(view()->image(), 11);
    key(Qt::Key_Home);
    QCOMPARE(view()->image(), 0);
    key(Qt::Key_End);
    QCOMPARE(view()->image(), 11);
    key(Qt::Key_Right);
    QTRY_COMPARE(view()->count(), 3);
    key(Qt::Key_Left);
    QTRY_COMPARE(view()->count(), 12);
  }

  void aToolsKeyGivesTheLeftButtonAnotherMeaningAndMarksIt() {
    open({path("a")});
    QVERIFY(action("Window Tool")->isChecked());
    key(Qt::Key_Z);
    QVERIFY(action("Zoom Tool")->isChecked() && !action("Window Tool")->isChecked());
    drag(Qt::LeftButton, {300, 300}, {300, 240});
    QVERIFY(view()->geometryState().zoom.has_value());
    QCOMPARE(view()->currentWindow()->width, 400.0);
    key(Qt::Key_W);
    drag(Qt::LeftButton, {300, 300}, {320, 300});
    QVERIFY(view()->currentWindow()->width > 400);
  }

  void layoutsHaveKeysAndADoubleClickShowsOneCell() {
    open({path("a")});
    const auto shownCells = [this] {
      int count = 0;
      for (int i = 0; i < 9; ++i) count += m_window->grid()->view(i)->isVisible() ? 1 : 0;
      return count;
    };
    for (const auto& [which, cells] : {std::pair(Qt::Key_2, 4), std::pair(Qt::Key_3, 9)}) {
      key(which, Qt::AltModifier);
      QCOMPARE(shownCells(), cells);
    }
    QTest::mouseDClick(m_window->grid()->view(5), Qt::LeftButton);
    QCOMPARE(shownCells(), 1);
    QCOMPARE(view(), m_window->grid()->view(5));
    key(Qt::Key_Return);
    QCOMPARE(shownCells(), 9);
    key(Qt::Key_1, Qt::AltModifier);
    QCOMPARE(shownCells(), 1);
  }

  void fullScreenComesAndGoes() {
    key(Qt::Key_F11);
    QTRY_VERIFY(m_window->isFullScreen());
    key(Qt::Key_F11);
    QTRY_VERIFY(!m_window->isFullScreen());
  }

  void aCineStartsAndStopsByItsKeyAndADragOfItsSliderHoldsIt() {
    open({path("cine.dcm")});
    key(Qt::Key_C);
    QVERIFY(view()->cine()->isPlaying());
    QTRY_VERIFY(view()->image() > 0);
    key(Qt::Key_C);
    QVERIFY(!view()->cine()->isPlaying());
  }

  void theControlsOfACineAreReadInBothThemes() {
    for (const app::Theme theme : {app::Theme::Light, app::Theme::Dark}) {
      m_window->setTheme(theme);
      m_window->closeAll();
      open({path("cine.dcm")});
      const auto* bar = view()->findChild<app::CineBar*>();
      auto* rate = bar->findChild<QLabel*>();
      QVERIFY(rate->isVisible() && !rate->text().isEmpty());
      const QImage picture = rate->grab().toImage();
      int brightest = 0;
      for (int y = 0; y < picture.height(); ++y)
        for (int x = 0; x < picture.width(); ++x)
          brightest = std::max(brightest, picture.pixelColor(x, y).lightness());
      QVERIFY2(brightest > 180, qPrintable(QString::number(brightest)));
    }
  }

  void oneBadFileAmongManyIsListedWithItsReasonAndNeverAsked() {
    QFile::copy(path("cut.dcm"), path("b/cut.dcm"));
    dropOn(m_window.get(), {path("b")});
    QFile::remove(path("b/cut.dcm"));
    QVERIFY(!QApplication::activeModalWidget());
    for (const QString& each : m_window->library().shownKeys()) {
      m_window->showKey(each);
      QTRY_VERIFY(view()->isSettled());
    }
    QCOMPARE(m_window->problems()->count(), 1);
    QVERIFY(m_window->problemsDock()->isVisible());
    QVERIFY2(m_window->problems()->asText().contains(QStringLiteral("The file is cut short")),
             qPrintable(m_window->problems()->asText()));
  }

  void aFileThatGetsShorterWhileItIsOpenIsSaidAndListed() {
    tests::writeCine(path("long.dcm"), 4000, 40);
    open({path("long.dcm")});
    QVERIFY(QFile::resize(path("long.dcm"), 70'000));
    view()->setImage(3900);
    QTRY_VERIFY(view()->isSettled() && !view()->hasImage());
    QCOMPARE(view()->error()->code, core::ErrorCode::FileUnreadable);
    QCOMPARE(m_window->problems()->count(), 1);
    view()->setImage(0);
    QTRY_VERIFY(view()->hasImage());
  }

  void aHiddenPatientIsNamedNowhereInTheWindow() {
    m_window->setRemembersRecent(true);
    open({path("roe")});
    const auto naming = [](const QStringList& texts) {
      QStringList found;
      for (const QString& text : texts)
        if (text.contains(QLatin1String("Roe"), Qt::CaseInsensitive) || text.contains(QLatin1String("ID-99")))
          found << text;
      return found;
    };
    QVERIFY(naming(textsOf(*m_window)).size() >= 3);
    key(Qt::Key_H, Qt::ControlModifier);
    QVERIFY2(naming(textsOf(*m_window)).isEmpty(),
             qPrintable(naming(textsOf(*m_window)).join(QLatin1Char('|'))));
    m_window->problems()->add({{{path("roe"), {}, -1, 0}, {core::ErrorCode::NotDicom, {}}}});
    QVERIFY(naming(textsOf(*m_window)).isEmpty() && naming({m_window->problems()->asText()}).isEmpty());
    // What comes after the toggle is hidden too.
    m_window->closeAll();
    open({path("roe")});
    QVERIFY(naming(textsOf(*m_window)).isEmpty());
    key(Qt::Key_H, Qt::ControlModifier);
    QVERIFY(naming(textsOf(*m_window)).size() >= 3);
  }

  void withThePatientHiddenAPictureOfTheWindowIsTheSameForEveryPatient() {
    const auto picture = [this](const char* folder) {
      m_window = openedWindow();
      m_window->setOption(&app::ViewOptions::hidesPatient, true);
      m_window->open({path(folder)});
      [&] { QTRY_VERIFY_WITH_TIMEOUT(isSettled(*m_window) && view()->hasImage(), 10000); }();
      return m_window->grab().toImage();
    };
    const QImage jane = picture("a");
    QCOMPARE(picture("roe"), jane);
    m_window->setOption(&app::ViewOptions::hidesPatient, false);
    QVERIFY(m_window->grab().toImage() != jane);
  }

  void anotherLanguageIsSpokenAtOnceAndEverywhere() {
    open({path("cine.dcm")});
    m_window->problems()->add({{{path("x"), {}, -1, 0}, {core::ErrorCode::NotDicom, {}}}});
    tests::Brackets brackets;
    QCoreApplication::installTranslator(&brackets);
    QCoreApplication::sendPostedEvents();
    QStringList unchanged;
    const auto check = [&unchanged](const QString& text) {
      if (!text.isEmpty() && !text.contains(QStringLiteral("⟦"))) unchanged << text;
    };
    for (const QAction* menu : m_window->menuBar()->actions())
      for (const QAction* each : menu->menu()->actions()) check(menu->text()), check(each->text());
    for (const QPushButton* button : m_window->problems()->findChildren<QPushButton*>())
      check(button->text());
    for (const QToolButton* button : view()->findChildren<QToolButton*>()) check(button->toolTip());
    for (const QLabel* label : m_window->statusBar()->findChildren<QLabel*>()) check(label->text());
    check(m_window->problems()->asText().section(QLatin1Char('\t'), 1, 1));
    check(m_window->tags()->search()->placeholderText());
    QVERIFY2(unchanged.isEmpty(), qPrintable(unchanged.join(QLatin1Char('|'))));
    QCoreApplication::removeTranslator(&brackets);
    QCoreApplication::sendPostedEvents();
    QCOMPARE(m_window->menuBar()->actions().front()->text(), QStringLiteral("&File"));
    QVERIFY(view()->hasImage());
  }
};

DICOMAESTRO_TEST(GesturesTest)
#include "gestures_test.moc"
