// SPDX-License-Identifier: MIT
#include "core/anonymise/batch.h"

#include <QDirIterator>
#include <QTemporaryDir>

#include "core/anonymise/optiontext.h"
#include "core/anonymise/secretfile.h"
#include "core/parse/tags.h"
#include "core/write/zipwriter.h"
#include "tests/support/dicombuilder.h"
#include "tests/support/testmain.h"

using namespace core;
using namespace core::anonymise;

class BatchTest : public QObject {
  Q_OBJECT

  const Secret m_secret = *Secret::of(QByteArray(32, 'x'));

  static std::vector<std::uint8_t> instance(int number) {
    tests::DicomBuilder builder;
    builder.identity("1.2.3." + std::to_string(number), "1.2.3", "1.2");
    builder.text(tags::PatientName, Vr::PN, "Kowalska^Zofia").text(tags::PatientID, Vr::LO, "PL-471123");
    return builder.file();
  }
  static void write(const QString& path, const std::vector<std::uint8_t>& bytes) {
    QVERIFY(QDir().mkpath(QFileInfo(path).path()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(reinterpret_cast<const char*>(bytes.data()), static_cast<qint64>(bytes.size()));
  }
  static QStringList filesIn(const QString& folder) {
    QStringList names;
    QDirIterator files(folder, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) names += files.next().mid(folder.size() + 1);
    names.sort();
    return names;
  }
  std::vector<Outcome> run(const QString& input, const QString& output, const Options& options = {}) const {
    std::vector<Outcome> outcomes;
    anonymiseAll({input}, output, options, m_secret,
                 {[&outcomes](const Outcome& one) { outcomes.push_back(one); }}, false);
    return outcomes;
  }

 private slots:
  void aFolderBecomesAFolderOfNewNames() {
    QTemporaryDir folder;
    write(folder.filePath(QStringLiteral("in/Kowalska/PL-471123-1.dcm")), instance(1));
    write(folder.filePath(QStringLiteral("in/Kowalska/PL-471123-2.dcm")), instance(2));
    for (const bool retains : {false, true}) {
      const QString output = folder.filePath(retains ? QStringLiteral("kept") : QStringLiteral("out"));
      Options options;
      options.retainUids = retains;
      QCOMPARE(run(folder.filePath(QStringLiteral("in")), output, options).size(), 2u);
      const QStringList names = filesIn(output);
      QCOMPARE(names.size(), 2);
      const QString patient = QString::fromStdString(m_secret.pseudonym("PL-471123"));
      const QString series = QString::fromStdString(m_secret.uid("1.2.3"));
      const QString first = QString::fromStdString(m_secret.uid("1.2.3.1"));
      QVERIFY(names.contains(patient + QLatin1Char('/') + series + QLatin1String("/00001-") + first +
                             QLatin1String(".dcm")));
    }
  }

  void oneBadFileTakesNoOtherWithIt() {
    QTemporaryDir folder;
    tests::DicomBuilder garbled;
    garbled.identity("1.2.9", "1.2.8", "1.2").image(6, 8, 8, 8).fragments({{1, 2, 3, 4}});
    write(folder.filePath(QStringLiteral("in/1.dcm")), instance(1));
    write(folder.filePath(QStringLiteral("in/2.dcm")), garbled.file("1.2.840.10008.1.2.4.80"));
    write(folder.filePath(QStringLiteral("in/3.dcm")), instance(3));
    Options options;
    options.blackout = {{0, 0, 1, 1}};
    const auto outcomes =
        run(folder.filePath(QStringLiteral("in")), folder.filePath(QStringLiteral("out")), options);
    QCOMPARE(outcomes.size(), 3u);
    const auto failed =
        std::ranges::find_if(outcomes, [](const Outcome& one) { return one.error.has_value(); });
    QVERIFY(failed != outcomes.end());
    QVERIFY(failed->error->code == ErrorCode::CodecFailed);
    QVERIFY(failed->source.path.endsWith(QLatin1String("2.dcm")));
    QCOMPARE(filesIn(folder.filePath(QStringLiteral("out"))).size(), 2);
  }

  void theSameInstanceTwiceIsTwoFiles() {
    QTemporaryDir folder;
    write(folder.filePath(QStringLiteral("in/1.dcm")), instance(1));
    write(folder.filePath(QStringLiteral("in/2.dcm")), instance(1));
    run(folder.filePath(QStringLiteral("in")), folder.filePath(QStringLiteral("out")));
    QCOMPARE(filesIn(folder.filePath(QStringLiteral("out"))).size(), 2);
  }

  void nothingIsReplaced() {
    QTemporaryDir folder;
    write(folder.filePath(QStringLiteral("in/1.dcm")), instance(1));
    const QString output = folder.filePath(QStringLiteral("out"));
    QVERIFY(!run(folder.filePath(QStringLiteral("in")), output)[0].error);
    const auto again = run(folder.filePath(QStringLiteral("in")), output);
    QVERIFY(again[0].error && again[0].error->code == ErrorCode::WouldOverwrite);
    QCOMPARE(filesIn(output).size(), 1);
  }

  void aZipBecomesAFolder() {
    QTemporaryDir folder;
    ZipWriter zip;
    QVERIFY(zip.add("Kowalska/1", instance(1)));
    QVERIFY(zip.add("Kowalska/2", instance(2)));
    write(folder.filePath(QStringLiteral("study.zip")), zip.finish());
    run(folder.filePath(QStringLiteral("study.zip")), folder.filePath(QStringLiteral("out")));
    QCOMPARE(filesIn(folder.filePath(QStringLiteral("out"))).size(), 2);
  }

  void theOriginalIsNeverReplaced() {
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("1.dcm"));
    write(path, instance(1));
    const Outcome outcome = anonymiseFile(Source{path, {}, -1}, path, {}, m_secret);
    QVERIFY(outcome.error && outcome.error->code == ErrorCode::WouldOverwrite);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().contains("Kowalska"));
  }

  void aSecretFileIsMadeForItsOwnerAloneAndReadAgain() {
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("secret"));
    const auto made = secretFromFile(path);
    QVERIFY(made);
    QCOMPARE(QFile::permissions(path) & QFileDevice::Permissions(0x0FF), QFileDevice::Permissions(0));
    const auto again = secretFromFile(path);
    QVERIFY(again);
    QVERIFY(again->bytes() == made->bytes());
  }

  void aSecretFileThatOthersCanReadIsRefused() {
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("secret"));
    write(path, std::vector<std::uint8_t>(32, 'a'));
    QVERIFY(QFile::setPermissions(path, QFileDevice::ReadOwner | QFileDevice::ReadOther));
    QVERIFY(!secretFromFile(path));
    QVERIFY(QFile::setPermissions(path, QFileDevice::ReadOwner));
    QVERIFY(secretFromFile(path));
  }

  void rectanglesAreFourNumbers() {
    const auto rectangle = rectangleOf("1,2,30,40");
    QVERIFY(rectangle);
    QCOMPARE(rectangle->x, 1u);
    QCOMPARE(rectangle->height, 40u);
    for (const char* text : {"", "1,2,3", "1,2,3,4,5", "1,2,0,4", "1,2,3,0", "-1,2,3,4", "1, 2,3,4",
                             "1,2,3,4x", "99999999999,0,1,1"})
      QVERIFY2(!rectangleOf(text), text);
  }
};

DICOMAESTRO_TEST(BatchTest)
#include "batch_test.moc"
