// SPDX-License-Identifier: MIT
#include "core/window/color.h"
#include "core/window/overlay.h"
#include "core/window/range.h"
#include "tests/core/window/frames.h"
#include "tests/support/testmain.h"

using namespace core;
using tests::frameOf;
using tests::greys;
using Levels = std::vector<int>;

class RenderTest : public QObject {
  Q_OBJECT

 private slots:
  void showsEightUnsignedBitsAsTheyAre() {
    const Frame frame = frameOf<std::uint8_t>(4, {0, 1, 200, 255});
    QCOMPARE(greys(renderFrame(frame, {})), (Levels{0, 1, 200, 255}));
  }

  void stretchesFewerBitsToTheWholeGrey() {
    Frame frame = frameOf<std::uint8_t>(2, {0, 1});
    frame.bitsStored = 1;
    QCOMPARE(greys(renderFrame(frame, {})), (Levels{0, 255}));
    Frame four = frameOf<std::uint8_t>(3, {0, 7, 15});
    four.bitsStored = 4;
    QCOMPARE(greys(renderFrame(four, {})), (Levels{0, 119, 255}));
  }

  void stretchesMinimumToMaximumOtherwise() {
    QCOMPARE(greys(renderFrame(frameOf<std::int16_t>(3, {-100, 0, 155}), {})), (Levels{0, 100, 255}));
    QCOMPARE(greys(renderFrame(frameOf<std::uint16_t>(2, {7, 7}), {})), (Levels{0, 0}));
    QCOMPARE(greys(renderFrame(frameOf<float>(3, {0.F, 0.25F, 0.5F}), {})), (Levels{0, 128, 255}));
    FrameDisplay rescaled;
    rescaled.hasModality = true;
    rescaled.slope = 2;
    QCOMPARE(greys(renderFrame(frameOf<std::uint8_t>(3, {10, 11, 12}), rescaled)), (Levels{0, 128, 255}));
  }

  void usesTheRangeOfAMultiFrameImage() {
    FrameDisplay display;
    display.range = std::pair(0.0, 510.0);
    QCOMPARE(greys(renderFrame(frameOf<std::uint16_t>(3, {0, 255, 300}), display)), (Levels{0, 128, 150}));
  }

  void drawsPaddingBlackAndLeavesItOutOfTheRange_data() {
    QTest::addColumn<bool>("isSigned");
    QTest::addColumn<bool>("isInverse");
    for (const bool isSigned : {false, true})
      for (const bool isInverse : {false, true})
        QTest::addRow("%s %s", isSigned ? "signed" : "unsigned", isInverse ? "MONOCHROME1" : "MONOCHROME2")
            << isSigned << isInverse;
  }
  void drawsPaddingBlackAndLeavesItOutOfTheRange() {
    QFETCH(bool, isSigned);
    QFETCH(bool, isInverse);
    FrameDisplay display;
    display.isInverse = isInverse;
    display.padding = isSigned ? Padding{-2000, -1990} : Padding{60000, 60010};
    const Frame frame = isSigned ? frameOf<std::int16_t>(4, {-2000, -50, 0, 50})
                                 : frameOf<std::uint16_t>(4, {60005, 100, 150, 200});
    const Levels expected = isInverse ? Levels{0, 255, 128, 0} : Levels{0, 0, 128, 255};
    QCOMPARE(greys(renderFrame(frame, display)), expected);
  }

  void invertsOnceForTheFileAndOnceMoreForTheUser() {
    const Frame frame = frameOf<std::uint8_t>(2, {0, 200});
    FrameDisplay display;
    display.isInverse = true;
    QCOMPARE(greys(renderFrame(frame, display)), (Levels{255, 55}));
    Rendering rendering;
    rendering.invert = true;
    QCOMPARE(greys(renderFrame(frame, display, rendering)), (Levels{0, 200}));
  }

  void invertsAThresholdToo() {
    FrameDisplay display;
    display.windows = {{0.5, 1, VoiFunction::Linear, {}}};
    const Frame frame = frameOf<std::int16_t>(3, {-1, 0, 1});
    QCOMPARE(greys(renderFrame(frame, display)), (Levels{0, 0, 255}));
    display.isInverse = true;
    QCOMPARE(greys(renderFrame(frame, display)), (Levels{255, 255, 0}));
    display.slope = -1;
    QCOMPARE(greys(renderFrame(frame, display)), (Levels{0, 255, 255}));
  }

