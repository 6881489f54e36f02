// SPDX-License-Identifier: MIT
#include <QPainter>

#include "core/window/render.h"
#include "tests/core/window/frames.h"
#include "tests/support/testmain.h"

using namespace core;
using tests::frameOf;

class PaintTest : public QObject {
  Q_OBJECT

  static constexpr QRgb background = 0xff123456;

  static std::shared_ptr<const PreparedFrame> prepared(const Frame& frame, const FrameDisplay& display = {}) {
    auto made = PreparedFrame::make(std::make_shared<const Frame>(frame), display);
    return made ? *made : nullptr;
  }
  static QImage painted(const Frame& frame, const FrameDisplay& display, const QTransform& transform,
                        QSize size, Sampling sampling = Sampling::Bilinear, const Rendering& rendering = {}) {
    QImage target(size, QImage::Format_RGB32);
    target.fill(0xffff00ff);
    prepared(frame, display)->paint(target, transform, rendering, sampling, background);
    return target;
  }
  static QImage rendered(const Frame& frame, const FrameDisplay& display, const Rendering& rendering = {}) {
    return renderFrame(frame, display, rendering)->convertToFormat(QImage::Format_RGB32);
  }

  template <class T>
  static Frame noise(std::uint32_t columns, std::uint32_t rows, std::uint16_t samples = 1,
                     Photometric photometric = Photometric::Monochrome2) {
    std::vector<T> values(std::size_t{columns} * rows * samples);
    std::uint32_t seed = 5;
    for (T& value : values) value = static_cast<T>((seed = seed * 1664525 + 1013904223) >> 12);
    return frameOf(columns, values, samples, photometric);
  }

  static int difference(const QImage& a, const QImage& b) {
    int greatest = 0;
    for (int y = 0; y < a.height(); ++y)
      for (int x = 0; x < a.width(); ++x) {
        const QRgb p = a.pixel(x, y);
        const QRgb q = b.pixel(x, y);
        greatest = std::max({greatest, std::abs(qRed(p) - qRed(q)), std::abs(qGreen(p) - qGreen(q)),
                             std::abs(qBlue(p) - qBlue(q))});
      }
    return greatest;
  }

  /// Every kind of frame: all sample types, padding, both LUTs, inverse, colour, palette.
  static std::vector<std::pair<Frame, FrameDisplay>> kinds() {
    std::vector<std::pair<Frame, FrameDisplay>> all;
    const FrameDisplay plain;
    FrameDisplay full;
    full.slope = -0.37;
    full.intercept = 12.5;
    full.hasModality = true;
    full.isInverse = true;
    full.windows = {{-300, 777.7, VoiFunction::Linear, {}}};
    full.padding = Padding{0, 9000};
    FrameDisplay curved = plain;
    curved.windows = {{20000, 30000, VoiFunction::Sigmoid, {}}};
    FrameDisplay luts;
    luts.modalityLut = LookupTable{5, {9, 100, 60, 80, 0, 44}, 16, {}};
    luts.hasModality = true;
    luts.voiLuts = {{3, {0, 7, 9, 200, 255}, 8, {}}};
    FrameDisplay lutAndWindow = luts;
    lutAndWindow.voiLuts.clear();
    for (const FrameDisplay& display : {plain, full, curved, luts, lutAndWindow}) {
      all.emplace_back(noise<std::uint8_t>(37, 23), display);
      all.emplace_back(noise<std::int8_t>(37, 23), display);
      all.emplace_back(noise<std::uint16_t>(37, 23), display);
      all.emplace_back(noise<std::int16_t>(37, 23), display);
      all.emplace_back(noise<std::uint32_t>(37, 23), display);
      all.emplace_back(noise<std::int32_t>(37, 23), display);
      all.emplace_back(noise<float>(37, 23), display);
      all.emplace_back(noise<double>(37, 23), display);
    }
    FrameDisplay colours;
    colours.palette = Palette{3, {{1, 2, 3}, {200, 100, 0}, {9, 255, 80}}};
    all.emplace_back(noise<std::uint8_t>(37, 23, 1, Photometric::PaletteColor), colours);
    all.emplace_back(noise<std::uint8_t>(37, 23, 3, Photometric::Rgb), plain);
    all.emplace_back(noise<std::uint16_t>(37, 23, 3, Photometric::YbrFull), plain);
    return all;
  }

