// SPDX-License-Identifier: MIT
#include "core/create/tagreader.h"

#include <QJsonArray>
#include <QJsonDocument>

#include "core/create/elementkey.h"
#include "core/create/elementvalue.h"
#include "core/parse/tags.h"
#include "tests/support/testmain.h"

using namespace core;

class TagReaderTest : public QObject {
  Q_OBJECT

  struct Read {
    EditSet set;
    FieldErrors errors;
  };
  static Read read(const char* json, TagReader::Rules rules = {}) {
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError) qFatal("%s", qPrintable(error.errorString()));
    TagReader reader(std::move(rules));
    Read result;
    reader.read(document.object(), result.set);
    result.errors = reader.errors();
    return result;
  }
  static std::string firstError(const char* json, TagReader::Rules rules = {}) {
    const Read result = read(json, std::move(rules));
    return result.errors.empty() ? "none" : result.errors.front().text;
  }
  static std::string nested(int levels) {
    std::string json = R"({"PatientName":"A"})";
    for (int i = 0; i < levels; ++i) json = R"({"ReferencedImageSequence":[)" + json + "]}";
    return json;
  }

 private slots:
  void takesKeywordsAndTags() {
    const Read result = read(
        R"({"PatientName":"Doe^Jane","0008,1030":"Knee","00100020":"7","StudyDate":"2024-02-29","0018,1151":30})");
    QVERIFY(result.errors.empty());
    QVERIFY(result.set.text(tags::PatientName) == "Doe^Jane");
    QVERIFY(result.set.text(tags::StudyDescription) == "Knee");
    QVERIFY(result.set.text(tags::PatientID) == "7");
    QVERIFY(result.set.text(tags::StudyDate) == "20240229");
    QVERIFY(result.set.text({0x0018, 0x1151}) == "30");
  }

  void takesSeveralValuesAndEmptyOnes() {
    const Read result = read(
        R"({"PixelSpacing":[0.5,"0.25"],"ImageType":"ORIGINAL\\PRIMARY","PatientSex":null,"OtherPatientNames":["A^B",{"Alphabetic":"C^D","Phonetic":"e"}]})");
    QVERIFY(result.errors.empty());
    QVERIFY(result.set.text(tags::PixelSpacing) == "0.5\\0.25");
    QVERIFY(result.set.text(tags::ImageType) == "ORIGINAL\\PRIMARY");
    QVERIFY(result.set.has(tags::PatientSex));
    QVERIFY(result.set.text({0x0010, 0x1001}) == "A^B\\C^D==e");
  }

  void takesBinaryNumbersInLittleEndian() {
    const Read result = read(
        R"({"RecommendedDisplayFrameRate":25,"DiffusionBValue":1000.5,"0040,A132":null,"ReferencedFrameNumber":[1,2],"SelectorAttribute":"PatientName","ICCProfile":"AAEC"})");
    QVERIFY2(result.errors.empty(), result.errors.empty() ? "" : result.errors.front().text.c_str());
    QCOMPARE(load64(result.set.find(tags::DiffusionBValue)->value.view().data(), ByteOrder::Little),
             std::bit_cast<std::uint64_t>(1000.5));
    const ByteView attribute = result.set.find({0x0072, 0x0026})->value.view();
    QCOMPARE(load16(attribute.data(), ByteOrder::Little), 0x0010);
    QCOMPARE(result.set.find({0x0028, 0x2000})->value.size(), 3u);
  }

  void takesNestedSequences() {
    const Read result = read(
        R"({"ReferencedStudySequence":[{"ReferencedSOPInstanceUID":"2.25.1","PurposeOfReferenceCodeSequence":[{"CodeValue":"1"},{}]}]})");
    QVERIFY(result.errors.empty());
    const EditSet& item = result.set.find({0x0008, 0x1110})->items.at(0);
    QCOMPARE(item.find({0x0040, 0xA170})->items.size(), 2u);
  }

  void takesPrivateElementsWithTheirCreator() {
    const Read result = read(
        R"({"0011,0010":"ACME","0011,1001":"text","0011,1002":7,"0011,1003":0.5,"0011,1004":{"vr":"OB","InlineBinary":"AQI="},"0011,1005":[{"PatientID":"x"}]})");
    QVERIFY(result.errors.empty());
    QVERIFY(result.set.find({0x0011, 0x0010})->vr == Vr::LO);
    QVERIFY(result.set.find({0x0011, 0x1001})->vr == Vr::LO);
    QVERIFY(result.set.find({0x0011, 0x1002})->vr == Vr::SL);
    QVERIFY(result.set.find({0x0011, 0x1003})->vr == Vr::FD);
    QVERIFY(result.set.find({0x0011, 0x1004})->vr == Vr::OB);
    QCOMPARE(result.set.find({0x0011, 0x1005})->items.size(), 1u);
    QVERIFY(
        firstError(R"({"0011,1001":"text"})").starts_with("0011,1001: A private element needs its creator"));
    QVERIFY(firstError(R"({"0011,0010":"ACME","0011,1101":"text"})").starts_with("0011,1101: A private"));
    QVERIFY(read(R"({"0019,0010":"SIEMENS MR HEADER","0019,100C":"1000"})").set.find({0x0019, 0x100C})->vr ==
            Vr::IS);
  }

  void refusesByName_data() {
    QTest::addColumn<QString>("json");
    QTest::addColumn<QString>("error");
    const auto row = [](const char* name, const char* json, const char* error) {
      QTest::newRow(name) << QString::fromUtf8(json) << QString::fromUtf8(error);
    };
    const char* structural = "This element follows from the content and cannot be given.";
    for (const char* key : {"Rows", "PixelData", "TransferSyntaxUID", "SpecificCharacterSet", "SOPClassUID",
                            "0028,0010", "BitsStored", "NumberOfFrames", "EncapsulatedDocument", "00020010"})
      QTest::newRow(key) << QStringLiteral("{\"%1\":1}").arg(QLatin1String(key))
                         << QLatin1String(key) + QStringLiteral(": ") + QLatin1String(structural);
    row("group length", R"({"0008,0000":4})", "0008,0000: This element has no place in a data set.");
    row("delimiter", R"({"FFFE,E000":"x"})", "FFFE,E000: This element has no place in a data set.");
    row("unknown keyword", R"({"PatientsName":"x"})", "PatientsName: Unknown keyword or tag.");
    row("unknown tag", R"({"0009,00":"x"})", "0009,00: Unknown keyword or tag.");
    row("unlisted tag", R"({"0008,9999":"x"})", "0008,9999: Unknown keyword or tag.");
    row("uid", R"({"StudyInstanceUID":"2.25.1"})",
        "StudyInstanceUID: UIDs are generated; set force to give one.");
    row("number", R"({"PatientSize":"tall"})", "PatientSize: A valid number is required.");
    row("truth", R"({"PatientSize":true})", "PatientSize: A valid number is required.");
    row("integer", R"({"SeriesNumber":1.5})", "SeriesNumber: A valid integer is required.");
    row("integer range", R"({"SeriesNumber":2147483648})", "SeriesNumber: A valid integer is required.");
    row("us range", R"({"ShutterPresentationValue":65536})",
        "ShutterPresentationValue: A valid integer is required.");
    row("date", R"({"StudyDate":"31/01/2024"})",
        "StudyDate: Date has wrong format. Use one of these formats instead: YYYY-MM-DD.");
    row("time", R"({"StudyTime":"25:00"})",
        "StudyTime: Time has wrong format. Use one of these formats instead: hh:mm[:ss[.uuuuuu]].");
    row("choice", R"({"PatientSex":"male"})", "PatientSex: The value is not a valid choice.");
    row("code letters", R"({"Modality":"ct scan"})",
        "Modality: The value has characters other than A-Z, 0-9, space and underscore.");
    row("length", R"({"AccessionNumber":"12345678901234567"})",
        "AccessionNumber: The value is longer than 16 characters.");
    row("controls", R"({"PatientID":"a\u0000b"})", "PatientID: The value has control characters.");
    row("multiplicity", R"({"PatientID":["a","b"]})", "PatientID: The element has 1 value(s), not 2.");
    row("half a character", R"({"PatientID":"a\ud800b"})", "PatientID: Not a valid string.");
    row("backslash", R"({"OtherPatientNames":["a\\b"]})",
        "OtherPatientNames: A value of an array must not hold a backslash.");
    row("object", R"({"PatientID":{"a":1}})", "PatientID: Not a valid string.");
    row("no sequence", R"({"ReferencedImageSequence":"x"})",
        "ReferencedImageSequence: A sequence is given as an array of objects.");
    row("no item", R"({"ReferencedImageSequence":[1]})",
        "ReferencedImageSequence[0]: A sequence is given as an array of objects.");
    row("in an item", R"({"ReferencedImageSequence":[{},{"ReferencedSOPInstanceUID":"a"}]})",
        "ReferencedImageSequence[1].ReferencedSOPInstanceUID: The value is not a UID.");
    row("base64", R"({"ICCProfile":"A"})", "ICCProfile: A text of base64 is required.");
    row("wrong vr", R"({"PatientID":{"vr":"DS","Value":["1"]}})", "PatientID: The VR is not the element's.");
    row("twice", R"({"PatientID":"a","0010,0020":"b"})", "PatientID: This element is given twice.");
    row("tag value", R"({"SelectorAttribute":"nobody"})",
        "SelectorAttribute: A keyword or a tag (gggg,eeee) is required.");
  }
  void refusesByName() {
    QFETCH(QString, json);
    QFETCH(QString, error);
    QCOMPARE(QString::fromStdString(firstError(json.toUtf8().constData())), error);
  }

  void forceGivesUidsAndWhatAParentHas() {
    const char* json = R"({"StudyInstanceUID":"2.25.1","PatientID":"x"})";
    QCOMPARE(read(json, {.field = "tags", .forced = Forced::Yes, .hasParent = true}).errors.size(), 0u);
    const Read kept = read(json, {.field = "tags", .forced = Forced::No, .hasParent = true});
    QCOMPARE(kept.errors.size(), 2u);
    QVERIFY(firstError(R"({"Rows":1})", {.field = "tags", .forced = Forced::Yes}).starts_with("Rows: "));
  }

  void nestsAsDeepAsCanBeReadAndNoDeeper() {
    QVERIFY(read(nested(64).c_str()).errors.empty());
    const std::string error = firstError(nested(65).c_str());
    QVERIFY2(error.ends_with("Sequences are nested too deeply."), error.c_str());
  }

  void namesNoMoreErrorsThanAnAnswerHolds() {
    std::string json = "{";
    for (int i = 0; i < 500; ++i) json += (i == 0 ? "\"x" : ",\"x") + std::to_string(i) + "\":1";
    QCOMPARE(read((json + "}").c_str()).errors.size(), mostFieldErrors);
  }

  void cutsLongKeysInItsErrors() {
    const std::string key(100'000, 'k');
    QVERIFY(firstError(("{\"" + key + "\":1}").c_str()).size() < 200);
  }

  void readsFormFields() {
    TagReader reader({.field = "non_field_errors"});
    EditSet set;
    reader.readText("PatientSize", "1.80", set);
    reader.readText("ImageType", "DERIVED\\PRIMARY", set);
    QVERIFY(reader.errors().empty());
    QVERIFY(set.text({0x0010, 0x1020}) == "1.80");
    reader.readText("CoordinateSystemAxisValues", "x", set);
    QVERIFY(reader.errors().at(0).text ==
            "CoordinateSystemAxisValues: The submitted data was not a file. Check the encoding type on the "
            "form.");
    reader.readText("PatientWeight", "heavy", set);
    QVERIFY(reader.errors().at(1).text == "PatientWeight: A valid number is required.");
    QVERIFY(reader.errors().at(1).field == "non_field_errors");
  }

  void knowsMultiplicities() {
    QVERIFY(allowsCount("1", 1) && !allowsCount("1", 2));
    QVERIFY(allowsCount("1-n", 5) && allowsCount("2-n", 2) && !allowsCount("2-n", 1));
    QVERIFY(allowsCount("2-2n", 4) && !allowsCount("2-2n", 3));
    QVERIFY(allowsCount("3-3n", 6) && !allowsCount("3-3n", 4));
    QVERIFY(allowsCount("1-8", 8) && !allowsCount("1-8", 9));
  }

  void knowsKeys() {
    QVERIFY(elementOfKey("PatientName") == tags::PatientName);
    QVERIFY(elementOfKey("0010,0010") == tags::PatientName);
    QVERIFY(elementOfKey("7fe00010") == tags::PixelData);
    for (const auto* bad :
         {"", "patientname", "0010,001", "0010;0010", "00100010 ", "+010,0010", "0x10,0010"})
      QVERIFY2(!elementOfKey(bad), bad);
  }
};

DICOMAESTRO_TEST(TagReaderTest)
#include "tagreader_test.moc"
