// SPDX-License-Identifier: MIT
// Data sets and codestreams that disagree: what is trusted, and what is refused.
#include "tests/core/decode/frames.h"
#include "tests/support/encoders.h"
#include "tests/support/testmain.h"

using namespace core;
using tests::Picture;
using tests::samplesOf;

class CodestreamsThatLieTest : public QObject {
  Q_OBJECT

  using Values = std::vector<std::int64_t>;

  static Picture grey(std::vector<std::uint32_t> cells, int stored, bool isSigned) {
    return {1,
            static_cast<int>(cells.size()),
            1,
            1,
            16,
            stored,
            isSigned,
            false,
            "MONOCHROME2",
            std::move(cells)};
  }
  static Result<FramePtr> j2k(const Picture& picture, tests::J2kOptions options) {
    return tests::frameOf(tests::j2kFile(picture, options));
  }

 private slots:
  void anUnsignedCodestreamOfSignedPixelsIsReadAsSigned() {
    const Picture picture = grey({0, 1, 0x0FFF, 0x0800}, 12, true);
    QCOMPARE(samplesOf(j2k(picture, {.isSignedStream = false})), (Values{0, 1, -1, -2048}));
  }

  void aSignedCodestreamOfUnsignedPixelsIsReadAsUnsigned() {
    const Picture picture = grey({0, 1, 0x0FFF, 0x0800}, 12, false);
    QCOMPARE(samplesOf(j2k(picture, {.isSignedStream = true})), (Values{0, 1, 4095, 2048}));
  }

  void theSignOfFewerBitsThanAreStoredIsThatOfTheCodestream() {
    const Picture picture = grey({5, 0x1FFF, 0x1000}, 16, true);
    QCOMPARE(samplesOf(j2k(picture, {.isSignedStream = false, .precision = 13})), (Values{5, -1, -4096}));
    QCOMPARE(samplesOf(j2k(picture, {.isSignedStream = true, .precision = 13})), (Values{5, -1, -4096}));
  }

  void aSignedCodestreamOfEightBitsKeepsItsSignInSixteen() {
    const Picture picture = grey({5, 0xFF, 0x80}, 16, true);
    QCOMPARE(samplesOf(j2k(picture, {.isSignedStream = true, .precision = 8})), (Values{5, -1, -128}));
    QCOMPARE(samplesOf(j2k(picture, {.isSignedStream = false, .precision = 8})), (Values{5, -1, -128}));
  }

  void theHighestOfFewerBitsIsTheSignInACodestreamWithoutSigns() {
    for (const char* syntax : {"1.2.840.10008.1.2.4.70", "1.2.840.10008.1.2.4.80"}) {
      Picture picture{1, 4, 1, 1, 8, 8, false, false, "MONOCHROME2", {5, 255, 128, 0}};
      const auto fragments = tests::fragmentsOf(tests::encodedByDcmtk(tests::nativeFile(picture), syntax));
      picture.bitsAllocated = picture.bitsStored = 16;
      picture.isSigned = true;
      QCOMPARE(samplesOf(tests::frameOf(tests::fileOfFragments(picture, syntax, fragments))),
               (Values{5, -1, -128, 0}));
    }
  }

  void colourOfASignedCodestreamIsUnsigned() {
    Picture picture{1, 2, 1, 3, 8, 8, false, false, "RGB", {0, 127, 128, 200, 255, 1}};
    QCOMPARE(samplesOf(j2k(picture, {.isSignedStream = true})), (Values{0, 127, 128, 200, 255, 1}));
  }

  void wholeCellsInACodestreamAreMasked() {
    // 16 bits of a lossless stream, 12 of them stored: what is above is not the picture's.
    Picture cells = grey({0xF123, 0x0FFF, 0x8001}, 16, false);
    const auto fragments =
        tests::fragmentsOf(tests::encodedByDcmtk(tests::nativeFile(cells), "1.2.840.10008.1.2.4.70"));
    cells.bitsStored = 12;
    const auto file = tests::fileOfFragments(cells, "1.2.840.10008.1.2.4.70", fragments);
    QCOMPARE(samplesOf(tests::frameOf(file)), (Values{0x123, 0xFFF, 1}));
  }

