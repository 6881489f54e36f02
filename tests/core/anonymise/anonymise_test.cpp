// SPDX-License-Identifier: MIT
#include "core/anonymise/anonymise.h"

#include "core/parse/tags.h"
#include "core/text/display.h"
#include "tests/support/dicombuilder.h"
#include "tests/support/testmain.h"

using namespace core;
using namespace core::anonymise;
using tests::DicomBuilder;

namespace {

constexpr Tag institution{0x0008, 0x0080};
constexpr Tag referencedImages{0x0008, 0x1140};
constexpr Tag referencedSopClass{0x0008, 0x1150};
constexpr Tag referencedSopInstance{0x0008, 0x1155};
constexpr std::string_view ctStorage = "1.2.840.10008.5.1.4.1.1.2";

}  // namespace

class AnonymiseTest : public QObject {
  Q_OBJECT

  const Secret m_secret = *Secret::of(QByteArray(32, 'x'));

  static DicomBuilder patient() {
    DicomBuilder builder;
    builder.identity("1.2.3.4", "1.2.3.3", "1.2.3.2");
    builder.text(tags::PatientName, Vr::PN, "Kowalska^Zofia").text(tags::PatientID, Vr::LO, "PL-471123");
    return builder;
  }

  static std::shared_ptr<const DicomFile> file(const DicomBuilder& builder,
                                               std::string_view syntax = uid::ExplicitLittle) {
    return std::make_shared<const DicomFile>(builder.parsed(syntax));
  }

  Anonymised made(const DicomBuilder& builder, const Options& options = {}) const {
    auto result = anonymised(file(builder), options, m_secret);
    if (!result) qFatal("%s", message(result.error()).c_str());
    return *std::move(result);
  }

  DicomFile read(const DicomBuilder& builder, const Options& options = {}) const {
    return *DicomFile::parse(tests::bufferOf(made(builder, options).bytes));
  }

  static bool holds(const std::vector<std::uint8_t>& bytes, std::string_view text) {
    return asText(bytes).find(text) != std::string_view::npos;
  }

 private slots:
  void theNameAndTheIdentifierBecomeAPseudonymThatStays() {
    const DicomFile one = read(patient());
    const DicomFile again = read(patient().text(tags::StudyID, Vr::SH, "7"));
    QVERIFY(one.dataSet().text(tags::PatientID).starts_with("ANON-"));
    QVERIFY(one.dataSet().text(tags::PatientName) == one.dataSet().text(tags::PatientID));
    QVERIFY(again.dataSet().text(tags::PatientID) == one.dataSet().text(tags::PatientID));
    QVERIFY(!holds(made(patient()).bytes, "Kowalska"));
    QVERIFY(!holds(made(patient()).bytes, "471123"));
  }

  void anotherPatientIsAnotherPseudonym() {
    DicomBuilder other;
    other.identity().text(tags::PatientID, Vr::LO, "PL-471124");
    QVERIFY(read(other).dataSet().text(tags::PatientID) != read(patient()).dataSet().text(tags::PatientID));
  }

  void uidsAreMappedAlikeWhereverTheyStand() {
    DicomBuilder item;
    item.text(referencedSopClass, Vr::UI, ctStorage).text(referencedSopInstance, Vr::UI, "1.2.3.4");
    const DicomFile out = read(patient().sequence(referencedImages, {item}));
    const std::string_view instance = out.dataSet().text(tags::SOPInstanceUID);
    QVERIFY(instance.starts_with("2.25."));
    const DataSet* reference = out.dataSet().item(referencedImages);
    QVERIFY(reference);
    QVERIFY(reference->text(referencedSopInstance) == instance);
    QVERIFY(reference->text(referencedSopClass) == ctStorage);
    QVERIFY(out.meta().text({0x0002, 0x0003}) == instance);
  }

  void theUidsOfTheStandardStay() {
    const DicomFile out = read(patient()
                                   .text(tags::SOPClassUID, Vr::UI, ctStorage)
                                   .text(tags::FrameOfReferenceUID, Vr::UI, "1.2.840.10008.1.4.1.1"));
    QVERIFY(out.dataSet().text(tags::SOPClassUID) == ctStorage);
    QVERIFY(out.dataSet().text(tags::FrameOfReferenceUID) == "1.2.840.10008.1.4.1.1");
  }

