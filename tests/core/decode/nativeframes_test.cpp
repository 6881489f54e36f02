// SPDX-License-Identifier: MIT
#include "tests/core/decode/frames.h"
#include "tests/support/testmain.h"

using namespace core;
using tests::DicomBuilder;
using tests::samplesOf;

class NativeFramesTest : public QObject {
  Q_OBJECT

  using Values = std::vector<std::int64_t>;

  static DicomBuilder image(int rows, int columns, int allocated, int stored, int high, int sign,
                            Encoding encoding = {}) {
    DicomBuilder builder(encoding);
    builder.identity().us(tags::SamplesPerPixel, {1});
    builder.text(tags::PhotometricInterpretation, Vr::CS, "MONOCHROME2");
    const std::pair<Tag, int> all[] = {
        {tags::Rows, rows},         {tags::Columns, columns}, {tags::BitsAllocated, allocated},
        {tags::BitsStored, stored}, {tags::HighBit, high},    {tags::PixelRepresentation, sign}};
    for (const auto& [tag, value] : all) builder.us(tag, {static_cast<std::uint16_t>(value)});
    return builder;
  }

  static DicomBuilder colour(int rows, int columns, const char* photometric, int planar) {
    DicomBuilder builder;
    builder.identity().us(tags::SamplesPerPixel, {3});
    builder.text(tags::PhotometricInterpretation, Vr::CS, photometric);
    builder.us(tags::PlanarConfiguration, {static_cast<std::uint16_t>(planar)});
    builder.us(tags::Rows, {static_cast<std::uint16_t>(rows)});
    builder.us(tags::Columns, {static_cast<std::uint16_t>(columns)});
    builder.us(tags::BitsAllocated, {8}).us(tags::BitsStored, {8}).us(tags::HighBit, {7});
    return builder.us(tags::PixelRepresentation, {0});
  }

 private slots:
  void masksWhatIsAboveHighBit() {
    const auto frame =
        tests::frameOf(image(1, 3, 16, 12, 11, 0).words(tags::PixelData, {0xF123, 0x0FFF, 0xF000}).file());
    QCOMPARE(samplesOf(frame), (Values{0x123, 0xFFF, 0}));
  }

  void shiftsDownFromHighBit() {
    const auto frame =
        tests::frameOf(image(1, 2, 16, 12, 15, 0).words(tags::PixelData, {0x123F, 0xFFF0}).file());
    QCOMPARE(samplesOf(frame), (Values{0x123, 0xFFF}));
  }

  void extendsTheSignOfStoredBits() {
    const auto frame = tests::frameOf(
        image(1, 4, 16, 12, 11, 1).words(tags::PixelData, {0x0800, 0x0FFF, 0xF7FF, 0x0001}).file());
    QCOMPARE(samplesOf(frame), (Values{-2048, -1, 2047, 1}));
    const auto shifted =
        tests::frameOf(image(1, 2, 16, 10, 12, 1).words(tags::PixelData, {0x1000 | 7, 0x0FF8}).file());
    QCOMPARE(samplesOf(shifted), (Values{-512, 511}));
  }

  void readsSignedBytesAndThirtyTwoBits() {
    QCOMPARE(samplesOf(
                 tests::frameOf(image(1, 2, 8, 8, 7, 1).bytes(tags::PixelData, Vr::OB, {0x80, 0x7F}).file())),
             (Values{-128, 127}));
    const std::vector<std::uint16_t> words = {0x0000, 0x8000, 0xFFFF, 0xFFFF};
    QCOMPARE(samplesOf(tests::frameOf(image(1, 2, 32, 32, 31, 1).words(tags::PixelData, words).file())),
             (Values{-2147483648LL, -1}));
    QCOMPARE(samplesOf(tests::frameOf(image(1, 2, 32, 32, 31, 0).words(tags::PixelData, words).file())),
             (Values{2147483648LL, 4294967295LL}));
  }