  void appliesSlopeAndWindowInDouble() {
    FrameDisplay display;
    display.slope = 1;
    display.intercept = -1024;
    display.hasModality = true;
    display.windows = {{40, 400, VoiFunction::Linear, {}}};
    const Frame frame = frameOf<std::uint16_t>(5, {864, 865, 1064, 1263, 4000});
    QCOMPARE(greys(renderFrame(frame, display)), (Levels{0, 1, 128, 255, 255}));
    display.windows.front().function = VoiFunction::Sigmoid;
    QCOMPARE(greys(renderFrame(frame, display)), (Levels{30, 31, 128, 224, 255}));
  }

  void putsAModalityLutInFrontOfTheWindow() {
    FrameDisplay display;
    display.modalityLut = LookupTable{10, {500, 0, 100}, 16, {}};
    display.hasModality = true;
    const Frame frame = frameOf<std::uint8_t>(5, {0, 10, 11, 12, 255});
    QCOMPARE(greys(renderFrame(frame, display)), (Levels{255, 255, 0, 51, 51}));
  }

  void prefersTheVoiLutToTheWindow() {
    FrameDisplay display;
    display.windows = {{128, 256, VoiFunction::Linear, {}}};
    display.voiLuts = {{1, {0, 1023, 2046, 4092}, 12, {}}};
    const Frame frame = frameOf<std::uint16_t>(5, {0, 2, 3, 4, 9});
    QCOMPARE(greys(renderFrame(frame, display)), (Levels{0, 64, 127, 255, 255}));
    QCOMPARE(greys(renderFrame(frame, display, {FileWindow{0}})), (Levels{0, 2, 3, 4, 9}));
    QCOMPARE(greys(renderFrame(frame, display, {FileLut{0}})), (Levels{0, 64, 127, 255, 255}));
  }

  void drawsValuesBeyondBitsStoredLikeAnyOther() {
    Frame frame = frameOf<std::uint16_t>(3, {0, 4000, 9000});
    frame.bitsStored = 12;
    FrameDisplay display;
    display.windows = {{4500, 9000, VoiFunction::Sigmoid, {}}};
    const Levels levels = greys(renderFrame(frame, display));
    QVERIFY(levels[2] > levels[1]);
  }

  void drawsNotANumberBlack() {
    const Frame frame = frameOf<float>(3, {std::nanf(""), 1.F, 2.F});
    QCOMPARE(greys(renderFrame(frame, {})), (Levels{0, 0, 255}));
  }

  void turnsYbrIntoRgb() {
    FrameDisplay display;
    const auto image =
        renderFrame(frameOf<std::uint8_t>(2, {76, 85, 255, 128, 128, 128}, 3, Photometric::YbrFull), display);
    QVERIFY(image);
    QCOMPARE(image->pixel(0, 0), qRgb(254, 0, 0));
    QCOMPARE(image->pixel(1, 0), qRgb(128, 128, 128));
    const auto partial = renderFrame(
        frameOf<std::uint8_t>(2, {16, 128, 128, 235, 128, 128}, 3, Photometric::YbrPartial422), display);
    QCOMPARE(partial->pixel(0, 0), qRgb(0, 0, 0));
    QCOMPARE(partial->pixel(1, 0), qRgb(255, 255, 255));
  }

  void takesTheHighByteOfDeeperColour() {
    Frame frame = frameOf<std::uint16_t>(1, {4095, 2048, 15}, 3, Photometric::Rgb);
    frame.bitsStored = 12;
    QCOMPARE(renderFrame(frame, {})->pixel(0, 0), qRgb(255, 128, 0));
  }

  void clampsPaletteIndexes() {
    FrameDisplay display;
    display.palette = Palette{10, {{1, 2, 3}, {4, 5, 6}}};
    const auto image =
        renderFrame(frameOf<std::uint8_t>(3, {0, 11, 200}, 1, Photometric::PaletteColor), display);
    QCOMPARE(image->pixel(0, 0), qRgb(1, 2, 3));
    QCOMPARE(image->pixel(1, 0), qRgb(4, 5, 6));
    QCOMPARE(image->pixel(2, 0), qRgb(4, 5, 6));
  }

