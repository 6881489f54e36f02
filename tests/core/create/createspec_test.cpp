// SPDX-License-Identifier: MIT
#include "core/create/createspec.h"

#include <QJsonArray>
#include <QJsonDocument>

#include "core/parse/tags.h"
#include "tests/core/create/pictures.h"
#include "tests/support/dicombuilder.h"
#include "tests/support/testmain.h"

using namespace core;

class CreateSpecTest : public QObject {
  Q_OBJECT

  static QString pngUri() { return dataUriOf(tests::bytesOf(tests::encoded(tests::greyImage(), "PNG"))); }
  static FieldErrors errorsOf(const QJsonObject& body) {
    const auto request = createRequestOf(body);
    const auto* errors = std::get_if<FieldErrors>(&request);
    return errors ? *errors : FieldErrors();
  }
  static QString base64Of(const std::vector<std::uint8_t>& bytes) {
    return QString::fromLatin1(
        QByteArray(reinterpret_cast<const char*>(bytes.data()), static_cast<qsizetype>(bytes.size()))
            .toBase64());
  }

 private slots:
  void readsAWholeBody() {
    const auto parent = tests::DicomBuilder().identity("2.25.1", "2.25.2", "2.25.3").file();
    const auto request =
        createRequestOf({{QStringLiteral("tags"), QJsonObject{{QStringLiteral("SeriesNumber"), 7}}},
                         {QStringLiteral("content"), QJsonArray{pngUri(), pngUri()}},
                         {QStringLiteral("parent"), base64Of(parent)},
                         {QStringLiteral("transfer_syntax"), QStringLiteral("1.2.840.10008.1.2.5")},
                         {QStringLiteral("force"), false},
                         {QStringLiteral("multiframe"), true}});
    QVERIFY(std::holds_alternative<CreateRequest>(request));
    const auto& wanted = std::get<CreateRequest>(request);
    QCOMPARE(wanted.contents.size(), 2u);
    QVERIFY(wanted.transferSyntax == "1.2.840.10008.1.2.5");
    QVERIFY(wanted.arrange == Arrange::MultiFrame);
    QVERIFY(wanted.inherited->text(tags::StudyInstanceUID) == "2.25.3");
    QVERIFY(wanted.tags.text(tags::SeriesNumber) == "7");
  }

  void refusesByField_data() {
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char* name, QByteArray json, const char* field, const char* text) {
      QTest::newRow(name) << json.replace("PNG", pngUri().toLatin1()) << QByteArray(field)
                          << QByteArray(text);
    };
    row("no content", R"({})", "content", "This field is required.");
    row("null", R"({"content":null})", "content", "This field may not be null.");
    row("empty list", R"({"content":[]})", "content", "This list may not be empty.");
    row("number", R"({"content":5})", "content", "Not a valid string.");
    row("second of two", R"({"content":["PNG",5]})", "content", "[1]: Not a valid string.");
    row("no data URI", R"({"content":"http://example.org/a.png"})", "content",
        "A data URI of base64 is required (data:image/png;base64,...).");
    row("no base64", R"({"content":"data:image/png,abc"})", "content",
        "A data URI of base64 is required (data:image/png;base64,...).");
    row("bad base64", R"({"content":"data:image/png;base64,a*bc"})", "content",
        "The data is not valid base64.");
    row("no bytes", R"({"content":"data:image/png;base64,"})", "content", "The submitted file is empty.");
    row("other type", R"({"content":"data:text/html;base64,AAAA"})", "content",
        "Unsupported format! Allowed: PNG, JPEG, TIFF, PDF.");
    row("lying type", R"({"content":"data:image/jpeg;base64,iVBORw0KGgo="})", "content",
        "The data is not of the type that its data URI names.");
    row("tags", R"({"content":"PNG","tags":[]})", "tags", "An object of keywords or tags is required.");
    row("tag", R"({"content":"PNG","tags":{"Rows":5}})", "tags",
        "Rows: This element follows from the content and cannot be given.");
    row("syntax", R"({"content":"PNG","transfer_syntax":"1.2.3"})", "transfer_syntax",
        "\"1.2.3\" is not a valid choice.");
    row("force", R"({"content":"PNG","force":"maybe"})", "force", "Must be a valid boolean.");
    row("parent", R"({"content":"PNG","parent":"AAAA"})", "parent", "Invalid DICOM file");
    row("parent base64", R"({"content":"PNG","parent":"*"})", "parent",
        "A DICOM file in base64 is required.");
    row("misspelt", R"({"content":"PNG","parrent":"AAAA"})", "parrent", "This field is not known.");
  }
  void refusesByField() {
    QFETCH(QByteArray, json);
    QFETCH(QByteArray, field);
    QFETCH(QByteArray, text);
    const FieldErrors errors = errorsOf(QJsonDocument::fromJson(json).object());
    QCOMPARE(errors.size(), 1u);
    QCOMPARE(QByteArray::fromStdString(errors.front().field), field);
    QCOMPARE(QByteArray::fromStdString(errors.front().text), text);
  }

  void aParentMustHaveAStudy() {
    const auto parent = tests::DicomBuilder().text(tags::SOPInstanceUID, Vr::UI, "2.25.1").file();
    const FieldErrors errors =
        errorsOf({{QStringLiteral("content"), pngUri()}, {QStringLiteral("parent"), base64Of(parent)}});
    QCOMPARE(errors.size(), 1u);
    QVERIFY(errors.front().field == "parent");
  }

  void whatAParentSaysCannotBeSaidOtherwise() {
    const auto parent = tests::DicomBuilder().identity().file();
    const QJsonObject body{
        {QStringLiteral("content"), pngUri()},
        {QStringLiteral("parent"), base64Of(parent)},
        {QStringLiteral("tags"), QJsonObject{{QStringLiteral("PatientID"), QStringLiteral("x")}}}};
    const FieldErrors errors = errorsOf(body);
    QCOMPARE(errors.size(), 1u);
    QVERIFY(errors.front().text.starts_with("PatientID: "));
  }
};

DICOMAESTRO_TEST(CreateSpecTest)
#include "createspec_test.moc"