  void aPrivateSopClassStaysAndAUidWithoutARowIsMapped() {
    const DicomFile out = read(patient()
                                   .text(tags::SOPClassUID, Vr::UI, "1.3.12.2.1107.5.9.1")
                                   .text({0x0070, 0x031B}, Vr::UI, "1.2.3.9"));
    QVERIFY(out.dataSet().text(tags::SOPClassUID) == "1.3.12.2.1107.5.9.1");
    QVERIFY(out.dataSet().text({0x0070, 0x031B}).starts_with("2.25."));
  }

  void severalUidsInOneElementAreMappedOneByOne() {
    const DicomFile out = read(patient().text({0x0008, 0x0058}, Vr::UI, "1.2.3.4\\1.2.3.5"));
    QVERIFY(out.dataSet().text({0x0008, 0x0058}, 0) == out.dataSet().text(tags::SOPInstanceUID));
    QVERIFY(out.dataSet().text({0x0008, 0x0058}, 1) == m_secret.uid("1.2.3.5"));
  }

  void retainUidsKeepsThem() {
    Options options;
    options.retainUids = true;
    DicomBuilder item;
    item.text(referencedSopInstance, Vr::UI, "1.2.3.5");
    const DicomFile out = read(patient().sequence({0x0008, 0x1110}, {item}), options);
    QVERIFY(out.dataSet().text(tags::SOPInstanceUID) == "1.2.3.4");
    QVERIFY(out.meta().text({0x0002, 0x0003}) == "1.2.3.4");
    QVERIFY(out.dataSet().item({0x0008, 0x1110})->text(referencedSopInstance) == "1.2.3.5");
  }

  void privateAndUnknownElementsAreGoneAtEveryLevel() {
    DicomBuilder item;
    item.text(referencedSopInstance, Vr::UI, "1.2.3.5").text({0x0011, 0x0010}, Vr::LO, "SECRETCO");
    item.text({0x0011, 0x1001}, Vr::LO, "nested secret");
    const auto bytes = made(patient()
                                .text({0x0009, 0x0010}, Vr::LO, "SECRETCO")
                                .text({0x0009, 0x1001}, Vr::LO, "top secret")
                                .text({0x0008, 0x9FFE}, Vr::LO, "unheard of")
                                .sequence(referencedImages, {item}))
                           .bytes;
    for (const char* text : {"SECRETCO", "nested secret", "top secret", "unheard of"})
      QVERIFY2(!holds(bytes, text), text);
    QVERIFY(holds(bytes, m_secret.uid("1.2.3.5")));
  }

  void actionsThatDependOnTheTypeLeaveAValue() {
    const DicomFile out = read(patient()
                                   .text(institution, Vr::LO, "Szpital Miejski")
                                   .text({0x0008, 0x0021}, Vr::DA, "20240115")
                                   .text({0x0008, 0x0022}, Vr::DA, "20240115")
                                   .text({0x0008, 0x002A}, Vr::DT, "20240115101500")
                                   .text({0x0008, 0x0081}, Vr::ST, "ul. Polna 1"));
    QVERIFY(out.dataSet().text(institution) == "ANONYMIZED");
    QVERIFY(out.dataSet().text({0x0008, 0x0021}) == "19000101");
    QVERIFY(out.dataSet().has({0x0008, 0x0022}));
    QVERIFY(!out.dataSet().hasValue({0x0008, 0x0022}));
    QVERIFY(out.dataSet().text({0x0008, 0x002A}) == "19000101000000");
    QVERIFY(!out.dataSet().has({0x0008, 0x0081}));
  }

  void whatIsEmptyStaysEmpty() {
    const DicomFile out = read(patient().text(institution, Vr::LO, ""));
    QVERIFY(out.dataSet().has(institution));
    QVERIFY(!out.dataSet().hasValue(institution));
  }

