// SPDX-License-Identifier: MIT
#include "core/window/display.h"

#include "core/parse/tags.h"
#include "core/window/palette.h"
#include "tests/core/window/frames.h"
#include "tests/support/dicombuilder.h"
#include "tests/support/testmain.h"

using namespace core;
using tests::DicomBuilder;

class DisplayTest : public QObject {
  Q_OBJECT

  static PixelFormat format(bool isSigned = false, std::uint16_t bitsStored = 16) {
    PixelFormat format;
    format.rows = format.columns = 2;
    format.bitsAllocated = 16;
    format.bitsStored = bitsStored;
    format.isSigned = isSigned;
    return format;
  }
  static FrameDisplay display(const DicomBuilder& builder, const PixelFormat& pixels = format(),
                              std::uint32_t index = 0) {
    return displayOf(DicomBuilder(builder).us(tags::Rows, {2}).parsed(), pixels, index);
  }
  static DicomBuilder lut(std::vector<std::uint16_t> descriptor, const std::vector<std::uint16_t>& data) {
    return DicomBuilder().us(tags::LUTDescriptor, std::move(descriptor)).words(tags::LUTData, data);
  }
  static DicomBuilder rescale(std::string_view slope, std::string_view intercept) {
    return DicomBuilder()
        .text(tags::RescaleIntercept, Vr::DS, intercept)
        .text(tags::RescaleSlope, Vr::DS, slope);
  }
  static DicomBuilder window(std::string_view center, std::string_view width) {
    return DicomBuilder().text(tags::WindowCenter, Vr::DS, center).text(tags::WindowWidth, Vr::DS, width);
  }
  static DicomBuilder overlay(std::uint16_t group) {
    return DicomBuilder()
        .us({group, 0x0010}, {3})
        .us({group, 0x0011}, {3})
        .us({group, 0x0015}, {2})
        .ss({group, 0x0050}, {1, 1})
        .us({group, 0x0051}, {2})
        .us({group, 0x0100}, {1})
        .us({group, 0x0102}, {0});
  }

 private slots:
  void readsSeveralWindowsWithTheirWords() {
    const FrameDisplay shown = display(window("40\\-600", "400\\1500")
                                           .text(tags::WindowCenterWidthExplanation, Vr::LO, "BRAIN\\LUNG")
                                           .text(tags::VOILUTFunction, Vr::CS, "SIGMOID "));
    QCOMPARE(shown.windows.size(), std::size_t(2));
    QCOMPARE(shown.windows[1].center, -600.0);
    QCOMPARE(shown.windows[1].width, 1500.0);
    QVERIFY(shown.windows[1].explanation == "LUNG");
    QVERIFY(shown.windows[0].function == VoiFunction::Sigmoid);
  }

  void takesUnknownFunctionsForLinear() {
    QVERIFY(display(window("1", "2").text(tags::VOILUTFunction, Vr::CS, "CURVED")).windows[0].function ==
            VoiFunction::Linear);
    QVERIFY(
        display(window("1", "2").text(tags::VOILUTFunction, Vr::CS, "linear_exact")).windows[0].function ==
        VoiFunction::LinearExact);
  }

  void leavesOutWindowsWithoutAWidth() {
    const FrameDisplay shown = display(window("40\\50\\60", "0\\-5\\20"));
    QCOMPARE(shown.windows.size(), std::size_t(1));
    QCOMPARE(shown.windows[0].center, 60.0);
    QCOMPARE(shown.warnings.size(), std::size_t(2));
  }

  void ignoresASlopeOfZero() {
    const FrameDisplay shown = display(rescale("0", "-1024"));
    QVERIFY(!shown.hasModality);
    QCOMPARE(shown.intercept, 0.0);
    QCOMPARE(shown.warnings.size(), std::size_t(1));
    QVERIFY(!display(rescale("1", "0")).hasModality);
    QVERIFY(display(rescale("0,143", "0")).slope == 0.143);
  }

