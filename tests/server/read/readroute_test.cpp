// SPDX-License-Identifier: MIT
#include "tests/core/open/zipbuilder.h"
#include "tests/server/read/posting.h"
#include "tests/support/testmain.h"

using namespace server;
using tests::Posting;

class ReadRouteTest : public QObject {
  Q_OBJECT

  core::Workers m_workers{1};

  static QByteArray sample(int frames = 1) { return tests::bytesOf(tests::smallImage(7, frames).file()); }
  Answer read(const Posting& posting) { return readFile(posting.request(), m_workers); }
  Answer readSample(const char* name, const char* value, int frames = 1) {
    return read(Posting().file("a.dcm", sample(frames)).field(name, value));
  }
  static qsizetype imageCount(const Answer& answer) {
    return tests::objectOf(answer)[QStringLiteral("Images")].toArray().size();
  }

 private slots:
  void answersTextsAndPictures() {
    const Answer answer = read(Posting().file("a.dcm", sample(3)));
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.contentType, QByteArray("application/json"));
    const QJsonObject json = tests::objectOf(answer);
    QCOMPARE(json[QStringLiteral("InstanceNumber")].toString(), QStringLiteral("7"));
    QCOMPARE(json[QStringLiteral("ImageFormat")].toString(), QStringLiteral("PNG"));
    QCOMPARE(imageCount(answer), 3);
    QVERIFY(json.contains(QStringLiteral("PixelData")));
  }

  void fileErrorsAreThoseOfTheContract_data() {
    QTest::addColumn<Posting>("posting");
    QTest::addColumn<QByteArray>("body");
    const QByteArray wrongType = "Invalid file type. Only .dcm, .DCM, .zip are allowed.";
    const auto add = [](const char* name, const Posting& posting, const QByteArray& text) {
      QTest::newRow(name) << posting << "{\"file\":[\"" + text + "\"]}";
    };
    add("none", Posting(), "This field may not be null.");
    add("another field", Posting().file("a.dcm", "x", "image"), "This field may not be null.");
    add("a form without a file", Posting().file("", ""), "This field may not be null.");
    add("a text", Posting().field("file", "x"),
        "The submitted data was not a file. Check the encoding type on the form.");
    add("empty", Posting().file("a.dcm", ""), "The submitted file is empty.");
    add("another type", Posting().file("a.png", sample()), wrongType);
    add("no type", Posting().file("dcm", sample()), wrongType);
    add("no DICOM", Posting().file("a.dcm", "this is no DICOM file, whatever it is called"),
        "Invalid DICOM file");
    add("no header", Posting().file("a.dcm", tests::bytesOf(tests::smallImage(1).dataSet())),
        "Invalid DICOM file");
    tests::DicomBuilder nested;
    for (int level = 0; level < 65; ++level)
      nested = tests::DicomBuilder().sequence({0x0040, 0xA730}, {nested});
    add("nested too deep", Posting().file("a.dcm", tests::bytesOf(nested.file())),
        "Invalid DICOM file\",\"sequences are nested too deep: (0040,A730)");
  }
  void fileErrorsAreThoseOfTheContract() {
    QFETCH(Posting, posting);
    QFETCH(QByteArray, body);
    const Answer answer = read(posting);
    QCOMPARE(answer.status, 400);
    QCOMPARE(answer.body, body);
  }

  void theNameMayBeInAnyCase() {
    QCOMPARE(read(Posting().file("A.DCM", sample())).status, 200);
    QCOMPARE(read(Posting().file("scan.1.Dcm", sample())).status, 200);
    QCOMPARE(read(Posting().file("C:\\folder\\a.dcm", sample())).status, 200);
  }

  void parameterErrorsAreThoseOfTheContract_data() {
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("text");
    const auto add = [](const char* name, const char* value, const char* text) {
      QTest::addRow("%s=%s", name, value) << QByteArray(name) << QByteArray(value) << QByteArray(text);
    };
    add("fields", "Rows,Foo,Bar", "Invalid fields: Bar, Foo");
    add("fields", "Rows,,Columns", "Fields contain empty values.");
    add("fields", "", "Fields contain empty values.");
    add("return_format", "bmp", R"(\"bmp\" is not a valid choice.)");
    add("return_format", "PNG", R"(\"PNG\" is not a valid choice.)");
    add("pixel_data", "half", R"(\"half\" is not a valid choice.)");
    add("images", "two", R"(\"two\" is not a valid choice.)");
    add("format", "xml", R"(\"xml\" is not a valid choice.)");
    add("frames", "0", "Enter frame numbers from 1 and ranges of them, as 1-5,7.");
  }
  void parameterErrorsAreThoseOfTheContract() {
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, value);
    QFETCH(QByteArray, text);
    const Answer answer = read(Posting().file("a.dcm", sample()).field(name, value));
    QCOMPARE(answer.status, 400);
    QCOMPARE(answer.body, "{\"" + name + "\":[\"" + text + "\"]}");
  }

  void allFieldErrorsComeInOneObject() {
    const Answer answer =
        read(Posting().file("a.txt", "x").field("fields", "Foo").field("return_format", "bmp"));
    QCOMPARE(answer.status, 400);
    QCOMPARE(tests::objectOf(answer).keys(), (QStringList{QStringLiteral("fields"), QStringLiteral("file"),
                                                          QStringLiteral("return_format")}));
  }

  void fieldsComeInRequestOrder() {
    const Answer answer = read(Posting()
                                   .file("a.dcm", sample())
                                   .field("fields", "Rows,PatientName,Modality")
                                   .field("images", "none"));
    QCOMPARE(answer.body, QByteArray(R"({"Rows":"2","PatientName":"Unknown","Modality":"CT"})"));
  }

  void theQueryWins() {
    const Answer answer = read(Posting()
                                   .file("a.dcm", sample())
                                   .field("fields", "Rows")
                                   .field("images", "all")
                                   .query("fields", "Modality")
                                   .query("images", "none"));
    QCOMPARE(answer.body, QByteArray(R"({"Modality":"CT"})"));
  }

  void choosesPicturesAndFrames() {
    QCOMPARE(imageCount(readSample("images", "first", 4)), 1);
    QVERIFY(!readSample("images", "none", 4).body.contains("Image"));
    QCOMPARE(imageCount(readSample("frames", "1-2,4", 4)), 3);
    const Answer outside = readSample("frames", "5", 4);
    QCOMPARE(outside.status, 400);
    QVERIFY(outside.body.startsWith("{\"frames\":[\""));
  }

  void everyReturnFormat() {
    const auto start = [&](const char* format) -> QByteArray {
      const QJsonObject json = tests::objectOf(readSample("return_format", format, 2));
      const QJsonArray images = json[QStringLiteral("Images")].toArray();
      return json[QStringLiteral("ImageFormat")].toString().toLatin1() + ' ' +
             QByteArray::number(images.size()) + ' ' +
             QByteArray::fromBase64(images[0].toString().toLatin1()).left(3).toHex();
    };
    QCOMPARE(start("png"), QByteArray("PNG 2 89504e"));
    QCOMPARE(start("jpeg"), QByteArray("JPEG 2 ffd8ff"));
    QCOMPARE(start("gif"), QByteArray("GIF 1 474946"));
  }

  void pixelDataIsLeftOutWhenAsked() {
    QVERIFY(!readSample("pixel_data", "omit").body.contains("PixelData"));
    QCOMPARE(imageCount(readSample("pixel_data", "omit")), 1);
  }

  void dicomJsonByParameterOrByAccept() {
    const Answer byParameter = readSample("format", "dicom-json");
    QCOMPARE(byParameter.contentType, QByteArray("application/dicom+json"));
    QVERIFY(byParameter.body.startsWith("[{\"00080016\":{\"vr\":\"UI\"") && byParameter.body.endsWith("}]"));
    const auto accepting = [&](const char* accept) {
      return read(Posting().file("a.dcm", sample()).header("Accept", accept)).contentType;
    };
    QCOMPARE(accepting("application/dicom+json"), QByteArray("application/dicom+json"));
    QCOMPARE(accepting("application/json;q=0.5, application/dicom+json"),
             QByteArray("application/dicom+json"));
    QCOMPARE(accepting("*/*"), QByteArray("application/json"));
    QCOMPARE(accepting("application/json"), QByteArray("application/json"));
  }

  void pixelsThatCannotBeDecodedAre422() {
    const QByteArray video = tests::bytesOf(tests::smallImage(1).file("1.2.840.10008.1.2.4.102"));
    const Answer answer = read(Posting().file("a.dcm", video));
    QCOMPARE(answer.status, 422);
    QVERIFY(answer.body.startsWith("{\"detail\":\""));
    QVERIFY(answer.body.contains("no video decoder"));
    const Answer texts = read(Posting().file("a.dcm", video).field("images", "none"));
    QCOMPARE(texts.status, 200);
    QVERIFY(texts.body.contains("\"Modality\":\"CT\""));
  }

  void aFileWithoutPixelsHasNoPictures() {
    const Answer answer =
        read(Posting().file("a.dcm", tests::bytesOf(tests::DicomBuilder().identity().file())));
    QCOMPARE(answer.status, 200);
    QVERIFY(!answer.body.contains("Image"));
  }

  void aZipWithOneInstanceIsThatInstance() {
    const QByteArray zip = tests::ZipBuilder().add("a/b", sample(2)).add("c.txt", "x").bytes();
    const Answer answer = read(Posting().file("a.ZIP", zip));
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.body, read(Posting().file("a.dcm", sample(2))).body);
  }

  void aZipWithSeveralGivesFilesAndErrors() {
    const QByteArray second = tests::bytesOf(tests::smallImage(3).file());
    const QByteArray zip =
        tests::ZipBuilder().add("z.dcm", sample()).add("y.dcm", second).add("bad.dcm", "x").bytes();
    const Answer answer = read(Posting().file("a.zip", zip).field("pixel_data", "omit"));
    QCOMPARE(answer.status, 200);
    QVERIFY(answer.body.startsWith(R"({"Files":[{"FileName":"y.dcm","SOPClassUID":)"));
    QVERIFY(answer.body.contains(R"(]},{"FileName":"z.dcm",)"));
    const QJsonArray errors = tests::objectOf(answer)[QStringLiteral("Errors")].toArray();
    QCOMPARE(errors.size(), 1);
    QCOMPARE(errors[0][QStringLiteral("FileName")].toString(), QStringLiteral("bad.dcm"));
  }

  void aZipWithNothingReadableIs400() {
    const auto status = [&](const QByteArray& zip) { return read(Posting().file("a.zip", zip)); };
    for (const QByteArray& zip : {QByteArray("no zip"), tests::ZipBuilder().bytes(),
                                  tests::ZipBuilder().add("a.txt", "x").add("b.dcm", "y").bytes(),
                                  tests::ZipBuilder().add("a.dcm", sample(), {.wrongCrc = true}).bytes(),
                                  tests::ZipBuilder().add("inner.zip", "PK").bytes()}) {
      const Answer answer = status(zip);
      QCOMPARE(answer.status, 400);
      QVERIFY2(answer.body.startsWith("{\"file\":[\""), answer.body.constData());
    }
    const QByteArray video = tests::bytesOf(tests::smallImage(1).file("1.2.840.10008.1.2.4.102"));
    const QByteArray two = tests::ZipBuilder().add("a", video).add("b", video).bytes();
    QCOMPARE(status(two).status, 422);
  }

  void aBodyThatIsNoMultipartIs400() {
    Request request = Posting().file("a.dcm", sample()).request();
    request.body.truncate(request.body.size() - 12);
    const Answer cut = readFile(request, m_workers);
    QCOMPARE(cut.status, 400);
    QVERIFY(cut.body.startsWith("{\"detail\":\"Multipart form parse error - "));
    request.headers = {{"Content-Type", "multipart/form-data"}};
    QCOMPARE(readFile(request, m_workers).body,
             QByteArray("{\"detail\":\"Multipart form parse error - Invalid boundary in multipart: None\"}"));
    request.body.clear();
    request.headers.clear();
    QCOMPARE(readFile(request, m_workers).body, QByteArray("{\"file\":[\"This field may not be null.\"]}"));
  }

  void valuesThatAreNoUtf8DoNotBreakTheAnswer() {
    const Answer answer = readSample("return_format", "\xff\"\n");
    QCOMPARE(answer.status, 400);
    QVERIFY(!QJsonDocument::fromJson(answer.body).isNull());
  }
};

DICOMAESTRO_TEST(ReadRouteTest)
#include "readroute_test.moc"