  void aCodestreamOfOtherSizeIsRefusedAndBothAreNamed() {
    const Picture stream = tests::patterned({8, 9, 1, 1, 16, 12, false, false, "MONOCHROME2", {}});
    Picture dataSet = stream;
    dataSet.rows = 10;
    for (const char* syntax :
         {"1.2.840.10008.1.2.4.51", "1.2.840.10008.1.2.4.70", "1.2.840.10008.1.2.4.80"}) {
      const auto fragments = tests::fragmentsOf(tests::encodedByDcmtk(tests::nativeFile(stream), syntax));
      const auto frame = tests::frameOf(tests::fileOfFragments(dataSet, syntax, fragments));
      QVERIFY(!frame);
      QVERIFY(frame.error().code == ErrorCode::CodecFailed);
      QVERIFY(frame.error().detail.find("9 x 8") != std::string::npos);
      QVERIFY(frame.error().detail.find("9 x 10") != std::string::npos);
    }
    const auto frame = tests::frameOf(
        tests::fileOfFragments(dataSet, "1.2.840.10008.1.2.4.90", {tests::j2kCodestream(stream, 0)}));
    QVERIFY(!frame);
    QVERIFY(frame.error().detail.find("9 x 8") != std::string::npos);
  }

  void aGreyCodestreamOfAColourImageIsRefused() {
    const Picture stream = tests::patterned({8, 9, 1, 1, 8, 8, false, false, "MONOCHROME2", {}});
    Picture dataSet = stream;
    dataSet.samples = 3;
    dataSet.photometric = "RGB";
    for (const char* syntax : {"1.2.840.10008.1.2.4.50", "1.2.840.10008.1.2.4.70", "1.2.840.10008.1.2.4.80",
                               "1.2.840.10008.1.2.5"}) {
      const auto fragments = tests::fragmentsOf(tests::encodedByDcmtk(tests::nativeFile(stream), syntax));
      const auto frame = tests::frameOf(tests::fileOfFragments(dataSet, syntax, fragments));
      QVERIFY(!frame);
      QVERIFY(frame.error().code == ErrorCode::CodecFailed);
    }
  }

  void moreBitsThanAreAllocatedAreRefused() {
    const Picture stream = tests::patterned({8, 9, 1, 1, 16, 12, false, false, "MONOCHROME2", {}});
    Picture dataSet = stream;
    dataSet.bitsAllocated = dataSet.bitsStored = 8;
    const auto fragments =
        tests::fragmentsOf(tests::encodedByDcmtk(tests::nativeFile(stream), "1.2.840.10008.1.2.4.70"));
    const auto frame = tests::frameOf(tests::fileOfFragments(dataSet, "1.2.840.10008.1.2.4.70", fragments));
    QVERIFY(!frame);
    QVERIFY(frame.error().code == ErrorCode::CodecFailed);
  }

  void coloursOfAJpegAreThoseOfTheStreamWhateverTheDataSetSays() {
    Picture picture{16, 16, 1, 3, 8, 8, false, false, "RGB", {}};
    for (int i = 0; i < 256; ++i)
      for (const std::uint32_t value : {200u, 40u, 90u}) picture.cells.push_back(value);
    const char* baseline = "1.2.840.10008.1.2.4.50";  // DCMTK writes YCbCr with a JFIF marker
    const auto fragments = tests::fragmentsOf(tests::encodedByDcmtk(tests::nativeFile(picture), baseline));
    for (const char* photometric : {"RGB", "YBR_FULL", "YBR_FULL_422"}) {
      picture.photometric = photometric;
      const auto frame = tests::frameOf(tests::fileOfFragments(picture, baseline, fragments));
      QVERIFY(frame);
      QVERIFY((*frame)->photometric == Photometric::Rgb);
      const Values values = samplesOf(frame);
      QVERIFY(std::abs(values[0] - 200) <= 3 && std::abs(values[1] - 40) <= 3 &&
              std::abs(values[2] - 90) <= 3);
    }
  }

  void aJpegWithoutMarkersHasTheColoursOfTheDataSet() {
    Picture picture = tests::patterned({8, 8, 1, 3, 8, 8, false, false, "YBR_FULL", {}});
    const char* lossless = "1.2.840.10008.1.2.4.70";
    const auto frame = tests::frameOf(tests::encodedByDcmtk(tests::nativeFile(picture), lossless));
    QVERIFY(frame);
    QVERIFY((*frame)->photometric == Photometric::YbrFull);
  }
};

DICOMAESTRO_TEST(CodestreamsThatLieTest)
#include "codestreamsthatlie_test.moc"
