// SPDX-License-Identifier: MIT
#include "core/window/range.h"

#include "core/decode/framereader.h"
#include "core/parse/tags.h"
#include "tests/support/dicombuilder.h"
#include "tests/support/testmain.h"

using namespace core;
using tests::DicomBuilder;

class RangeTest : public QObject {
  Q_OBJECT

  /// Frames of 1 × 2 pixels.
  static std::shared_ptr<const FrameReader> reader(const std::vector<std::uint16_t>& pixels,
                                                   const DicomBuilder& more = DicomBuilder()) {
    DicomBuilder builder;
    builder.identity().image(1, 2).text(tags::NumberOfFrames, Vr::IS, std::to_string(pixels.size() / 2));
    builder.raw(more.dataSet()).words(tags::PixelData, pixels);
    return *FrameReader::open(std::make_shared<const DicomFile>(builder.parsed()));
  }

 private slots:
  void looksAtTheFirstTheMiddleAndTheLastFrame() {
    const auto five = reader({10, 11, 900, 901, 40, 5, 0, 1, 12, 30});
    QCOMPARE(displayRange(*five), std::optional(std::pair(5.0, 40.0)));
    const auto four = reader({10, 11, 900, 901, 40, 5, 12, 30});
    QCOMPARE(displayRange(*four), std::optional(std::pair(5.0, 40.0)));
    QVERIFY(!displayRange(*reader({10, 11})));
  }

  void usesTheTransformOfEachFrame() {
    const auto groups = [](std::string_view slope) {
      return DicomBuilder().sequence(
          tags::PixelValueTransformationSequence,
          {DicomBuilder().text(tags::RescaleIntercept, Vr::DS, "0").text(tags::RescaleSlope, Vr::DS, slope)});
    };
    const auto frames = reader({1, 2, 3, 4}, DicomBuilder().sequence(tags::PerFrameFunctionalGroupsSequence,
                                                                     {groups("10"), groups("-100")}));
    QCOMPARE(displayRange(*frames), std::optional(std::pair(-400.0, 20.0)));
  }

  void isLookedForOnlyWhenAFrameHasNothingElse() {
    const auto window =
        DicomBuilder().text(tags::WindowCenter, Vr::DS, "1").text(tags::WindowWidth, Vr::DS, "2");
    QVERIFY(!displayRange(*reader({1, 2, 3, 4}, window)));
    QVERIFY(!displayRange(*reader({1, 2})));
    const auto windowed = DicomBuilder().sequence(tags::FrameVOILUTSequence, {window});
    const auto groups = [&](const std::vector<DicomBuilder>& items) {
      return DicomBuilder().sequence(tags::PerFrameFunctionalGroupsSequence, items);
    };
    QVERIFY(!displayRange(*reader({1, 2, 3, 4}, groups({windowed, windowed}))));
    QCOMPARE(displayRange(*reader({1, 2, 3, 4}, groups({windowed, DicomBuilder()}))),
             std::optional(std::pair(1.0, 4.0)));
  }
};

DICOMAESTRO_TEST(RangeTest)
#include "range_test.moc"
