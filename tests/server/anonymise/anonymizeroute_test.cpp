// SPDX-License-Identifier: MIT
#include "core/open/ziparchive.h"
#include "core/parse/tags.h"
#include "core/write/zipwriter.h"
#include "server/anonymise/routes.h"
#include "tests/server/read/posting.h"
#include "tests/support/dicombuilder.h"
#include "tests/support/testmain.h"

using core::Tag;
using core::Vr;
using server::Answer;
using tests::Posting;

class AnonymizeRouteTest : public QObject {
  Q_OBJECT

  core::Workers m_workers;
  const core::anonymise::Secret m_secret = *core::anonymise::Secret::of(QByteArray(32, 'x'));

  Answer answer(const Posting& posting, qint64 account = 1) {
    server::Request request = posting.request();
    request.principal = server::Principal{account, server::Principal::By::Token, false};
    return anonymizeFile(request, m_secret, m_workers);
  }

  static std::vector<std::uint8_t> instance(int number,
                                            std::string_view sopClass = "1.2.840.10008.5.1.4.1.1.2") {
    tests::DicomBuilder builder;
    builder.identity("1.2.3." + std::to_string(number), "1.2.3", "1.2")
        .text(core::tags::SOPClassUID, Vr::UI, sopClass);
    builder.text(core::tags::PatientName, Vr::PN, "Kowalska^Zofia")
        .text(core::tags::PatientID, Vr::LO, "PL-471123");
    builder.image(2, 2).words(core::tags::PixelData, {1, 2, 3, 4});
    return builder.file();
  }

  /// Pixels that cannot be decoded.
  static std::vector<std::uint8_t> garbled() {
    tests::DicomBuilder builder;
    builder.identity("1.2.3.9", "1.2.3", "1.2").image(2, 2, 8, 8).fragments({{1, 2, 3, 4}});
    return builder.file("1.2.840.10008.1.2.4.80");
  }

  static QByteArray zipOf(const std::vector<std::vector<std::uint8_t>>& files) {
    core::ZipWriter zip;
    for (std::size_t i = 0; i < files.size(); ++i)
      if (!zip.add("Kowalska/" + std::to_string(i) + ".dcm", files[i])) qFatal("zip");
    return tests::bytesOf(zip.finish());
  }

  static core::DicomFile parsed(const QByteArray& bytes) {
    return *core::DicomFile::parse(tests::bufferOf({bytes.begin(), bytes.end()}));
  }

  static QByteArray header(const Answer& answer, const QByteArray& name) {
    for (const auto& [key, value] : answer.headers)
      if (key == name) return value;
    return {};
  }

 private slots:
  void aFileIsAnsweredAsAFile() {
    const Answer given = answer(Posting().file("Kowalska.dcm", tests::bytesOf(instance(1))));
    QCOMPARE(given.status, 200);
    QCOMPARE(given.contentType, "application/dicom");
    QVERIFY(!given.body.contains("Kowalska"));
    const core::DicomFile file = parsed(given.body);
    QVERIFY(file.dataSet().text(core::tags::PatientID).starts_with("ANON-"));
    const QByteArray name =
        QByteArray::fromStdString(std::string(file.dataSet().text(core::tags::SOPInstanceUID)));
    QCOMPARE(header(given, "Content-Disposition"), "attachment; filename=\"" + name + ".dcm\"");
    QCOMPARE(header(given, "X-Anonymize-Warning"), "");
  }

  void theOptionsAreTaken() {
    const Answer given = answer(Posting()
                                    .file("a.dcm", tests::bytesOf(instance(1)))
                                    .field("retain_uids", "true")
                                    .field("blackout", "0,0,1,1;1,1,1,1"));
    QCOMPARE(given.status, 200);
    const core::DicomFile file = parsed(given.body);
    QVERIFY(file.dataSet().text(core::tags::SOPInstanceUID) == "1.2.3.1");
    const auto& cells = file.dataSet().find(core::tags::PixelData)->value;
    QVERIFY((std::vector<std::uint8_t>(cells.begin(), cells.end()) ==
             std::vector<std::uint8_t>{0, 0, 2, 0, 3, 0, 0, 0}));
  }

