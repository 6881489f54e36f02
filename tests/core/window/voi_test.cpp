// SPDX-License-Identifier: MIT
#include "core/window/greymap.h"
#include "tests/core/window/frames.h"
#include "tests/support/testmain.h"

using namespace core;
using tests::frameOf;

class VoiTest : public QObject {
  Q_OBJECT

  /// Grey levels by the double way and by every vector way over all values of T: how many differ.
  template <class T>
  static std::size_t differences(const RampLine& line, PaddingRange<T> padding, bool forbidFloat) {
    RampKernel kernel = rampKernel(line, tests::sampleTypeOf<T>());
    if (forbidFloat) kernel.isFloatExact = false;
    std::vector<T> values(65536);
    for (std::size_t i = 0; i < values.size(); ++i) values[i] = static_cast<T>(i);
    std::vector<std::uint8_t> expected(values.size());
    for (std::size_t i = 0; i < values.size(); ++i)
      expected[i] = padding.holds(values[i]) ? 0 : toGrey(line.at(values[i]));
    std::size_t different = 0;
    for (const Vectors vectors : {Vectors::None, Vectors::Sse2, bestVectors()}) {
      std::vector<std::uint8_t> grey(values.size());
      // An odd start and end, so that the rests of the blocks are met too.
      rampRow(vectors, kernel, padding, values.data(), 3, grey.data());
      rampRow(vectors, kernel, padding, values.data() + 3, values.size() - 3, grey.data() + 3);
      for (std::size_t i = 0; i < grey.size(); ++i) different += grey[i] != expected[i];
    }
    return different;
  }

 private slots:
  void followsTheFormulasOfTheStandard_data() {
    QTest::addColumn<int>("function");
    QTest::addColumn<double>("x");
    QTest::addColumn<double>("y");
    const auto row = [](VoiFunction function, double x, double y) {
      QTest::addRow("%d at %g", static_cast<int>(function), x) << static_cast<int>(function) << x << y;
    };
    row(VoiFunction::Linear, -160, 0);
    row(VoiFunction::Linear, -159, 0.639);
    row(VoiFunction::Linear, 40, 127.820);
    row(VoiFunction::Linear, 239, 255);
    row(VoiFunction::LinearExact, -160, 0);
    row(VoiFunction::LinearExact, 40, 127.5);
    row(VoiFunction::LinearExact, 239, 254.363);
    row(VoiFunction::LinearExact, 240, 255);
    row(VoiFunction::Sigmoid, -160, 30.397);
    row(VoiFunction::Sigmoid, 40, 127.5);
    row(VoiFunction::Sigmoid, 240, 224.603);
  }
  void followsTheFormulasOfTheStandard() {
    QFETCH(int, function);
    QFETCH(double, x);
    QFETCH(double, y);
    const VoiWindow window{40, 400, static_cast<VoiFunction>(function), {}};
    QVERIFY2(std::abs(window.apply(x) - y) < 5e-4, QByteArray::number(window.apply(x)));
  }

  void isTheIdentityForTheWholeByte() {
    const VoiWindow window{128, 256, VoiFunction::Linear, {}};
    for (int x = 0; x < 256; ++x) QCOMPARE(int(toGrey(window.apply(x))), x);
  }

  void isAThresholdAtWidthOne() {
    const VoiWindow window{40, 1, VoiFunction::Linear, {}};
    QCOMPARE(window.apply(39.5), 0.0);
    QCOMPARE(window.apply(39.51), 255.0);
  }

  void drawsLinearBelowWidthOneAsLinearExact() {
    const VoiWindow window{0.5, 0.5, VoiFunction::Linear, {}};
    QCOMPARE(window.apply(0.25), 0.0);
    QCOMPARE(window.apply(0.5), 127.5);
    QCOMPARE(window.apply(0.75), 255.0);
  }

  void roundsAHalfUpEvenWhenBinaryFractionsMissIt() {
    QCOMPARE(int(toGrey(127.5)), 128);
    QCOMPARE(int(toGrey(127.5 - 1e-13)), 128);
    QCOMPARE(int(toGrey(127.4999)), 127);
    QCOMPARE(int(toGrey(-3)), 0);
    QCOMPARE(int(toGrey(300)), 255);
  }

  void takesTheGreatestEntryForWhiteWhereTheDescriptorLies() {
    QCOMPARE(LookupTable({0, {0, 4095}, 12, {}}).white(), 4095u);
    QCOMPARE(LookupTable({0, {0, 4000}, 12, {}}).white(), 4095u);
    QCOMPARE(LookupTable({0, {0, 2048}, 12, {}}).white(), 4095u);
    QCOMPARE(LookupTable({0, {0, 2047}, 12, {}}).white(), 4095u);
    QCOMPARE(LookupTable({0, {0, 1023}, 12, {}}).white(), 1023u);
    QCOMPARE(LookupTable({0, {0, 4095}, 16, {}}).white(), 4095u);
    QCOMPARE(LookupTable({0, {0, 300}, 8, {}}).white(), 300u);
  }