 private slots:
  void isTheRenderedFramePixelForPixelAtOneToOne() {
    for (const auto& [frame, display] : kinds())
      for (const Sampling sampling : {Sampling::Nearest, Sampling::Bilinear}) {
        QCOMPARE(painted(frame, display, {}, {37, 23}, sampling), rendered(frame, display));
        Rendering inverted;
        inverted.invert = true;
        QCOMPARE(painted(frame, display, {}, {37, 23}, sampling, inverted),
                 rendered(frame, display, inverted));
      }
  }

  void movesTurnsAndMirrorsWithoutTouchingAPixel() {
    const QTransform turns[] = {QTransform().translate(3, 5),   QTransform(-1, 0, 0, 1, 37, 0),
                                QTransform(1, 0, 0, -1, 0, 23), QTransform(0, 1, -1, 0, 23, 0),
                                QTransform(0, -1, 1, 0, 0, 37), QTransform(0, 1, 1, 0, 0, 0)};
    for (const auto& [frame, display] : kinds())
      for (const QTransform& turn : turns) {
        const QRect box = turn.mapRect(QRect(0, 0, 37, 23));
        QImage expected(QSize(box.right() + 4, box.bottom() + 4), QImage::Format_RGB32);
        expected.fill(background);
        const QImage upright = rendered(frame, display);
        for (int y = 0; y < 23; ++y)
          for (int x = 0; x < 37; ++x)
            expected.setPixel(turn.map(QPointF(x + 0.5, y + 0.5)).toPoint() -
                                  QPoint(turn.map(QPointF(x + 0.5, y + 0.5)).x() <
                                             turn.map(QPointF(x + 0.5, y + 0.5)).toPoint().x(),
                                         turn.map(QPointF(x + 0.5, y + 0.5)).y() <
                                             turn.map(QPointF(x + 0.5, y + 0.5)).toPoint().y()),
                              upright.pixel(x, y));
        QCOMPARE(painted(frame, display, turn, expected.size()), expected);
      }
  }

  void enlargesNearestToWholeBlocks() {
    for (const auto& [frame, display] : kinds()) {
      const QImage big = painted(frame, display, QTransform::fromScale(3, 3), {111, 69}, Sampling::Nearest);
      const QImage upright = rendered(frame, display);
      for (int y = 0; y < 69; ++y)
        for (int x = 0; x < 111; ++x) QCOMPARE(big.pixel(x, y), upright.pixel(x / 3, y / 3));
    }
  }

  void interpolatesValuesBeforeTheWindow() {
    // A narrow window in the middle of a step: windowing first would give a ramp from black to white.
    const Frame frame = frameOf<std::int16_t>(2, {0, 1000});
    FrameDisplay display;
    display.windows = {{500, 2, VoiFunction::LinearExact, {}}};
    const QImage wide = painted(frame, display, QTransform::fromScale(100, 1), {200, 1});
    QCOMPARE(wide.pixel(40, 0), qRgb(0, 0, 0));
    QCOMPARE(wide.pixel(98, 0), qRgb(0, 0, 0));
    QCOMPARE(wide.pixel(102, 0), qRgb(255, 255, 255));
    display.windows = {{500, 1000, VoiFunction::LinearExact, {}}};
    const QImage ramp = painted(frame, display, QTransform::fromScale(100, 1), {200, 1});
    for (const int x : {50, 75, 100, 125, 149})
      QVERIFY(std::abs(qGray(ramp.pixel(x, 0)) - (x + 0.5 - 50) * 2.55) <= 1);
    QCOMPARE(ramp.pixel(10, 0), qRgb(0, 0, 0));
  }

