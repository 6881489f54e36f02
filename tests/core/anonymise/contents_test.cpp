// SPDX-License-Identifier: MIT
// Objects whose content is text: reports, documents, directories. They keep what their definition wants of
// them, and nothing that somebody wrote.
#include "core/anonymise/contents.h"

#include "core/anonymise/anonymise.h"
#include "core/anonymise/burnedin.h"
#include "core/anonymise/dummydocument.h"
#include "core/parse/tags.h"
#include "tests/support/dicombuilder.h"
#include "tests/support/testmain.h"

using namespace core;
using namespace core::anonymise;
using tests::DicomBuilder;

namespace {

constexpr Tag contentSequence{0x0040, 0xA730};
constexpr Tag relationship{0x0040, 0xA010};
constexpr Tag valueType{0x0040, 0xA040};
constexpr Tag conceptName{0x0040, 0xA043};
constexpr Tag codeValue{0x0008, 0x0100};
constexpr Tag codeMeaning{0x0008, 0x0104};
constexpr Tag document{0x0042, 0x0011};
constexpr Tag documentLength{0x0042, 0x0015};

DicomBuilder code(std::string_view value, std::string_view scheme, std::string_view meaning) {
  DicomBuilder item;
  item.text(codeValue, Vr::SH, value)
      .text({0x0008, 0x0102}, Vr::SH, scheme)
      .text(codeMeaning, Vr::LO, meaning);
  return item;
}

/// A content item up to its concept name.
DicomBuilder content(std::string_view type, const DicomBuilder& name) {
  DicomBuilder item;
  item.text(relationship, Vr::CS, "CONTAINS").text(valueType, Vr::CS, type).sequence(conceptName, {name});
  return item;
}

DicomBuilder patient(std::string_view sopClass) {
  DicomBuilder builder;
  builder.text(tags::SOPClassUID, Vr::UI, sopClass).text(tags::SOPInstanceUID, Vr::UI, "1.2.3.4");
  builder.text(tags::PatientName, Vr::PN, "Kowalska^Zofia").text(tags::PatientID, Vr::LO, "PL-471123");
  return builder;
}

}  // namespace

class ContentsTest : public QObject {
  Q_OBJECT

  const Secret m_secret = *Secret::of(QByteArray(32, 'x'));

  Anonymised made(const DicomBuilder& builder, const Options& options = {}) const {
    auto result = anonymised(std::make_shared<const DicomFile>(builder.parsed()), options, m_secret);
    if (!result) qFatal("%s", message(result.error()).c_str());
    return *std::move(result);
  }
  DicomFile read(const DicomBuilder& builder, const Options& options = {}) const {
    return *DicomFile::parse(tests::bufferOf(made(builder, options).bytes));
  }

  /// Finding, name, birth date, diagnosis, size and image of a patient.
  static DicomBuilder report() {
    DicomBuilder text = content("TEXT", code("121071", "DCM", "Finding"));
    text.text({0x0040, 0xA160}, Vr::UT, "Zofia has a cold");
    DicomBuilder name = content("PNAME", code("121029", "DCM", "Subject Name"));
    name.text({0x0040, 0xA123}, Vr::PN, "Kowalska^Zofia");
    DicomBuilder birth = content("DATE", code("121031", "DCM", "Subject Birth Date"));
    birth.text({0x0040, 0xA121}, Vr::DA, "19470101");
    DicomBuilder diagnosis = content("CODE", code("X-1", "99LOCAL", "Dr Nowak's words"));
    diagnosis.sequence({0x0040, 0xA168}, {code("82272006", "SCT", "Common cold")});
    DicomBuilder measured;
    measured.fd({0x0040, 0xA161}, {12.5}).sequence({0x0040, 0x08EA}, {code("mm", "UCUM", "mm")});
    measured.text({0x0040, 0xA30A}, Vr::DS, "12.5");
    DicomBuilder size = content("NUM", code("410668003", "SCT", "Length"));
    size.sequence({0x0040, 0xA300}, {measured});
    DicomBuilder reference;
    reference.text({0x0008, 0x1150}, Vr::UI, "1.2.840.10008.5.1.4.1.1.2");
    reference.text({0x0008, 0x1155}, Vr::UI, "1.2.3.5");
    DicomBuilder image = content("IMAGE", code("121080", "DCM", "Best illustration of finding"));
    image.sequence({0x0008, 0x1199}, {reference});
    DicomBuilder section = content("CONTAINER", code("121070", "DCM", "Findings"));
    section.sequence(contentSequence, {text, name, birth, diagnosis, size, image});
    DicomBuilder builder = patient("1.2.840.10008.5.1.4.1.1.88.33");
    builder.text(valueType, Vr::CS, "CONTAINER");
    builder.sequence(conceptName, {code("18748-4", "LN", "Diagnostic imaging report")});
    return builder.sequence(contentSequence, {section});
  }

