// SPDX-License-Identifier: MIT
// What is made reads back equal.
#include "core/create/compose.h"
#include "core/encode/encoders.h"
#include "core/parse/tags.h"
#include "core/text/readanswer.h"
#include "core/write/writer.h"
#include "tests/core/create/pictures.h"
#include "tests/core/decode/frames.h"
#include "tests/support/testmain.h"

using namespace core;

class CreateTest : public QObject {
  Q_OBJECT

  static CreateRequest requestOf(const std::vector<QByteArray>& contents) {
    CreateRequest request;
    for (const QByteArray& content : contents) request.contents.emplace_back(tests::bytesOf(content));
    return request;
  }
  static QByteArray png(const QImage& image) { return tests::encoded(image, "PNG"); }

  /// The same time and UIDs every time.
  static CreateContext stillContext() {
    CreateContext context;
    context.now = QDateTime(QDate(2024, 2, 29), QTime(10, 11, 12));
    context.makeUid = [count = 0]() mutable { return "2.25." + std::to_string(++count); };
    return context;
  }
  static std::vector<CreatedInstance> made(const CreateRequest& request) {
    CreateOutcome outcome = createInstances(request, stillContext());
    if (const auto* errors = std::get_if<FieldErrors>(&outcome))
      qFatal("%s: %s", errors->front().field.c_str(), errors->front().text.c_str());
    return std::get<0>(std::move(outcome));
  }
  static DicomFile parsed(const CreatedInstance& instance) {
    auto file = DicomFile::parse(tests::bufferOf(instance.file));
    if (!file) qFatal("%s", message(file.error()).c_str());
    return std::move(*file);
  }
  static std::string firstError(const CreateRequest& request) {
    const CreateOutcome outcome = createInstances(request, stillContext());
    const auto* errors = std::get_if<FieldErrors>(&outcome);
    return errors ? errors->front().field + ": " + errors->front().text : "none";
  }

 private slots:
  void aPictureBecomesASecondaryCapture() {
    const auto instances = made(requestOf({png(tests::greyImage())}));
    QCOMPARE(instances.size(), 1u);
    const DicomFile file = parsed(instances.front());
    const DataSet& set = file.dataSet();
    QVERIFY(file.warnings().empty());
    QVERIFY(set.text(tags::SOPClassUID) == "1.2.840.10008.5.1.4.1.1.7");
    QVERIFY(file.meta().text(tags::MediaStorageSOPClassUID) == set.text(tags::SOPClassUID));
    QVERIFY(file.meta().text({0x0002, 0x0003}) == set.text(tags::SOPInstanceUID));
    for (const Tag type1 : {tags::SOPInstanceUID, tags::StudyInstanceUID, tags::SeriesInstanceUID,
                            tags::Modality, Tag{0x0008, 0x0064}, tags::SamplesPerPixel,
                            tags::PhotometricInterpretation, tags::Rows, tags::Columns, tags::BitsAllocated,
                            tags::BitsStored, tags::HighBit, tags::PixelRepresentation, tags::PixelData})
      QVERIFY2(set.hasValue(type1), std::to_string(type1.value()).c_str());
    for (const Tag type2 : {tags::PatientName, tags::PatientID, tags::PatientBirthDate, tags::PatientSex,
                            tags::StudyDate, tags::StudyTime, Tag{0x0008, 0x0090}, tags::StudyID,
                            tags::AccessionNumber, tags::SeriesNumber, tags::InstanceNumber})
      QVERIFY2(set.has(type2), std::to_string(type2.value()).c_str());
    QVERIFY(!set.has(tags::SpecificCharacterSet));
    QVERIFY(!set.has(tags::LossyImageCompression));
    QVERIFY(set.text({0x0008, 0x0023}) == "20240229");
  }

