// SPDX-License-Identifier: MIT
// Broken, hostile and mutated files through the read and the render route. DICOMAESTRO_MUTATIONS says how
// many mutations; 300 by default.
#include <QDir>
#include <ctime>

#include "tests/server/read/mutations.h"
#include "tests/server/read/posting.h"
#include "tests/support/shared.h"
#include "tests/support/testmain.h"

using namespace server;
using tests::Posting;

class HostileFilesTest : public QObject {
  Q_OBJECT

  static constexpr double longest = 10;  ///< seconds of the processor that a request may take

  core::Workers m_workers{1};

  enum class Expected { Readable, Refused, Either };

  /// "" when the answer is one that may be given, else what is wrong with it.
  QString complaint(const Posting& posting, bool isRender, Expected expected) {
    const std::clock_t start = std::clock();
    const Request request = posting.request();
    const Answer answer = isRender ? renderFile(request, m_workers) : readFile(request, m_workers);
    const double seconds = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
    if (seconds > longest) return QStringLiteral("%1 s").arg(seconds);
    const bool isAnswer = answer.status == 200 || answer.status == 400 || answer.status == 422;
    if (!isAnswer) return QStringLiteral("status %1").arg(answer.status);
    if (expected == Expected::Readable && answer.status != 200)
      return QString::fromUtf8(answer.body.left(200));
    if (expected == Expected::Refused && answer.status < 400) return QStringLiteral("not refused");
    const bool isPicture = isRender && answer.status == 200;
    const bool isWhole =
        isPicture ? !QImage::fromData(answer.body).isNull()
                  : !QJsonDocument::fromJson(answer.body).isNull() || answer.body.size() > 50'000'000;
    return isWhole ? QString() : QStringLiteral("a broken answer");
  }

  static QHash<QString, Expected> expectations() {
    QHash<QString, Expected> all;
    const QByteArray table =
        tests::contentOf(tests::sharedFolder() + QStringLiteral("/data/expected/broken.tsv"));
    for (const QByteArray& line : table.split('\n')) {
      const QList<QByteArray> cells = line.split('\t');
      if (cells.size() < 2) continue;
      const Expected expected = cells[1] == "ok"      ? Expected::Readable
                                : cells[1] == "error" ? Expected::Refused
                                                      : Expected::Either;
      all.insert(QString::fromUtf8(cells[0]).section(QLatin1Char('/'), -1), expected);
    }
    return all;
  }

  static QStringList filesIn(const char* folder) {
    const QDir dir(tests::sharedFile(QString::fromLatin1(folder)));
    QStringList paths;
    for (const QString& name : dir.entryList(QDir::Files)) paths << dir.filePath(name);
    return paths;
  }

  static Posting dressed(const QByteArray& content, quint32 seed) {
    constexpr const char* formats[] = {"png", "jpeg", "gif"};
    Posting posting;
    posting.file("a.dcm", content);
    if (seed % 5 == 0) posting.field("return_format", formats[seed / 5 % 3]);
    if (seed % 7 == 0) posting.field("window", "40,400,sigmoid");
    if (seed % 11 == 0) posting.field("format", "dicom-json");
    if (seed % 3 == 0) posting.field("pixel_data", "omit");
    if (seed % 13 == 0) posting.field("viewport", "200,100");
    return posting;
  }

  static double peakMegabytes() {
    for (const QByteArray& line : tests::contentOf(QStringLiteral("/proc/self/status")).split('\n'))
      if (line.startsWith("VmHWM:")) return line.mid(6).trimmed().split(' ').first().toDouble() / 1024;
    return 0;
  }

 private slots:
  void brokenFilesAreReadOrRefused() {
    if (tests::sharedFolder().isEmpty()) QSKIP("reference data absent: ../shared");
    const auto expected = expectations();
    QVERIFY(expected.size() > 50);
    for (const QString& path : filesIn("generated/broken")) {
      const QString name = path.section(QLatin1Char('/'), -1);
      const QByteArray content = tests::contentOf(path);
      const Expected texts = expected.value(name, Expected::Either);
      const Expected picture = texts == Expected::Readable ? Expected::Either : texts;
      const Posting whole = Posting().file("a.dcm", content);
      const Posting withoutImages = Posting().file("a.dcm", content).field("images", "none");
      for (const QString& wrong : {complaint(withoutImages, false, texts), complaint(whole, false, picture),
                                   complaint(whole, true, picture)})
        QVERIFY2(wrong.isEmpty(), qPrintable(name + QStringLiteral(": ") + wrong));
    }
  }

  void archivesAreReadOrRefused() {
    if (tests::sharedFolder().isEmpty()) QSKIP("reference data absent: ../shared");
    for (const QString& path : filesIn("generated/zip")) {
      const Posting posting = Posting().file("a.zip", tests::contentOf(path));
      const QString wrong = complaint(posting, false, Expected::Either);
      QVERIFY2(wrong.isEmpty(), qPrintable(path + wrong));
    }
  }

  void mutatedFilesAreReadOrRefused() {
    const QByteArray count = qgetenv("DICOMAESTRO_MUTATIONS");
    const quint32 mutations = count.isEmpty() ? 300 : count.toUInt();
    const QList<QByteArray> files = tests::goodFiles();
    for (quint32 seed = 0; seed < mutations; ++seed) {
      const QByteArray& good = files[(seed * 7919) % quint32(files.size())];
      const QString wrong =
          complaint(dressed(tests::mutated(good, seed), seed), seed % 4 == 0, Expected::Either);
      QVERIFY2(wrong.isEmpty(), qPrintable(QStringLiteral("mutation %1: %2").arg(seed).arg(wrong)));
    }
  }

  void memoryIsBounded() {
    const double peak = peakMegabytes();
    QVERIFY2(peak < 2500, qPrintable(QStringLiteral("%1 MB at most").arg(peak)));
  }
};

DICOMAESTRO_TEST(HostileFilesTest)
#include "hostilefiles_test.moc"