  void aSequenceThatMustStayLosesEveryTextInIt() {
    DicomBuilder code;
    code.text({0x0008, 0x0100}, Vr::SH, "S-1").text({0x0008, 0x0102}, Vr::SH, "99LOCAL");
    code.text({0x0008, 0x0104}, Vr::LO, "Szpital Miejski");
    const DicomFile out = read(patient().sequence({0x0008, 0x0082}, {code}));
    const DataSet* item = out.dataSet().item({0x0008, 0x0082});
    QVERIFY(item);
    QVERIFY(item->text({0x0008, 0x0100}) == "ANONYMIZED");
    QVERIFY(item->text({0x0008, 0x0102}) == "99ANONYMIZED");
    QVERIFY(item->text({0x0008, 0x0104}) == "ANONYMIZED");
  }

  void datesAreShiftedTogetherAndTheBirthDateIsNot() {
    Options options;
    options.shiftDates = true;
    const DicomFile out = read(patient()
                                   .text({0x0008, 0x0020}, Vr::DA, "20240115")
                                   .text({0x0008, 0x0030}, Vr::TM, "101530.250")
                                   .text({0x0008, 0x002A}, Vr::DT, "20240115101530.250")
                                   .text({0x0010, 0x0030}, Vr::DA, "19470101"),
                               options);
    const std::string moved =
        std::string(out.dataSet().text({0x0008, 0x0020})) + std::string(out.dataSet().text({0x0008, 0x0030}));
    QVERIFY(out.dataSet().text({0x0008, 0x002A}) == moved);
    QVERIFY(moved.size() == 18 && moved < "20231216");
    QVERIFY(!out.dataSet().hasValue({0x0010, 0x0030}));
    QVERIFY(out.dataSet().text({0x0028, 0x0303}) == "MODIFIED");
  }

  void aDateThatIsNoneIsTreatedAsWithoutTheOption() {
    Options options;
    options.shiftDates = true;
    const DicomFile out = read(patient().text({0x0008, 0x0021}, Vr::DA, "Monday"), options);
    QVERIFY(out.dataSet().text({0x0008, 0x0021}) == "19000101");
  }

  void aTimeWithoutADateThatGoesOverMidnightIsWarnedOf() {
    Options options;
    options.shiftDates = true;
    const auto warns = [&](std::string_view time) {
      DicomBuilder builder = patient();
      builder.text({0x0018, 0x1072}, Vr::TM, time);
      return !made(builder, options).warnings.empty();
    };
    QVERIFY(warns("000001"));
    QVERIFY(!warns("120000"));
  }

  void descriptorsAreCleanedOrRemoved() {
    const DicomBuilder builder = patient().text({0x0008, 0x103E}, Vr::LO, "MRI brain Kowalska 5 mm");
    QVERIFY(!read(builder).dataSet().has({0x0008, 0x103E}));
    Options options;
    options.cleanDescriptors = true;
    QVERIFY(read(builder, options).dataSet().text({0x0008, 0x103E}) == "MRI BRAIN 5 MM");
  }

  void overlaysAndCurvesAreGoneWithTheirDescription() {
    const DicomFile out = read(patient()
                                   .us({0x5000, 0x0005}, {2})
                                   .us({0x6000, 0x0010}, {8})
                                   .text({0x6000, 0x0022}, Vr::LO, "Kowalska")
                                   .words({0x6000, 0x3000}, {1, 2, 3, 4}));
    for (const Element& element : out.dataSet().elements())
      QVERIFY(element.tag.group != 0x5000 && element.tag.group != 0x6000);
  }

  void graphicAnnotationsGoOrKeepTheirShapes() {
    DicomBuilder text;
    text.text({0x0070, 0x0006}, Vr::ST, "Kowalska");
    DicomBuilder shape;
    shape.us({0x0070, 0x0020}, {2}).fl({0x0070, 0x0022}, {1, 2, 3, 4});
    DicomBuilder annotation;
    annotation.sequence({0x0070, 0x0008}, {text}).sequence({0x0070, 0x0009}, {shape});
    const DicomBuilder builder = patient().sequence({0x0070, 0x0001}, {annotation});
    QVERIFY(!read(builder).dataSet().has({0x0070, 0x0001}));
    Options options;
    options.cleanGraphics = true;
    const DicomFile out = read(builder, options);
    const DataSet* item = out.dataSet().item({0x0070, 0x0001});
    QVERIFY(item);
    QVERIFY(!item->has({0x0070, 0x0008}));
    QCOMPARE(item->item({0x0070, 0x0009})->reals({0x0070, 0x0022}).size(), 4u);
  }