  void everyCompressionGivesTheSamePixels_data() {
    QTest::addColumn<QString>("syntax");
    QTest::addColumn<QImage>("image");
    for (const SyntaxEncoder& encoder : syntaxEncoders()) {
      if (!encoder.lossyMethod.empty()) continue;
      const QString uid = QString::fromStdString(std::string(encoder.uid));
      QTest::newRow(qPrintable(uid + QStringLiteral(" grey"))) << uid << tests::greyImage(33, 21);
      QTest::newRow(qPrintable(uid + QStringLiteral(" wide"))) << uid << tests::wideImage(33, 21);
      QTest::newRow(qPrintable(uid + QStringLiteral(" colour"))) << uid << tests::colourImage(33, 21);
    }
  }
  void everyCompressionGivesTheSamePixels() {
    QFETCH(QString, syntax);
    QFETCH(QImage, image);
    CreateRequest request = requestOf({png(image)});
    const auto native = tests::frameOf(made(request).front().file);
    request.transferSyntax = syntax.toStdString();
    const auto instance = made(request).front();
    QVERIFY(parsed(instance).transferSyntax() == request.transferSyntax);
    QVERIFY(parsed(instance).warnings().empty());
    QCOMPARE(tests::difference(tests::frameOf(instance.file), native), QString());
    QCOMPARE((*native)->columns, 33u);
  }

  void lossyCompressionSaysSo() {
    CreateRequest request = requestOf({png(tests::colourImage(64, 64))});
    request.transferSyntax = "1.2.840.10008.1.2.4.50";
    const DicomFile file = parsed(made(request).front());
    const DataSet& set = file.dataSet();
    QVERIFY(set.text(tags::LossyImageCompression) == "01");
    QVERIFY(set.real(tags::LossyImageCompressionRatio).value() > 1);
    QVERIFY(set.text({0x0028, 0x2114}) == "ISO_10918_1");
    QVERIFY(set.text(tags::PhotometricInterpretation) == "YBR_FULL_422");
  }

  void everyCompressionNamesWhatBecameOfTheColours_data() {
    QTest::addColumn<QByteArray>("syntax");
    QTest::addColumn<QByteArray>("photometric");
    QTest::newRow("native") << QByteArray("1.2.840.10008.1.2.1") << QByteArray("RGB");
    QTest::newRow("RLE") << QByteArray("1.2.840.10008.1.2.5") << QByteArray("RGB");
    QTest::newRow("JPEG-LS") << QByteArray("1.2.840.10008.1.2.4.80") << QByteArray("RGB");
    QTest::newRow("JPEG") << QByteArray("1.2.840.10008.1.2.4.50") << QByteArray("YBR_FULL_422");
    QTest::newRow("JPEG 2000") << QByteArray("1.2.840.10008.1.2.4.90") << QByteArray("YBR_RCT");
  }
  void everyCompressionNamesWhatBecameOfTheColours() {
    QFETCH(QByteArray, syntax);
    QFETCH(QByteArray, photometric);
    CreateRequest request = requestOf({png(tests::colourImage(16, 16))});
    request.transferSyntax = syntax.toStdString();
    const DicomFile colour = parsed(made(request).front());
    QVERIFY(colour.dataSet().text(tags::PhotometricInterpretation) == photometric.toStdString());
    QCOMPARE(colour.dataSet().integer(tags::PlanarConfiguration), 0);
    request.contents = requestOf({png(tests::greyImage(16, 16))}).contents;
    const DicomFile grey = parsed(made(request).front());
    QVERIFY(grey.dataSet().text(tags::PhotometricInterpretation) == "MONOCHROME2");
    QVERIFY(!grey.dataSet().has(tags::PlanarConfiguration));
  }

  void whatWasAJpegStaysLossy() {
    const DicomFile file =
        parsed(made(requestOf({tests::encoded(tests::greyImage(64, 64), "JPG", 90)})).front());
    QVERIFY(file.dataSet().text(tags::LossyImageCompression) == "01");
    QVERIFY(file.dataSet().text({0x0028, 0x2114}) == "ISO_10918_1");
  }

  void severalPicturesAreASeries() {
    CreateRequest request = requestOf({png(tests::greyImage()), png(tests::colourImage()), tests::pdfFile()});
    QVERIFY(request.tags.setText(tags::InstanceNumber, Vr::IS, "5"));
    const auto instances = made(request);
    QCOMPARE(instances.size(), 3u);
    const DicomFile first = parsed(instances[0]);
    const DicomFile last = parsed(instances[2]);
    for (const Tag tag :
         {tags::StudyInstanceUID, tags::SeriesInstanceUID, tags::SeriesNumber, tags::Modality})
      QVERIFY(first.dataSet().text(tag) == last.dataSet().text(tag));
    QVERIFY(first.dataSet().text(tags::SOPInstanceUID) != last.dataSet().text(tags::SOPInstanceUID));
    QVERIFY(first.dataSet().text(tags::InstanceNumber) == "5");
    QVERIFY(last.dataSet().text(tags::InstanceNumber) == "7");
  }