  void drawsAlikeInEveryWay() {
    // The general way, forced by a turn that is too small to be seen, against the straight one.
    for (const auto& [frame, display] : kinds())
      for (const double scale : {2.3, 0.9}) {
        const QTransform straight = QTransform::fromScale(scale, scale).translate(0.3, -0.4);
        const QTransform turned = QTransform(scale, 1e-7, -1e-7, scale, straight.dx(), straight.dy());
        const QImage a = painted(frame, display, straight, {80, 50});
        const QImage b = painted(frame, display, turned, {80, 50});
        const QImage c =
            painted(frame, display, QTransform(0, scale, scale, 0, straight.dy(), straight.dx()), {50, 80});
        QCOMPARE(c, a.transformed(QTransform(0, 1, 1, 0, 0, 0)).convertToFormat(QImage::Format_RGB32));
        int far = 0;
        for (int y = 0; y < 50; ++y)
          for (int x = 0; x < 80; ++x) far += std::abs(qGreen(a.pixel(x, y)) - qGreen(b.pixel(x, y))) > 2;
        // On the edges of padding and of a threshold the last bit of a coordinate decides.
        QVERIFY2(far <= 40, QByteArray::number(far));
      }
  }

  void keepsAConstantOnItsSideOfAThreshold() {
    for (const bool isInverse : {false, true})
      for (const double slope : {0.7, -3.0}) {
        FrameDisplay display;
        display.slope = slope;
        display.intercept = -2;
        display.isInverse = isInverse;
        display.padding = Padding{1, 1};
        std::vector<std::uint16_t> values(49, 333);
        values[24] = 1;
        const auto isWrong = [&](const QImage& shown, QPoint at) {
          return shown.pixelColor(at).value() != (isInverse ? 255 : 0);
        };
        for (const double scale : {7.3, 0.77}) {
          const QTransform straight = QTransform::fromScale(scale, scale);
          QVERIFY(!isWrong(painted(frameOf(7, values), display, straight, {20, 20}), {1, 1}));
          QVERIFY(!isWrong(painted(frameOf(7, values), display, QTransform(straight).rotate(0.01), {20, 20}),
                           {1, 1}));
        }
        const QImage big = painted(frameOf(7, values), display, QTransform::fromScale(10, 10), {70, 70});
        for (int i = 0; i < 70; ++i)
          if (i < 30 || i >= 40) QVERIFY(!isWrong(big, {i, i}));
      }
  }

  void keepsPaddingOutOfTheImage() {
    std::vector<std::int16_t> values(16 * 16, 100);
    for (std::size_t i = 0; i < values.size(); ++i)
      if (i % 16 < 6) values[i] = -2000;
    values.back() = 99;
    const Frame frame = frameOf(16, values);
    FrameDisplay display;
    display.padding = Padding{-2000, -2000};
    display.windows = {{0, 400, VoiFunction::Linear, {}}};
    const QRgb image = rendered(frame, display).pixel(10, 3);
    for (const QTransform& transform : {QTransform::fromScale(5.3, 5.3), QTransform::fromScale(0.37, 0.37),
                                        QTransform().rotate(1).scale(3, 3)}) {
      const QImage shown = painted(frame, display, transform, {60, 40});
      for (int y = 0; y < 40; ++y)
        for (int x = 0; x < 60; ++x) {
          const QRgb pixel = shown.pixel(x, y);
          QVERIFY2(pixel == background || pixel == qRgb(0, 0, 0) || qAbs(qGray(pixel) - qGray(image)) <= 1,
                   QByteArray::number(pixel, 16));
        }
      QVERIFY(shown.pixel(0, 0) == qRgb(0, 0, 0) || shown.pixel(0, 0) == background);
    }
  }

  void doesNotLetPaddingSpreadWhenItMakesSmaller() {
    std::vector<std::int16_t> values(130 * 130, 100);
    for (std::size_t i = 0; i < values.size(); i += 3) values[i] = -2000;
    FrameDisplay display;
    display.padding = Padding{-2000, -2000};
    display.windows = {{100, 100, VoiFunction::Linear, {}}};
    const QImage shown = painted(frameOf(130, values), display, QTransform::fromScale(0.25, 0.25), {32, 32});
    for (int y = 0; y < 32; ++y)
      for (int x = 0; x < 32; ++x) QVERIFY(std::abs(qGray(shown.pixel(x, y)) - 128) <= 1);
  }

