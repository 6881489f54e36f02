// SPDX-License-Identifier: MIT
// decode(encode(x)) = x for every lossless compression, by our decoders and by DCMTK's.
#include "core/encode/encoders.h"

#include "core/encode/encapsulate.h"
#include "core/write/writer.h"
#include "tests/core/decode/frames.h"
#include "tests/support/encoders.h"
#include "tests/support/testmain.h"

using namespace core;
using tests::Picture;

Q_DECLARE_METATYPE(tests::Picture)

class EncodersTest : public QObject {
  Q_OBJECT

  struct Depth {
    int allocated, stored;
    bool isSigned;
    int samples;
  };
  static constexpr Depth depths[] = {{8, 8, false, 1},  {8, 8, true, 1},    {8, 5, false, 1},
                                     {8, 1, false, 1},  {16, 9, false, 1},  {16, 12, false, 1},
                                     {16, 12, true, 1}, {16, 16, false, 1}, {16, 16, true, 1},
                                     {8, 8, false, 3},  {16, 16, false, 3}};

  static PixelFormat formatOf(const Picture& picture) {
    PixelFormat format;
    format.rows = static_cast<std::uint32_t>(picture.rows);
    format.columns = static_cast<std::uint32_t>(picture.columns);
    format.samples = static_cast<std::uint16_t>(picture.samples);
    format.bitsAllocated = static_cast<std::uint16_t>(picture.bitsAllocated);
    format.bitsStored = static_cast<std::uint16_t>(picture.bitsStored);
    format.highBit = static_cast<std::uint16_t>(picture.bitsStored - 1);
    format.isSigned = picture.isSigned;
    return format;
  }

  /// The picture as a file of the syntax; empty when a frame cannot be encoded.
  static std::vector<std::uint8_t> encodedFile(Picture picture, const std::string& syntax) {
    const SyntaxEncoder* encoder = findEncoder(syntax);
    const std::vector<std::uint8_t> cells = picture.bytes();
    const std::size_t size = cells.size() / static_cast<std::size_t>(picture.frames);
    std::vector<std::vector<std::uint8_t>> frames;
    for (std::size_t at = 0; at < cells.size(); at += size) {
      auto frame = encoder->encode(ByteView(cells).subspan(at, size), formatOf(picture));
      if (!frame) return {};
      frames.push_back(std::move(*frame));
    }
    if (picture.samples == 3) picture.photometric = encoder->colour;
    const DicomFile described = *DicomFile::parse(tests::bufferOf(tests::nativeFile(picture)));
    EditSet set = EditSet::of(described);
    setCompressedFrames(set, std::move(frames));
    return *writeFile(set, {syntax});
  }

  static std::vector<Picture> noisyPictures() {
    std::vector<Picture> pictures;
    for (const int size : {1, 2, 3, 5, 17, 64}) {
      Picture picture{size, size, 1, 1, 16, 16, false, false, "MONOCHROME2", {}};
      std::uint32_t noise = 99;
      for (int i = 0; i < size * size; ++i)
        picture.cells.push_back((noise = noise * 1664525u + 1013904223u) >> 16);
      pictures.push_back(picture);
    }
    return pictures;
  }

  static void addRow(const char* syntax, const Picture& picture) {
    QTest::addRow("%s %dx%d x%d, %d of %d%s, %d samples", syntax, picture.columns, picture.rows,
                  picture.frames, picture.bitsStored, picture.bitsAllocated,
                  picture.isSigned ? " signed" : "", picture.samples)
        << QString::fromLatin1(syntax) << picture;
  }

