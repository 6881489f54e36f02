// SPDX-License-Identifier: MIT
#include "core/export/gif.h"

#include <QBuffer>
#include <QImageReader>
#include <numeric>

#include "core/export/quantise.h"
#include "tests/core/export/pictures.h"
#include "tests/support/testmain.h"

using namespace core;

class GifTest : public QObject {
  Q_OBJECT

  struct Film {
    QList<QImage> images;
    QList<int> delays;  ///< ms
    int loops = 0;      ///< −1 for ever
  };
  static Film readBack(const std::vector<std::uint8_t>& gif) {
    QBuffer buffer;
    buffer.setData(reinterpret_cast<const char*>(gif.data()), static_cast<int>(gif.size()));
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer, "GIF");
    Film film;
    while (reader.canRead()) {
      const QImage image = reader.read();
      if (image.isNull()) break;
      film.images << image;
      film.delays << reader.nextImageDelay();
    }
    film.loops = reader.loopCount();
    return film;
  }
  static double meanDifference(const QImage& a, const QImage& b) {
    double sum = 0;
    for (int y = 0; y < a.height(); ++y)
      for (int x = 0; x < a.width(); ++x) {
        const QRgb p = a.pixel(x, y), q = b.pixel(x, y);
        sum += std::abs(qRed(p) - qRed(q)) + std::abs(qGreen(p) - qGreen(q)) + std::abs(qBlue(p) - qBlue(q));
      }
    return sum / (3.0 * a.width() * a.height());
  }
  static QImage colourful(int width, int height) {
    QImage image(width, height, QImage::Format_RGB32);
    for (int y = 0; y < height; ++y)
      for (int x = 0; x < width; ++x)
        image.setPixel(x, y, qRgb(x * 255 / width, y * 255 / height, (x + y) * 255 / (width + height)));
    return image;
  }

 private slots:
  void greyIsExact() {
    const QImage image = tests::noise(133, 77, QImage::Format_Grayscale8);
    const auto gif = encodeGif(image);
    QVERIFY(gif);
    const Film film = readBack(*gif);
    QCOMPARE(film.images.size(), 1);
    QCOMPARE(film.images[0].convertToFormat(QImage::Format_Grayscale8), image);
  }

  void fewColoursAreExact() {
    QImage image(32, 8, QImage::Format_RGB32);
    for (int y = 0; y < 8; ++y)
      for (int x = 0; x < 32; ++x) image.setPixel(x, y, qRgb(8 * x, 30 * y, x ^ y));
    QCOMPARE(readBack(*encodeGif(image)).images.value(0).convertToFormat(QImage::Format_RGB32), image);
    QVERIFY(quantised(image).palette.size() == 256);
  }

  void manyColoursAreNear() {
    const QImage image = colourful(300, 200);
    const QImage back = readBack(*encodeGif(image)).images.value(0);
    QCOMPARE(back.size(), image.size());
    const double difference = meanDifference(image, back);
    QVERIFY2(difference < 6, qPrintable(QString::number(difference)));
  }

  void anAnimationKeepsEveryPictureAndRepeats() {
    const std::vector<QImage> images{tests::noise(40, 30, QImage::Format_Grayscale8, 1),
                                     tests::noise(40, 30, QImage::Format_Grayscale8, 2), tests::ramp(40, 30),
                                     tests::ramp(40, 30)};
    const auto gif = encodeGif(images, std::vector<double>(4, 100));
    QVERIFY(gif);
    const Film film = readBack(*gif);
    QCOMPARE(film.images.size(), 4);
    QCOMPARE(film.loops, -1);
    for (int i = 0; i < 4; ++i)
      QCOMPARE(film.images[i].convertToFormat(QImage::Format_Grayscale8), images[std::size_t(i)]);
  }

  void aThirdOfATenthIsRightOnAverage() {
    std::vector<QImage> images;
    for (quint32 i = 0; i < 30; ++i) images.push_back(tests::noise(4, 4, QImage::Format_Grayscale8, i));
    const Film film = readBack(*encodeGif(images, std::vector<double>(30, 1000.0 / 30)));
    QCOMPARE(std::accumulate(film.delays.begin(), film.delays.end(), 0), 1000);
    for (const int delay : film.delays) QVERIFY(delay == 30 || delay == 40);
  }

  void whatIsTooFastIsShownAsFastAsBrowsersGo() {
    const std::vector<QImage> images{tests::ramp(4, 4), tests::noise(4, 4, QImage::Format_Grayscale8),
                                     tests::ramp(4, 4)};
    QCOMPARE(readBack(*encodeGif(images, std::vector<double>{5, 5, 100})).delays, (QList<int>{20, 20, 100}));
  }

  void colourAnimationsHaveAPaletteForEveryPicture() {
    QImage red(20, 20, QImage::Format_RGB32), blue(20, 20, QImage::Format_RGB32);
    red.fill(qRgb(255, 1, 2)), blue.fill(qRgb(3, 4, 255));
    const Film film = readBack(*encodeGif(std::vector<QImage>{red, blue}, std::vector<double>{100, 50}));
    QCOMPARE(film.images.value(0).pixel(5, 5), qRgb(255, 1, 2));
    QCOMPARE(film.images.value(1).pixel(5, 5), qRgb(3, 4, 255));
    QCOMPARE(film.delays, (QList<int>{100, 50}));
  }

  void picturesOfAnotherSizeAreRefused() {
    GifWriter writer(10, 10, GifWriter::Kind::Animation);
    QVERIFY(writer.add(tests::ramp(10, 10), 100));
    QVERIFY(writer.add(tests::ramp(11, 10), 100).error().code == ErrorCode::InvalidArgument);
    QVERIFY(encodeGif(QImage()).error().code == ErrorCode::InvalidArgument);
    QVERIFY(!GifWriter(65'536, 1, GifWriter::Kind::Still).finish());
  }
};

DICOMAESTRO_TEST(GifTest)
#include "gif_test.moc"