  void halvesOddSizesWithoutInventingARow() {
    const Frame frame = frameOf(257, std::vector<std::uint16_t>(257 * 259, 1000));
    FrameDisplay display;
    display.windows = {{1000, 100, VoiFunction::Linear, {}}};
    const QRgb expected = rendered(frame, display).pixel(0, 0);
    for (const double scale : {0.5, 0.25, 0.125}) {
      const QSize size(static_cast<int>(257 * scale + 0.49), static_cast<int>(259 * scale + 0.49));
      const QImage shown = painted(frame, display, QTransform::fromScale(scale, scale), size);
      for (int y = 0; y < size.height(); ++y)
        for (int x = 0; x < size.width(); ++x) QCOMPARE(shown.pixel(x, y), expected);
    }
  }

  void mixesColours() {
    const Frame frame = frameOf<std::uint8_t>(2, {0, 255, 0, 255, 0, 255}, 3, Photometric::Rgb);
    const QImage shown = painted(frame, {}, QTransform::fromScale(2, 1), {4, 1});
    QCOMPARE(shown.pixel(0, 0), qRgb(0, 255, 0));
    QCOMPARE(shown.pixel(1, 0), qRgb(64, 191, 64));
    QCOMPARE(shown.pixel(2, 0), qRgb(191, 64, 191));
  }

  void averagesWhatItMakesSmaller() {
    // A chequerboard of single pixels must not alias to black or white or to stripes.
    std::vector<std::uint8_t> values(256 * 256);
    for (std::size_t i = 0; i < values.size(); ++i) values[i] = (i % 256 + i / 256) % 2 ? 200 : 0;
    for (const double scale : {0.5, 0.31, 0.1}) {
      const QImage small = painted(frameOf(256, values), {}, QTransform::fromScale(scale, scale), {24, 24});
      for (int y = 1; y < 23; ++y)
        for (int x = 1; x < 23; ++x) QVERIFY(std::abs(qGray(small.pixel(x, y)) - 100) <= 40);
    }
    const QImage quarter = painted(frameOf(256, values), {}, QTransform::fromScale(0.25, 0.25), {64, 64});
    QCOMPARE(quarter.pixel(30, 30), qRgb(100, 100, 100));
    FrameDisplay display;
    std::vector<std::uint8_t> colours(64 * 64 * 3);
    for (std::size_t i = 0; i < colours.size(); ++i) colours[i] = (i / 3) % 2 ? 200 : 0;
    const QImage half = painted(frameOf(64, colours, 3, Photometric::Rgb), display,
                                QTransform::fromScale(0.5, 0.5), {32, 32});
    QCOMPARE(half.pixel(7, 9), qRgb(100, 100, 100));
  }

  void keepsPositionsWhenItMakesSmaller() {
    // A bright right half: its edge must come to lie where the transform says, on every level.
    std::vector<std::uint16_t> values(1000 * 60);
    for (std::size_t i = 0; i < values.size(); ++i) values[i] = i % 1000 >= 504 ? 1000 : 0;
    const Frame frame = frameOf(1000, values);
    for (const double scale : {0.7, 0.5, 0.3, 0.125, 0.06}) {
      const QImage shown = painted(frame, {}, QTransform::fromScale(scale, scale), {1000, 4});
      int edge = 0;
      while (qGray(shown.pixel(edge, 1)) < 128) ++edge;
      QVERIFY2(std::abs(edge - 504 * scale) <= 1.01, QByteArray::number(edge));
      int end = edge;
      while (end < 1000 && shown.pixel(end, 1) != background) ++end;
      QVERIFY2(std::abs(end - 1000 * scale) <= 0.51, QByteArray::number(end));
    }
  }

  void paintsLargeTargetsInBandsWithoutSeams() {
    const Frame frame = noise<std::uint16_t>(64, 64);
    const QImage big = painted(frame, {}, QTransform::fromScale(16, 16), {1024, 1024});
    const QTransform lower = QTransform::fromScale(16, 16) * QTransform::fromTranslate(0, -500);
    QCOMPARE(painted(frame, {}, lower, {1024, 40}), big.copy(0, 500, 1024, 40));
  }

