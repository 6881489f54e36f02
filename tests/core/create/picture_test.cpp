// SPDX-License-Identifier: MIT
#include "core/create/picture.h"

#include <QColorSpace>

#include "tests/core/create/pictures.h"
#include "tests/support/testmain.h"

using namespace core;

class PictureTest : public QObject {
  Q_OBJECT

  static Result<std::vector<Picture>> read(const QByteArray& bytes) {
    return readPictures(tests::bytesOf(bytes));
  }
  static Picture one(const QByteArray& bytes) {
    auto pictures = read(bytes);
    if (!pictures) qFatal("%s", message(pictures.error()).c_str());
    return std::move(pictures->front());
  }

  /// A little-endian TIFF of one grey strip.
  static QByteArray tiff(quint16 photometric, quint16 bits, const QByteArray& cells, quint32 columns,
                         quint32 rows, quint16 orientation = 1, quint32 nextPage = 0) {
    QByteArray out("II*\0\x08\0\0\0", 8);
    struct Entry {
      quint16 tag, type;
      quint32 value;
    };
    const quint32 data = 8 + 2 + 10 * 12 + 4;
    const Entry entries[] = {{256, 4, columns},     {257, 4, rows},
                             {258, 3, bits},        {259, 3, 1},
                             {262, 3, photometric}, {273, 4, data},
                             {274, 3, orientation}, {277, 3, 1},
                             {278, 4, rows},        {279, 4, static_cast<quint32>(cells.size())}};
    const auto put = [&out](quint32 value, int bytes) {
      for (int i = 0; i < bytes; ++i) out += static_cast<char>(value >> (8 * i));
    };
    put(10, 2);
    for (const Entry& entry : entries) put(entry.tag, 2), put(entry.type, 2), put(1, 4), put(entry.value, 4);
    put(nextPage, 4);
    return out + cells;
  }

 private slots:
  void greyPngIsGreyToTheBit() {
    const Picture picture = one(tests::encoded(tests::greyImage(), "PNG"));
    QCOMPARE(picture.format.samples, 1);
    QCOMPARE(picture.format.bitsAllocated, 8);
    QCOMPARE(picture.format.columns, 5u);
    QCOMPARE(picture.cells.size(), 20u);
    for (std::size_t i = 0; i < 20; ++i) QCOMPARE(picture.cells[i], 7 * (i % 5) + 3 * (i / 5));
    QVERIFY(picture.derivation.empty());
    QVERIFY(picture.lossyMethod.empty());
  }

  void wideGreyPngKeepsItsSixteenBits() {
    const Picture picture = one(tests::encoded(tests::wideImage(), "PNG"));
    QCOMPARE(picture.format.bitsAllocated, 16);
    for (std::size_t i = 0; i < 20; ++i)
      QCOMPARE(load16(picture.cells.data() + 2 * i, ByteOrder::Little), 1000 * (i % 5) + 257 * (i / 5));
  }

  void colourPngIsRgbToTheBit() {
    const Picture picture = one(tests::encoded(tests::colourImage(), "PNG"));
    QCOMPARE(picture.format.samples, 3);
    for (std::size_t i = 0; i < 20; ++i) {
      QCOMPARE(picture.cells[3 * i], i % 5);
      QCOMPARE(picture.cells[3 * i + 1], i / 5);
      QCOMPARE(picture.cells[3 * i + 2], 200);
    }
  }

  void aColourSpaceInThePngChangesNoSample() {
    QImage image = tests::colourImage();
    image.setColorSpace(QColorSpace(QColorSpace::AdobeRgb));
    QCOMPARE(one(tests::encoded(image, "PNG")).cells, one(tests::encoded(tests::colourImage(), "PNG")).cells);
  }

  void aPaletteBecomesColour() {
    QImage image(2, 1, QImage::Format_Indexed8);
    image.setColorTable({qRgb(10, 20, 30), qRgb(40, 50, 60)});
    image.setPixel(0, 0, 1);
    image.setPixel(1, 0, 0);
    const std::vector<std::uint8_t> wanted = {40, 50, 60, 10, 20, 30};
    QCOMPARE(one(tests::encoded(image, "PNG")).cells, wanted);
  }

  void transparencyIsLaidOnBlackAndSaid() {
    QImage image(2, 1, QImage::Format_ARGB32);
    image.setPixel(0, 0, qRgba(200, 100, 50, 255));
    image.setPixel(1, 0, qRgba(200, 100, 50, 0));
    const Picture picture = one(tests::encoded(image, "PNG"));
    const std::vector<std::uint8_t> wanted = {200, 100, 50, 0, 0, 0};
    QCOMPARE(picture.cells, wanted);
    QVERIFY(picture.derivation == "Transparent pixels laid on black.");
    image.setPixel(1, 0, qRgba(200, 100, 50, 255));
    QVERIFY(one(tests::encoded(image, "PNG")).derivation.empty());
  }