  void clampsTheInputOfATableAtBothEnds() {
    const LookupTable lut{-2, {7, 8, 9}, 8, {}};
    QCOMPARE(lut.at(-100), std::uint16_t(7));
    QCOMPARE(lut.at(-1), std::uint16_t(8));
    QCOMPARE(lut.at(0), std::uint16_t(9));
    QCOMPARE(lut.at(1e12), std::uint16_t(9));
  }

  void mapsEveryStoredValueAlikeInVectorsAndInDouble() {
    const PaddingRange<std::uint16_t> noPadding;
    const PaddingRange<std::int16_t> noSignedPadding;
    std::uint32_t seed = 7;
    const auto random = [&] { return (seed = seed * 1664525 + 1013904223) / 4294967296.0; };
    for (int i = 0; i < 200; ++i) {
      const double width = std::exp(random() * 11);
      const double center = random() * 70000 - 3000;
      const double sign = i % 2 ? -1 : 1;
      const RampLine line{center - width / 2, sign * 255 / width};
      QCOMPARE(differences(line, noPadding, false), std::size_t(0));
      QCOMPARE(differences(RampLine{line.zero - 33000, line.scale}, noSignedPadding, i % 3 == 0),
               std::size_t(0));
    }
    for (int width = 2; width < 3000; width += 37)
      QCOMPARE(differences(RampLine{40 - width / 2.0, 255.0 / (width - 1)}, noPadding, false),
               std::size_t(0));
  }

  void leavesPaddingBlackInEveryVectorWay() {
    const RampLine inverse{300, -1};
    QCOMPARE(differences(inverse, PaddingRange<std::uint16_t>{5, 70}, false), std::size_t(0));
    QCOMPARE(differences(inverse, PaddingRange<std::int16_t>{-32768, -2000}, true), std::size_t(0));
  }

  void usesTheFastWayForCommonWindows() {
    for (const auto& [center, width] : {std::pair{40.0, 400.0}, {50.0, 350.0}, {-600.0, 1500.0}}) {
      const double scale = 255 / (width - 1);
      QVERIFY(rampKernel({center + 1024 - 0.5 - (width - 1) / 2, scale}, SampleType::U16).isFloatExact);
    }
  }

  void namesTheWindowThatAFrameIsShownWith() {
    const Frame frame = frameOf<std::int16_t>(4, {-100, 0, 50, 155});
    FrameDisplay display;
    const auto whole = effectiveWindow(frame, display, DefaultVoi{});
    QCOMPARE(whole->center, 28.0);
    QCOMPARE(whole->width, 256.0);
    display.windows = {{40, 400, VoiFunction::Linear, "BRAIN"}, {1, 2, VoiFunction::Sigmoid, {}}};
    QCOMPARE(effectiveWindow(frame, display, DefaultVoi{})->width, 400.0);
    QVERIFY(effectiveWindow(frame, display, FileWindow{1})->function == VoiFunction::Sigmoid);
    QCOMPARE(effectiveWindow(frame, display, FullRangeVoi{})->width, 256.0);
    display.voiLuts = {{0, {0, 255}, 8, {}}};
    QVERIFY(!effectiveWindow(frame, display, DefaultVoi{}));
    QCOMPARE(effectiveWindow(frame, display, VoiWindow{5, 6, VoiFunction::LinearExact, {}})->center, 5.0);
  }

  void drawsTheEffectiveWindowLikeTheChoiceItComesFrom() {
    std::vector<std::uint16_t> values(1000);
    for (std::size_t i = 0; i < values.size(); ++i) values[i] = static_cast<std::uint16_t>(100 + i * 3);
    const Frame frame = frameOf(100, values);
    for (const double slope : {1.0, 0.01, -2.5}) {
      FrameDisplay display;
      display.slope = slope;
      display.hasModality = true;
      const VoiWindow window = *effectiveWindow(frame, display, DefaultVoi{});
      QCOMPARE(tests::greys(renderFrame(frame, display, {window})),
               tests::greys(renderFrame(frame, display)));
    }
  }

  void cutsTheTailsByPercentile() {
    std::vector<std::uint16_t> values(10000, 500);
    for (std::size_t i = 0; i < 5; ++i) values[i] = 0, values[9999 - i] = 60000;
    for (std::size_t i = 100; i < 130; ++i) values[i] = 400, values[i + 200] = 900;
    const Frame frame = frameOf(100, values);
    const auto window = effectiveWindow(frame, {}, PercentileVoi{});
    QCOMPARE(window->center - window->width / 2, 400.0);
    QCOMPARE(window->center + window->width / 2 - 1, 900.0);
  }
};

DICOMAESTRO_TEST(VoiTest)
#include "voi_test.moc"