  void drawsOverlaysAndShuttersWhereTheImageIs() {
    const Frame frame = frameOf<std::uint8_t>(8, std::vector<std::uint8_t>(64, 100));
    FrameDisplay display;
    display.overlays = {{0x6000, 3, 2, 1, 1, {1}, {}}};
    display.shutters.rectangle = Shutters::Rectangle{1, 6, 1, 8};
    display.shutters.value = 9;
    Rendering rendering;
    rendering.overlays = rendering.shutters = true;
    QCOMPARE(painted(frame, display, {}, {8, 8}, Sampling::Bilinear, rendering),
             rendered(frame, display, rendering));
    QCOMPARE(painted(frame, display, {}, {8, 8}), rendered(frame, display));
    const QImage big =
        painted(frame, display, QTransform::fromScale(4, 4), {40, 32}, Sampling::Bilinear, rendering);
    QCOMPARE(big.pixel(4, 8), rendering.overlayColor);
    QCOMPARE(big.pixel(7, 11), rendering.overlayColor);
    QCOMPARE(big.pixel(8, 11), qRgb(100, 100, 100));
    QCOMPARE(big.pixel(24, 5), qRgb(9, 9, 9));
    QCOMPARE(big.pixel(23, 5), qRgb(100, 100, 100));
    QCOMPARE(big.pixel(32, 5), background);
    const QImage small =
        painted(frame, display, QTransform::fromScale(0.25, 0.25), {2, 2}, Sampling::Bilinear, rendering);
    QCOMPARE(small.pixel(0, 0), rendering.overlayColor);
  }

  void resolvesChoicesLikeRenderFrame() {
    for (const auto& [frame, display] : kinds())
      for (const VoiChoice& choice :
           {VoiChoice(FullRangeVoi{}), VoiChoice(PercentileVoi{}), VoiChoice(FileLut{0}),
            VoiChoice(VoiWindow{300, 500, VoiFunction::LinearExact, {}})}) {
        Rendering rendering{choice};
        QVERIFY(difference(painted(frame, display, {}, {37, 23}, Sampling::Bilinear, rendering),
                           rendered(frame, display, rendering)) <= (frame.type == SampleType::F64 ? 1 : 0));
        const auto window = prepared(frame, display)->window(choice);
        const auto expected = effectiveWindow(frame, display, choice);
        QCOMPARE(window.has_value(), expected.has_value());
        if (window) QCOMPARE(window->width, expected->width);
      }
  }

  void tellsTheValueUnderTheCursor() {
    FrameDisplay display;
    display.slope = 2;
    display.intercept = -10;
    display.padding = Padding{7, 7};
    const auto shown = prepared(frameOf<std::int16_t>(2, {5, 7}), display);
    QCOMPARE(shown->valueAt(0, 0), std::optional(0.0));
    QVERIFY(!shown->valueAt(1, 0));
    QVERIFY(!shown->valueAt(2, 0));
    QVERIFY(!shown->valueAt(0, -1));
    QVERIFY(!prepared(frameOf<std::uint8_t>(1, {1, 2, 3}, 3, Photometric::Rgb))->valueAt(0, 0));
  }

  void survivesTransformsThatShowNothing() {
    const Frame frame = noise<std::uint16_t>(37, 23);
    for (const QTransform& transform :
         {QTransform::fromScale(0, 0), QTransform::fromScale(1e-9, 1e-9), QTransform::fromScale(1e9, 1e9),
          QTransform::fromTranslate(1e12, 0), QTransform::fromTranslate(-5000, 3),
          QTransform().rotate(30, Qt::XAxis), QTransform().rotate(33).translate(-1e7, 0),
          QTransform::fromScale(1e-300, 1e300)})
      QCOMPARE(painted(frame, {}, transform, {20, 20}).size(), QSize(20, 20));
    QCOMPARE(painted(frame, {}, QTransform::fromTranslate(-5000, 3), {4, 4}).pixel(1, 1), background);
  }
};

DICOMAESTRO_TEST(PaintTest)
#include "paint_test.moc"
