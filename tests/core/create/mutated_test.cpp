// SPDX-License-Identifier: MIT
// Damaged pictures and bodies: refused with a reason, or made whole; never a crash. DICOMAESTRO_MUTATIONS
// says how many of each.
#include <QJsonDocument>
#include <random>

#include "core/base/limits.h"
#include "core/create/createspec.h"
#include "tests/core/create/pictures.h"
#include "tests/support/dicombuilder.h"
#include "tests/support/testmain.h"

using namespace core;

class MutatedContentTest : public QObject {
  Q_OBJECT

  static int mutations() {
    const QByteArray count = qgetenv("DICOMAESTRO_MUTATIONS");
    return count.isEmpty() ? 200 : count.toInt();
  }

  /// Up to four bytes changed, cut out or repeated.
  static QByteArray mutated(QByteArray bytes, std::mt19937& random) {
    for (unsigned i = 0; i <= random() % 4 && !bytes.isEmpty(); ++i) {
      const auto at = static_cast<qsizetype>(random() % static_cast<std::uint32_t>(bytes.size()));
      switch (random() % 4) {
        case 0:
          bytes[at] = static_cast<char>(random());
          break;
        case 1:
          bytes[at] = static_cast<char>(bytes[at] ^ (1 << random() % 8));
          break;
        case 2:
          bytes.remove(at, static_cast<qsizetype>(random() % 8));
          break;
        default:
          bytes.insert(at, bytes.mid(at, static_cast<qsizetype>(random() % 8)));
      }
    }
    return bytes;
  }

  static QByteArray palettePng() {
    QImage image(9, 9, QImage::Format_Indexed8);
    image.setColorTable({qRgb(1, 2, 3), qRgba(4, 5, 6, 7)});
    image.fill(1);
    return tests::encoded(image, "PNG");
  }

 private slots:
  void damagedPicturesAreRefusedOrWhole_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("grey PNG") << tests::encoded(tests::greyImage(17, 9), "PNG");
    QTest::newRow("wide PNG") << tests::encoded(tests::wideImage(17, 9), "PNG");
    QTest::newRow("colour PNG") << tests::encoded(tests::colourImage(17, 9), "PNG");
    QTest::newRow("palette PNG") << palettePng();
    QTest::newRow("grey JPEG") << tests::encoded(tests::greyImage(17, 9), "JPG");
    QTest::newRow("colour JPEG") << tests::encoded(tests::colourImage(17, 9), "JPG");
    QTest::newRow("TIFF") << QByteArray::fromHex(
        "49492a00080000000a0000010300010000000900000001010300010000000200000002010300010000000800000003010300"
        "0100000001"
        "0000000601030001000000010000001101040001000000860000001201030001000000060000001501030001000000010000"
        "0016010300"
        "01000000020000001701040001000000120000000000000001020304050607080901020304050607080900");
  }
  void damagedPicturesAreRefusedOrWhole() {
    QFETCH(QByteArray, bytes);
    QVERIFY(readPictures(tests::bytesOf(bytes)));
    std::mt19937 random(7);
    int refused = 0;
    for (int i = 0; i < mutations(); ++i) {
      const auto pictures = readPictures(tests::bytesOf(mutated(bytes, random)));
      if (!pictures) {
        QVERIFY(!message(pictures.error()).empty());
        ++refused;
        continue;
      }
      for (const Picture& picture : *pictures) {
        QCOMPARE(picture.cells.size(), picture.format.frameBytes());
        QVERIFY(std::uint64_t{picture.format.rows} * picture.format.columns <= limits::picturePixels);
      }
    }
    QVERIFY(refused > 0);
  }

  void damagedBodiesAreRefusedOrMakeWholeFiles() {
    const QByteArray png = tests::encoded(tests::greyImage(3, 3), "PNG").toBase64();
    const QByteArray body =
        "{\"tags\":{\"PatientName\":\"A^B\",\"PatientSize\":1.75,\"StudyDate\":\"2024-02-29\",\"0011,0010\":"
        "\"ACME\","
        "\"0011,1001\":{\"vr\":\"DS\",\"Value\":[1,2.5]},\"ReferencedImageSequence\":[{\"PatientID\":\"x\"},{"
        "}]},"
        "\"transfer_syntax\":\"1.2.840.10008.1.2.5\",\"content\":[\"data:image/png;base64," +
        png + "\"]}";
    QVERIFY(std::holds_alternative<CreateRequest>(createRequestOf(QJsonDocument::fromJson(body).object())));
    std::mt19937 random(11);
    int made = 0;
    for (int i = 0; i < mutations() * 10; ++i) {
      const auto request = createRequestOf(QJsonDocument::fromJson(mutated(body, random)).object());
      if (const auto* errors = std::get_if<FieldErrors>(&request)) {
        QVERIFY(!errors->empty() && !errors->front().text.empty());
        continue;
      }
      const CreateOutcome outcome = createInstances(std::get<0>(request));
      if (std::holds_alternative<FieldErrors>(outcome)) continue;
      const auto file = DicomFile::parse(tests::bufferOf(std::get<0>(outcome).front().file));
      QVERIFY(file && file->warnings().empty() && !file->isTruncated());
      ++made;
    }
    QVERIFY(made > 0);
  }
};

DICOMAESTRO_TEST(MutatedContentTest)
#include "mutated_test.moc"
