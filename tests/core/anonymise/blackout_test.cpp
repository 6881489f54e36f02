// SPDX-License-Identifier: MIT
#include "core/anonymise/pixels.h"

#include "core/anonymise/anonymise.h"
#include "core/decode/framereader.h"
#include "core/parse/tags.h"
#include "core/write/writer.h"
#include "tests/core/anonymise/comparepictures.h"
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

  /// Every pixel outside the rectangle as it was, every one inside black.
  static void compare(const FilePtr& before, const FilePtr& after) {
    const std::string what = tests::difference(before, after, isInside);
    QVERIFY2(what.empty(), what.c_str());
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

  /// A frame more than Number of Frames says is a frame all the same.
  void whatStandsBehindTheFramesIsBlanked_data() {
    QTest::addColumn<std::size_t>("more");
    QTest::newRow("behind the last frame") << std::size_t{0};
    QTest::newRow("behind one frame more") << std::size_t{48};
  }
  void whatStandsBehindTheFramesIsBlanked() {
    QFETCH(std::size_t, more);
    const Picture picture = shape(8, 8);
    std::vector<std::uint8_t> cells = picture.bytes();
    cells.insert(cells.end(), more, 7);
    for (const char letter : {'J', 'A', 'N', 'E'}) cells.push_back(static_cast<std::uint8_t>(letter));
    DicomBuilder builder = DicomBuilder().identity().image(6, 8);
    builder.text(tags::NumberOfFrames, Vr::IS, "3").us(tags::BitsAllocated, {8}).us(tags::BitsStored, {8});
    const FilePtr before =
        fileOf(builder.us(tags::HighBit, {7}).bytes(tags::PixelData, Vr::OB, cells).file());
    const auto made = anonymised(before, {}, m_secret);
    QVERIFY(made);
    const FilePtr after = fileOf(made->bytes);
    QVERIFY(tests::difference(before, after, [](auto...) { return false; }).empty());
    const ByteView kept = after->dataSet().find(tags::PixelData)->value;
    QCOMPARE(kept.size(), cells.size());
    std::fill(cells.end() - 4, cells.end(), std::uint8_t{0});
    QVERIFY(std::ranges::equal(kept, cells));
  }

  void compressedPixels_data() {
    QTest::addColumn<Picture>("picture");
    QTest::addColumn<QByteArray>("syntax");
    QTest::addColumn<QByteArray>("written");
    const QByteArray rle("1.2.840.10008.1.2.5"), jpegLs("1.2.840.10008.1.2.4.80"),
        native("1.2.840.10008.1.2.1");
    QTest::newRow("RLE") << shape(16, 12) << rle << rle;
    QTest::newRow("RLE signed") << shape(16, 16, true) << rle << rle;
    QTest::newRow("RLE MONOCHROME1") << shape(16, 12, false, 1, "MONOCHROME1") << rle << rle;
    QTest::newRow("RLE RGB") << shape(8, 8, false, 3, "RGB") << rle << rle;
    QTest::newRow("RLE YBR_FULL") << shape(8, 8, false, 3, "YBR_FULL") << rle << rle;
    QTest::newRow("JPEG lossless") << shape(16, 12) << QByteArray("1.2.840.10008.1.2.4.70") << native;
    QTest::newRow("JPEG-LS") << shape(8, 8) << jpegLs << jpegLs;
    QTest::newRow("JPEG-LS of 12 bits, signed") << shape(16, 12, true) << jpegLs << jpegLs;
    QTest::newRow("JPEG-LS RGB") << shape(8, 8, false, 3, "RGB") << jpegLs << jpegLs;
    QTest::newRow("JPEG-LS near-lossless") << shape(8, 8) << QByteArray("1.2.840.10008.1.2.4.81") << jpegLs;
    QTest::newRow("JPEG baseline") << shape(8, 8) << QByteArray("1.2.840.10008.1.2.4.50") << native;
    QTest::newRow("JPEG baseline RGB")
        << shape(8, 8, false, 3, "RGB") << QByteArray("1.2.840.10008.1.2.4.50") << native;
  }
  void compressedPixels() {
    QFETCH(Picture, picture);
    QFETCH(QByteArray, syntax);
    QFETCH(QByteArray, written);
    // DCMTK's JPEG-LS encoder writes past its buffer when a frame does not shrink: these are larger, and
    // even.
    if (syntax.startsWith("1.2.840.10008.1.2.4.8")) {
      picture.rows = picture.columns = 64;
      picture.cells.assign(picture.cellsPerFrame() * static_cast<std::size_t>(picture.frames), 0);
      for (std::size_t i = 0; i < picture.cells.size(); ++i)
        picture.cells[i] = static_cast<std::uint32_t>(i / 16 % 200);
    }
    const FilePtr before = fileOf(tests::encodedByDcmtk(tests::nativeFile(picture), syntax.toStdString()));
    QVERIFY(before);
    const FilePtr after = blacked(before);
    compare(before, after);
    QCOMPARE(after->transferSyntax().c_str(), written.constData());
    QCOMPARE(after->dataSet().find(tags::PixelData)->isEncapsulated(), written != "1.2.840.10008.1.2.1");
    for (const Tag tag : {tags::LossyImageCompression, tags::LossyImageCompressionRatio})
      QVERIFY(after->dataSet().text(tag) == before->dataSet().text(tag));
  }

  void jpeg2000_data() {
    QTest::addColumn<Picture>("picture");
    QTest::addColumn<bool>("isColour");
    QTest::addColumn<bool>("isLossy");
    QTest::newRow("grey") << shape(16, 12) << false << false;
    QTest::newRow("signed") << shape(16, 12, true) << false << false;
    QTest::newRow("colour, transformed") << shape(8, 8, false, 3, "YBR_RCT") << true << false;
    QTest::newRow("colour as it is") << shape(8, 8, false, 3, "RGB") << false << false;
    QTest::newRow("lossy") << shape(8, 8) << false << true;
  }
  void jpeg2000() {
    QFETCH(Picture, picture);
    QFETCH(bool, isColour);
    QFETCH(bool, isLossy);
    const FilePtr before = fileOf(tests::j2kFile(picture, {.hasTransform = isColour, .isLossy = isLossy}));
    const FilePtr after = blacked(before);
    compare(before, after);
    QVERIFY(after->transferSyntax() == "1.2.840.10008.1.2.4.90");
    if (picture.samples == 3) QVERIFY(after->dataSet().text(tags::PhotometricInterpretation) == "YBR_RCT");
  }

  /// A lossy image that does not say so says so behind, with its method and ratio.
  void lossIsMarked() {
    const FilePtr whole =
        fileOf(tests::encodedByDcmtk(tests::nativeFile(shape(8, 8)), "1.2.840.10008.1.2.4.50"));
    QVERIFY(whole);
    EditSet set = EditSet::of(*whole);
    for (const Tag tag : {tags::LossyImageCompression, tags::LossyImageCompressionRatio, Tag{0x0028, 0x2114}})
      set.remove(tag);
    const auto bytes = writeFile(set, WriteOptions::like(*whole));
    const FilePtr after = blacked(fileOf(*bytes));
    QVERIFY(after->dataSet().text(tags::LossyImageCompression) == "01");
    QVERIFY(after->dataSet().text({0x0028, 0x2114}) == "ISO_10918_1");
    QVERIFY(!after->dataSet().text(tags::LossyImageCompressionRatio).empty());
  }

  void theSizeIsSaidWhenTheCompressionIsGone() {
    Options options;
    options.blackout = {area};
    const auto warnings = [&](std::string_view syntax) {
      const FilePtr before =
          fileOf(tests::encodedByDcmtk(tests::nativeFile(shape(16, 12)), std::string(syntax)));
      const auto said = anonymised(before, options, m_secret)->warnings;
      if (said != preview(before, options, m_secret).warnings) return std::string("not as in the preview");
      const auto found = std::ranges::find_if(
          said, [](const std::string& warning) { return warning.starts_with("the pixels are"); });
      return found == said.end() ? std::string() : *found;
    };
    QCOMPARE(QByteArray::fromStdString(warnings("1.2.840.10008.1.2.4.70")),
             QByteArray("the pixels are written uncompressed; 0.0 MB"));
    QCOMPARE(QByteArray::fromStdString(warnings("1.2.840.10008.1.2.5")), QByteArray(""));
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
      const auto samples = tests::samplesOf(**(*reader)->frame(i));
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

  static DicomBuilder withOverlayInBit15(int bitsStored, bool isSigned = false) {
    DicomBuilder builder;
    builder.identity().image(2, 2, 16, static_cast<std::uint16_t>(bitsStored), isSigned);
    builder.us({0x6000, 0x0100}, {16}).us({0x6000, 0x0102}, {15});
    return builder;
  }

  void anOverlayInUnusedBitsIsGone() {
    DicomBuilder builder = withOverlayInBit15(12);
    builder.words(tags::PixelData, {0x8123, 0x0FFF, 0xF000, 0x4001});
    const auto made = anonymised(fileOf(builder.file()), {}, m_secret);
    const FilePtr after = fileOf(made->bytes);
    const std::vector<std::uint8_t> expected{0x23, 0x01, 0xFF, 0x0F, 0x00, 0x00, 0x01, 0x00};
    QVERIFY(std::ranges::equal(after->dataSet().find(tags::PixelData)->value, expected));
    QVERIFY(std::ranges::none_of(
        made->warnings, [](const std::string& warning) { return warning.find("bits") != warning.npos; }));
  }

  void unusedBitsOfSignedCellsAreTheSign() {
    DicomBuilder builder = withOverlayInBit15(12, true);
    builder.words(tags::PixelData, {0x0800, 0xF7FF, 0x8001, 0x7FFF});
    const FilePtr after = fileOf(anonymised(fileOf(builder.file()), {}, m_secret)->bytes);
    const std::vector<std::uint8_t> expected{0x00, 0xF8, 0xFF, 0x07, 0x01, 0x00, 0xFF, 0xFF};
    QVERIFY(std::ranges::equal(after->dataSet().find(tags::PixelData)->value, expected));
  }

  void unusedBitsAreOnlyClearedWithCleanGraphics() {
    DicomBuilder builder;
    builder.identity().image(2, 2, 16, 12).words(tags::PixelData, {0x8123, 0x0FFF, 0xF000, 0x4001});
    const auto cell = [&](const Options& options) {
      const FilePtr after = fileOf(anonymised(fileOf(builder.file()), options, m_secret)->bytes);
      return int(after->dataSet().find(tags::PixelData)->value[1]);
    };
    Options clean;
    clean.cleanGraphics = true;
    QCOMPARE(cell({}), 0x81);
    QCOMPARE(cell(clean), 0x01);
  }

  void unusedBitsOfRleAreClearedAndItStaysRle() {
    Picture picture = shape(16, 12);
    Picture marked = picture;
    marked.bitsStored = 16;
    for (std::uint32_t& cell : marked.cells) cell |= 0x8000;
    const FilePtr whole = fileOf(tests::encodedByDcmtk(tests::nativeFile(marked), "1.2.840.10008.1.2.5"));
    QVERIFY(whole);
    EditSet set = EditSet::of(*whole);
    QVERIFY(set.setIntegers(tags::BitsStored, Vr::US, {12}) && set.setIntegers(tags::HighBit, Vr::US, {11}));
    const FilePtr before = fileOf(*writeFile(set, WriteOptions::like(*whole)));
    Options clean;
    clean.cleanGraphics = true;
    const FilePtr after = fileOf(anonymised(before, clean, m_secret)->bytes);
    QVERIFY(after->transferSyntax() == "1.2.840.10008.1.2.5");
    QCOMPARE(tests::difference(before, after, [](auto...) { return false; }), "");
    EditSet opened = EditSet::of(*after);
    QVERIFY(opened.setIntegers(tags::BitsStored, Vr::US, {16}) &&
            opened.setIntegers(tags::HighBit, Vr::US, {15}));
    const FilePtr raw = fileOf(*writeFile(opened, WriteOptions::like(*after)));
    for (const std::int64_t value : tests::samplesOf(**(*FrameReader::open(raw))->frame(0)))
      QVERIFY(value < 0x1000);
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
