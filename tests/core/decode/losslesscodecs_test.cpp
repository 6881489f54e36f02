// SPDX-License-Identifier: MIT
// decode(encode(x)) = x for every lossless syntax, against the raw twin, over bits × sign × planes × odd
// sizes × frames. DCMTK and OpenJPEG encode.
#include "tests/core/decode/frames.h"
#include "tests/support/encoders.h"
#include "tests/support/testmain.h"

using namespace core;
using tests::Picture;

Q_DECLARE_METATYPE(tests::Picture)

class LosslessCodecsTest : public QObject {
  Q_OBJECT

  struct Depth {
    int allocated, stored;
    bool isSigned;
    int samples;
    bool isPlanar;
    const char* photometric;
  };

  static std::vector<Depth> depths() {
    return {{8, 8, false, 1, false, "MONOCHROME2"},
            {8, 8, true, 1, false, "MONOCHROME2"},
            {8, 5, false, 1, false, "MONOCHROME1"},
            {16, 9, false, 1, false, "MONOCHROME2"},
            {16, 12, false, 1, false, "MONOCHROME2"},
            {16, 12, true, 1, false, "MONOCHROME2"},
            {16, 16, false, 1, false, "MONOCHROME2"},
            {16, 16, true, 1, false, "MONOCHROME2"},
            {32, 32, false, 1, false, "MONOCHROME2"},
            {32, 30, true, 1, false, "MONOCHROME2"},
            {8, 8, false, 1, false, "PALETTE COLOR"},
            {8, 8, false, 3, false, "RGB"},
            {8, 8, false, 3, true, "RGB"},
            {8, 8, false, 3, false, "YBR_FULL"},
            {16, 16, false, 3, false, "RGB"}};
  }

  /// Rows of every depth × size × frames.
  static void addPictures(const char* syntax, int mostBits) {
    const std::array<int, 3> shapes[] = {{1, 1, 1}, {1, 300, 1}, {33, 35, 3}, {64, 7, 2}};
    for (const Depth& depth : depths())
      for (const auto& [rows, columns, frames] : shapes) {
        if (depth.stored > mostBits) continue;
        // DCMTK 3.6.7 mixes up the planes of a multi-frame image when it encodes JPEG; its own decoder
        // agrees.
        const bool isMixedUp =
            depth.isPlanar && frames > 1 && QByteArrayView(syntax).startsWith("1.2.840.10008.1.2.4");
        if (isMixedUp) continue;
        Picture picture{rows,         columns,        frames,         depth.samples,     depth.allocated,
                        depth.stored, depth.isSigned, depth.isPlanar, depth.photometric, {}};
        QTest::addRow("%s %dx%d x%d, %d of %d%s %s%s", syntax, columns, rows, frames, depth.stored,
                      depth.allocated, depth.isSigned ? " signed" : "", depth.photometric,
                      depth.isPlanar ? " planar" : "")
            << QString::fromLatin1(syntax) << tests::patterned(picture);
      }
  }

  static void compareFrames(const std::vector<std::uint8_t>& encoded, const Picture& picture) {
    const auto raw = tests::opened(tests::nativeFile(picture));
    const auto reader = tests::opened(encoded);
    QVERIFY2(reader, reader ? "" : message(reader.error()).c_str());
    QCOMPARE((*reader)->frames(), static_cast<std::uint32_t>(picture.frames));
    for (std::uint32_t i = 0; i < (*reader)->frames(); ++i)
      QCOMPARE(tests::difference((*reader)->frame(i), (*raw)->frame(i)), QString());
  }

 private slots:
  void whatDcmtkEncodesComesBack_data() {
    QTest::addColumn<QString>("syntax");
    QTest::addColumn<Picture>("picture");
    addPictures("1.2.840.10008.1.2.5", 32);
    addPictures("1.2.840.10008.1.2.4.57", 16);
    addPictures("1.2.840.10008.1.2.4.70", 16);
    addPictures("1.2.840.10008.1.2.4.80", 16);
  }
  void whatDcmtkEncodesComesBack() {
    QFETCH(QString, syntax);
    QFETCH(Picture, picture);
    const auto encoded = tests::encodedByDcmtk(tests::nativeFile(picture), syntax.toStdString());
    QVERIFY2(!encoded.empty(), "DCMTK's encoder refuses this picture");
    compareFrames(encoded, picture);
  }

  void whatOpenJpegEncodesComesBack_data() {
    QTest::addColumn<QString>("syntax");
    QTest::addColumn<Picture>("picture");
    addPictures("1.2.840.10008.1.2.4.90", 24);
  }
  void whatOpenJpegEncodesComesBack() {
    QFETCH(Picture, picture);
    if (picture.isPlanar) return;  // a codestream knows no planes
    tests::J2kOptions options;
    options.isSignedStream = picture.isSigned;
    compareFrames(tests::j2kFile(picture, options), picture);
  }

