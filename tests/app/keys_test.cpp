// SPDX-License-Identifier: MIT
#include <QCheckBox>
#include <QDockWidget>
#include <QKeySequenceEdit>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTreeView>
#include <QTreeWidget>

#include "app/settings/keysdialog.h"
#include "app/tags/tagpanel.h"
#include "app/window/mainwindow.h"
#include "tests/app/folder.h"
#include "tests/support/testmain.h"

using app::KeyMap;

class KeysTest : public QObject {
  Q_OBJECT

  QTemporaryDir m_dir;
  std::unique_ptr<QSettings> m_settings;

  static QKeySequence key(const char* text) { return QKeySequence(QString::fromLatin1(text)); }
  KeyMap map() {
    return KeyMap(*m_settings, {{QStringLiteral("Open / Close"), {key("Ctrl+O"), key("F")}},
                                {QStringLiteral("Invert"), {key("I")}}});
  }
  static QTreeWidgetItem* item(const app::KeysDialog& dialog, const char* text) {
    return dialog.list()
        ->findItems(QString::fromLatin1(text), Qt::MatchExactly | Qt::MatchRecursive)
        .value(0);
  }
  std::unique_ptr<app::MainWindow> openedWindow() {
    auto window =
        std::make_unique<app::MainWindow>(std::make_shared<core::FrameCache>(64u << 20), *m_settings);
    window->resize(1000, 700);
    window->show();
    window->activateWindow();
    window->open({m_dir.filePath(QStringLiteral("a"))});
    return window;
  }

 private slots:
  void initTestCase() { tests::writeSeries(m_dir.filePath(QStringLiteral("a")), 2); }
  void init() {
    m_settings =
        std::make_unique<QSettings>(m_dir.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
    m_settings->clear();
  }

  void standardKeysHoldUntilOthersAreChosenAndChosenOnesAreKept() {
    KeyMap keys = map();
    QCOMPARE(keys.keysOf(QStringLiteral("Open / Close")), (QList{key("Ctrl+O"), key("F")}));
    QVERIFY(keys.choose(QStringLiteral("Open / Close"), {key("Ctrl+Shift+P")}));
    QVERIFY(keys.choose(QStringLiteral("Invert"), {}));
    const KeyMap again = map();
    QCOMPARE(again.keysOf(QStringLiteral("Open / Close")), QList{key("Ctrl+Shift+P")});
    QVERIFY(again.keysOf(QStringLiteral("Invert")).isEmpty());
    keys.reset();
    QCOMPARE(map().keysOf(QStringLiteral("Invert")), QList{key("I")});
  }

  void aKeyThatCallsAnotherActionIsRefused() {
    KeyMap keys = map();
    QVERIFY(!keys.choose(QStringLiteral("Invert"), {key("F")}));
    QCOMPARE(keys.keysOf(QStringLiteral("Invert")), QList{key("I")});
    QVERIFY(keys.choose(QStringLiteral("Open / Close"), {}));
    QVERIFY(keys.choose(QStringLiteral("Invert"), {key("F")}));
  }

  void aChosenKeyGoesBeforeAStandardOne() {
    m_settings->setValue(QStringLiteral("keys/Invert"), QStringList{QStringLiteral("F")});
    const KeyMap keys = map();
    QCOMPARE(keys.keysOf(QStringLiteral("Open / Close")), QList{key("Ctrl+O")});
    QCOMPARE(keys.ownerOf(key("F")), QStringLiteral("Invert"));
  }

  void everyActionHasItsOwnKeys() {
    auto window = openedWindow();
    QSet<QKeySequence> seen;
    for (const QAction* action : window->findChildren<QAction*>())
      for (const QKeySequence& each : action->shortcuts()) {
        QVERIFY2(!seen.contains(each), qPrintable(each.toString()));
        seen << each;
      }
    QVERIFY(seen.size() > 50);
  }

  void aKeyThatIsPressedInTheDialogWorksAtOnceAndInTheNextWindow() {
    auto window = openedWindow();
    QTRY_VERIFY(window->grid()->activeView()->hasImage());
    window->showKeys();
    auto* dialog = window->findChild<app::KeysDialog*>();
    QVERIFY(dialog);
    dialog->list()->setCurrentItem(item(*dialog, "Invert"));
    QTest::keyClick(dialog->edit(), Qt::Key_F);
    QVERIFY2(dialog->message().contains(QStringLiteral("Fit")), qPrintable(dialog->message()));
    QCOMPARE(item(*dialog, "Invert")->text(1), QStringLiteral("I"));
    QTest::keyClick(dialog->edit(), Qt::Key_X);
    QCOMPARE(item(*dialog, "Invert")->text(1), QStringLiteral("X"));
    dialog->close();
    QTest::keyClick(window.get(), Qt::Key_I);
    QVERIFY(!window->grid()->activeView()->look().isInverted);
    QTest::keyClick(window.get(), Qt::Key_X);
    QVERIFY(window->grid()->activeView()->look().isInverted);

    window = openedWindow();
    QTRY_VERIFY(window->grid()->activeView()->hasImage());
    QTest::keyClick(window.get(), Qt::Key_X);
    QVERIFY(window->grid()->activeView()->look().isInverted);
  }

  /// The window as it is when somebody begins: shown, active, with its series read to the end (the first
  /// picture stands there before the second is known).
  std::unique_ptr<app::MainWindow> activeWindow() {
    auto window = openedWindow();
    [&] { QTRY_COMPARE(window->grid()->activeView()->count(), 2); }();
    [&] { QVERIFY(QTest::qWaitForWindowActive(window.get())); }();
    return window;
  }
  /// As a keyboard does: to where the focus is.
  static void press(app::MainWindow& window, Qt::Key key) {
    QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : &window, key);
  }