  void doesNotRescaleAngiographyForDisplay() {
    for (const auto* sopClass : {"1.2.840.10008.5.1.4.1.1.12.1", "1.2.840.10008.5.1.4.1.1.12.2"}) {
      const FrameDisplay shown = display(DicomBuilder()
                                             .text(tags::SOPClassUID, Vr::UI, sopClass)
                                             .text(tags::RescaleIntercept, Vr::DS, "5")
                                             .text(tags::RescaleSlope, Vr::DS, "2"));
      QVERIFY(!shown.hasModality);
      QCOMPARE(modalityValue(shown, 10), 10.0);
    }
  }

  void prefersTheFrameToTheSharedGroupsToTheDataSet() {
    const auto groups = [](std::string_view slope) {
      return DicomBuilder().sequence(tags::PixelValueTransformationSequence, {rescale(slope, "0")});
    };
    const DicomBuilder builder =
        DicomBuilder()
            .text(tags::RescaleIntercept, Vr::DS, "0")
            .text(tags::RescaleSlope, Vr::DS, "9")
            .sequence(tags::SharedFunctionalGroupsSequence, {groups("2")})
            .sequence(tags::PerFrameFunctionalGroupsSequence, {groups("3"), DicomBuilder(), groups("5")});
    QCOMPARE(display(builder, format(), 0).slope, 3.0);
    QCOMPARE(display(builder, format(), 1).slope, 2.0);
    QCOMPARE(display(builder, format(), 2).slope, 5.0);
    QCOMPARE(display(builder, format(), 7).slope, 2.0);
    QCOMPARE(display(rescale("9", "0")).slope, 9.0);
  }

  void readsTheWindowOfTheFrame() {
    const auto groups = [](std::string_view center) {
      return DicomBuilder().sequence(tags::FrameVOILUTSequence, {window(center, "10")});
    };
    const DicomBuilder builder =
        DicomBuilder().sequence(tags::PerFrameFunctionalGroupsSequence, {groups("1"), groups("2")});
    QCOMPARE(display(builder, format(), 1).windows[0].center, 2.0);
  }

  void usesTheModalityLutInsteadOfTheSlope() {
    const FrameDisplay shown =
        display(rescale("2", "1").sequence(tags::ModalityLUTSequence, {lut({3, 5, 16}, {10, 20, 30})}));
    QVERIFY(shown.hasModality);
    QCOMPARE(modalityValue(shown, 6), 20.0);
    QCOMPARE(modalityValue(shown, 0), 10.0);
  }

  void fallsBackToTheSlopeWhenTheModalityLutIsBroken() {
    const FrameDisplay shown =
        display(rescale("2", "1").sequence(tags::ModalityLUTSequence, {lut({9, 5, 16}, {10, 20, 30})}));
    QVERIFY(!shown.modalityLut);
    QCOMPARE(modalityValue(shown, 6), 13.0);
    QCOMPARE(shown.warnings.size(), std::size_t(1));
  }

  void leavesOutVoiLutsThatAreTooShort() {
    const FrameDisplay shown =
        display(DicomBuilder().sequence(tags::VOILUTSequence, {lut({200, 0, 12}, {1, 2, 3, 4, 5, 6}),
                                                               lut({3, 0, 12}, {1, 2, 3}), DicomBuilder()}));
    QCOMPARE(shown.voiLuts.size(), std::size_t(1));
    QCOMPARE(shown.voiLuts[0].entries, (std::vector<std::uint16_t>{1, 2, 3}));
    QCOMPARE(shown.warnings.size(), std::size_t(2));
  }

  void readsZeroEntriesAs65536() {
    const std::vector<std::uint16_t> data(65536, 3);
    const DicomBuilder item = DicomBuilder().us(tags::LUTDescriptor, {0, 0, 16}).words(tags::LUTData, data);
    QCOMPARE(display(DicomBuilder().sequence(tags::VOILUTSequence, {item})).voiLuts[0].entries.size(),
             std::size_t(65536));
  }

  void readsTheFirstInputWithTheSignOfTheModalityOutput() {
    const DicomBuilder luts = DicomBuilder().sequence(tags::VOILUTSequence, {lut({2, 0xFC00, 8}, {0, 1})});
    QCOMPARE(display(luts, format(true)).voiLuts[0].first, std::int64_t(-1024));
    QCOMPARE(display(luts, format(false)).voiLuts[0].first, std::int64_t(0xFC00));
    const DicomBuilder rescaled =
        rescale("1", "-1024").sequence(tags::VOILUTSequence, {lut({2, 0xFC00, 8}, {0, 1})});
    QCOMPARE(display(rescaled, format(false, 12)).voiLuts[0].first, std::int64_t(-1024));
  }

