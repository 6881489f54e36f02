// SPDX-License-Identifier: MIT
#include "app/cine/cineplayer.h"

#include "core/parse/tags.h"
#include "tests/support/dicombuilder.h"
#include "tests/support/testmain.h"

using namespace std::chrono_literals;

class CinePlayerTest : public QObject {
  Q_OBJECT

  std::chrono::nanoseconds m_now{1s};

 private slots:
  void theFrameIsAFunctionOfTheTimeAndLateOnesAreDroppedAndCounted() {
    app::CinePlayer player(nullptr, [this] { return m_now; });
    player.setTiming(core::CineTiming::atRate(10, 20));
    QSignalSpy due(&player, &app::CinePlayer::frameDue);
    player.play(0);
    m_now += 150ms;
    player.tick();
    QCOMPARE(due.last().front().toInt(), 1);
    QCOMPARE(player.dropped(), quint64{0});
    player.shown(1);
    m_now += 400ms;  // 550 ms: frame 5, with 2, 3 and 4 too late
    player.tick();
    QCOMPARE(due.last().front().toInt(), 5);
    QCOMPARE(player.dropped(), quint64{3});
    m_now += 1500ms;  // 2,050 ms: once around
    player.tick();
    QCOMPARE(due.last().front().toInt(), 0);
  }

  void aFrameTimeVectorIsPlayedByTheClock() {
    const auto file = tests::DicomBuilder()
                          .identity()
                          .text(core::tags::FrameTimeVector, core::Vr::DS, "0\\10\\20\\60")
                          .parsed();
    app::CinePlayer player(nullptr, [this] { return m_now; });
    player.setTiming(core::CineTiming::of(file.dataSet(), 4));
    QSignalSpy due(&player, &app::CinePlayer::frameDue);
    player.play(0);
    QList<int> shown;
    for (const auto step : {11ms, 20ms, 60ms, 30ms}) {  // 11, 31, 91 and 121 ms: the last is the next round
      m_now += step;
      player.tick();
      shown << due.last().front().toInt();
      player.shown(shown.last());
    }
    QCOMPARE(shown, (QList<int>{1, 2, 3, 0}));
    QCOMPARE(player.dropped(), quint64{0});
  }

  void aFrameThatWasDueAndNotPaintedIsDropped() {
    app::CinePlayer player(nullptr, [this] { return m_now; });
    player.setTiming(core::CineTiming::atRate(10, 20));
    player.play(0);
    for (int i = 1; i <= 4; ++i) {
      m_now += 100ms;
      player.tick();
      if (i != 2) player.shown(i);
    }
    QCOMPARE(player.dropped(), quint64{1});
  }

  void whatComesNextIsKnownAheadAroundTheEndsOfTheTrimAndBack() {
    app::CinePlayer player(nullptr, [this] { return m_now; });
    player.setTiming(core::CineTiming::atRate(10, 20));
    player.setTrim(5, 9);
    player.play(8);
    QCOMPARE(player.upcoming(3), (std::vector<int>{9, 5, 6}));
    player.setRepeat(core::CinePlan::Repeat::Sweep);
    QCOMPARE(player.upcoming(10), (std::vector<int>{9, 8, 7, 6, 5}));
  }

  void anotherCineIsNotPlayedThereAndBackBecauseTheLastOneWas() {
    app::CinePlayer player(nullptr, [this] { return m_now; });
    core::CineTiming sweep = core::CineTiming::atRate(10, 20);
    sweep.isSweep = true;
    player.setTiming(sweep);
    QCOMPARE(player.repeat(), core::CinePlan::Repeat::Sweep);
    player.setTiming(core::CineTiming::atRate(10, 20));
    QCOMPARE(player.repeat(), core::CinePlan::Repeat::Loop);
  }

  void playingStartsFromTheShownFrame() {
    app::CinePlayer player(nullptr, [this] { return m_now; });
    player.setTiming(core::CineTiming::atRate(10, 20));
    QSignalSpy due(&player, &app::CinePlayer::frameDue);
    player.play(7);
    m_now += 110ms;
    player.tick();
    QCOMPARE(due.last().front().toInt(), 8);
  }

  void theSpeedIsAFactorOfTheFilesRate() {
    app::CinePlayer player(nullptr, [this] { return m_now; });
    player.setTiming(core::CineTiming::atRate(10, 20));
    player.setSpeed(2);
    QCOMPARE(player.targetRate(), 20.0);
  }

  void theTrimBoundsWhatIsPlayed() {
    app::CinePlayer player(nullptr, [this] { return m_now; });
    player.setTiming(core::CineTiming::atRate(10, 20));
    player.setTrim(5, 6);
    QSignalSpy due(&player, &app::CinePlayer::frameDue);
    player.play(5);
    for (int i = 0; i < 10; ++i) {
      m_now += 100ms;
      player.tick();
    }
    QVERIFY(due.count() >= 5);
    for (const auto& each : due) QVERIFY(each.front().toInt() == 5 || each.front().toInt() == 6);
  }

  void achievedFramesAreCountedByTheSecond() {
    app::CinePlayer player(nullptr, [this] { return m_now; });
    player.setTiming(core::CineTiming::atRate(20, 100));
    player.play(0);
    for (int i = 1; i <= 20; ++i) {
      m_now += 50ms;
      player.shown(i);
    }
    QCOMPARE(player.achievedRate(), 20.0);
  }
};

DICOMAESTRO_TEST(CinePlayerTest)
#include "cineplayer_test.moc"
