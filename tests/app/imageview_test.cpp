// SPDX-License-Identifier: MIT
#include "app/paint/imageview.h"

#include <QSlider>
#include <QTemporaryDir>
#include <QToolButton>
#include <QWheelEvent>
#include <thread>

#include "app/cine/cinebar.h"
#include "app/cine/cineplayer.h"
#include "core/cache/imageloader.h"
#include "tests/app/folder.h"
#include "tests/support/testmain.h"

using namespace std::chrono_literals;

namespace {

/// Decodes as slowly as the test wants.
class SlowLoader final : public core::ImageLoader {
 public:
  explicit SlowLoader(std::chrono::milliseconds delay) : m_delay(delay) {}
  core::Result<ReaderPtr> open(const core::Source& source) const override { return m_files->open(source); }
  Range range(const ReaderPtr& reader) const override { return m_files->range(reader); }
  core::Result<core::LoadedImagePtr> load(const ReaderPtr& reader, std::uint32_t frame,
                                          const Range& range) const override {
    std::this_thread::sleep_for(m_delay);
    return m_files->load(reader, frame, range);
  }

 private:
  std::unique_ptr<core::ImageLoader> m_files = core::fileImageLoader();
  std::chrono::milliseconds m_delay;
};

}  // namespace

class ImageViewTest : public QObject {
  Q_OBJECT

  QTemporaryDir m_dir;
  std::shared_ptr<core::FrameCache> m_cache = std::make_shared<core::FrameCache>(64u << 20);
  std::unique_ptr<app::ImageView> m_view;