  void readsEntriesOfOneByteInWords() {
    const DicomBuilder item =
        DicomBuilder().us(tags::LUTDescriptor, {4, 0, 8}).words(tags::LUTData, {0x0201, 0x0403});
    QCOMPARE(display(DicomBuilder().sequence(tags::VOILUTSequence, {item})).voiLuts[0].entries,
             (std::vector<std::uint16_t>{1, 2, 3, 4}));
  }

  void readsPaddingWithTheSignOfThePixels() {
    const DicomBuilder wrongVr =
        DicomBuilder().us(tags::PixelPaddingValue, {0xF830}).us(tags::PixelPaddingRangeLimit, {0xF82F});
    const auto padding = display(wrongVr, format(true)).padding;
    QCOMPARE(padding->low, std::int64_t(-2001));
    QCOMPARE(padding->high, std::int64_t(-2000));
    const DicomBuilder signedVr = DicomBuilder().ss(tags::PixelPaddingValue, {-1});
    QCOMPARE(display(signedVr, format(false)).padding->low, std::int64_t(65535));
    QCOMPARE(display(signedVr, format(false)).padding->high, std::int64_t(65535));
    QVERIFY(!display(DicomBuilder()).padding);
  }

  void invertsOnceForMonochrome1AndForTheShape() {
    PixelFormat monochrome1 = format();
    monochrome1.photometric = Photometric::Monochrome1;
    const DicomBuilder inverse = DicomBuilder().text(tags::PresentationLUTShape, Vr::CS, "INVERSE");
    QVERIFY(display(DicomBuilder(), monochrome1).isInverse);
    QVERIFY(display(inverse).isInverse);
    QVERIFY(display(inverse, monochrome1).isInverse);
    QVERIFY(!display(DicomBuilder()).isInverse);
  }

  void namesTheUnit() {
    const DicomBuilder ct = DicomBuilder().identity();
    QVERIFY(display(DicomBuilder(ct).text(tags::RescaleIntercept, Vr::DS, "-1024")).unit == "HU");
    QVERIFY(display(ct).unit.empty());
    QVERIFY(display(rescale("2", "1").text(tags::RescaleType, Vr::LO, "OD")).unit == "OD");
    QVERIFY(display(rescale("2", "1").text(tags::RescaleType, Vr::LO, "US")).unit.empty());
  }

  void readsPalettesOfBothDepths_data() {
    QTest::addColumn<int>("bits");
    QTest::addColumn<QByteArray>("data");
    QTest::newRow("8 bits, two in a word") << 8 << QByteArray("\x01\xFF\x03\x00", 4);
    QTest::newRow("16 bits") << 16 << QByteArray("\x77\x01\x00\xFF\x00\x03", 6);
    QTest::newRow("8-bit values in 16-bit cells") << 16 << QByteArray("\x01\x00\xFF\x00\x03\x00", 6);
  }
  void readsPalettesOfBothDepths() {
    QFETCH(int, bits);
    QFETCH(QByteArray, data);
    const std::vector<std::uint8_t> bytes(data.begin(), data.end());
    const auto depth = static_cast<std::uint16_t>(bits);
    const DicomFile file = DicomBuilder()
                               .us(tags::RedPaletteColorLookupTableDescriptor, {3, 5, depth})
                               .us(tags::GreenPaletteColorLookupTableDescriptor, {3, 5, depth})
                               .us(tags::BluePaletteColorLookupTableDescriptor, {3, 5, depth})
                               .bytes(tags::RedPaletteColorLookupTableData, Vr::OW, bytes)
                               .bytes(tags::GreenPaletteColorLookupTableData, Vr::OW, bytes)
                               .bytes(tags::BluePaletteColorLookupTableData, Vr::OW, bytes)
                               .parsed();
    const auto palette = readPalette(file.dataSet(), false);
    QVERIFY(palette);
    QCOMPARE(palette->first, std::int64_t(5));
    QCOMPARE(palette->entries.size(), std::size_t(3));
    QCOMPARE(int(palette->entries[0][0]), 1);
    QCOMPARE(int(palette->entries[1][1]), 255);
    QCOMPARE(int(palette->entries[2][2]), 3);
  }

