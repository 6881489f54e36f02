// SPDX-License-Identifier: MIT
#include "core/text/readanswer.h"
#include "server/create/routes.h"
#include "tests/core/create/pictures.h"
#include "tests/core/decode/frames.h"
#include "tests/server/read/posting.h"
#include "tests/support/testmain.h"

using tests::Posting;

class UploadContentTest : public QObject {
  Q_OBJECT

  static QByteArray png() { return tests::encoded(tests::colourImage(), "PNG"); }
  static Posting whole() {
    Posting posting;
    posting.field("file_name", "scan").file("a.png", png(), "image");
    return posting;
  }
  static QByteArray answerOf(const Posting& posting) { return server::uploadContent(posting.request()).body; }
  static core::DicomFile parsed(const server::Answer& answer) {
    auto file = core::DicomFile::parse(tests::bufferOf(tests::bytesOf(answer.body)));
    if (!file) qFatal("%s", answer.body.constData());
    return std::move(*file);
  }

 private slots:
  void aPictureAndKeywordsAreAnExplicitSecondaryCapture() {
    const server::Answer answer = server::uploadContent(whole()
                                                            .field("PatientName", "Żółć^Jan")
                                                            .field("StudyDate", "2024-02-29")
                                                            .field("StudyTime", "10:11")
                                                            .field("PatientSize", "1.75")
                                                            .field("StudyDescription", "")
                                                            .request());
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.contentType, QByteArray("application/dicom"));
    QVERIFY(answer.headers.contains({"Content-Disposition", "attachment; filename=\"scan.dcm\""}));
    const core::DicomFile file = parsed(answer);
    QCOMPARE(file.transferSyntax(), std::string("1.2.840.10008.1.2.1"));
    QVERIFY(file.dataSet().text(core::tags::SOPClassUID) == "1.2.840.10008.5.1.4.1.1.7");
    QVERIFY(file.meta().text(core::tags::MediaStorageSOPClassUID) == "1.2.840.10008.5.1.4.1.1.7");
    QVERIFY(file.dataSet().text(core::tags::StudyDate) == "20240229");
    QVERIFY(file.dataSet().text(core::tags::StudyTime) == "1011");
    QVERIFY(!file.dataSet().has(core::tags::StudyDescription));
    const std::string texts = core::readAnswer(file, {});
    QVERIFY(texts.find("\"PatientName\":\"Żółć^Jan\"") != std::string::npos);
    QVERIFY(texts.find("\"PatientSize\":\"1.75\"") != std::string::npos);
  }

  void colourStaysUnlessGreyIsWanted() {
    QCOMPARE(parsed(server::uploadContent(whole().request())).dataSet().integer(core::tags::SamplesPerPixel),
             3);
    const server::Answer grey = server::uploadContent(whole().field("grayscale", "true").request());
    QCOMPARE(parsed(grey).dataSet().integer(core::tags::SamplesPerPixel), 1);
  }

  void refusesByTheWordsOfTheWebApplication_data() {
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QByteArray>("wanted");
    const auto row = [](const char* name, const Posting& posting, const char* wanted) {
      QTest::newRow(name) << answerOf(posting) << QByteArray(wanted);
    };
    row("size",
        Posting().field("file_name", "a").file("a.png", png() + QByteArray(5 * 1024 * 1024, 'x'), "image"),
        R"({"image":["The file is too large! Maximum size is 5MB."]})");
    row("format", Posting().field("file_name", "a").file("a.png", "GIF89a", "image"),
        R"({"image":["Unsupported format! Allowed: PNG, JPEG."]})");
    row("empty", Posting().field("file_name", "a").file("a.png", "", "image"),
        R"({"image":["The submitted file is empty."]})");
    row("no file", Posting().field("file_name", "a").field("image", "abc"),
        R"({"image":["The submitted data was not a file. Check the encoding type on the form."]})");
    row("nothing", Posting(),
        R"({"file_name":["This field is required."],"image":["No file was submitted."]})");
    row("name", Posting().field("file_name", QByteArray(256, 'x')).file("a.png", png(), "image"),
        R"({"file_name":["Ensure this field has no more than 255 characters."]})");
    row("number", whole().field("PatientSize", "tall"),
        R"({"non_field_errors":["PatientSize: A valid number is required."]})");
    row("octets", whole().field("CoordinateSystemAxisValues", "1"),
        R"({"non_field_errors":["CoordinateSystemAxisValues: The submitted data was not a file. Check the encoding type on the form."]})");
    row("keyword", whole().field("Nonsense", "1"),
        R"({"non_field_errors":["Nonsense: Unknown keyword or tag."]})");
    row("structure", whole().field("Rows", "1"),
        R"({"non_field_errors":["Rows: This element follows from the content and cannot be given."]})");
    row("grayscale", whole().field("grayscale", "perhaps"), R"({"grayscale":["Must be a valid boolean."]})");
    row("great picture",
        Posting().field("file_name", "a").file("a.png", tests::pngHeader(100'000, 100'000), "image"),
        R"({"image":["The picture is too large: 100000 x 100000 pixels."]})");
    row("damaged picture", Posting().field("file_name", "a").file("a.png", png().left(60), "image"),
        R"({"image":["The PNG is damaged."]})");
  }
  void refusesByTheWordsOfTheWebApplication() {
    QFETCH(QByteArray, answer);
    QFETCH(QByteArray, wanted);
    QCOMPARE(answer, wanted);
  }

  void hostileNamesStayOutOfTheHeader() {
    const server::Answer answer = server::uploadContent(
        Posting().field("file_name", "../a\"\r\nX: y").file("a.png", png(), "image").request());
    QCOMPARE(answer.status, 200);
    const QByteArray disposition = answer.headers.front().second;
    QVERIFY(!disposition.contains('\r') && !disposition.contains('\n'));
    QCOMPARE(disposition.count('"'), 2);
  }

  void aFileMayBeTheValueOfOctets() {
    const server::Answer answer = server::uploadContent(whole().file("icc", "abcd", "ICCProfile").request());
    QVERIFY(core::asText(parsed(answer).dataSet().find({0x0028, 0x2000})->value) == "abcd");
  }
};

DICOMAESTRO_TEST(UploadContentTest)
#include "uploadcontent_test.moc"
