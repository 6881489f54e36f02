// SPDX-License-Identifier: MIT
#include "core/series/cine.h"
#include "core/parse/tags.h"
#include "tests/support/dicombuilder.h"
#include "tests/support/testmain.h"

using core::CinePlan;
using core::CineSource;
using core::CineTiming;
using core::Vr;
using namespace std::chrono_literals;
using Repeat = core::CinePlan::Repeat;

class CineTest : public QObject {
  Q_OBJECT

  static CineTiming timingOf(const tests::DicomBuilder& builder, std::uint32_t frames) {
    return CineTiming::of(builder.parsed().dataSet(), frames);
  }
  static tests::DicomBuilder cine() { return tests::DicomBuilder().identity(); }

 private slots:
  void withoutAnyAttributeItIs25FramesASecond() {
    const CineTiming timing = timingOf(cine(), 4);
    QCOMPARE(timing.source, CineSource::Default);
    QCOMPARE(timing.durations, std::vector<double>(4, 40.0));
  }

  void frameTimeIsMilliseconds() {
    const CineTiming timing = timingOf(cine().text(core::tags::FrameTime, Vr::DS, "33.3"), 3);
    QCOMPARE(timing.source, CineSource::FrameTime);
    QCOMPARE(timing.durations, std::vector<double>(3, 33.3));
  }

  void aVectorShowsFrameIForEntryIPlusOneAndTheLastForTheMean() {
    const CineTiming timing = timingOf(cine().text(core::tags::FrameTimeVector, Vr::DS, "0\\10\\20\\60"), 4);
    QCOMPARE(timing.source, CineSource::FrameTimeVector);
    QCOMPARE(timing.durations, (std::vector<double>{10, 20, 60, 30}));
  }

  void thePointerDecidesBetweenTimeAndVector() {
    auto builder = cine()
                       .text(core::tags::FrameTime, Vr::DS, "50")
                       .text(core::tags::FrameTimeVector, Vr::DS, "0\\10\\20");
    builder.words(core::tags::FrameIncrementPointer, {0x0018, 0x1065}, Vr::AT);
    QCOMPARE(timingOf(builder, 3).source, CineSource::FrameTimeVector);
  }

  void aVectorThatIsTooShortIsPassedOver() {
    auto builder =
        cine().text(core::tags::CineRate, Vr::IS, "10").text(core::tags::FrameTimeVector, Vr::DS, "0\\10");
    const CineTiming timing = timingOf(builder, 5);
    QCOMPARE(timing.source, CineSource::CineRate);
    QCOMPARE(timing.durations.front(), 100.0);
  }

  void theRecommendedRateComesBeforeTheCineRate() {
    auto builder = cine()
                       .text(core::tags::RecommendedDisplayFrameRate, Vr::IS, "20")
                       .text(core::tags::CineRate, Vr::IS, "10");
    QCOMPARE(timingOf(builder, 2).source, CineSource::RecommendedRate);
    QCOMPARE(timingOf(builder, 2).durations.front(), 50.0);
  }

  void aFrameTimeOfZeroIsNoRate() {
    QCOMPARE(timingOf(cine().text(core::tags::FrameTime, Vr::DS, "0"), 2).source, CineSource::Default);
    QCOMPARE(timingOf(cine().text(core::tags::FrameTime, Vr::DS, "-5"), 2).source, CineSource::Default);
  }

  void trimsCountFromOneAndABadTrimIsNone() {
    auto good = cine().text(core::tags::StartTrim, Vr::IS, "2").text(core::tags::StopTrim, Vr::IS, "4");
    QCOMPARE(timingOf(good, 9).firstFrame, 1u);
    QCOMPARE(timingOf(good, 9).lastFrame, 3u);
    QCOMPARE(timingOf(good, 3).lastFrame, 2u);
    QCOMPARE(timingOf(good, 3).firstFrame, 0u);
  }

  void theFrameIsAFunctionOfElapsedTime() {
    const CinePlan plan(CineTiming::atRate(25, 10), 0, 9, Repeat::Loop);
    QCOMPARE(plan.frameAt(0ms), 0u);
    QCOMPARE(plan.frameAt(39ms), 0u);
    QCOMPARE(plan.frameAt(40ms), 1u);
    QCOMPARE(plan.frameAt(399ms), 9u);
    QCOMPARE(plan.frameAt(400ms), 0u);
    QCOMPARE(plan.frameAt(10h + 40ms), 1u);
    QCOMPARE(plan.stepsAt(440ms), std::uint64_t{11});
  }

