// SPDX-License-Identifier: MIT
// The colours of a picture file: its ICC profile, and the coded bits of a JPEG.
#include <QColorSpace>
#include <QImageWriter>

#include "core/create/compose.h"
#include "core/create/jpegstream.h"
#include "core/parse/tags.h"
#include "core/write/editset.h"
#include "tests/core/create/pictures.h"
#include "tests/core/decode/frames.h"
#include "tests/support/testmain.h"

using namespace core;

namespace {

constexpr Tag iccProfile{0x0028, 0x2000}, derivation{0x0008, 0x2111}, lossyMethod{0x0028, 0x2114};
constexpr const char* jpegBaseline = "1.2.840.10008.1.2.4.50";

QByteArray segment(char marker, const QByteArray& payload) {
  const auto length = static_cast<quint16>(payload.size() + 2);
  return QByteArray("\xFF") + marker + static_cast<char>(length >> 8) + static_cast<char>(length) + payload;
}

/// A red and blue slope with a wide range of colours.
QImage slope(QColorSpace space = {}) {
  QImage image(48, 32, QImage::Format_RGB32);
  for (int y = 0; y < 32; ++y)
    for (int x = 0; x < 48; ++x) image.setPixel(x, y, qRgb(5 * x, 8 * y, 255 - 5 * x));
  image.setColorSpace(space);
  return image;
}

QByteArray jpegOf(const QImage& image) { return tests::encoded(image, "JPG", 90); }

QByteArray progressive(const QImage& image) {
  QBuffer buffer;
  buffer.open(QIODevice::WriteOnly);
  QImageWriter writer(&buffer, "jpg");
  writer.setProgressiveScanWrite(true);
  writer.write(image);
  return buffer.data();
}

/// One RGB pixel with a profile, as a little-endian TIFF.
QByteArray tiffWith(const QByteArray& profile) {
  QByteArray out("II*\0\x08\0\0\0", 8);
  const quint32 values = 8 + 2 + 10 * 12 + 4;
  const auto put = [&out](quint32 value, int bytes) {
    for (int i = 0; i < bytes; ++i) out += static_cast<char>(value >> (8 * i));
  };
  const auto entry = [&put](quint32 tag, quint32 type, quint32 count, quint32 value) {
    put(tag, 2), put(type, 2), put(count, 4), put(value, 4);
  };
  put(10, 2);
  entry(256, 4, 1, 1);
  entry(257, 4, 1, 1);
  entry(258, 3, 3, values);
  entry(259, 3, 1, 1);
  entry(262, 3, 1, 2);
  entry(273, 4, 1, values + 6);
  entry(277, 3, 1, 3);
  entry(278, 4, 1, 1);
  entry(279, 4, 1, 3);
  entry(34675, 7, static_cast<quint32>(profile.size()), values + 10);
  put(0, 4);
  return out + QByteArray("\x08\0\x08\0\x08\0", 6) + QByteArray("\x01\x02\x03\0", 4) + profile;
}

}  // namespace

class CreateColoursTest : public QObject {
  Q_OBJECT

  static CreateRequest requestOf(const std::vector<QByteArray>& contents, const char* syntax = nullptr) {
    CreateRequest request;
    for (const QByteArray& content : contents) request.contents.emplace_back(tests::bytesOf(content));
    if (syntax) request.transferSyntax = syntax;
    request.arrange = Arrange::MultiFrame;
    return request;
  }
  static std::vector<std::uint8_t> made(const CreateRequest& request) {
    CreateOutcome outcome = createInstances(request);
    if (const auto* errors = std::get_if<FieldErrors>(&outcome))
      qFatal("%s: %s", errors->front().field.c_str(), errors->front().text.c_str());
    return std::get<0>(outcome).front().file;
  }
  static EditSet setOf(const CreateRequest& request) {
    return EditSet::of(*DicomFile::parse(tests::bufferOf(made(request))));
  }
  static QByteArray profileOf(const EditSet& set) {
    const EditElement* element = set.find(iccProfile);
    if (!element) return {};
    const ByteView bytes = element->value.view();
    return {reinterpret_cast<const char*>(bytes.data()), static_cast<qsizetype>(bytes.size())};
  }
  /// PS3.3 C.11.15.1.1: of the class of input devices; the checksum (bytes 84 to 99) covered the class.
  static QByteArray asInput(QByteArray profile) {
    profile.replace(12, 4, "scnr");
    profile.replace(84, 16, QByteArray(16, '\0'));
    return profile.size() % 2 ? profile + '\0' : profile;
  }