  void theObjectSaysWhatWasDone() {
    Options options;
    options.retainUids = options.shiftDates = options.cleanDescriptors = options.cleanGraphics = true;
    const DicomFile out = read(patient().text({0x0012, 0x0063}, Vr::LO, "by Dr Nowak"), options);
    QVERIFY(out.dataSet().text({0x0012, 0x0062}) == "YES");
    QVERIFY(out.dataSet().text({0x0012, 0x0063}) == "DICOMaestro, PS3.15 Annex E Basic Profile 2024b");
    std::string codes;
    for (std::size_t i = 0; out.dataSet().item({0x0012, 0x0064}, i); ++i)
      codes += std::string(out.dataSet().item({0x0012, 0x0064}, i)->text({0x0008, 0x0100})) + " ";
    QCOMPARE(codes.c_str(), "113100 113103 113105 113107 113110 ");
    QVERIFY(read(patient()).dataSet().text({0x0028, 0x0303}) == "REMOVED");
  }

  void aNameThatTurnsUpInAnotherTextIsFound() {
    const DicomFile out = read(patient()
                                   .text({0x0018, 0x0015}, Vr::CS, "BRAIN")
                                   .text({0x0018, 0x1020}, Vr::LO, "syngo 12")
                                   .text({0x0028, 0x3003}, Vr::LO, "LUT of KOWALSKA"));
    QVERIFY(out.dataSet().text({0x0028, 0x3003}) == "ANONYMIZED");
    QVERIFY(out.dataSet().text({0x0018, 0x1020}) == "syngo 12");
    QVERIFY(out.dataSet().text({0x0018, 0x0015}) == "BRAIN");
  }

  /// Seen in the reference data: the Patient ID as Series Number, the Series Description as Content
  /// Description.
  void whatIsTakenAwayDoesNotStayUnderAnotherName() {
    DicomBuilder code;
    code.text({0x0008, 0x0100}, Vr::SH, "P1").text({0x0008, 0x0102}, Vr::SH, "99LOCAL");
    code.text({0x0008, 0x0104}, Vr::LO, "Follow-up of Kowalska");
    DicomBuilder builder;
    builder.identity()
        .text(tags::PatientName, Vr::PN, "Kowalska^Zofia")
        .text(tags::PatientID, Vr::LO, "123456");
    builder.text({0x0008, 0x103E}, Vr::LO, "Intraop report").text({0x0020, 0x0011}, Vr::IS, "123456");
    builder.text({0x0020, 0x0013}, Vr::IS, "12").text({0x0070, 0x0081}, Vr::LO, "INTRAOP REPORT");
    const DicomFile out = read(builder.sequence({0x0008, 0x1032}, {code}));
    QVERIFY(out.dataSet().text({0x0020, 0x0011}) == "0");
    QVERIFY(out.dataSet().text({0x0020, 0x0013}) == "12");
    QVERIFY(out.dataSet().text({0x0070, 0x0081}) == "ANONYMIZED");
    QVERIFY(out.dataSet().item({0x0008, 0x1032})->text({0x0008, 0x0104}) == "ANONYMIZED");
    QVERIFY(out.dataSet().item({0x0008, 0x1032})->text({0x0008, 0x0100}) == "P1");
  }

  /// Seen in a file of a hospital: a sequence with names and UIDs as the numbers of Pixel Padding Value.
  void whatStandsBehindTheNumbersThatAreAllowedIsCut() {
    DicomBuilder builder = patient();
    std::vector<std::uint8_t> hidden{0x20, 0xFC};
    for (const char c : std::string_view("Kowalska^Zofia")) hidden.push_back(static_cast<std::uint8_t>(c));
    builder.bytes(tags::PixelPaddingValue, Vr::SS, hidden);
    const DicomFile out = read(builder);
    QCOMPARE(out.dataSet().count(tags::PixelPaddingValue), 1u);
    QCOMPARE(*out.dataSet().integer(tags::PixelPaddingValue), -992);
    QVERIFY(!holds(made(builder).bytes, "Kowalska"));
  }