  /// PS3.3 C.7.6.5.1.1 and .2: a frame begins at the sum of the increments up to its own.
  void theFrameAtATimeIsThatOfTheStandard_data() {
    QTest::addColumn<QByteArray>("frameTime");
    QTest::addColumn<QByteArray>("vector");
    QTest::addColumn<QList<double>>("times");
    QTest::addColumn<QList<int>>("frames");
    QTest::newRow("Frame Time 33.3") << QByteArray("33.3") << QByteArray()
                                     << QList<double>{0, 33.2, 33.4, 66.5, 66.7, 133.1, 133.3, 166.4}
                                     << QList<int>{0, 0, 1, 1, 2, 3, 0, 0};
    // Frames begin at 0, 10, 30 and 90; the last stays for the mean increment, 30.
    QTest::newRow("Frame Time Vector") << QByteArray() << QByteArray("0\\10\\20\\60")
                                       << QList<double>{0, 9.9, 10, 29.9, 30, 89.9, 90, 119.9, 120, 131}
                                       << QList<int>{0, 0, 1, 1, 2, 2, 3, 3, 0, 1};
    QTest::newRow("neither: 25 a second")
        << QByteArray() << QByteArray() << QList<double>{0, 39.9, 40, 119.9, 120, 159.9, 160}
        << QList<int>{0, 0, 1, 2, 3, 3, 0};
  }
  void theFrameAtATimeIsThatOfTheStandard() {
    QFETCH(QByteArray, frameTime);
    QFETCH(QByteArray, vector);
    QFETCH(QList<double>, times);
    QFETCH(QList<int>, frames);
    auto builder = cine();
    if (!frameTime.isEmpty()) builder.text(core::tags::FrameTime, Vr::DS, frameTime.toStdString());
    if (!vector.isEmpty()) builder.text(core::tags::FrameTimeVector, Vr::DS, vector.toStdString());
    const CinePlan plan(timingOf(builder, 4), 0, 3, Repeat::Loop);
    QList<int> shown;
    for (const double time : times) {
      const std::chrono::duration<double, std::milli> elapsed(time);
      shown << static_cast<int>(plan.frameAt(std::chrono::duration_cast<std::chrono::nanoseconds>(elapsed)));
    }
    QCOMPARE(shown, frames);
  }

  void anUnevenVectorIsKeptAcrossRounds() {
    CineTiming timing = CineTiming::atRate(25, 3);
    timing.durations = {10, 20, 30};
    const CinePlan plan(timing, 0, 2, Repeat::Loop);
    QCOMPARE(plan.frameAt(9ms), 0u);
    QCOMPARE(plan.frameAt(10ms), 1u);
    QCOMPARE(plan.frameAt(30ms), 2u);
    QCOMPARE(plan.frameAt(60ms), 0u);
    QCOMPARE(plan.frameAt(6000ms + 35ms), 2u);
    QCOMPARE(plan.untilNext(12ms), 18ms);
    QCOMPARE(plan.startOf(2), 30ms);
    QCOMPARE(plan.targetRate(), 50.0);
  }

  void aSweepShowsItsEndsOnce() {
    const CinePlan plan(CineTiming::atRate(10, 4), 0, 3, Repeat::Sweep);
    std::vector<std::uint32_t> shown;
    for (int i = 0; i < 8; ++i) shown.push_back(plan.frameAt(std::chrono::milliseconds(100 * i)));
    QCOMPARE(shown, (std::vector<std::uint32_t>{0, 1, 2, 3, 2, 1, 0, 1}));
  }

  void twiceTheSpeedIsHalfTheTime() {
    const CinePlan plan(CineTiming::atRate(10, 4), 0, 3, Repeat::Loop, 2);
    QCOMPARE(plan.frameAt(50ms), 1u);
    QCOMPARE(plan.targetRate(), 20.0);
  }

  void onceEndsOnTheLastFrame() {
    const CinePlan plan(CineTiming::atRate(10, 4), 1, 2, Repeat::Once);
    QCOMPARE(plan.frameAt(0ms), 1u);
    QCOMPARE(plan.frameAt(10s), 2u);
    QCOMPARE(plan.untilNext(10s), 0ns);
  }

  void aPartOutsideTheFramesIsClamped() {
    const CinePlan plan(CineTiming::atRate(10, 4), 9, 12, Repeat::Loop);
    QCOMPARE(plan.frameAt(1s), 3u);
  }

  void waitingForEveryNextFrameMeetsEveryFrame() {
    const CinePlan plan(CineTiming::atRate(29.97, 7), 0, 6, Repeat::Loop);
    std::chrono::nanoseconds clock{0};
    for (std::uint32_t i = 0; i < 1000; ++i) {
      QCOMPARE(plan.frameAt(clock), i % 7);
      clock += plan.untilNext(clock);
    }
  }
};

DICOMAESTRO_TEST(CineTest)
#include "cine_test.moc"
