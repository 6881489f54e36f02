// SPDX-License-Identifier: MIT
#include "core/export/jpeg.h"

#include "tests/core/export/pictures.h"
#include "tests/support/testmain.h"

using namespace core;

class JpegTest : public QObject {
  Q_OBJECT

  static QImage readBack(const std::vector<std::uint8_t>& jpeg) {
    return QImage::fromData(jpeg.data(), static_cast<int>(jpeg.size()), "JPG");
  }

 private slots:
  void greyComesBackNearlyAsItWas() {
    const QImage image = tests::ramp(256, 64);
    const auto jpeg = encodeJpeg(image, 95);
    QVERIFY(jpeg);
    const QImage back = readBack(*jpeg);
    QVERIFY(back.isGrayscale());
    for (int x = 0; x < 256; x += 15) QVERIFY(std::abs(qGray(back.pixel(x, 30)) - x) <= 2);
  }

  void colourStaysColour() {
    QImage image(64, 64, QImage::Format_RGB32);
    image.fill(qRgb(200, 40, 10));
    const QImage back = readBack(*encodeJpeg(image));
    QVERIFY(std::abs(qRed(back.pixel(9, 9)) - 200) <= 3 && std::abs(qGreen(back.pixel(9, 9)) - 40) <= 3);
  }

  void moreQualityIsMoreBytes() {
    const QImage image = tests::noise(128, 128, QImage::Format_Grayscale8);
    QVERIFY(encodeJpeg(image, 20)->size() < encodeJpeg(image, 60)->size());
    QVERIFY(encodeJpeg(image, 60)->size() < encodeJpeg(image, 100)->size());
  }

  void whatCannotBeWrittenIsAnError() {
    QVERIFY(encodeJpeg(QImage()).error().code == ErrorCode::InvalidArgument);
    QVERIFY(encodeJpeg(QImage(65'501, 1, QImage::Format_Grayscale8)).error().code == ErrorCode::TooLarge);
  }
};

DICOMAESTRO_TEST(JpegTest)
#include "jpeg_test.moc"
