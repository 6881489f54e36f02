// SPDX-License-Identifier: MIT
#include "core/anonymise/blackout.h"

#include "core/anonymise/anonymise.h"
#include "core/decode/framereader.h"
#include "core/parse/tags.h"
#include "core/write/writer.h"
#include "tests/support/dicombuilder.h"
#include "tests/support/encoders.h"
#include "tests/support/testmain.h"

using namespace core;
using namespace core::anonymise;
using tests::DicomBuilder;
using tests::Picture;

namespace {

constexpr Rectangle area{2, 1, 3, 2};

bool isInside(std::size_t x, std::size_t y) { return x >= 2 && x < 5 && y >= 1 && y < 3; }

using FilePtr = std::shared_ptr<const DicomFile>;

FilePtr fileOf(std::vector<std::uint8_t> bytes) {
  auto file = DicomFile::parse(tests::bufferOf(std::move(bytes)));
  return file ? std::make_shared<const DicomFile>(*std::move(file)) : nullptr;
}

}  // namespace

class BlackoutTest : public QObject {
  Q_OBJECT

  const Secret m_secret = *Secret::of(QByteArray(32, 'x'));

  FilePtr blacked(const FilePtr& file) const {
    Options options;
    options.blackout = {area};
    auto made = anonymised(file, options, m_secret);
    if (!made) qWarning("%s", message(made.error()).c_str());
    return made ? fileOf(made->bytes) : nullptr;
  }

  /// Samples of all frames as 64-bit numbers.
  template <class T>
  static std::vector<std::int64_t> as(const Frame& frame) {
    const auto samples = frame.samplesAs<T>();
    return {samples.begin(), samples.end()};
  }
  static std::vector<std::int64_t> samplesOf(const Frame& frame) {
    switch (frame.type) {
      case SampleType::U8:
        return as<std::uint8_t>(frame);
      case SampleType::S8:
        return as<std::int8_t>(frame);
      case SampleType::U16:
        return as<std::uint16_t>(frame);
      case SampleType::S16:
        return as<std::int16_t>(frame);
      case SampleType::U32:
        return as<std::uint32_t>(frame);
      default:
        return as<std::int32_t>(frame);
    }
  }

  /// Every pixel outside the rectangle as it was, every one inside black.
  static void compare(const FilePtr& before, const FilePtr& after) {
    QVERIFY(before && after);
    const auto from = FrameReader::open(before);
    const auto to = FrameReader::open(after);
    QVERIFY(from && to);
    QCOMPARE((*to)->frames(), (*from)->frames());
    for (std::uint32_t i = 0; i < (*from)->frames(); ++i)
      compareFrames(**(*from)->frame(i), **(*to)->frame(i));
  }
  static std::int64_t blackOf(const Frame& frame, const std::vector<std::int64_t>& samples) {
    if (frame.photometric == Photometric::Monochrome1) return *std::ranges::max_element(samples);
    const bool isSigned = frame.type == SampleType::S8 || frame.type == SampleType::S16;
    return isSigned ? *std::ranges::min_element(samples) : 0;
  }
  static void compareFrames(const Frame& from, const Frame& to) {
    QVERIFY(from.photometric == to.photometric);
    QCOMPARE(to.samples, from.samples);
    const auto old = samplesOf(from);
    const auto now = samplesOf(to);
    QCOMPARE(now.size(), old.size());
    const std::int64_t black = blackOf(from, old);
    for (std::size_t i = 0; i < old.size(); ++i) {
      const std::size_t pixel = i / from.samples;
      const bool isBlack = isInside(pixel % from.columns, pixel / from.columns);
      QCOMPARE(now[i], isBlack ? black : old[i]);
    }
  }

  static Picture shape(int bits, int stored, bool isSigned = false, int samples = 1,
                       std::string_view photometric = "MONOCHROME2", bool isPlanar = false) {
    Picture picture;
    picture.rows = 6;
    picture.columns = 8;
    picture.frames = 3;
    picture.samples = samples;
    picture.bitsAllocated = bits;
    picture.bitsStored = stored;
    picture.isSigned = isSigned;
    picture.isPlanar = isPlanar;
    picture.photometric = photometric;
    return tests::patterned(picture);
  }

