// SPDX-License-Identifier: MIT
#include "core/export/png.h"

#include "tests/core/export/pictures.h"
#include "tests/support/testmain.h"

using namespace core;

class PngTest : public QObject {
  Q_OBJECT

  static QImage readBack(const std::vector<std::uint8_t>& png) {
    return QImage::fromData(png.data(), static_cast<int>(png.size()), "PNG");
  }
  static std::uint8_t byteAt(const std::vector<std::uint8_t>& png, std::size_t at) { return png.at(at); }

 private slots:
  void everyLayoutComesBackAsItWas_data() {
    QTest::addColumn<int>("format");
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("height");
    QTest::addColumn<int>("engine");
    const QImage::Format formats[] = {QImage::Format_Grayscale8, QImage::Format_Grayscale16,
                                      QImage::Format_RGB32};
    const QSize sizes[] = {{1, 1}, {3, 5}, {7, 1}, {1, 9}, {640, 480}, {1021, 1031}};
    for (const auto format : formats)
      for (const QSize size : sizes)
        for (const auto engine : {DeflateEngine::IsaL, DeflateEngine::Libdeflate})
          QTest::addRow("format %d, %d x %d, engine %d", format, size.width(), size.height(), int(engine))
              << int(format) << size.width() << size.height() << int(engine);
  }
  void everyLayoutComesBackAsItWas() {
    QFETCH(int, format);
    QFETCH(int, width);
    QFETCH(int, height);
    QFETCH(int, engine);
    const QImage image = tests::noise(width, height, static_cast<QImage::Format>(format));
    const auto png = encodePng(image, static_cast<DeflateEngine>(engine));
    QVERIFY(png);
    const QImage back = readBack(*png);
    QCOMPARE(back.size(), image.size());
    QCOMPARE(back.convertToFormat(image.format()), image);
  }

  void greyStaysGreyAndSixteenBitsStaySixteen() {
    const auto grey = encodePng(tests::ramp(8, 8));
    QCOMPARE(int(byteAt(*grey, 24)), 8);
    QCOMPARE(int(byteAt(*grey, 25)), 0);
    const auto deep = encodePng(tests::noise(8, 8, QImage::Format_Grayscale16));
    QCOMPARE(int(byteAt(*deep, 24)), 16);
    QCOMPARE(int(byteAt(*deep, 25)), 0);
    const auto colour = encodePng(tests::noise(8, 8, QImage::Format_RGB32));
    QCOMPARE(int(byteAt(*colour, 24)), 8);
    QCOMPARE(int(byteAt(*colour, 25)), 2);
  }

  void otherFormatsBecomeColour() {
    QImage image(4, 4, QImage::Format_ARGB32);
    image.fill(qRgba(10, 20, 30, 255));
    const auto png = encodePng(image);
    QVERIFY(png);
    QCOMPARE(readBack(*png).pixel(3, 3), qRgb(10, 20, 30));
  }

  void whatRepeatsIsSmall() {
    const auto png = encodePng(tests::ramp(512, 512));
    QVERIFY(png);
    QVERIFY2(png->size() < 20'000, qPrintable(QString::number(png->size())));
  }

  void theFastEngineIsBuiltInWhereItIsInstalled() {
#if defined(__x86_64__) && __has_include(<isa-l/igzip_lib.h>)
    if (__builtin_cpu_supports("sse4.2") && __builtin_cpu_supports("pclmul"))
      QVERIFY(fastestDeflate() == DeflateEngine::IsaL);
#else
    QSKIP("ISA-L is not here");
#endif
  }

  void noImageIsAnError() { QVERIFY(encodePng(QImage()).error().code == ErrorCode::InvalidArgument); }
};

DICOMAESTRO_TEST(PngTest)
#include "png_test.moc"