  void wheel(int angle, Qt::KeyboardModifiers modifiers = {}) {
    QWheelEvent event(QPointF(100, 100), m_view->mapToGlobal(QPointF(100, 100)), {}, {0, angle}, Qt::NoButton,
                      modifiers, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(m_view.get(), &event);
  }
  void drag(Qt::MouseButton button, QPoint from, QPoint to, Qt::KeyboardModifiers modifiers = {}) {
    QTest::mousePress(m_view.get(), button, modifiers, from);
    for (const QPoint at : {from + (to - from) / 2, to}) {
      QMouseEvent move(QEvent::MouseMove, at, m_view->mapToGlobal(at), Qt::NoButton, button, modifiers);
      QCoreApplication::sendEvent(m_view.get(), &move);
    }
    QTest::mouseRelease(m_view.get(), button, modifiers, to);
  }
  void showRamp() {
    m_view->setStack(tests::stackOf(m_dir.filePath(QStringLiteral("ramp.dcm"))));
    QTRY_VERIFY(m_view->isSettled() && m_view->hasImage());
  }
  QColor pixel(QPoint at) const { return m_view->grab().toImage().pixelColor(at); }

 private slots:
  void initTestCase() {
    tests::writeSeries(m_dir.filePath(QStringLiteral("a")), 12);
    tests::writeCine(m_dir.filePath(QStringLiteral("cine.dcm")), 10, 40);
    tests::writeCine(m_dir.filePath(QStringLiteral("fast.dcm")), 24, 10);
    tests::writeEnhanced(m_dir.filePath(QStringLiteral("enhanced.dcm")), 6);
    tests::writeRamp(m_dir.filePath(QStringLiteral("ramp.dcm")));
    tests::writeCutImage(m_dir.filePath(QStringLiteral("cut.dcm")));
  }
  void init() {
    m_view = std::make_unique<app::ImageView>(m_cache, 0);
    m_view->resize(400, 400);
    m_view->show();
    m_view->setStack(tests::stackOf(m_dir.filePath(QStringLiteral("a"))));
    QTRY_VERIFY(m_view->isSettled() && m_view->hasImage());
  }

  void theWheelGoesOneSliceANotchAndPartsOfNotchesAddUp() {
    wheel(-120);
    QCOMPARE(m_view->image(), 1);
    for (int i = 0; i < 3; ++i) wheel(-40);
    QCOMPARE(m_view->image(), 2);
    wheel(120);
    QCOMPARE(m_view->image(), 1);
    wheel(-120, Qt::ShiftModifier);
    QCOMPARE(m_view->image(), 6);
  }

  void theWheelWithControlZoomsAndLeavesThePointUnderTheCursor() {
    const QPointF before = m_view->toImage({100, 100});
    wheel(240, Qt::ControlModifier);
    QCOMPARE(m_view->image(), 0);
    QVERIFY(m_view->geometryState().zoom.has_value());
    QVERIFY((m_view->toImage({100, 100}) - before).manhattanLength() < 1e-6);
  }

  void draggingRightWidensTheWindowAndDownRaisesItsCentre() {
    const auto before = *m_view->currentWindow();
    QCOMPARE(before.center, 300.0);
    drag(Qt::LeftButton, {100, 100}, {150, 100});
    QVERIFY(m_view->currentWindow()->width > before.width);
    QCOMPARE(m_view->currentWindow()->center, before.center);
    drag(Qt::LeftButton, {100, 100}, {100, 150});
    QVERIFY(m_view->currentWindow()->center > before.center);
  }

  void aShiftedDragIsTenTimesFiner() {
    drag(Qt::LeftButton, {100, 100}, {150, 100});
    QCOMPARE(m_view->currentWindow()->width, 400 + 25 * 2.0 + 25 * 2.25);
    m_view->run(app::ViewCommand::ResetWindow);
    drag(Qt::LeftButton, {100, 100}, {150, 100}, Qt::ShiftModifier);
    QCOMPARE(m_view->currentWindow()->width, 400 + 25 * 0.2 + 25 * 0.2025);
    m_view->run(app::ViewCommand::ResetWindow);
    drag(Qt::LeftButton, {100, 100}, {150, 100}, Qt::ControlModifier);
    QCOMPARE(m_view->currentWindow()->width, 400 + 25 * 10.0 + 25 * 16.25);
  }

  void inANarrowWindowTheGainFollowsTheRangeOfTheValues() {
    showRamp();
    drag(Qt::LeftButton, {100, 100}, {102, 100});  // two moves that are too short to be one
    QCOMPARE(m_view->currentWindow()->width, 400.0);
    drag(Qt::LeftButton, {100, 100}, {120, 100});
    QCOMPARE(m_view->currentWindow()->width, 400 + 20 * 25.5);  // a thousandth of 0 to 25,500
  }

  void anInvertedImageHasItsGreysTheOtherWayRound() {
    QTRY_COMPARE(pixel({150, 150}), QColor(0, 0, 0));  // 100 is the lower end of C 300 W 400
    m_view->run(app::ViewCommand::Invert);
    QTRY_COMPARE(pixel({150, 150}), QColor(255, 255, 255));
    QVERIFY(m_view->liveTexts().isInverted);
    m_view->run(app::ViewCommand::Invert);
    QTRY_COMPARE(pixel({150, 150}), QColor(0, 0, 0));
  }

  void overlaysAreDrawnUntilTheyAreSwitchedOff() {
    showRamp();
    m_view->setVoi(core::VoiWindow{100'000, 1, core::VoiFunction::Linear, {}});  // all black
    QTRY_VERIFY(pixel({200, 250}).lightness() > 100);
    QCOMPARE(pixel({200, 150}), QColor(0, 0, 0));
    app::ViewOptions without;
    without.overlays = false;
    m_view->setOptions(without);
    QTRY_COMPARE(pixel({200, 250}), QColor(0, 0, 0));
  }

  void theScaleBarIsAsLongAsItsMillimetres() {
    // 16 rows of 2 mm over 400 pixels: the greatest round length below 30 % of the height is 5 mm, 62.5
    // pixels.
    const QImage screen = m_view->grab().toImage();
    const auto isLight = [&](int y) { return screen.pixelColor(388, y).lightness() > 120; };
    for (const int y : {171, 200, 229}) QVERIFY2(isLight(y), qPrintable(QString::number(y)));
    for (const int y : {160, 240}) QVERIFY2(!isLight(y), qPrintable(QString::number(y)));
    m_view->run(app::ViewCommand::RotateRight);
    // Columns of 1 mm stand upright now, and the image fits by its rows: 12.5 pixels a millimetre as before.
    const QImage turned = m_view->grab().toImage();
    QVERIFY(turned.pixelColor(388, 171).lightness() > 120 && turned.pixelColor(388, 160).lightness() < 120);
  }

  void theWindowIsHeldForTheSeriesOnceTouchedAndGivenUpByReset() {
    m_view->setVoi(core::VoiWindow{1000, 2000, core::VoiFunction::Linear, {}});
    m_view->setImage(5);
    QTRY_VERIFY(m_view->isSettled());
    QCOMPARE(m_view->currentWindow()->center, 1000.0);
    m_view->run(app::ViewCommand::Reset);
    QCOMPARE(m_view->currentWindow()->center, 300.0);
  }

  void theGreyOnTheScreenIsThatOfTheWindow() {
    m_view->setImage(2);
    QTRY_VERIFY(m_view->isSettled());
    QTRY_COMPARE(pixel({150, 150}), QColor(128, 128, 128));  // 300 in C 300 W 400 is 127.8
  }

  void pixelsThatAreNotSquareAreDrawnInTheirShape() {
    // 16 × 16 pixels of 2 mm by 1 mm: twice as high as wide.
    const QPointF corner = m_view->toImage({100, 0});
    QVERIFY(std::abs(corner.x()) < 0.01 && std::abs(corner.y()) < 0.01);
    const QPointF outside = m_view->toImage({90, 200});
    QVERIFY(outside.x() < 0);
  }

  void lettersFollowFlipsAndTurns() {
    QCOMPARE(m_view->letters().left, std::string("R"));
    QCOMPARE(m_view->letters().top, std::string("A"));
    m_view->run(app::ViewCommand::FlipHorizontal);
    QCOMPARE(m_view->letters().left, std::string("L"));
    QCOMPARE(m_view->letters().top, std::string("A"));
    m_view->run(app::ViewCommand::Reset);
    m_view->run(app::ViewCommand::RotateRight);
    QCOMPARE(m_view->letters().right, std::string("A"));
    QCOMPARE(m_view->letters().top, std::string("R"));
    m_view->run(app::ViewCommand::FlipVertical);
    QCOMPARE(m_view->letters().top, std::string("L"));
  }

  void theRightButtonZoomsWhenDraggedAndOpensTheMenuWhenClicked() {
    QSignalSpy menu(m_view.get(), &app::ImageView::contextMenuWanted);
    QTest::mouseClick(m_view.get(), Qt::RightButton, {}, {50, 50});
    QCOMPARE(menu.count(), 1);
    drag(Qt::RightButton, {100, 100}, {100, 40});
    QCOMPARE(menu.count(), 1);
    QVERIFY(m_view->geometryState().zoom.has_value());
  }

  void theMiddleButtonPans() {
    drag(Qt::MiddleButton, {100, 100}, {130, 110});
    QVERIFY(m_view->geometryState().pan.x() > 0);
  }

  void moreSlicesLeaveTheShownOneShown() {
    m_view->setImage(4);
    QTRY_VERIFY(m_view->isSettled());
    core::Stack more = core::sorted(*m_view->stack(), core::SortKey::Position, true);
    m_view->updateStack(std::make_shared<const core::Stack>(more));
    QCOMPARE(m_view->image(), 7);
    QTRY_VERIFY(m_view->isSettled());
    QCOMPARE(m_view->loadedImage()->prepared->valueAt(1, 1), 500.0);
  }

  void presetsComeFromTheFileThenAutomaticThenOfTheModality() {
    const auto entries = m_view->voiMenuEntries();
    QCOMPARE(entries.front().key, 1);
    QVERIFY(std::holds_alternative<core::FileWindow>(entries.front().choice));
    QVERIFY(entries.size() > 10);
    m_view->setStack(tests::stackOf(m_dir.filePath(QStringLiteral("cine.dcm"))));
    QTRY_VERIFY(m_view->isSettled());
    QCOMPARE(m_view->voiMenuEntries().size(), 2);
  }

  void anImageThatCannotBeDecodedSaysWhyInItsViewport() {
    m_view->setStack(tests::stackOf(m_dir.filePath(QStringLiteral("cut.dcm"))));
    QTRY_VERIFY(m_view->isSettled());
    QVERIFY(!m_view->hasImage() && m_view->error());
    const QImage screen = m_view->grab().toImage();
    int written = 0;  // of the middle, where only the reason can be
    for (int y = 150; y < 250; ++y)
      for (int x = 20; x < 380; ++x) written += qGray(screen.pixel(x, y)) > 100 ? 1 : 0;
    QVERIFY(written > 50);
    QVERIFY(!m_view->liveTexts().window && m_view->liveTexts().zoomPercent == 0);
  }

  void whileAnImageIsDecodedTheOldOneKeepsItsOwnTexts() {
    const auto slow = std::make_shared<core::FrameCache>(64u << 20, std::make_unique<SlowLoader>(60ms));
    app::ImageView view(slow, 0);
    view.resize(400, 400);
    view.show();
    view.setStack(tests::stackOf(m_dir.filePath(QStringLiteral("a"))));
    QTRY_VERIFY(view.hasImage());
    view.setImage(9);
    QVERIFY(!view.isSettled());
    QCOMPARE(view.liveTexts().index, 0);
    QCOMPARE(view.loadedImage()->prepared->valueAt(1, 1), 100.0);
    QTRY_VERIFY(view.isSettled());
    QCOMPARE(view.liveTexts().index, 9);
    QCOMPARE(view.loadedImage()->prepared->valueAt(1, 1), 1000.0);
  }

  void anImageThatTakesLongGivesWayToLoading() {
    const auto slow = std::make_shared<core::FrameCache>(64u << 20, std::make_unique<SlowLoader>(700ms));
    app::ImageView view(slow, 0);
    view.resize(400, 400);
    view.show();
    view.setStack(tests::stackOf(m_dir.filePath(QStringLiteral("a"))));
    QTRY_VERIFY(view.hasImage());
    view.setImage(11);
    QVERIFY(view.hasImage());
    QTRY_VERIFY(!view.hasImage());
    QTRY_VERIFY(view.isSettled());
  }

  void aCineThatOutrunsItsDecoderStillMovesAndCountsWhatItDropped() {
    const auto slow = std::make_shared<core::FrameCache>(64u << 20, std::make_unique<SlowLoader>(50ms));
    app::ImageView view(slow, 0);
    view.resize(400, 400);
    view.show();
    view.setStack(tests::stackOf(m_dir.filePath(QStringLiteral("fast.dcm"))));
    QTRY_VERIFY(view.isSettled());
    QSignalSpy shown(&view, &app::ImageView::imageShown);
    view.run(app::ViewCommand::PlayPause);
    QTRY_VERIFY(shown.count() >= 4);
    QVERIFY(view.cine()->isPlaying() && view.hasImage());
    QTRY_VERIFY(view.cine()->dropped() > 0);
    view.run(app::ViewCommand::PlayPause);
    QTRY_VERIFY(view.isSettled());
    QCOMPARE(view.loadedImage()->prepared->valueAt(0, 0), std::min(255.0, 10.0 * view.image()));
  }

  void theCineBarIsOfferedForFramesAndItsBracketsBoundWhatIsPlayed() {
    m_view->resize(800, 400);
    auto* bar = m_view->findChild<app::CineBar*>();
    QVERIFY(!bar->isVisible());
    m_view->setStack(tests::stackOf(m_dir.filePath(QStringLiteral("cine.dcm"))));
    QTRY_VERIFY(m_view->isSettled());
    QVERIFY(bar->isVisible());
    QCOMPARE(m_view->cine()->targetRate(), 25.0);
    const auto click = [bar](const QString& text) {
      for (auto* button : bar->findChildren<QToolButton*>())
        if (button->text() == text) QTest::mouseClick(button, Qt::LeftButton);
    };
    bar->findChild<QSlider*>()->setValue(2);
    QCOMPARE(m_view->image(), 2);
    click(QStringLiteral("["));
    bar->findChild<QSlider*>()->setValue(6);
    click(QStringLiteral("]"));
    QCOMPARE(m_view->cine()->first(), 2u);
    QCOMPARE(m_view->cine()->last(), 6u);
  }

  void aHiddenViewportDoesNotPlay() {
    m_view->run(app::ViewCommand::PlayPause);
    QVERIFY(m_view->cine()->isPlaying());
    m_view->hide();
    QVERIFY(!m_view->cine()->isPlaying());
  }

  void theFramesOfAnEnhancedObjectLieWhereEachOfThemSays() {
    m_view->setStack(tests::stackOf(m_dir.filePath(QStringLiteral("enhanced.dcm"))));
    m_view->setImage(3);
    QTRY_VERIFY(m_view->isSettled());
    QVERIFY(m_view->plane());
    QCOMPARE(m_view->plane()->position[1], 15.0);
    QCOMPARE(m_view->letters().top, std::string("H"));
    const app::CornerTexts texts = app::cornerTexts(
        *m_view->stack(), &m_view->loadedImage()->reader->file().dataSet(), m_view->liveTexts(), false);
    QVERIFY(texts.bottomRight.contains(QStringLiteral("Thickness 2 mm")));
    QVERIFY(texts.bottomRight.contains(QStringLiteral("Location 15.0 mm")));
  }

  void theValueUnderTheCursorHasItsPlaceInImageAndPatient() {
    QMouseEvent move(QEvent::MouseMove, QPointF(200, 200), m_view->mapToGlobal(QPointF(200, 200)),
                     Qt::NoButton, Qt::NoButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_view.get(), &move);
    const QStringList values = m_view->liveTexts().values;
    QCOMPARE(values.size(), 2);
    QVERIFY2(values[0].startsWith(QStringLiteral("(9, 9)  100")), qPrintable(values[0]));
    QCOMPARE(values[1], QStringLiteral("L 7.5  P 15.0  H 3.0  mm"));
    QEvent leave(QEvent::Leave);
    QCoreApplication::sendEvent(m_view.get(), &leave);
    QVERIFY(m_view->liveTexts().values.isEmpty());
  }

  void theTextsSayHowTheImageIsTurned() {
    QCOMPARE(m_view->liveTexts().orientation, QString());
    m_view->run(app::ViewCommand::RotateRight);
    QCOMPARE(m_view->liveTexts().orientation, QStringLiteral("90°"));
    m_view->run(app::ViewCommand::FlipHorizontal);
    m_view->run(app::ViewCommand::RotateRight);
    QVERIFY(m_view->liveTexts().orientation.startsWith(QStringLiteral("mirrored")));
  }

  void aWindowBesideTheDataIsSaid() {
    QVERIFY(!m_view->liveTexts().windowMissesData);
    m_view->setVoi(core::VoiWindow{5000, 100, core::VoiFunction::Linear, {}});
    QVERIFY(m_view->liveTexts().windowMissesData);
  }

  void oneToOneIsADevicePixelForEachPixel() {
    m_view->run(app::ViewCommand::OneToOne);
    const QPointF step = m_view->toImage({201, 200}) - m_view->toImage({200, 200});
    QVERIFY(std::abs(step.x() - 1) < 1e-9);
    m_view->run(app::ViewCommand::Fit);
    QVERIFY(!m_view->geometryState().zoom);
  }

  void theWindowNeverGetsNarrowerThanOne() {
    for (int i = 0; i < 20; ++i) drag(Qt::LeftButton, {390, 100}, {10, 100});
    QCOMPARE(m_view->currentWindow()->width, 1.0);
  }

  void invertedDraggingRaisesTheCentreUpwards() {
    app::ViewOptions options;
    options.invertsWindowDrag = true;
    m_view->setOptions(options);
    drag(Qt::LeftButton, {100, 150}, {100, 100});
    QVERIFY(m_view->currentWindow()->center > 300);
  }

  void theScrollToolGoesThroughTheStack() {
    m_view->setTool(app::Tool::Scroll);
    drag(Qt::LeftButton, {100, 100}, {100, 140});
    QVERIFY(m_view->image() >= 4);
  }

  void aMultiFrameObjectGivesItsFrames() {
    m_view->setStack(tests::stackOf(m_dir.filePath(QStringLiteral("cine.dcm"))));
    QCOMPARE(m_view->count(), 10);
    m_view->setImage(7);
    QTRY_VERIFY(m_view->isSettled());
    QCOMPARE(m_view->loadedImage()->prepared->valueAt(0, 0), 70.0);
  }
};

DICOMAESTRO_TEST(ImageViewTest)
#include "imageview_test.moc"