 private slots:
  void nativePixels_data() {
    QTest::addColumn<Picture>("picture");
    QTest::newRow("8 bits") << shape(8, 8);
    QTest::newRow("12 of 16 bits") << shape(16, 12);
    QTest::newRow("signed 12 of 16 bits") << shape(16, 12, true);
    QTest::newRow("MONOCHROME1") << shape(16, 10, false, 1, "MONOCHROME1");
    QTest::newRow("32 bits") << shape(32, 32);
    QTest::newRow("RGB") << shape(8, 8, false, 3, "RGB");
    QTest::newRow("RGB by planes") << shape(8, 8, false, 3, "RGB", true);
  }
  void nativePixels() {
    QFETCH(Picture, picture);
    const FilePtr before = fileOf(tests::nativeFile(picture));
    const FilePtr after = blacked(before);
    compare(before, after);
    QVERIFY(after->transferSyntax() == before->transferSyntax());
  }

  void compressedPixels_data() {
    QTest::addColumn<Picture>("picture");
    QTest::addColumn<QByteArray>("syntax");
    QTest::newRow("RLE") << shape(16, 12) << QByteArray("1.2.840.10008.1.2.5");
    QTest::newRow("RLE signed") << shape(16, 16, true) << QByteArray("1.2.840.10008.1.2.5");
    QTest::newRow("RLE RGB") << shape(8, 8, false, 3, "RGB") << QByteArray("1.2.840.10008.1.2.5");
    QTest::newRow("JPEG lossless") << shape(16, 12) << QByteArray("1.2.840.10008.1.2.4.70");
    QTest::newRow("JPEG-LS") << shape(8, 8) << QByteArray("1.2.840.10008.1.2.4.80");
    QTest::newRow("JPEG baseline") << shape(8, 8) << QByteArray("1.2.840.10008.1.2.4.50");
  }
  void compressedPixels() {
    QFETCH(Picture, picture);
    QFETCH(QByteArray, syntax);
    const FilePtr before = fileOf(tests::encodedByDcmtk(tests::nativeFile(picture), syntax.toStdString()));
    QVERIFY(before);
    const FilePtr after = blacked(before);
    compare(before, after);
    QVERIFY(after->transferSyntax() == uid::ExplicitLittle);
    QVERIFY(!after->dataSet().find(tags::PixelData)->isEncapsulated());
    QVERIFY(after->dataSet().text(tags::LossyImageCompression) ==
            before->dataSet().text(tags::LossyImageCompression));
  }

  void whatTheFileLeavesOutAboutItsPixelsIsWritten() {
    const FilePtr whole =
        fileOf(tests::encodedByDcmtk(tests::nativeFile(shape(8, 8, false, 3, "RGB")), "1.2.840.10008.1.2.5"));
    QVERIFY(whole);
    EditSet set = EditSet::of(*whole);
    set.remove(tags::PlanarConfiguration);
    set.remove(tags::PixelRepresentation);
    const auto bytes = writeFile(set, WriteOptions::like(*whole));
    QVERIFY(bytes);
    const FilePtr before = fileOf(*bytes);
    const FilePtr after = blacked(before);
    compare(before, after);
    QCOMPARE(after->dataSet().integer(tags::PlanarConfiguration).value_or(-1), 0);
  }

  void jpeg2000() {
    const FilePtr before = fileOf(tests::j2kFile(shape(16, 12)));
    compare(before, blacked(before));
  }

  void bitsOfASegmentation() {
    DicomBuilder builder;
    builder.identity().image(6, 8, 1, 1).text(tags::NumberOfFrames, Vr::IS, "2");
    builder.bytes(tags::PixelData, Vr::OB, std::vector<std::uint8_t>(12, 0xFF));
    const FilePtr before = fileOf(builder.file());
    const FilePtr after = blacked(before);
    QVERIFY(after);
    const auto reader = FrameReader::open(after);
    QVERIFY(reader);
    for (std::uint32_t i = 0; i < 2; ++i) {
      const auto samples = samplesOf(**(*reader)->frame(i));
      for (std::size_t at = 0; at < samples.size(); ++at)
        QCOMPARE(samples[at], isInside(at % 8, at / 8) ? 0 : 1);
    }
  }

