// SPDX-License-Identifier: MIT
#include "core/export/imageoptions.h"

#include "tests/support/testmain.h"

using namespace core;

class ImageOptionsTest : public QObject {
  Q_OBJECT

  using Frames = std::vector<std::uint32_t>;

  static Frames chosen(const char* text, std::uint32_t frames, WhichImages which = WhichImages::All) {
    ImageOptions options;
    options.which = which;
    if (*text) options.frames = *parseFrames(text);
    return *chosenFrames(options, frames);
  }

 private slots:
  void framesComeInTheOrderOfTheRequestOnceEach() {
    QVERIFY(chosen("", 3) == (Frames{0, 1, 2}));
    QVERIFY(chosen("1-3,5", 9) == (Frames{0, 1, 2, 4}));
    QVERIFY(chosen(" 7 , 2 - 3,3,7", 9) == (Frames{6, 1, 2}));
    QVERIFY(chosen("4,1", 9, WhichImages::First) == (Frames{3}));
    QVERIFY(chosen("", 9, WhichImages::First) == (Frames{0}));
  }

  void framesThatAreNotThereAreNamed() {
    ImageOptions options;
    options.frames = {{1, 5}};
    const auto frames = chosenFrames(options, 4);
    QVERIFY(!frames);
    QVERIFY(frames.error().code == ErrorCode::FrameOutOfRange);
    QVERIFY(frames.error().detail.find("frame 5 of 4") != std::string::npos);
  }

  void badFramesAreRefused() {
    for (const char* text : {"", "0", "a", "1-", "-3", "5-2", "1,,2", "1;2", "4294967296", "1.5", "1-2-3"})
      QVERIFY2(!parseFrames(text), text);
  }

  void aHugeRangeCostsNothing() {
    ImageOptions options;
    options.frames = *parseFrames("1-4294967295");
    QVERIFY(!chosenFrames(options, 10));
  }

  void windowsAreReadWithTheirFunction() {
    QCOMPARE(parseWindow("40,400")->center, 40.0);
    QCOMPARE(parseWindow("-600.5, 1500")->width, 1500.0);
    QVERIFY(parseWindow("1,2")->function == VoiFunction::Linear);
    QVERIFY(parseWindow("1,2,linear-exact")->function == VoiFunction::LinearExact);
    QVERIFY(parseWindow("1,2,sigmoid")->function == VoiFunction::Sigmoid);
  }

  void badWindowsAreRefused() {
    for (const char* text : {"", "40", "40,", "40,0", "40,-1", "a,b", "40,400,cubic", "1,2,linear,3", "nan,1",
                             "1,inf", "1e400,1", ",,"})
      QVERIFY2(!parseWindow(text), text);
  }
};

DICOMAESTRO_TEST(ImageOptionsTest)
#include "imageoptions_test.moc"