  void aZipIsAnsweredAsAZipAndSaysWhatIsLeftOut() {
    const Answer given = answer(Posting()
                                    .file("study.zip", zipOf({instance(1), instance(2), garbled()}))
                                    .field("blackout", "0,0,1,1"));
    QCOMPARE(given.status, 200);
    QCOMPARE(given.contentType, "application/zip");
    const auto archive = core::ZipArchive::open(tests::bufferOf({given.body.begin(), given.body.end()}));
    QVERIFY(archive);
    QCOMPARE((*archive)->entries().size(), 2u);
    QVERIFY(!given.body.contains("Kowalska"));
    QVERIFY((*archive)->entries()[0].name.startsWith(QLatin1String("ANON-")));
    QCOMPARE(header(given, "X-Anonymize-Left-Out"), "the compressed image is damaged");
  }

  void aZipOfOneIsAnsweredAsAFile() {
    const Answer given = answer(Posting().file("study.zip", zipOf({instance(1)})));
    QCOMPARE(given.contentType, "application/dicom");
  }

  void warningsAreInAHeader() {
    const Answer given =
        answer(Posting().file("a.dcm", tests::bytesOf(instance(1, "1.2.840.10008.5.1.4.1.1.6.1"))));
    QVERIFY(header(given, "X-Anonymize-Warning").startsWith("ultrasound images"));
  }

  void theSamePatientIsTheSameAgainButNotForAnotherAccount() {
    const auto patient = [this](qint64 account) {
      const Answer given = answer(Posting().file("a.dcm", tests::bytesOf(instance(1))), account);
      return std::string(parsed(given.body).dataSet().text(core::tags::PatientID));
    };
    QVERIFY(patient(1) == patient(1));
    QVERIFY(patient(1) != patient(2));
  }

  void whatIsWrongIsSaidByItsField() {
    const QByteArray file = tests::bytesOf(instance(1));
    QCOMPARE(answer(Posting()).body, "{\"file\":[\"This field may not be null.\"]}");
    QCOMPARE(answer(Posting().file("a.png", file)).body,
             "{\"file\":[\"Invalid file type. Only .dcm, .DCM, .zip are allowed.\"]}");
    QCOMPARE(answer(Posting().file("a.dcm", file).field("shift_dates", "maybe")).body,
             "{\"shift_dates\":[\"\\\"maybe\\\" is not a valid choice.\"]}");
    for (const char* text : {"", "1,2,3", "1,2,0,4", "1,2,3,4;", "a"}) {
      const Answer given = answer(Posting().file("a.dcm", file).field("blackout", text));
      QCOMPARE(given.status, 400);
      QVERIFY(given.body.startsWith("{\"blackout\":["));
    }
  }

  void whatCannotBeReadOrCleanedIsRefused() {
    QCOMPARE(answer(Posting().file("a.dcm", "no DICOM at all")).body, "{\"file\":[\"Invalid DICOM file\"]}");
    QCOMPARE(answer(Posting().file("a.zip", "no zip at all")).status, 400);
    const auto blacked = [&](const char* name, const QByteArray& bytes) {
      return answer(Posting().file(name, bytes).field("blackout", "0,0,1,1"));
    };
    QCOMPARE(blacked("a.dcm", tests::bytesOf(garbled())).status, 422);
    QCOMPARE(blacked("a.zip", zipOf({garbled(), garbled()})).status, 422);
    QCOMPARE(answer(Posting().file("a.dcm", tests::bytesOf(garbled()))).status, 200);
  }
};

DICOMAESTRO_TEST(AnonymizeRouteTest)
#include "anonymizeroute_test.moc"