  void theDarkestEntryOfAPalette() {
    DicomBuilder builder;
    builder.identity().image(6, 8, 8, 8, 0, "PALETTE COLOR");
    for (const Tag tag :
         {tags::RedPaletteColorLookupTableDescriptor, tags::GreenPaletteColorLookupTableDescriptor,
          tags::BluePaletteColorLookupTableDescriptor})
      builder.us(tag, {4, 0, 16});
    for (const Tag tag : {tags::RedPaletteColorLookupTableData, tags::GreenPaletteColorLookupTableData,
                          tags::BluePaletteColorLookupTableData})
      builder.words(tag, {65535, 30000, 100, 40000});
    builder.bytes(tags::PixelData, Vr::OB, std::vector<std::uint8_t>(48, 1));
    const FilePtr after = blacked(fileOf(builder.file()));
    QVERIFY(after);
    const ByteView cells = after->dataSet().find(tags::PixelData)->value;
    for (std::size_t i = 0; i < cells.size(); ++i) QCOMPARE(int(cells[i]), isInside(i % 8, i / 8) ? 2 : 1);
  }

  void theOtherHalfOfAPairKeepsItsColour() {
    DicomBuilder builder;
    builder.identity().image(6, 8, 8, 8, 0, "YBR_FULL_422", 3).us(tags::PlanarConfiguration, {0});
    std::vector<std::uint8_t> cells;
    for (int i = 0; i < 24; ++i) cells.insert(cells.end(), {100, 101, 90, 160});
    builder.bytes(tags::PixelData, Vr::OB, cells);
    const FilePtr after = blacked(fileOf(builder.file()));
    QVERIFY(after);
    const ByteView now = after->dataSet().find(tags::PixelData)->value;
    const auto pair = [&](std::size_t x, std::size_t y) { return now.subspan((y * 8 + x) / 2 * 4, 4); };
    const std::vector<std::uint8_t> black{0, 0, 128, 128}, half{0, 101, 90, 160}, whole{100, 101, 90, 160};
    QVERIFY(std::ranges::equal(pair(2, 1), black));
    QVERIFY(std::ranges::equal(pair(4, 1), half));
    QVERIFY(std::ranges::equal(pair(0, 1), whole));
    QVERIFY(std::ranges::equal(pair(2, 3), whole));
  }

  void theImageSaysThatItsTextsAreGone() {
    const FilePtr after = blacked(fileOf(tests::nativeFile(shape(8, 8))));
    QVERIFY(after->dataSet().text(tags::BurnedInAnnotation) == "NO");
    QVERIFY(after->dataSet().item({0x0012, 0x0064}, 1)->text({0x0008, 0x0100}) == "113101");
  }

  void aRectangleOutsideIsWarnedOfAndOneOverTheEdgeIsCut() {
    Options options;
    options.blackout = {{100, 0, 5, 5}, {7, 5, 1000, 4'000'000'000}};
    const auto made = anonymised(fileOf(tests::nativeFile(shape(8, 8))), options, m_secret);
    QVERIFY(made);
    const auto says = [](const std::string& warning) { return warning.find("outside") != warning.npos; };
    QCOMPARE(std::ranges::count_if(made->warnings, says), 1);
  }

  void pixelsThatCannotBeDecodedAreAnError() {
    DicomBuilder builder;
    builder.identity().image(6, 8, 8, 8).fragments({{1, 2, 3, 4}});
    Options options;
    options.blackout = {area};
    QVERIFY(!anonymised(fileOf(builder.file("1.2.840.10008.1.2.4.80")), options, m_secret));
    QVERIFY(anonymised(fileOf(builder.file("1.2.840.10008.1.2.4.80")), {}, m_secret));
  }
};

DICOMAESTRO_TEST(BlackoutTest)
#include "blackout_test.moc"