 private slots:
  void aReportKeepsItsStructureAndSaysNothing() {
    const DicomFile out = read(report());
    const DataSet* section = out.dataSet().item(contentSequence);
    QVERIFY(section);
    const auto item = [&](std::size_t i) { return section->item(contentSequence, i); };
    QVERIFY(item(5) && !item(6));
    constexpr std::string_view types[] = {"TEXT", "PNAME", "DATE", "CODE", "NUM", "IMAGE"};
    for (std::size_t i = 0; i < 6; ++i) {
      QVERIFY(item(i)->text(valueType) == types[i]);
      QVERIFY(item(i)->text(relationship) == "CONTAINS");
    }
    QVERIFY(item(0)->item(conceptName)->text(codeValue) == "121071");
    QVERIFY(item(0)->text({0x0040, 0xA160}) == "ANONYMIZED");
    QVERIFY(item(1)->text({0x0040, 0xA123}) == "ANONYMIZED");
    QVERIFY(item(2)->text({0x0040, 0xA121}) == "19000101");
    QVERIFY(item(3)->item(conceptName)->text(codeMeaning) == "ANONYMIZED");
    QVERIFY(item(3)->item({0x0040, 0xA168})->text(codeValue) == "ANONYMIZED");
    const DataSet* size = item(4)->item({0x0040, 0xA300});
    QVERIFY(size->text({0x0040, 0xA30A}) == "0");
    QVERIFY(!size->has({0x0040, 0xA161}));
    QVERIFY(size->item({0x0040, 0x08EA})->text(codeValue) == "mm");
    QVERIFY(item(5)->item({0x0008, 0x1199})->text({0x0008, 0x1155}) == m_secret.uid("1.2.3.5"));
  }

  void nothingOfTheReportIsInTheBytes() {
    Options options;
    options.shiftDates = options.cleanDescriptors = options.cleanGraphics = true;
    for (const Options& how : {Options(), options}) {
      const auto bytes = made(report(), how).bytes;
      for (const char* text :
           {"Kowalska", "Zofia", "471123", "19470101", "Nowak", "Common cold", "82272006", "12.5", "1.2.3.5"})
        QVERIFY2(asText(bytes).find(text) == std::string_view::npos, text);
    }
  }

  /// A date in a report may be the day of birth: it is not only moved.
  void datesOfAReportAreNotShifted() {
    Options options;
    options.shiftDates = true;
    const DicomFile out = read(report(), options);
    const DataSet* section = out.dataSet().item(contentSequence);
    QVERIFY(section->item(contentSequence, 2)->text({0x0040, 0xA121}) == "19000101");
  }

  void aDocumentGivesWayToAPageThatSaysSo() {
    DicomBuilder builder = patient("1.2.840.10008.5.1.4.1.1.104.1");
    builder.text({0x0042, 0x0010}, Vr::ST, "Letter about Zofia");
    const std::string_view secret = "%PDF-1.4 Kowalska";
    builder.bytes(document, Vr::OB, {secret.begin(), secret.end()});
    builder.text({0x0042, 0x0012}, Vr::LO, "application/pdf").ul(documentLength, {17});
    const DicomFile out = read(builder);
    const std::string_view page = asText(out.dataSet().find(document)->value);
    QVERIFY(page.starts_with("%PDF-1.4\n"));
    QVERIFY(page.find("removed") != page.npos && page.find("Kowalska") == page.npos);
    QVERIFY(out.dataSet().text({0x0042, 0x0010}) == "ANONYMIZED");
    QCOMPARE(*out.dataSet().integer(documentLength), qint64(dummyDocument("application/pdf").size()));
    QVERIFY(made(builder).warnings.front().starts_with("the document cannot be cleaned"));
  }

