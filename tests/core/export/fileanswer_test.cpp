// SPDX-License-Identifier: MIT
#include "core/export/fileanswer.h"

#include <QBuffer>
#include <QImageReader>
#include <QJsonArray>

#include "tests/core/export/answers.h"
#include "tests/support/testmain.h"

using namespace core;
using tests::DicomBuilder;

class FileAnswerTest : public QObject {
  Q_OBJECT

  Workers m_workers{2};

  static std::shared_ptr<const DicomFile> fileOf(const DicomBuilder& builder,
                                                 std::string_view syntax = uid::ExplicitLittle) {
    return *openPart10(tests::bufferOf(builder.file(syntax)));
  }
  Result<QByteArray> answer(const DicomBuilder& builder, const AnswerOptions& options = {},
                            std::string_view syntax = uid::ExplicitLittle) {
    return fileAnswer(fileOf(builder, syntax), options, m_workers);
  }
  static QJsonObject object(const Result<QByteArray>& answer) {
    return QJsonDocument::fromJson(answer ? *answer : QByteArray()).object();
  }
  static QJsonArray images(const Result<QByteArray>& answer) {
    return object(answer)[QStringLiteral("Images")].toArray();
  }
  static ImageOptions frames(const char* text) {
    ImageOptions options;
    options.frames = *parseFrames(text);
    return options;
  }
  static int firstPixel(const QJsonValue& image) { return qGray(tests::imageOf(image).pixel(0, 0)); }

 private slots:
  void everyFrameIsAPictureAndThePicturesComeLast() {
    const auto json = answer(tests::smallImage(5, 40));
    QVERIFY(json);
    QCOMPARE(object(json)[QStringLiteral("ImageFormat")].toString(), QStringLiteral("PNG"));
    QCOMPARE(images(json).size(), 40);
    for (int i = 0; i < 20; ++i) QCOMPARE(firstPixel(images(json)[i]), 5 + 10 * i);
    QVERIFY(json->indexOf("\"PixelData\":") < json->indexOf("\"ImageFormat\":"));
    QVERIFY(json->contains("\"],\"x\"") == false && json->endsWith("\"]}"));
  }

  void chosenFramesComeInTheirOrder() {
    const auto json = answer(tests::smallImage(1, 9), {.images = frames("3,1-2")});
    QCOMPARE(images(json).size(), 3);
    QCOMPARE(firstPixel(images(json)[0]), 21);
    QCOMPARE(firstPixel(images(json)[2]), 11);
    QVERIFY(answer(tests::smallImage(1, 9), {.images = frames("10")}).error().code ==
            ErrorCode::FrameOutOfRange);
  }

  void whoIsToldToStopMakesNoMorePictures() {
    for (const ImageFormat format : {ImageFormat::Png, ImageFormat::Gif}) {
      std::stop_source source;
      AnswerOptions options{.images = {.format = format}, .stop = source.get_token()};
      QVERIFY(answer(tests::smallImage(1, 3), options));
      source.request_stop();
      QVERIFY(answer(tests::smallImage(1, 3), options).error().code == ErrorCode::Cancelled);
    }
  }

  void noPicturesWhereNoneAreWantedOrThere() {
    const DicomBuilder empty = DicomBuilder().identity().image(2, 2, 8, 8).bytes(tags::PixelData, Vr::OB, {});
    QVERIFY(!answer(empty)->contains("Image"));
    QVERIFY(!answer(DicomBuilder().identity())->contains("Image"));
    QVERIFY(!answer(tests::smallImage(1), {.images = {.which = WhichImages::None}})->contains("Image"));
    const auto first = answer(tests::smallImage(1, 4), {.images = {.which = WhichImages::First}});
    QCOMPARE(images(first).size(), 1);
  }

  void theWindowAndTheInversionAreApplied() {
    ImageOptions options;
    options.window = VoiWindow{75, 1, VoiFunction::LinearExact, {}};
    const QImage image = tests::imageOf(images(answer(tests::smallImage(10), {.images = options}))[0]);
    QCOMPARE(qGray(image.pixel(0, 0)), 0);
    QCOMPARE(qGray(image.pixel(1, 0)), 0);
    QCOMPARE(qGray(image.pixel(0, 1)), 255);
    options.invert = true;
    QCOMPARE(firstPixel(images(answer(tests::smallImage(10), {.images = options}))[0]), 255);
  }

  void theRangeOfACineIsOneForAllItsFrames() {
    const DicomBuilder cine = DicomBuilder()
                                  .identity()
                                  .text(tags::NumberOfFrames, Vr::IS, "3")
                                  .image(1, 2)
                                  .words(tags::PixelData, {0, 100, 0, 50, 0, 200});
    const QJsonArray pictures = images(answer(cine));
    QCOMPARE(qGray(tests::imageOf(pictures[0]).pixel(1, 0)), 128);
    QCOMPARE(qGray(tests::imageOf(pictures[1]).pixel(1, 0)), 64);
    QCOMPARE(qGray(tests::imageOf(pictures[2]).pixel(1, 0)), 255);
  }

