// SPDX-License-Identifier: MIT
#include "core/text/readanswer.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include "core/parse/tags.h"
#include "tests/support/dicombuilder.h"
#include "tests/support/testmain.h"

using namespace core;
using tests::DicomBuilder;

class ReadAnswerTest : public QObject {
  Q_OBJECT

  static DicomFile sample() {
    return DicomBuilder()
        .text(tags::SpecificCharacterSet, Vr::CS, "ISO_IR 192")
        .identity("2.25.1")
        .text(tags::PatientName, Vr::PN, "M\xC3\xBCller^\"A\"=\xE7\x8E\x8B")
        .text(tags::PatientSex, Vr::CS, "")
        .text({0x0009, 0x0010}, Vr::LO, "ACME")
        .us({0x6000, 0x0010}, {4})
        .us(tags::Rows, {2})
        .bytes(tags::PixelData, Vr::OB, {0, 1, '\'', 255})
        .parsed();
  }
  static QByteArray answer(const ReadOptions& options) {
    return QByteArray::fromStdString(readAnswer(sample(), options));
  }
  static QJsonObject object(const ReadOptions& options) {
    const QJsonDocument document = QJsonDocument::fromJson(answer(options));
    return document.isArray() ? document.array().first().toObject() : document.object();
  }

 private slots:
  void givesKeywordsWithAValueAscendingByTag() {
    const QByteArray text = answer({});
    const QJsonObject json = object({});
    QCOMPARE(json[QStringLiteral("PatientName")].toString(), QStringLiteral("Müller^\"A\"=王"));
    QCOMPARE(json[QStringLiteral("PixelData")].toString(), QStringLiteral("b\"\\x00\\x01'\\xff\""));
    QVERIFY(!json.contains(QStringLiteral("PatientSex")));
    QVERIFY(!json.contains(QStringLiteral("OverlayRows")));
    QVERIFY(!json.contains(QStringLiteral("TransferSyntaxUID")));
    QVERIFY(!json.contains(QString()));
    QVERIFY(text.indexOf("\"PatientName\"") < text.indexOf("\"Rows\""));
    QVERIFY(text.indexOf("\"SpecificCharacterSet\"") < text.indexOf("\"Modality\""));
    QVERIFY(!text.contains(": ") && !text.contains("\n"));
  }

  void fieldsComeInRequestOrderAndAbsentOnesAreUnknown() {
    ReadOptions options;
    options.fields = *parseFields("Rows, PatientSex,PatientID,Modality,Rows,TransferSyntaxUID");
    QCOMPARE(answer(options),
             QByteArray("{\"Rows\":\"2\",\"PatientSex\":\"Unknown\",\"PatientID\":\"Unknown\","
                        "\"Modality\":\"CT\",\"TransferSyntaxUID\":\"Unknown\"}"));
  }

  void badFieldsAreNamedInOrder() {
    const auto unknown = parseFields("Foo,Rows,Bar");
    QVERIFY(!unknown);
    QVERIFY(unknown.error().detail == "Invalid fields: Bar, Foo");
    for (const char* text : {"", "Rows,", ",Rows", "Rows, ,Columns"}) {
      const auto empty = parseFields(text);
      QVERIFY(!empty);
      QVERIFY(empty.error().detail == "Fields contain empty values.");
    }
  }

  void pixelDataCanBeLeftOut() {
    ReadOptions options;
    options.pixelData = PixelDataText::Omit;
    QVERIFY(!object(options).contains(QStringLiteral("PixelData")));
    QVERIFY(object(options).contains(QStringLiteral("Rows")));
    options.format = ReadFormat::DicomJson;
    QVERIFY(!object(options).contains(QStringLiteral("7FE00010")));
  }

  void anEmptyDataSetIsAnEmptyObject() {
    const auto file = DicomFile::parse(tests::bufferOf(DicomBuilder().file()));
    QVERIFY(file);
    QVERIFY(readAnswer(*file, {}) == "{}");
  }