  void readsWordsOfBigEndianFiles() {
    const Encoding big = encodingOf(uid::ExplicitBig);
    const auto frame = tests::frameOf(
        image(1, 2, 16, 16, 15, 0, big).words(tags::PixelData, {0x1234, 0xABCD}).file(uid::ExplicitBig));
    QCOMPARE(samplesOf(frame), (Values{0x1234, 0xABCD}));
  }

  void bytesOfBigEndianFilesAreSwappedInWordsOnly() {
    const Encoding big = encodingOf(uid::ExplicitBig);
    const std::vector<std::uint8_t> bytes = {1, 2, 3, 4};
    QCOMPARE(samplesOf(tests::frameOf(
                 image(1, 3, 8, 8, 7, 0, big).bytes(tags::PixelData, Vr::OB, bytes).file(uid::ExplicitBig))),
             (Values{1, 2, 3}));
    QCOMPARE(samplesOf(tests::frameOf(
                 image(1, 3, 8, 8, 7, 0, big).bytes(tags::PixelData, Vr::OW, bytes).file(uid::ExplicitBig))),
             (Values{2, 1, 4}));
  }

  void bothOrdersOfBigEndianWordsAreReadAndWhatCannotBeToldIsRefused() {
    const auto frameOfWords = [](const std::vector<std::uint16_t>& words) {
      return tests::frameOf(
          image(1, static_cast<int>(words.size() / 2), 32, 32, 31, 0, encodingOf(uid::ExplicitBig))
              .words(tags::PixelData, words)
              .file(uid::ExplicitBig));
    };
    const Values smooth = {70000, 70001, 70003, 70002};
    std::vector<std::uint16_t> highFirst;
    std::vector<std::uint16_t> lowFirst;
    for (const std::int64_t value : smooth) {
      const auto high = static_cast<std::uint16_t>(value >> 16);
      const auto low = static_cast<std::uint16_t>(value);
      highFirst.insert(highFirst.end(), {high, low});
      lowFirst.insert(lowFirst.end(), {low, high});
    }
    QCOMPARE(samplesOf(frameOfWords(highFirst)), smooth);
    QCOMPARE(samplesOf(frameOfWords(lowFirst)), smooth);
    QCOMPARE(samplesOf(frameOfWords({0, 0, 0x0007, 0x0007})), (Values{0, 0x00070007}));
    QVERIFY(frameOfWords({0, 5, 0, 5}).error().code == ErrorCode::UnsupportedPixelFormat);
    QVERIFY(frameOfWords({1, 2, 2, 1}).error().code == ErrorCode::UnsupportedPixelFormat);
  }

  void framesOfOneBitAreNotByteAligned() {
    DicomBuilder builder = image(3, 5, 1, 1, 0, 0);
    builder.text(tags::NumberOfFrames, Vr::IS, "2");
    std::vector<std::uint8_t> packed(4);
    const int ones[] = {0, 3, 14, 15, 17, 29};  // from bit 15 on the second frame
    for (const int bit : ones) packed[bit / 8] = static_cast<std::uint8_t>(packed[bit / 8] | 1 << bit % 8);
    const auto file = builder.bytes(tags::PixelData, Vr::OB, packed).file();
    for (int frame = 0; frame < 2; ++frame) {
      Values expected(15);
      for (const int bit : ones)
        if (bit / 15 == frame) expected[static_cast<std::size_t>(bit % 15)] = 1;
      QCOMPARE(samplesOf(tests::frameOf(file, static_cast<std::uint32_t>(frame))), expected);
    }
  }

  void planesBecomePixels() {
    const std::vector<std::uint8_t> planes = {1, 2, 3, 11, 12, 13, 21, 22, 23, 0};
    const auto frame = tests::frameOf(colour(1, 3, "RGB", 1).bytes(tags::PixelData, Vr::OB, planes).file());
    QCOMPARE(samplesOf(frame), (Values{1, 11, 21, 2, 12, 22, 3, 13, 23}));
    QVERIFY((*frame)->photometric == Photometric::Rgb);
  }