  void nearLosslessStaysWithinItsError_data() {
    QTest::addColumn<QString>("syntax");
    QTest::addColumn<Picture>("picture");
    addPictures("1.2.840.10008.1.2.4.81", 16);
  }
  void nearLosslessStaysWithinItsError() {
    QFETCH(QString, syntax);
    QFETCH(Picture, picture);
    if (picture.isSigned || picture.isPlanar) return;
    // DCMTK 3.6.7 pads a frame that does not shrink one byte past its buffer: tiny ones crash the encoder.
    if (picture.rows * picture.columns < 256) return;
    const auto encoded = tests::encodedByDcmtk(tests::nativeFile(picture), syntax.toStdString());
    if (encoded.empty()) return;  // DCMTK does not make palette images lossy
    const auto values = tests::samplesOf(tests::frameOf(encoded));
    const auto exact = tests::samplesOf(tests::frameOf(tests::nativeFile(picture)));
    QCOMPARE(values.size(), exact.size());
    for (std::size_t i = 0; i < exact.size(); ++i) QVERIFY(std::abs(values[i] - exact[i]) <= 2);
  }

  void theReversibleComponentTransformComesBackAsRgb() {
    Picture picture = tests::patterned({33, 35, 1, 3, 8, 8, false, false, "RGB", {}});
    tests::J2kOptions options;
    options.hasTransform = true;
    const auto raw = tests::frameOf(tests::nativeFile(picture));
    picture.photometric = "YBR_RCT";
    QCOMPARE(tests::difference(tests::frameOf(tests::j2kFile(picture, options)), raw), QString());
    picture.photometric = "YBR_FULL";  // a lie: the stream's own transform has been undone
    QCOMPARE(tests::difference(tests::frameOf(tests::j2kFile(picture, options)), raw), QString());
  }

  void aReducedFrameIsSmallerAndOfTheSameLevels() {
    Picture picture{64, 50, 1, 1, 16, 12, false, false, "MONOCHROME2", {}};
    picture.cells.assign(64 * 50, 1000);
    const auto reader = tests::opened(tests::j2kFile(picture));
    const auto quarter = (*reader)->frame(0, 2);
    QVERIFY(quarter);
    QCOMPARE((*quarter)->columns, 13u);
    QCOMPARE((*quarter)->rows, 16u);
    for (const std::int64_t value : tests::samplesOf(quarter)) QCOMPARE(value, std::int64_t{1000});
    QVERIFY((*reader)->frame(0, 30));  // no more halvings than the stream has
  }

  void aDeflatedFrameIsTheNativeOne() {
    const Picture picture = tests::patterned({5, 7, 1, 1, 16, 12, true, false, "MONOCHROME2", {}});
    const std::vector<std::uint8_t> bytes = picture.bytes();
    // One stored block of deflate (RFC 1951, 3.2.4), padded to even length.
    const auto size = static_cast<std::uint16_t>(bytes.size());
    std::vector<std::uint8_t> deflated = {
        1, static_cast<std::uint8_t>(size), static_cast<std::uint8_t>(size >> 8),
        static_cast<std::uint8_t>(~size), static_cast<std::uint8_t>(~size >> 8)};
    deflated.insert(deflated.end(), bytes.begin(), bytes.end());
    deflated.push_back(0);
    compareFrames(tests::fileOfFragments(picture, "1.2.840.10008.1.2.8.1", {deflated}), picture);
    deflated.resize(40);
    const auto cut = tests::frameOf(tests::fileOfFragments(picture, "1.2.840.10008.1.2.8.1", {deflated}));
    QVERIFY(!cut && cut.error().code == ErrorCode::CodecFailed);
  }

  void encapsulatedUncompressedFramesAreNativeOnes() {
    const Picture picture = tests::patterned({4, 6, 1, 1, 16, 12, true, false, "MONOCHROME2", {}});
    compareFrames(tests::fileOfFragments(picture, "1.2.840.10008.1.2.1.98", {picture.bytes()}), picture);
  }

  void rleOfOneBitAPixelIsUnpacked() {
    tests::DicomBuilder builder;
    builder.identity().image(2, 5, 1, 1);
    std::vector<std::uint8_t> stream(64);
    stream[0] = 1;
    stream[4] = 64;
    stream.insert(stream.end(), {1, 0b00100101, 0b10, 0});
    const auto frame = tests::frameOf(builder.fragments({stream}).file("1.2.840.10008.1.2.5"));
    QCOMPARE(tests::samplesOf(frame), (std::vector<std::int64_t>{1, 0, 1, 0, 0, 1, 0, 0, 0, 1}));
  }
};

DICOMAESTRO_TEST(LosslessCodecsTest)
#include "losslesscodecs_test.moc"