  void framesAreAMultiFrameOfTheirKind_data() {
    QTest::addColumn<QImage>("image");
    QTest::addColumn<QByteArray>("sopClass");
    QTest::newRow("grey") << tests::greyImage() << QByteArray("1.2.840.10008.5.1.4.1.1.7.2");
    QTest::newRow("wide") << tests::wideImage() << QByteArray("1.2.840.10008.5.1.4.1.1.7.3");
    QTest::newRow("colour") << tests::colourImage() << QByteArray("1.2.840.10008.5.1.4.1.1.7.4");
  }
  void framesAreAMultiFrameOfTheirKind() {
    QFETCH(QImage, image);
    QFETCH(QByteArray, sopClass);
    CreateRequest request = requestOf({png(image), png(image.mirrored()), png(image)});
    request.arrange = Arrange::MultiFrame;
    const auto instances = made(request);
    QCOMPARE(instances.size(), 1u);
    const DicomFile file = parsed(instances.front());
    QVERIFY(file.dataSet().text(tags::SOPClassUID) == sopClass.toStdString());
    QCOMPARE(file.dataSet().integer(tags::NumberOfFrames), 3);
    QCOMPARE(file.dataSet().integer(tags::FrameIncrementPointer), 0x00182001);
    QVERIFY(file.dataSet().text({0x0018, 0x2001}) == "1\\2\\3");
    QVERIFY(file.dataSet().text(tags::BurnedInAnnotation) == "YES");
    const auto reader = tests::opened(instances.front().file);
    QCOMPARE(tests::difference((*reader)->frame(0), (*reader)->frame(2)), QString());
    QVERIFY(tests::difference((*reader)->frame(0), (*reader)->frame(1)) != QString());
    QVERIFY(request.tags.setText(tags::FrameTime, Vr::DS, "40"));
    QCOMPARE(parsed(made(request).front()).dataSet().integer(tags::FrameIncrementPointer), 0x00181063);
  }

  void framesOfDifferentSizesAreRefused() {
    CreateRequest request = requestOf({png(tests::greyImage(4, 4)), png(tests::greyImage(5, 4))});
    request.arrange = Arrange::MultiFrame;
    QVERIFY(firstError(request) == "content: The frames of one instance must have one size and kind.");
  }

  void aPdfIsEncapsulated() {
    const DicomFile file = parsed(made(requestOf({QByteArray(tests::pdfFile() + "x")})).front());
    const DataSet& set = file.dataSet();
    QVERIFY(set.text(tags::SOPClassUID) == "1.2.840.10008.5.1.4.1.1.104.1");
    QVERIFY(set.text({0x0042, 0x0012}) == "application/pdf");
    const auto length = static_cast<std::size_t>(set.integer({0x0042, 0x0015}).value());
    QCOMPARE(length, static_cast<std::size_t>(tests::pdfFile().size() + 1));
    QVERIFY(asText(set.find({0x0042, 0x0011})->value.first(length)) ==
            QByteArray(tests::pdfFile() + "x").toStdString());
    QVERIFY(set.text(tags::Modality) == "DOC");
    QVERIFY(set.has({0x0040, 0xA043}));
    QVERIFY(!set.has(tags::Rows));
  }

  void textsAreAsciiOrUtf8() {
    CreateRequest request = requestOf({png(tests::greyImage())});
    request.tags.setBytes(tags::PatientName, Vr::PN, HeldBytes(std::string_view("山田^太郎")));
    const DicomFile file = parsed(made(request).front());
    QVERIFY(file.dataSet().text(tags::SpecificCharacterSet) == "ISO_IR 192");
    QVERIFY(readAnswer(file, {}).find("\"PatientName\":\"山田^太郎\"") != std::string::npos);
  }

  void aNonAsciiTextInAnItemCountsToo() {
    EditSet item;
    item.setBytes(tags::PatientName, Vr::PN, HeldBytes(std::string_view("é")));
    CreateRequest request = requestOf({png(tests::greyImage())});
    request.tags.setItems({0x0008, 0x1140}, {item});
    QVERIFY(parsed(made(request).front()).dataSet().text(tags::SpecificCharacterSet) == "ISO_IR 192");
  }