  void unrollsSegments() {
    // Discrete 3 entries, linear 4 steps to 100, then both segments again by their offset of 0.
    const auto entries = unrollSegments({0, 3, 10, 20, 60, 1, 4, 100, 2, 2, 0, 0});
    QVERIFY(entries);
    QCOMPARE(*entries,
             (std::vector<std::uint16_t>{10, 20, 60, 70, 80, 90, 100, 10, 20, 60, 70, 80, 90, 100}));
  }

  void refusesBrokenSegments() {
    QVERIFY(!unrollSegments({0, 9, 1, 2}));
    QVERIFY(!unrollSegments({1, 4, 100, 0}));
    QVERIFY(!unrollSegments({2, 1, 0, 0}));
    QVERIFY(!unrollSegments({0, 1, 5, 2, 1, 60000, 0}));
    QVERIFY(!unrollSegments({0, 1, 5, 1, 65535, 9, 1, 65535, 9}));
    QVERIFY(!unrollSegments({7, 1, 5}));
  }

  void picksTheOverlayFrameOfTheImageFrame() {
    // Two overlay frames of 9 bits each, without a gap: the first all set, the second only its last pixel.
    const DicomBuilder builder = overlay(0x6002).bytes({0x6002, 0x3000}, Vr::OW, {0xFF, 0x01, 0x02, 0x00});
    QVERIFY(display(builder, format(), 0).overlays.empty());
    const auto first = display(builder, format(), 1).overlays;
    QCOMPARE(first.size(), std::size_t(1));
    QCOMPARE(first[0].bits[0], std::uint8_t(0xFF));
    QCOMPARE(first[0].bits[1] & 1, 1);
    const auto second = display(builder, format(), 2).overlays;
    QCOMPARE(second[0].bits[0], std::uint8_t(0));
    QCOMPARE(second[0].bits[1] & 1, 1);
    QVERIFY(display(builder, format(), 3).overlays.empty());
  }

  void leavesOutAnOverlayThatIsCutShort() {
    const FrameDisplay shown =
        display(overlay(0x6000).bytes({0x6000, 0x3000}, Vr::OW, {0xFF, 0x01}), format(), 2);
    QVERIFY(shown.overlays.empty());
    QCOMPARE(shown.warnings.size(), std::size_t(1));
  }

  void ignoresADegeneratePolygon() {
    const auto polygon = [](std::string_view vertices) {
      return display(DicomBuilder()
                         .text(tags::ShutterShape, Vr::CS, "POLYGONAL")
                         .text(tags::VerticesOfThePolygonalShutter, Vr::IS, vertices));
    };
    for (const auto* vertices : {"1\\1\\5\\5", "1\\1\\5\\5\\9\\9", "1\\x\\2\\3\\4\\5"}) {
      QVERIFY(!polygon(vertices).shutters.any());
      QCOMPARE(polygon(vertices).warnings.size(), std::size_t(1));
    }
    QCOMPARE(polygon("1\\1\\1\\9\\9\\5").shutters.polygon.size(), std::size_t(3));
  }

  void readsShuttersAndTheirGrey() {
    const Shutters shutters = display(DicomBuilder()
                                          .text(tags::ShutterShape, Vr::CS, "RECTANGULAR\\CIRCULAR")
                                          .text(tags::ShutterLeftVerticalEdge, Vr::IS, "2")
                                          .text(tags::ShutterRightVerticalEdge, Vr::IS, "8")
                                          .text(tags::ShutterUpperHorizontalEdge, Vr::IS, "3")
                                          .text(tags::ShutterLowerHorizontalEdge, Vr::IS, "9")
                                          .text(tags::CenterOfCircularShutter, Vr::IS, "5\\6")
                                          .text(tags::RadiusOfCircularShutter, Vr::IS, "4")
                                          .us(tags::ShutterPresentationValue, {0x8000}))
                                  .shutters;
    QCOMPARE(shutters.rectangle->right, 8.0);
    QCOMPARE(shutters.circle->column, 6.0);
    QCOMPARE(int(shutters.value), 128);
  }
};

DICOMAESTRO_TEST(DisplayTest)
#include "display_test.moc"