  void refusesWhatNoPictureIsAgreedFor() {
    const auto code = [](const Frame& frame) { return renderFrame(frame, {}).error().code; };
    QVERIFY(code(frameOf<std::uint8_t>(1, {1, 2, 3}, 3, Photometric::Other)) ==
            ErrorCode::UnsupportedPixelFormat);
    QVERIFY(code(frameOf<std::uint8_t>(1, {1, 2, 3, 4}, 4, Photometric::Rgb)) ==
            ErrorCode::UnsupportedPixelFormat);
    QVERIFY(code(frameOf<std::uint8_t>(1, {1}, 1, Photometric::PaletteColor)) ==
            ErrorCode::UnsupportedPixelFormat);
    Frame cut = frameOf<std::uint8_t>(2, {1, 2, 3, 4});
    cut.data.pop_back();
    QVERIFY(code(cut) == ErrorCode::UnsupportedPixelFormat);
  }

  void drawsOverlaysOpaqueAndCutsThemAtTheBorder() {
    const Frame frame = frameOf<std::uint8_t>(3, std::vector<std::uint8_t>(9, 100));
    FrameDisplay display;
    // 2 × 2, all set, its top left pixel outside the image: only its last pixel lands on row 1, column 1.
    display.overlays = {{0x6000, 0, 0, 2, 2, {0x0F}, {}}, {0x6002, 3, 3, 2, 2, {0x09}, {}}};
    Rendering rendering;
    rendering.overlays = true;
    rendering.overlayColor = qRgb(1, 2, 3);
    const auto image = renderFrame(frame, display, rendering);
    QCOMPARE(image->format(), QImage::Format_RGB32);
    QCOMPARE(image->pixel(0, 0), qRgb(1, 2, 3));
    QCOMPARE(image->pixel(1, 0), qRgb(100, 100, 100));
    QCOMPARE(image->pixel(1, 1), qRgb(100, 100, 100));
    QCOMPARE(image->pixel(2, 2), qRgb(1, 2, 3));
    QCOMPARE(renderFrame(frame, display)->format(), QImage::Format_Grayscale8);
  }

  void drawsOverlaysOfTheUnusedBits() {
    Frame frame = frameOf<std::uint8_t>(2, {9, 9});
    frame.embeddedOverlays = {{0x6000, {0x02}}};
    Rendering rendering;
    rendering.overlays = true;
    QCOMPARE(renderFrame(frame, {}, rendering)->pixel(1, 0), rendering.overlayColor);
    QCOMPARE(renderFrame(frame, {}, rendering)->pixel(0, 0), qRgb(9, 9, 9));
  }

  void coversWhatIsOutsideAnyShutter() {
    const Frame frame = frameOf<std::uint8_t>(5, std::vector<std::uint8_t>(25, 200));
    FrameDisplay display;
    display.shutters.rectangle = Shutters::Rectangle{2, 4, 2, 5};
    display.shutters.circle = Shutters::Circle{3, 3, 1};
    display.shutters.value = 7;
    Rendering rendering;
    rendering.shutters = true;
    const Levels expected{7,   7, 7, 7, 7,   7, 7, 200, 7, 7, 7, 200, 200,
                          200, 7, 7, 7, 200, 7, 7, 7,   7, 7, 7, 7};
    QCOMPARE(greys(renderFrame(frame, display, rendering)), expected);
    QCOMPARE(greys(renderFrame(frame, display)), Levels(25, 200));
  }

  void coversOutsideAPolygon() {
    const Frame frame = frameOf<std::uint8_t>(4, std::vector<std::uint8_t>(16, 200));
    FrameDisplay display;
    display.shutters.polygon = {{1, 1}, {1, 3}, {4, 3}, {4, 1}};
    Rendering rendering;
    rendering.shutters = true;
    const Levels levels = greys(renderFrame(frame, display, rendering));
    QCOMPARE(levels[0], 200);
    QCOMPARE(levels[2], 200);
    QCOMPARE(levels[3], 0);
    QCOMPARE(levels[9], 200);
  }
};

DICOMAESTRO_TEST(RenderTest)
#include "render_test.moc"