  void thePageIsAPdfToTheByte() {
    const std::string pdf = dummyDocument("application/pdf");
    const std::size_t table = std::stoul(pdf.substr(pdf.find("startxref\n") + 10));
    QVERIFY(pdf.substr(table).starts_with("xref\n0 6\n"));
    for (int object = 1; object <= 5; ++object) {
      const std::size_t entry = table + 9 + 20 * static_cast<std::size_t>(object);
      const std::size_t offset = std::stoul(pdf.substr(entry, 10));
      QVERIFY(pdf.substr(offset).starts_with(std::to_string(object) + " 0 obj\n"));
    }
  }

  void everyKindOfDocumentHasADummyAndAnUnknownOneZeros() {
    QVERIFY(dummyDocument("text/xml").find("<ClinicalDocument") != std::string::npos);
    QCOMPARE(dummyDocument("model/stl").size(), 134u);
    QVERIFY(dummyDocument("model/obj").starts_with("#"));
    QCOMPARE(dummyDocument("application/x-secret"), std::string(16, '\0'));
  }

  void aDirectoryIsOneOfNothing() {
    DicomBuilder record;
    record.ul({0x0004, 0x1400}, {0}).us({0x0004, 0x1410}, {0xFFFF}).text({0x0004, 0x1430}, Vr::CS, "PATIENT");
    record.text(tags::PatientName, Vr::PN, "Kowalska^Zofia");
    DicomBuilder builder;
    builder.text({0x0004, 0x1130}, Vr::CS, "KOWALSKA")
        .ul({0x0004, 0x1200}, {400})
        .ul({0x0004, 0x1202}, {400});
    builder.us({0x0004, 0x1212}, {0}).sequence(tags::DirectoryRecordSequence, {record});
    const DicomFile out = read(builder);
    QVERIFY(out.dataSet().has(tags::DirectoryRecordSequence));
    QVERIFY(!out.dataSet().item(tags::DirectoryRecordSequence));
    QCOMPARE(*out.dataSet().integer({0x0004, 0x1200}), 0);
    QVERIFY(!out.dataSet().hasValue({0x0004, 0x1130}));
    QVERIFY(made(builder).warnings.front().starts_with("the directory lists patients"));
  }

  void picturesThatMayShowThePatientAreKnownByClassAndModality() {
    const auto kind = [](std::string_view sopClass, std::string_view modality, std::string_view burnedIn) {
      DicomBuilder builder;
      builder.text(tags::SOPClassUID, Vr::UI, sopClass).text(tags::Modality, Vr::CS, modality);
      if (!burnedIn.empty()) builder.text(tags::BurnedInAnnotation, Vr::CS, burnedIn);
      return burnedInTexts(builder.image(1, 1).words(tags::PixelData, {0}).parsed()).are;
    };
    constexpr std::string_view ct = "1.2.840.10008.5.1.4.1.1.2";
    QVERIFY(kind(ct, "CT", "") == BurnedIn::No);
    QVERIFY(kind(ct, "CT", "YES") == BurnedIn::Declared);
    QVERIFY(kind(ct, "US", "") == BurnedIn::Likely);
    QVERIFY(kind(ct, "US", "NO") == BurnedIn::No);
    QVERIFY(kind(ct, "ES", "") == BurnedIn::Likely);
    QVERIFY(kind("1.2.840.10008.5.1.4.1.1.6.1", "MR", "") == BurnedIn::Likely);
    QVERIFY(kind("1.2.840.10008.5.1.4.1.1.30", "CT", "") == BurnedIn::No);
  }
};

DICOMAESTRO_TEST(ContentsTest)
#include "contents_test.moc"