  void wideColourIsMadeEightBitsAndSaid() {
    QImage image(1, 1, QImage::Format_RGBX64);
    image.setPixelColor(0, 0, QColor::fromRgba64(qRgba64(0xFFFF, 0x8080, 0, 0xFFFF)));
    const Picture picture = one(tests::encoded(image, "PNG"));
    const std::vector<std::uint8_t> wanted = {255, 128, 0};
    QCOMPARE(picture.cells, wanted);
    QVERIFY(!picture.derivation.empty());
  }

  void jpegIsReadAndCalledLossy() {
    const Picture grey = one(tests::encoded(tests::greyImage(16, 16), "JPG", 100));
    QCOMPARE(grey.format.samples, 1);
    QVERIFY(grey.lossyMethod == "ISO_10918_1");
    const Picture colour = one(tests::encoded(tests::colourImage(16, 16), "JPG", 100));
    QCOMPARE(colour.format.samples, 3);
    QVERIFY(std::abs(colour.cells[2] - 200) < 6);
  }

  void jpegIsTurnedUprightAsTheCameraWasHeld() {
    QImage image(32, 16, QImage::Format_Grayscale8);
    for (int y = 0; y < 16; ++y)
      for (int x = 0; x < 32; ++x) image.scanLine(y)[x] = x < 16 ? 250 : 5;
    QByteArray jpeg = tests::encoded(image, "JPG", 100);
    // Orientation 6: turn right by 90 degrees.
    const QByteArray exif = QByteArray::fromHex(
        "ffe1002245786966000049492a00080000000100120103000100000006000000"
        "00000000");
    jpeg.insert(2, exif);
    const Picture picture = one(jpeg);
    QCOMPARE(picture.format.columns, 16u);
    QCOMPARE(picture.format.rows, 32u);
    QVERIFY(picture.cells[0] > 200);
    QVERIFY(picture.cells[31 * 16] < 50);
  }

  void colourMadeGreyIsItsLuma() {
    const Picture grey = greyed(one(tests::encoded(tests::colourImage(), "PNG")));
    QCOMPARE(grey.format.samples, 1);
    QCOMPARE(grey.cells.size(), 20u);
    QCOMPARE(grey.cells[0], (200 * 7471 + 0x8000) >> 16);
    QVERIFY(!grey.derivation.empty());
  }

  void tiffIsReadToTheBit() {
    const Picture wide = one(tiff(1, 16, QByteArray("\x01\x02\x03\x04\x05\x06\x07\x08", 8), 2, 2));
    QCOMPARE(wide.format.bitsAllocated, 16);
    QCOMPARE(load16(wide.cells.data() + 2, ByteOrder::Little), 0x0403);
    const Picture white = one(tiff(0, 8, QByteArray("\x00\xFF", 2), 2, 1));
    const std::vector<std::uint8_t> inverted = {255, 0};
    QCOMPARE(white.cells, inverted);
    const Picture turned = one(tiff(1, 8, QByteArray("\x01\x02", 2), 2, 1, 6));
    QCOMPARE(turned.format.rows, 2u);
  }

  void refusesWhatItCannotReadWhole_data() {
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray png = tests::encoded(tests::greyImage(60, 60), "PNG");
    const QByteArray jpeg = tests::encoded(tests::greyImage(60, 60), "JPG");
    QByteArray flipped = png;
    flipped[flipped.size() - 25] = static_cast<char>(flipped[flipped.size() - 25] ^ 0x55);  // pixels
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("text") << QByteArray("not a picture");
    QTest::newRow("PNG cut short") << png.left(png.size() / 2);
    QTest::newRow("PNG damaged") << flipped;
    QTest::newRow("PNG signature") << png.left(8);
    QTest::newRow("PNG header of 100,000 squared") << tests::pngHeader(100'000, 100'000);
    QTest::newRow("PNG header of no size") << tests::pngHeader(0, 10);
    QTest::newRow("PNG header of the greatest size") << tests::pngHeader(0xFFFFFFFF, 0xFFFFFFFF);
    QTest::newRow("JPEG cut short") << jpeg.left(jpeg.size() / 2);
    QTest::newRow("JPEG start") << jpeg.left(3);
    QTest::newRow("TIFF start") << QByteArray("II*\0\x08\0\0\0", 8);
    QTest::newRow("TIFF of a great size") << tiff(1, 8, "ab", 100'000, 100'000);
    QTest::newRow("TIFF cut short") << tiff(1, 8, QByteArray(10, 'a'), 100, 100);
    QTest::newRow("TIFF whose second page is nowhere") << tiff(1, 8, "ab", 2, 1, 1, 1000);
    QTest::newRow("TIFF whose pages go round") << tiff(1, 8, "ab", 2, 1, 1, 8);
    QTest::newRow("PDF") << tests::pdfFile();
  }
  void refusesWhatItCannotReadWhole() {
    QFETCH(QByteArray, bytes);
    const auto pictures = read(bytes);
    QVERIFY(!pictures);
    QVERIFY(!message(pictures.error()).empty());
  }
};

DICOMAESTRO_TEST(PictureTest)
#include "picture_test.moc"