  void patientAndStudyComeFromTheParent() {
    const DicomFile parent = tests::DicomBuilder()
                                 .text(tags::SpecificCharacterSet, Vr::CS, "ISO_IR 100")
                                 .identity("2.25.91", "2.25.92", "2.25.93", "MR")
                                 .text(tags::PatientName, Vr::PN, "M\xFCller")
                                 .text(tags::PatientID, Vr::LO, "77")
                                 .text(tags::StudyDescription, Vr::LO, "Knee")
                                 .parsed();
    CreateRequest request = requestOf({png(tests::greyImage())});
    request.inherited = *inheritedFrom(parent);
    const DicomFile file = parsed(made(request).front());
    const DataSet& set = file.dataSet();
    QVERIFY(set.text(tags::StudyInstanceUID) == "2.25.93");
    QVERIFY(set.text(tags::SeriesInstanceUID) != "2.25.92");
    QVERIFY(set.text(tags::SOPInstanceUID) != "2.25.91");
    QVERIFY(set.text(tags::Modality) == "OT");
    QVERIFY(set.text(tags::PatientID) == "77");
    QVERIFY(set.text(tags::PatientName) == "Müller");
    QVERIFY(set.text(tags::StudyDescription) == "Knee");
  }

  void theSameRequestGivesTheSameBytes() {
    const CreateRequest request = requestOf({png(tests::colourImage())});
    QVERIFY(made(request).front().file == made(request).front().file);
  }

  void createReadWriteIsStable() {
    CreateRequest request = requestOf({png(tests::wideImage())});
    request.tags.setBytes(tags::PatientName, Vr::PN, HeldBytes(std::string_view("Żółć")));
    const std::vector<std::uint8_t> first = made(request).front().file;
    const DicomFile read = *DicomFile::parse(tests::bufferOf(first));
    QVERIFY(*writeFile(EditSet::of(read), WriteOptions::like(read)) == first);
  }

  void uidsAreUnder225AndDifferEveryTime() {
    const CreateRequest request = requestOf({png(tests::greyImage())});
    const auto once = std::get<0>(createInstances(request));
    const auto twice = std::get<0>(createInstances(request));
    QVERIFY(once.front().sopInstance.starts_with("2.25."));
    QVERIFY(once.front().sopInstance != twice.front().sopInstance);
  }

  void picturesThatAreTooLargeTogetherAreRefused() {
    CreateRequest request = requestOf({png(tests::greyImage(100, 100)), png(tests::greyImage(100, 100))});
    request.mostBytes = 20'000;
    QVERIFY(firstError(request) == "none");
    request.mostBytes = 19'999;
    QVERIFY(firstError(request) == "content: The pictures are too large together.");
  }

  void refusesWhatCannotBe() {
    CreateRequest request = requestOf({png(tests::wideImage())});
    request.transferSyntax = "1.2.840.10008.1.2.4.50";
    QVERIFY(firstError(request) == "transfer_syntax: JPEG Baseline holds unsigned samples of 8 bits only.");
    request = requestOf({tests::pdfFile()});
    request.transferSyntax = "1.2.840.10008.1.2.5";
    QVERIFY(firstError(request).starts_with("transfer_syntax: A PDF"));
    request = requestOf({tests::pngHeader(100'000, 100'000)});
    QVERIFY(firstError(request) == "content: The picture is too large: 100000 x 100000 pixels.");
    request = requestOf({png(tests::greyImage()), "junk"});
    QVERIFY(firstError(request) == "content: [1]: Neither a PNG nor a JPEG nor a TIFF.");
    request = requestOf({png(tests::greyImage())});
    request.tags.setBytes(tags::Modality, Vr::CS, {});
    QVERIFY(firstError(request) == "tags: Modality: This element may not be empty.");
    request = requestOf({png(tests::greyImage()), png(tests::greyImage())});
    QVERIFY(request.tags.setText(tags::SOPInstanceUID, Vr::UI, "2.25.5"));
    QVERIFY(firstError(request).starts_with("tags: SOPInstanceUID: "));
    QVERIFY(firstError({}) == "content: This field is required.");
  }
};

DICOMAESTRO_TEST(CreateTest)
#include "create_test.moc"