 private slots:
  void losslessFramesComeBack_data() {
    QTest::addColumn<QString>("syntax");
    QTest::addColumn<Picture>("picture");
    constexpr std::array<int, 3> shapes[] = {{1, 1, 1}, {1, 300, 1}, {33, 35, 3}, {64, 7, 2}, {2, 1, 1}};
    for (const char* syntax : {"1.2.840.10008.1.2.5", "1.2.840.10008.1.2.4.80", "1.2.840.10008.1.2.4.90"}) {
      for (const Depth& depth : depths)
        for (const auto& [rows, columns, frames] : shapes) {
          const char* photometric = depth.samples == 3 ? "RGB" : "MONOCHROME2";
          addRow(syntax, tests::patterned({rows,
                                           columns,
                                           frames,
                                           depth.samples,
                                           depth.allocated,
                                           depth.stored,
                                           depth.isSigned,
                                           false,
                                           photometric,
                                           {}}));
        }
      for (const Picture& picture : noisyPictures()) addRow(syntax, picture);
    }
  }
  void losslessFramesComeBack() {
    QFETCH(QString, syntax);
    QFETCH(Picture, picture);
    const auto file = encodedFile(picture, syntax.toStdString());
    const auto raw = tests::opened(tests::nativeFile(picture));
    const auto reader = tests::opened(file);
    QVERIFY2(reader, reader ? "" : message(reader.error()).c_str());
    QCOMPARE((*reader)->frames(), static_cast<std::uint32_t>(picture.frames));
    for (std::uint32_t i = 0; i < (*reader)->frames(); ++i)
      QCOMPARE(tests::difference((*reader)->frame(i), (*raw)->frame(i)), QString());
    if (syntax.endsWith(QLatin1String(".90"))) return;  // DCMTK 3.6.7 has no JPEG 2000
    std::vector<std::uint8_t> cells = picture.bytes();
    if (cells.size() % 2 != 0) cells.push_back(0);
    std::vector<std::uint8_t> decoded = tests::decodedByDcmtk(file);
    QCOMPARE(decoded.size(), cells.size());
    if (picture.bytes().size() != cells.size()) decoded.back() = 0;
    QVERIFY(decoded == cells);
  }

  void jpegLsKeepsWhatIsAboveBitsStored() {
    Picture picture = tests::patterned({9, 11, 1, 1, 16, 12, false, false, "MONOCHROME2", {}});
    picture.cells[5] |= 0x8000;  // an overlay in the unused bits
    PixelFormat format = formatOf(picture);
    const auto stream = encodeJpegLs(picture.bytes(), format);
    QVERIFY(stream);
    QCOMPARE((*stream)[6], 16);  // precision
    picture.cells[5] &= 0x0FFF;
    QCOMPARE((*encodeJpegLs(picture.bytes(), format))[6], 12);
  }

  void jpegIsNearAndNamesItsColours() {
    Picture picture{64, 64, 1, 3, 8, 8, false, false, "RGB", {}};
    for (int y = 0; y < 64; ++y)
      for (int x = 0; x < 64; ++x)
        for (const int value : {x * 2, y * 2, 128})
          picture.cells.push_back(static_cast<std::uint32_t>(value));
    const auto file = encodedFile(picture, "1.2.840.10008.1.2.4.50");
    const auto reader = tests::opened(file);
    QVERIFY(reader);
    QVERIFY((*reader)->format().photometric == Photometric::YbrFull422);
    const std::vector<std::uint8_t> decoded = tests::decodedByDcmtk(file);
    QCOMPARE(decoded.size(), picture.cells.size());
  }

  void refusesWhatACompressionDoesNotHave() {
    const Picture deep = tests::patterned({4, 4, 1, 1, 16, 12, false, false, "MONOCHROME2", {}});
    const auto jpeg = encodeJpegBaseline(deep.bytes(), formatOf(deep));
    QVERIFY(!jpeg);
    QVERIFY(jpeg.error().code == ErrorCode::InvalidArgument);
    QVERIFY(findEncoder("1.2.840.10008.1.2.4.100") == nullptr);
    QVERIFY(findEncoder("1.2.840.10008.1.2.1")->encode == nullptr);
  }

  void hasAnOffsetTable() {
    EditSet set;
    setCompressedFrames(set, {{1, 2, 3}, {4, 5}});
    const EditElement* pixels = set.find(tags::PixelData);
    QCOMPARE(pixels->fragments.size(), 3u);
    const ByteView table = pixels->fragments[0].view();
    QCOMPARE(load32(table.data(), ByteOrder::Little), 0u);
    QCOMPARE(load32(table.data() + 4, ByteOrder::Little), 12u);
  }
};

DICOMAESTRO_TEST(EncodersTest)
#include "encoders_test.moc"