 private slots:
  void theProfileOfAPictureIsCarriedAsOneOfAnInputDevice_data() {
    QTest::addColumn<QByteArray>("picture");
    const QColorSpace adobe(QColorSpace::AdobeRgb);
    QTest::newRow("PNG") << tests::encoded(slope(adobe), "PNG");
    QTest::newRow("JPEG") << jpegOf(slope(adobe));
    QTest::newRow("TIFF") << tiffWith(adobe.iccProfile());
  }
  void theProfileOfAPictureIsCarriedAsOneOfAnInputDevice() {
    QFETCH(QByteArray, picture);
    const QByteArray wanted = asInput(QColorSpace(QColorSpace::AdobeRgb).iccProfile());
    QVERIFY(wanted.size() > 128);
    const EditSet set = setOf(requestOf({picture}));
    QCOMPARE(profileOf(set), wanted);
    QVERIFY(set.find(iccProfile)->vr == Vr::OB);
    QVERIFY(!set.has(derivation));
  }

  void aPngThatIsSrgbHasItsProfileAndOneOfAGammaAloneHasNone() {
    const QByteArray plain = tests::encoded(slope(), "PNG");
    QByteArray gamma = plain, srgb = plain;
    gamma.insert(33, QByteArray::fromHex("0000000467414d410000b18f0bfc6105"));
    srgb.insert(33, QByteArray::fromHex("000000017352474200aece1ce9"));
    QVERIFY(!setOf(requestOf({plain})).has(iccProfile));
    QVERIFY(!setOf(requestOf({gamma})).has(iccProfile));
    QCOMPARE(profileOf(setOf(requestOf({srgb}))).mid(12, 8), QByteArray("scnrRGB "));
  }

  void whatIsNoProfileOfRgbIsLeftOutAndSaid_data() {
    QTest::addColumn<QByteArray>("profile");
    const QByteArray good = QColorSpace(QColorSpace::SRgb).iccProfile();
    const auto with = [&good](int at, const char* word) { return QByteArray(good).replace(at, 4, word); };
    QTest::newRow("of CMYK") << with(16, "CMYK");
    QTest::newRow("of grey") << with(16, "GRAY");
    QTest::newRow("of a printer") << with(12, "prtr");
    QTest::newRow("to another space") << with(20, "Luv ");
    QTest::newRow("no profile") << with(36, "....");
    QTest::newRow("cut short") << good.left(good.size() - 4);
    QTest::newRow("less than a header") << good.left(100);
  }
  void whatIsNoProfileOfRgbIsLeftOutAndSaid() {
    QFETCH(QByteArray, profile);
    const EditSet set = setOf(requestOf({tiffWith(profile)}));
    QVERIFY(!set.has(iccProfile));
    QVERIFY(set.text(derivation) == "Colour profile left out: none of RGB.");
  }

  void aJpegWithADamagedProfileIsStillAPicture() {
    QByteArray jpeg = jpegOf(slope());
    jpeg.insert(2, segment('\xE2', QByteArray("ICC_PROFILE\0\x02\x01zz", 16)));
    const EditSet set = setOf(requestOf({jpeg}));
    QVERIFY(!set.has(iccProfile));
    QVERIFY(set.has(tags::PixelData));
    QVERIFY(set.text(derivation).empty());
  }

  void greyPicturesHaveNoProfile() {
    CreateRequest request = requestOf({tests::encoded(slope(QColorSpace::SRgb), "PNG")});
    QVERIFY(setOf(request).has(iccProfile));
    request.colour = Colour::Grey;
    QVERIFY(!setOf(request).has(iccProfile));
  }

  void framesOfSeveralProfilesHaveNone() {
    const QByteArray adobe = tests::encoded(slope(QColorSpace::AdobeRgb), "PNG");
    const QByteArray plain = tests::encoded(slope(), "PNG");
    QVERIFY(setOf(requestOf({adobe, adobe})).has(iccProfile));
    const EditSet mixed = setOf(requestOf({adobe, plain}));
    QVERIFY(!mixed.has(iccProfile));
    QVERIFY(mixed.text(derivation) == "Colour profiles left out: the frames have several.");
  }