  void thePixelsStayToTheByte() {
    DicomBuilder builder = patient();
    builder.image(4, 4).words(tags::PixelData, {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 65535});
    const auto original = file(builder);
    const DicomFile out = read(builder);
    const auto equal = [](ByteView a, ByteView b) { return std::ranges::equal(a, b); };
    QVERIFY(
        equal(out.dataSet().find(tags::PixelData)->value, original->dataSet().find(tags::PixelData)->value));
  }

  void picturesThatMayShowThePatientAreWarnedOf() {
    const auto warnings = [&](std::string_view sopClass, std::string_view burnedIn) {
      DicomBuilder builder;
      builder.identity().text(tags::SOPClassUID, Vr::UI, sopClass).image(1, 1);
      if (!burnedIn.empty()) builder.text(tags::BurnedInAnnotation, Vr::CS, burnedIn);
      return made(builder.words(tags::PixelData, {0})).warnings.size();
    };
    QCOMPARE(warnings(ctStorage, ""), 0u);
    QCOMPARE(warnings(ctStorage, "YES"), 1u);
    QCOMPARE(warnings("1.2.840.10008.5.1.4.1.1.6.1", ""), 1u);
    QCOMPARE(warnings("1.2.840.10008.5.1.4.1.1.7", ""), 1u);
    QCOMPARE(warnings("1.2.840.10008.5.1.4.1.1.7", "NO"), 0u);
    QCOMPARE(warnings("1.2.840.10008.5.1.4.1.1.77.1.4", ""), 1u);
    QCOMPARE(warnings("1.2.840.10008.5.1.4.1.1.30", ""), 0u);
  }

  void thePreviewNamesEveryChangeAndChangesNothing() {
    DicomBuilder item;
    item.text(referencedSopInstance, Vr::UI, "1.2.3.5");
    const auto result = preview(
        file(patient().text({0x0008, 0x0081}, Vr::ST, "ul. Polna 1").sequence(referencedImages, {item})), {},
        m_secret);
    const auto find = [&](std::string_view path) {
      return std::ranges::find(result.changes, path, &Change::path);
    };
    const auto name = find("(0010,0010)");
    QVERIFY(name != result.changes.end());
    QCOMPARE(name->name.c_str(), "Patient's Name");
    QCOMPARE(name->oldValue.c_str(), "Kowalska^Zofia");
    QVERIFY(name->effect == Effect::Mapped && name->newValue == m_secret.pseudonym("PL-471123"));
    QVERIFY(find("(0008,0081)")->effect == Effect::Removed);
    QVERIFY(find("(0008,1140)[1](0008,1155)")->newValue == m_secret.uid("1.2.3.5"));
    QVERIFY(find("(0012,0062)")->effect == Effect::Added);
    QVERIFY(find("(0008,0060)") == result.changes.end());
  }

  void theSyntaxOfTheOriginalStays() {
    for (const std::string_view syntax : {uid::ImplicitLittle, uid::ExplicitBig, uid::ExplicitLittle}) {
      DicomBuilder builder(encodingOf(syntax));
      builder.identity().text(tags::PatientID, Vr::LO, "PL-471123").us(tags::Rows, {258});
      const auto result = anonymised(file(builder, syntax), {}, m_secret);
      QVERIFY(result);
      const DicomFile out = *DicomFile::parse(tests::bufferOf(result->bytes));
      QVERIFY(out.transferSyntax() == syntax);
      QCOMPARE(*out.dataSet().integer(tags::Rows), 258);
      QVERIFY(out.dataSet().text(tags::PatientID) == m_secret.pseudonym("PL-471123"));
    }
  }
};

DICOMAESTRO_TEST(AnonymiseTest)
#include "anonymise_test.moc"
