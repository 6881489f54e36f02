// SPDX-License-Identifier: MIT
#include "core/create/createspec.h"
#include "server/create/routes.h"
#include "tests/core/create/pictures.h"
#include "tests/core/decode/frames.h"
#include "tests/server/read/posting.h"
#include "tests/support/testmain.h"

using tests::Posting;

class CreateRouteTest : public QObject {
  Q_OBJECT

  static QString pngUri() {
    return core::dataUriOf(tests::bytesOf(tests::encoded(tests::greyImage(), "PNG")));
  }
  static server::Answer postedAs(const QByteArray& type, const QByteArray& body) {
    server::Request request;
    request.method = "POST";
    request.headers.emplaceBack("Content-Type", type);
    request.body = body;
    return server::createFiles(request);
  }
  static server::Answer postedJson(const QByteArray& body) { return postedAs("application/json", body); }
  static server::Answer posted(const QJsonObject& body) { return postedJson(QJsonDocument(body).toJson()); }
  static core::DicomFile parsed(const QByteArray& bytes) {
    auto file = core::DicomFile::parse(tests::bufferOf(tests::bytesOf(bytes)));
    if (!file) qFatal("%s", bytes.left(200).constData());
    return std::move(*file);
  }

 private slots:
  void oneContentIsAFile() {
    const server::Answer answer =
        posted({{QStringLiteral("content"), pngUri()},
                {QStringLiteral("tags"), QJsonObject{{QStringLiteral("PatientID"), QStringLiteral("7")}}},
                {QStringLiteral("transfer_syntax"), QStringLiteral("1.2.840.10008.1.2.4.80")}});
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.contentType, QByteArray("application/dicom"));
    const core::DicomFile file = parsed(answer.body);
    QVERIFY(file.dataSet().text(core::tags::PatientID) == "7");
    QCOMPARE(file.transferSyntax(), std::string("1.2.840.10008.1.2.4.80"));
  }

  void severalContentsAreAZip() {
    const server::Answer answer = posted({{QStringLiteral("content"), QJsonArray{pngUri(), pngUri()}}});
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.contentType, QByteArray("application/zip"));
    QVERIFY(answer.headers.contains({"Content-Disposition", "attachment; filename=\"instances.zip\""}));
    QVERIFY(answer.body.startsWith("PK\x03\x04"));
    QCOMPARE(answer.body.count("DICM"), 2);
  }

  void formsSayTheSame() {
    const server::Answer multipart =
        server::createFiles(Posting()
                                .field("tags", "{\"PatientID\":\"7\"}")
                                .file("a.png", tests::encoded(tests::greyImage(), "PNG"), "content")
                                .file("b.pdf", tests::pdfFile(), "content")
                                .field("force", "false")
                                .request());
    QCOMPARE(multipart.contentType, QByteArray("application/zip"));
    const QByteArray form =
        "tags=%7B%22PatientID%22%3A%228%22%7D&content=" + pngUri().toUtf8().toPercentEncoding();
    const server::Answer encoded = postedAs("application/x-www-form-urlencoded", form);
    QCOMPARE(encoded.status, 200);
    QVERIFY(parsed(encoded.body).dataSet().text(core::tags::PatientID) == "8");
  }

  void whatIsMadeCanBeAParent() {
    const server::Answer first = posted(
        {{QStringLiteral("content"), pngUri()},
         {QStringLiteral("tags"), QJsonObject{{QStringLiteral("PatientName"), QStringLiteral("Żółć")}}}});
    const server::Answer second =
        posted({{QStringLiteral("content"), pngUri()},
                {QStringLiteral("parent"), QString::fromLatin1(first.body.toBase64())}});
    QCOMPARE(second.status, 200);
    const core::DicomFile parent = parsed(first.body);
    const core::DicomFile child = parsed(second.body);
    QVERIFY(child.dataSet().text(core::tags::StudyInstanceUID) ==
            parent.dataSet().text(core::tags::StudyInstanceUID));
    QVERIFY(child.dataSet().text(core::tags::PatientName) == "Żółć");
  }

  void refusesWith400AndTheFieldsName_data() {
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("wanted");
    const auto row = [](const char* name, QByteArray body, const char* wanted) {
      QTest::newRow(name) << body.replace("PNG", pngUri().toLatin1()) << QByteArray(wanted);
    };
    row("broken JSON", "{\"content\":", "{\"detail\":\"JSON parse error - ");
    row("list", "[]", "{\"non_field_errors\":[");
    row("empty", "", "{\"content\":[\"This field is required.\"]}");
    row("great picture",
        "{\"content\":\"data:image/png;base64," + tests::pngHeader(100'000, 100'000).toBase64() + "\"}",
        "{\"content\":[\"The picture is too large: 100000 x 100000 pixels.\"]}");
    row("data URI", "{\"content\":\"data:image/gif;base64,R0lG\"}",
        "{\"content\":[\"Unsupported format! Allowed: PNG, JPEG, TIFF, PDF.\"]}");
    row("structure",
        "{\"content\":\"PNG\",\"tags\":{\"Rows\":1,\"PixelData\":\"AA==\",\"TransferSyntaxUID\":\"1.2\"}}",
        "{\"tags\":[\"PixelData: This element follows from the content and cannot be given.\",\"Rows: This");
    row("controls in a key", "{\"content\":\"PNG\",\"tags\":{\"\\u0000\\r\\n\":\"x\"}}",
        "{\"tags\":[\"\\u0000\\r\\n: Unknown");
    row("deep JSON", QByteArray("{\"tags\":") + QByteArray(2000, '[') + QByteArray(2000, ']') + "}",
        "{\"detail\":\"JSON parse error - ");
  }
  void refusesWith400AndTheFieldsName() {
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, wanted);
    const server::Answer answer = postedJson(body);
    QCOMPARE(answer.status, 400);
    QVERIFY2(answer.body.startsWith(wanted), answer.body.constData());
  }
};

DICOMAESTRO_TEST(CreateRouteTest)
#include "createroute_test.moc"