  void chromaOfPairsIsRepeated() {
    const std::vector<std::uint8_t> pairs = {10, 20, 100, 200, 30, 40, 101, 201};
    const auto frame =
        tests::frameOf(colour(2, 2, "YBR_FULL_422", 0).bytes(tags::PixelData, Vr::OB, pairs).file());
    QCOMPARE(samplesOf(frame), (Values{10, 100, 200, 20, 100, 200, 30, 101, 201, 40, 101, 201}));
    QVERIFY((*frame)->photometric == Photometric::YbrFull);
    const auto partial =
        tests::frameOf(colour(2, 2, "YBR_PARTIAL_422", 0).bytes(tags::PixelData, Vr::OB, pairs).file());
    QVERIFY((*partial)->photometric == Photometric::YbrPartial422);
  }

  void chromaThatIsWholeIsNotExpandedWhateverItIsCalled() {
    const std::vector<std::uint8_t> whole = {10, 100, 200, 20, 101, 201};
    const auto frame =
        tests::frameOf(colour(1, 2, "YBR_FULL_422", 0).bytes(tags::PixelData, Vr::OB, whole).file());
    QCOMPARE(samplesOf(frame), (Values{10, 100, 200, 20, 101, 201}));
  }

  void halfChromaOfOddColumnsIsRefused() {
    const auto frame = tests::frameOf(
        colour(1, 3, "YBR_FULL_422", 0).bytes(tags::PixelData, Vr::OB, {1, 2, 3, 4, 5, 6}).file());
    QVERIFY(!frame);
    QVERIFY(frame.error().code == ErrorCode::UnsupportedPixelFormat);
  }

  void overlaysInUnusedBitsComeOut() {
    const auto frame = tests::frameOf(image(1, 4, 16, 12, 11, 0)
                                          .us({0x6000, 0x0100}, {16})
                                          .us({0x6000, 0x0102}, {12})
                                          .us({0x6002, 0x0100}, {16})
                                          .us({0x6002, 0x0102}, {15})
                                          .us({0x6004, 0x0102}, {3})
                                          .words(tags::PixelData, {0x1001, 0x8002, 0x9003, 0x0004})
                                          .file());
    QCOMPARE(samplesOf(frame), (Values{1, 2, 3, 4}));
    QCOMPARE((*frame)->embeddedOverlays.size(), std::size_t{2});  // bit 3 is the picture's own
    QCOMPARE(int((*frame)->embeddedOverlays[0].group), 0x6000);
    QCOMPARE(int((*frame)->embeddedOverlays[0].bits[0]), 0b0101);
    QCOMPARE(int((*frame)->embeddedOverlays[1].bits[0]), 0b0110);
  }

  void whatIsNotThereIsNeverAPicture() {
    const auto file = image(2, 4, 16, 16, 15, 0)
                          .text(tags::NumberOfFrames, Vr::IS, "3")
                          .words(tags::PixelData, std::vector<std::uint16_t>(15, 7))
                          .file();
    const auto reader = tests::opened(file);
    QVERIFY(reader);
    QCOMPARE((*reader)->frames(), 3u);
    QVERIFY((*reader)->frame(0));
    for (const std::uint32_t missing : {1u, 2u})
      QVERIFY((*reader)->frame(missing).error().code == ErrorCode::Truncated);
    QVERIFY((*reader)->frame(3).error().code == ErrorCode::FrameOutOfRange);
  }

  void fragmentsInANativeSyntaxAndBytesInACompressedOneAreRefused() {
    const auto fragments = tests::opened(image(1, 1, 16, 16, 15, 0).fragments({{1, 2}}).file());
    QVERIFY(fragments.error().code == ErrorCode::CodecFailed);
    const auto bytes =
        tests::opened(image(1, 1, 16, 16, 15, 0).words(tags::PixelData, {1}).file("1.2.840.10008.1.2.5"));
    QVERIFY(bytes.error().code == ErrorCode::CodecFailed);
    const auto empty = tests::opened(image(1, 1, 16, 16, 15, 0).words(tags::PixelData, {}).file());
    QVERIFY(empty.error().code == ErrorCode::NoPixelData);
  }
};

DICOMAESTRO_TEST(NativeFramesTest)
#include "nativeframes_test.moc"