  void otherFormats() {
    ImageOptions options;
    options.format = ImageFormat::Jpeg;
    const auto jpeg = answer(tests::smallImage(9, 3), {.images = options});
    QCOMPARE(object(jpeg)[QStringLiteral("ImageFormat")].toString(), QStringLiteral("JPEG"));
    QCOMPARE(images(jpeg).size(), 3);
    QVERIFY(QByteArray::fromBase64(images(jpeg)[1].toString().toLatin1()).startsWith("\xFF\xD8\xFF"));
    options.format = ImageFormat::Gif;
    QCOMPARE(firstPixel(images(answer(tests::smallImage(9), {.images = options}))[0]), 9);
  }

  void aGifOfSeveralFramesIsOneAnimationInTheFilesTime() {
    const ImageOptions gif{.format = ImageFormat::Gif};
    const auto delays = [&](const DicomBuilder& builder, const ImageOptions& options) {
      const QJsonArray all = images(answer(builder, {.images = options}));
      QByteArray bytes = QByteArray::fromBase64(all[0].toString().toLatin1());
      QBuffer buffer(&bytes);
      QImageReader reader(&buffer, "GIF");
      QList<int> found{int(all.size())};
      while (!reader.read().isNull()) found << reader.nextImageDelay();
      return found;
    };
    QCOMPARE(delays(tests::smallImage(1, 3), gif), (QList<int>{1, 100, 100, 100}));
    QCOMPARE(delays(tests::smallImage(1, 3).text(tags::FrameTime, Vr::DS, "40"), gif),
             (QList<int>{1, 40, 40, 40}));
    DicomBuilder uneven = tests::smallImage(1, 3);
    uneven.text(tags::FrameTimeVector, Vr::DS, "0\\200\\50");
    ImageOptions some = frames("2,1");
    some.format = ImageFormat::Gif;
    QCOMPARE(delays(uneven, some), (QList<int>{1, 50, 200}));
  }

  void whatCannotBeDecodedIsAnErrorThatLeavesTheTexts() {
    const DicomBuilder cut = tests::smallImage(1, 1).text(tags::NumberOfFrames, Vr::IS, "2");
    const auto json = answer(cut);
    QVERIFY(!json);
    QVERIFY(json.error().code == ErrorCode::Truncated);
    QCOMPARE(images(answer(cut, {.images = frames("1")})).size(), 1);
    QVERIFY(answer(cut, {.images = {.which = WhichImages::None}})->contains("\"Modality\":\"CT\""));
    const auto video = answer(tests::smallImage(1), {}, "1.2.840.10008.1.2.4.102");
    QVERIFY(video.error().code == ErrorCode::UnsupportedTransferSyntax);
  }

  void fieldsAndDicomJson() {
    AnswerOptions options;
    options.texts.fields = *parseFields("InstanceNumber,PatientName");
    options.images.which = WhichImages::None;
    QCOMPARE(*answer(tests::smallImage(7), options),
             QByteArray("{\"InstanceNumber\":\"7\",\"PatientName\":\"Unknown\"}"));
    options.texts.format = ReadFormat::DicomJson;
    QCOMPARE(*answer(tests::smallImage(7), options),
             QByteArray("[{\"00200013\":{\"vr\":\"IS\",\"Value\":[7]}}]"));
  }

  void longTextsAreCarriedOverWhole() {
    std::vector<std::uint8_t> bytes(300'000);
    for (std::size_t i = 0; i < bytes.size(); ++i) bytes[i] = static_cast<std::uint8_t>(i * i / 7);
    DicomBuilder builder = DicomBuilder().identity();
    builder.bytes({0x0042, 0x0011}, Vr::OB, bytes).text({0x0042, 0x0012}, Vr::LO, "application/pdf");
    const auto file = fileOf(builder);
    QCOMPARE(*answer(builder), QByteArray::fromStdString(readAnswer(*file, {})));
  }

  void anAnswerHasALongestLength() {
    AnswerOptions options;
    options.mostBytes = 2000;
    QVERIFY(answer(tests::smallImage(1, 2), options));
    const auto tooLong = answer(tests::smallImage(1, 40), options);
    QVERIFY(!tooLong);
    QVERIFY(tooLong.error().code == ErrorCode::TooLarge);
    options.mostBytes = 1000;
    options.images.which = WhichImages::None;
    QVERIFY(answer(tests::smallImage(1, 1000), options).error().code == ErrorCode::TooLarge);
    options.texts.pixelData = PixelDataText::Omit;
    QVERIFY(answer(tests::smallImage(1, 1000), options));
  }

  void pixelsToDecodeHaveALimit() {
    AnswerOptions options;
    options.mostSamples = 39;
    QVERIFY(answer(tests::smallImage(1, 10), options).error().code == ErrorCode::TooLarge);
    options.mostSamples = 40;
    QVERIFY(answer(tests::smallImage(1, 10), options));
    options.mostFrameBytes = 3;
    QVERIFY(answer(tests::smallImage(1, 10), options).error().code == ErrorCode::TooLarge);
  }

  void timeHasALimit() {
    AnswerOptions options;
    options.longest = std::chrono::milliseconds(0);
    QVERIFY(answer(tests::smallImage(1, 2), options).error().code == ErrorCode::TooLarge);
    options.images.which = WhichImages::None;
    QVERIFY(answer(tests::smallImage(1, 2), options));
  }

  void onlyPartTenFilesAreOpened() {
    const auto bare = openPart10(tests::bufferOf(tests::smallImage(1).dataSet()));
    QVERIFY(bare.error().code == ErrorCode::NotDicom);
  }
};

DICOMAESTRO_TEST(FileAnswerTest)
#include "fileanswer_test.moc"