  void theKeysOfAFreshWindowAreThoseOfThePicture() {
    auto window = activeWindow();
    press(*window, Qt::Key_Down);
    QCOMPARE(window->grid()->activeView()->image(), 1);
    press(*window, Qt::Key_I);
    QVERIFY(window->grid()->activeView()->look().isInverted);
  }

  void whatIsWrittenEndsWithReturn() {
    auto window = activeWindow();
    window->tags()->search()->setFocus();
    QSignalSpy returned(window->tags()->search(), &QLineEdit::returnPressed);
    QTest::keyClick(window->tags()->search(), Qt::Key_Return);
    QCOMPARE(returned.count(), 1);
    QTest::keyClicks(window->tags()->search(), QStringLiteral("i"));
    QVERIFY(!window->grid()->activeView()->look().isInverted);
  }

  void escapeClearsTheSearchAndThenGoesBackToThePicture() {
    auto window = activeWindow();
    press(*window, Qt::Key_I);
    window->tags()->search()->setFocus();
    QTest::keyClicks(window->tags()->search(), QStringLiteral("date"));
    press(*window, Qt::Key_Escape);
    QVERIFY(window->tags()->search()->text().isEmpty());
    QVERIFY(window->tags()->search()->hasFocus());
    press(*window, Qt::Key_Escape);
    QVERIFY(window->grid()->activeView()->look().isInverted);
    press(*window, Qt::Key_Down);
    QCOMPARE(window->grid()->activeView()->image(), 1);
    press(*window, Qt::Key_Escape);
    QVERIFY(!window->grid()->activeView()->look().isInverted);
  }

  void theArrowsAreThoseOfTheTreeOneHasGoneInto() {
    auto window = activeWindow();
    auto* tree = window->tags()->tree();
    tree->setFocus();
    tree->setCurrentIndex(tree->model()->index(2, 0));
    QTest::keyClick(tree, Qt::Key_Down);
    QCOMPARE(tree->currentIndex().row(), 3);
    QCOMPARE(window->grid()->activeView()->image(), 0);
    QTest::keyClick(tree, Qt::Key_I);
    QVERIFY(window->grid()->activeView()->look().isInverted);
    window->grid()->activeView()->setFocus();
    QTest::keyClick(window->grid()->activeView(), Qt::Key_Down);
    QCOMPARE(window->grid()->activeView()->image(), 1);
  }

  void theKeysStayWithThePictureWhenItsCellsAndPanelsGo() {
    auto window = activeWindow();
    window->grid()->setGrid(2, 2);
    window->grid()->setGrid(1, 1);
    press(*window, Qt::Key_Down);
    QCOMPARE(window->grid()->activeView()->image(), 1);
    window->tags()->search()->setFocus();
    window->tags()->window()->findChild<QDockWidget*>(QStringLiteral("metadata"))->hide();
    press(*window, Qt::Key_Up);
    QCOMPARE(window->grid()->activeView()->image(), 0);
  }

  void aButtonHasTheSpaceBarOfThoseWhoCameByTab() {
    auto window = activeWindow();
    auto* box = window->tags()->findChild<QCheckBox*>();
    QVERIFY(box->isEnabled());
    const bool wasChecked = box->isChecked();
    QTest::mouseClick(box, Qt::LeftButton, {}, QPoint(8, box->height() / 2));
    QCOMPARE(box->isChecked(), !wasChecked);
    press(*window, Qt::Key_Space);
    QCOMPARE(box->isChecked(), !wasChecked);
    window->tags()->search()->setFocus();
    press(*window, Qt::Key_Tab);
    QTRY_VERIFY(box->hasFocus());
    press(*window, Qt::Key_Space);
    QCOMPARE(box->isChecked(), wasChecked);
  }
};

DICOMAESTRO_TEST(KeysTest)
#include "keys_test.moc"
