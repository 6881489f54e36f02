// SPDX-License-Identifier: MIT
#include <QCoreApplication>
#include <QDirIterator>
#include <QProcess>
#include <QTemporaryDir>

#include "core/parse/tags.h"
#include "tests/support/dicombuilder.h"
#include "tests/support/testmain.h"

using namespace core;

/// The verb as a person types it.
class AnonymizeVerbTest : public QObject {
  Q_OBJECT

  struct Answer {
    int code = -1;
    QByteArray output;
    QByteArray errors;
  };

  QTemporaryDir m_folder;

  Answer run(const QStringList& arguments) const {
    QProcess process;
    process.setWorkingDirectory(m_folder.path());
    process.start(QCoreApplication::applicationDirPath() + QStringLiteral("/dicomaestro-cli"),
                  QStringList{QStringLiteral("anonymize")} + arguments);
    if (!process.waitForFinished(60'000)) return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
  }

  static QByteArray instance(std::string_view sopClass) {
    tests::DicomBuilder builder;
    builder.identity("1.2.3.4", "1.2.3", "1.2").text(tags::SOPClassUID, Vr::UI, sopClass);
    builder.text(tags::PatientName, Vr::PN, "Kowalska^Zofia").text(tags::PatientID, Vr::LO, "PL-471123");
    builder.image(2, 2).words(tags::PixelData, {1, 2, 3, 4});
    return bytesOf(builder.file());
  }
  static QByteArray bytesOf(const std::vector<std::uint8_t>& bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), static_cast<qsizetype>(bytes.size())};
  }
  void write(const char* name, const QByteArray& bytes) const {
    const QString path = m_folder.filePath(QLatin1String(name));
    QVERIFY(QDir().mkpath(QFileInfo(path).path()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
  }
  QByteArray contentOf(const char* name) const {
    QFile file(m_folder.filePath(QLatin1String(name)));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
  }
  static QStringList words(const char* line) { return QString::fromLatin1(line).split(QLatin1Char(' ')); }

 private slots:
  void initTestCase() {
    write("in/ct.dcm", instance("1.2.840.10008.5.1.4.1.1.2"));
    write("in/us.dcm", instance("1.2.840.10008.5.1.4.1.1.6.1"));
    tests::DicomBuilder garbled;
    garbled.identity("1.2.3.5", "1.2.3", "1.2").image(2, 2, 8, 8).fragments({{1, 2, 3, 4}});
    write("in/garbled.dcm", bytesOf(garbled.file("1.2.840.10008.1.2.4.80")));
  }

  void aFileBecomesAFile() {
    const QByteArray original = contentOf("in/ct.dcm");
    const Answer answer = run(words("in/ct.dcm --output one.dcm --blackout 0,0,1,2"));
    QCOMPARE(answer.code, 0);
    QCOMPARE(answer.output, "1 written, 0 not\n");
    QCOMPARE(answer.errors, "");
    QVERIFY(contentOf("one.dcm").contains("ANON-"));
    QVERIFY(!contentOf("one.dcm").contains("Kowalska"));
    QCOMPARE(contentOf("in/ct.dcm"), original);
  }

  void aFolderBecomesAFolderAndSaysWhatItCouldNotDo() {
    const Answer answer = run(words("in --output out --shift-dates --blackout 0,0,1,1"));
    QCOMPARE(answer.code, 1);
    QCOMPARE(answer.output, "2 written, 1 not\n");
    QVERIFY(answer.errors.contains("garbled.dcm: "));
    QVERIFY(answer.errors.contains("warning: "));
    QVERIFY(answer.errors.contains("ultrasound images often have the patient's name in the pixels"));
    QDirIterator files(m_folder.filePath(QStringLiteral("out")), QDir::Files, QDirIterator::Subdirectories);
    int count = 0;
    for (; files.hasNext(); ++count) QVERIFY(!files.next().contains(QLatin1String("Kowalska")));
    QCOMPARE(count, 2);
  }

  void theSameSecretGivesTheSameNames() {
    const auto patientOf = [this](const char* line, const char* name) {
      if (run(words(line)).code != 0) return QByteArray();
      const qsizetype at = contentOf(name).indexOf("ANON-");
      return contentOf(name).mid(at, 15);
    };
    const QByteArray first = patientOf("in/ct.dcm --output a.dcm --secret key", "a.dcm");
    QVERIFY(first.size() == 15);
    QCOMPARE(patientOf("in/ct.dcm --output b.dcm --secret key", "b.dcm"), first);
    QVERIFY(patientOf("in/ct.dcm --output c.dcm", "c.dcm") != first);
  }

  void theOriginalIsNotReplaced() {
    const QByteArray original = contentOf("in/ct.dcm");
    QCOMPARE(run(words("in/ct.dcm --output in/ct.dcm")).code, 1);
    QCOMPARE(contentOf("in/ct.dcm"), original);
  }

  void aWrongCommandLineIsSaid_data() {
    QTest::addColumn<QString>("line");
    for (const char* line :
         {"in/ct.dcm", "--output x.dcm", "in/ct.dcm --output", "in/ct.dcm in/us.dcm --output x",
          "in/ct.dcm --output x.dcm --blackout 1,2,3", "in/ct.dcm --output x.dcm --retain-dates"})
      QTest::newRow(line) << QString::fromLatin1(line);
  }
  void aWrongCommandLineIsSaid() {
    QFETCH(QString, line);
    const Answer answer = run(line.split(QLatin1Char(' ')));
    QCOMPARE(answer.code, 2);
    QVERIFY(answer.errors.startsWith("usage: dicomaestro-cli anonymize IN --output"));
  }
};

DICOMAESTRO_TEST(AnonymizeVerbTest)
#include "anonymize_test.moc"
