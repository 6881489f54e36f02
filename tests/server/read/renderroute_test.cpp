// SPDX-License-Identifier: MIT
#include "tests/core/open/zipbuilder.h"
#include "tests/server/read/posting.h"
#include "tests/support/testmain.h"

using namespace server;
using tests::DicomBuilder;
using tests::Posting;

class RenderRouteTest : public QObject {
  Q_OBJECT

  core::Workers m_workers{0};

  static QByteArray sample(int frames = 1) { return tests::bytesOf(tests::smallImage(7, frames).file()); }
  /// 8 columns by 4 rows, values 0…31, pixels twice as high as wide when stretched.
  static QByteArray oblong(bool isStretched) {
    std::vector<std::uint8_t> cells(32);
    for (std::size_t i = 0; i < cells.size(); ++i) cells[i] = static_cast<std::uint8_t>(8 * i);
    DicomBuilder builder = DicomBuilder().identity().image(4, 8, 8, 8);
    if (isStretched) builder.text(core::tags::PixelSpacing, core::Vr::DS, "2\\1");
    return tests::bytesOf(builder.bytes(core::tags::PixelData, core::Vr::OB, cells).file());
  }
  Answer render(const Posting& posting) { return renderFile(posting.request(), m_workers); }
  Answer renderSample(const char* name, const char* value, int frames = 1) {
    return render(Posting().file("a.dcm", sample(frames)).field(name, value));
  }
  static QImage imageOf(const Answer& answer) { return QImage::fromData(answer.body); }

 private slots:
  void answersThePictureItself() {
    const Answer answer = render(Posting().file("a.dcm", sample()));
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.contentType, QByteArray("image/png"));
    QCOMPARE(imageOf(answer).size(), QSize(2, 2));
    QCOMPARE(qGray(imageOf(answer).pixel(0, 0)), 7);
  }

  void theFormatIsAskedForByNameOrByAccept() {
    QCOMPARE(renderSample("return_format", "jpeg").contentType, QByteArray("image/jpeg"));
    QVERIFY(renderSample("return_format", "gif").body.startsWith("GIF89a"));
    const auto accepting = [&](const char* accept) {
      return render(Posting().file("a.dcm", sample()).header("Accept", accept));
    };
    QCOMPARE(accepting("image/jpeg").contentType, QByteArray("image/jpeg"));
    QCOMPARE(accepting("image/gif, image/jpeg;q=0.9").contentType, QByteArray("image/gif"));
    QCOMPARE(accepting("image/*").contentType, QByteArray("image/png"));
    QCOMPARE(accepting("application/json").status, 406);
    QCOMPARE(
        render(Posting().file("a.dcm", sample()).header("Accept", "image/gif").query("return_format", "png"))
            .contentType,
        QByteArray("image/png"));
  }

  void oneFrameOfSeveral() {
    QCOMPARE(qGray(imageOf(renderSample("frame", "3", 4)).pixel(0, 0)), 27);
    QCOMPARE(qGray(imageOf(renderSample("images", "none", 4)).pixel(0, 0)), 7);
    const Answer outside = renderSample("frame", "5", 4);
    QCOMPARE(outside.status, 400);
    QVERIFY(outside.body.startsWith("{\"frame\":[\""));
  }

  void windowAndInversion() {
    QCOMPARE(qGray(imageOf(renderSample("invert", "true")).pixel(0, 0)), 255 - 7);
    QCOMPARE(qGray(imageOf(renderSample("window", "0,1,linear-exact")).pixel(0, 0)), 255);
  }

  void theViewportIsFilledInProportion() {
    const auto sizeIn = [&](const char* viewport, bool isStretched) {
      return imageOf(render(Posting().file("a.dcm", oblong(isStretched)).field("viewport", viewport))).size();
    };
    QCOMPARE(sizeIn("16,16", false), QSize(16, 8));
    QCOMPARE(sizeIn("4,4", false), QSize(4, 2));
    QCOMPARE(sizeIn("100,4", false), QSize(8, 4));
    QCOMPARE(sizeIn("16,16", true), QSize(16, 16));
    QCOMPARE(sizeIn("1,1", false), QSize(1, 1));
  }

  void thePictureInAViewportIsTheSamePicture() {
    const Answer answer = render(Posting().file("a.dcm", oblong(false)).field("viewport", "80,80"));
    const QImage image = imageOf(answer);
    QVERIFY(image.isGrayscale());
    for (const int column : {0, 3, 7})
      QVERIFY(std::abs(qGray(image.pixel(10 * column + 5, 5)) - 8 * column) <= 4);
    QVERIFY(std::abs(qGray(image.pixel(75, 35)) - 8 * 31) <= 4);
  }

  void badParametersAreNamed() {
    const std::pair<const char*, const char*> wrong[] = {
        {"frame", "0"},       {"frame", "x"},      {"frame", "1-2"},        {"window", "1"},
        {"viewport", "10"},   {"viewport", "0,5"}, {"viewport", "1,99999"}, {"viewport", "16384,16384"},
        {"quality", "0"},     {"quality", "101"},  {"quality", "best"},     {"invert", "maybe"},
        {"return_format", ""}};
    for (const auto& [name, value] : wrong) {
      const Answer answer = renderSample(name, value);
      QCOMPARE(answer.status, 400);
      QVERIFY2(answer.body.startsWith(QByteArray("{\"" + QByteArray(name) + "\":[\"")),
               answer.body.constData());
    }
  }

  void qualityIsThatOfTheJpeg() {
    const auto size = [&](const char* quality) {
      return render(Posting()
                        .file("a.dcm", oblong(false))
                        .field("return_format", "jpeg")
                        .field("quality", quality))
          .body.size();
    };
    QVERIFY(size("5") < size("100"));
  }

  void filesWithoutAPicture() {
    const QByteArray report = tests::bytesOf(DicomBuilder().identity().file());
    QCOMPARE(render(Posting().file("a.dcm", report)).status, 422);
    QCOMPARE(render(Posting().file("a.dcm", "x")).body, QByteArray("{\"file\":[\"Invalid DICOM file\"]}"));
    QCOMPARE(render(Posting()).body, QByteArray("{\"file\":[\"This field may not be null.\"]}"));
  }

  void archivesOfOneInstance() {
    QCOMPARE(render(Posting().file("a.zip", tests::ZipBuilder().add("x", sample()).bytes())).status, 200);
    const QByteArray two =
        tests::ZipBuilder().add("x", sample()).add("y", tests::bytesOf(tests::smallImage(2).file())).bytes();
    QCOMPARE(render(Posting().file("a.zip", two)).status, 400);
    QCOMPARE(render(Posting().file("a.zip", "x")).status, 400);
  }
};

DICOMAESTRO_TEST(RenderRouteTest)
#include "renderroute_test.moc"