  void dicomJsonFollowsTheStandard() {
    ReadOptions options;
    options.format = ReadFormat::DicomJson;
    const QJsonObject json = object(options);
    const auto element = [&json](const char* tag) { return json[QLatin1String(tag)].toObject(); };
    const auto value = [&element](const char* tag) { return element(tag)[QStringLiteral("Value")][0]; };
    QCOMPARE(value("00080005").toString(), QStringLiteral("ISO_IR 192"));
    QCOMPARE(value("00100010")[QStringLiteral("Alphabetic")].toString(), QStringLiteral("Müller^\"A\""));
    QCOMPARE(value("00100010")[QStringLiteral("Ideographic")].toString(), QStringLiteral("王"));
    QCOMPARE(value("00280010").toInt(), 2);
    QCOMPARE(element("00100040"), (QJsonObject{{QStringLiteral("vr"), QStringLiteral("CS")}}));
    QCOMPARE(element("7FE00010")[QStringLiteral("InlineBinary")].toString(), QStringLiteral("AAEn/w=="));
    QCOMPARE(value("60000010").toInt(), 4);
    QCOMPARE(value("00090010").toString(), QStringLiteral("ACME"));
  }

  void dicomJsonWritesNumbersOfEveryKind() {
    const DicomFile file = DicomBuilder()
                               .identity()
                               .text({0x0028, 0x0030}, Vr::DS, "+0.50\\\\.5\\1e3\\nan")
                               .text(tags::InstanceNumber, Vr::IS, "007")
                               .bytes(tags::FrameIncrementPointer, Vr::AT, {0x18, 0, 0x63, 0x10})
                               .fd({0x0018, 0x9087}, {1e22, std::numeric_limits<double>::infinity()})
                               .parsed();
    ReadOptions options;
    options.format = ReadFormat::DicomJson;
    const std::string text = readAnswer(file, options);
    QVERIFY(text.find("\"00280030\":{\"vr\":\"DS\",\"Value\":[0.5,null,0.5,1e3,\"nan\"]}") !=
            std::string::npos);
    QVERIFY(text.find("\"00200013\":{\"vr\":\"IS\",\"Value\":[7]}") != std::string::npos);
    QVERIFY(text.find("\"00280009\":{\"vr\":\"AT\",\"Value\":[\"00181063\"]}") != std::string::npos);
    QVERIFY(text.find("\"Value\":[1e+22,\"Infinity\"]") != std::string::npos);
  }

  void dicomJsonBinaryIsLittleEndian() {
    const DicomFile file = DicomBuilder(encodingOf(uid::ExplicitBig))
                               .identity()
                               .words(tags::PixelData, {0x0201, 0x0403})
                               .parsed(uid::ExplicitBig);
    ReadOptions options;
    options.format = ReadFormat::DicomJson;
    QVERIFY(readAnswer(file, options).find("\"InlineBinary\":\"AQIDBA==\"") != std::string::npos);
  }

  void groupLengthsAreLeftOut() {
    const DicomFile file = DicomBuilder().ul({0x0008, 0x0000}, {99}).identity().parsed();
    ReadOptions options;
    QVERIFY(readAnswer(file, options).find("99") == std::string::npos);
    options.format = ReadFormat::DicomJson;
    QVERIFY(readAnswer(file, options).find("00080000") == std::string::npos);
  }

  void damagedVrLettersNeverBreakTheJson() {
    const DicomBuilder item =
        DicomBuilder().us(tags::Rows, {1}).bytes(tags::Columns, vrFrom('U', '\xCE'), {1, 2});
    const DicomFile file = DicomBuilder()
                               .identity()
                               .bytes(tags::Rows, vrFrom('Z', 'Z'), {1, 2})
                               .sequence(tags::VOILUTSequence, {item})
                               .parsed();
    ReadOptions options;
    QVERIFY(readAnswer(file, options).find("U\xC3\x8E: b'") != std::string::npos);
    options.format = ReadFormat::DicomJson;
    const std::string text = readAnswer(file, options);
    QVERIFY(text.find("\"00280010\":{\"vr\":\"UN\",\"InlineBinary\":\"AQI=\"}") != std::string::npos);
    QVERIFY(text.find("\"00280011\":{\"vr\":\"UN\",") != std::string::npos);
  }

  void dicomJsonNestsSequences() {
    const DicomBuilder item = DicomBuilder().us(tags::Rows, {9});
    const DicomFile file =
        DicomBuilder().identity().sequence(tags::VOILUTSequence, {item, DicomBuilder()}).parsed();
    ReadOptions options;
    options.format = ReadFormat::DicomJson;
    QVERIFY(
        readAnswer(file, options)
            .find(
                "\"00283010\":{\"vr\":\"SQ\",\"Value\":[{\"00280010\":{\"vr\":\"US\",\"Value\":[9]}},{}]}") !=
        std::string::npos);
  }
};

DICOMAESTRO_TEST(ReadAnswerTest)
#include "readanswer_test.moc"