  void aBaselineJpegKeepsItsCodedBits_data() {
    QTest::addColumn<QByteArray>("jpeg");
    QTest::addColumn<QByteArray>("photometric");
    QByteArray rgb = jpegOf(slope());
    // Without JFIF, and with an Adobe segment that says "no transform", the components are RGB.
    rgb.replace(2, 18, segment('\xEE', QByteArray("Adobe\0\x64\0\0\0\0\0", 12)));
    QTest::newRow("grey") << jpegOf(tests::greyImage(33, 21)) << QByteArray("MONOCHROME2");
    QTest::newRow("colour") << jpegOf(slope()) << QByteArray("YBR_FULL_422");
    QTest::newRow("RGB") << rgb << QByteArray("RGB");
  }
  void aBaselineJpegKeepsItsCodedBits() {
    QFETCH(QByteArray, jpeg);
    QFETCH(QByteArray, photometric);
    const std::vector<std::uint8_t> file = made(requestOf({jpeg, jpeg}, jpegBaseline));
    const EditSet set = EditSet::of(*DicomFile::parse(tests::bufferOf(file)));
    QVERIFY(set.text(tags::PhotometricInterpretation) == photometric.toStdString());
    QVERIFY(set.text(lossyMethod) == "ISO_10918_1");
    const EditElement* pixels = set.find(tags::PixelData);
    QCOMPARE(pixels->fragments.size(), 3u);
    const auto wanted = baselineStream(tests::bytesOf(jpeg));
    QVERIFY(!wanted.empty());
    const ByteView kept = pixels->fragments[1].view();
    QVERIFY(std::equal(wanted.begin(), wanted.end(), kept.begin()) && kept.size() <= wanted.size() + 1);
    const double native = static_cast<double>((*tests::frameOf(made(requestOf({jpeg}))))->data.size());
    const auto ratio = set.text(tags::LossyImageCompressionRatio);
    QVERIFY(std::abs(std::stod("0" + std::string(ratio)) - native / static_cast<double>(wanted.size())) <
            0.001);
    QCOMPARE(tests::difference(tests::frameOf(file), tests::frameOf(made(requestOf({jpeg})))), QString());
  }

  void whatAJpegSaysBesidesItsPictureStaysBehind() {
    QByteArray jpeg = jpegOf(slope());
    jpeg.insert(20, segment('\xE1', "http://ns.adobe.com/xap/1.0/ Jane Doe"));
    jpeg.insert(20, segment('\xFE', "Jane Doe"));
    jpeg.insert(20, segment('\xE0', QByteArray("JFXX\0\x10 Jane Doe", 15)));
    jpeg.append("Jane Doe");
    const auto stream = baselineStream(tests::bytesOf(jpeg));
    QVERIFY(asText(stream).find("Jane") == std::string_view::npos);
    QVERIFY(stream == baselineStream(tests::bytesOf(jpegOf(slope()))));
    const auto file = made(requestOf({jpeg}, jpegBaseline));
    QVERIFY(asText(file).find("Jane") == std::string_view::npos);
  }

  void aThumbnailStaysBehind() {
    const QByteArray plain = jpegOf(slope());
    QByteArray payload = plain.mid(6, 14);
    payload.replace(12, 2, "\x02\x01");
    QByteArray jpeg = plain;
    jpeg.replace(2, 18, segment('\xE0', payload + "SIXBYT"));
    QVERIFY(baselineStream(tests::bytesOf(jpeg)) == baselineStream(tests::bytesOf(plain)));
  }

  void whatDoesNotFitIsCodedAgainAndSaysBothLosses_data() {
    QTest::addColumn<std::vector<QByteArray>>("pictures");
    QByteArray turned = jpegOf(slope());
    turned.insert(
        2, QByteArray::fromHex("ffe1002245786966000049492a0008000000010012010300010000000300000000000000"));
    QTest::newRow("progressive") << std::vector{progressive(slope())};
    QTest::newRow("turned") << std::vector{turned};
    QTest::newRow("beside another kind") << std::vector{jpegOf(slope()), tests::encoded(slope(), "PNG")};
  }
  void whatDoesNotFitIsCodedAgainAndSaysBothLosses() {
    QFETCH(std::vector<QByteArray>, pictures);
    const EditSet set = setOf(requestOf(pictures, jpegBaseline));
    QVERIFY(set.text(lossyMethod) == "ISO_10918_1\\ISO_10918_1");
    QVERIFY(set.text(tags::PhotometricInterpretation) == "YBR_FULL_422");
  }

  void aColourJpegMadeGreyIsCodedAgain() {
    CreateRequest request = requestOf({jpegOf(slope())}, jpegBaseline);
    request.colour = Colour::Grey;
    const EditSet set = setOf(request);
    QVERIFY(set.text(tags::PhotometricInterpretation) == "MONOCHROME2");
    QVERIFY(set.text(lossyMethod) == "ISO_10918_1\\ISO_10918_1");
  }

  void aStreamThatIsCutShortIsNone() {
    const QByteArray jpeg = jpegOf(slope());
    for (qsizetype size = 0; size < jpeg.size(); ++size)
      QVERIFY(baselineStream(tests::bytesOf(jpeg.left(size))).empty());
    QVERIFY(baselineStream(tests::bytesOf(progressive(slope()))).empty());
  }
};

DICOMAESTRO_TEST(CreateColoursTest)
#include "colours_test.moc"
