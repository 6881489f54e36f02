// SPDX-License-Identifier: MIT
// Files that lie: a folder each, its input and what must come of it are data (tests/cases/README.md).
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include "core/text/readanswer.h"
#include "tests/core/decode/frames.h"
#include "tests/support/shared.h"
#include "tests/support/testmain.h"

using namespace core;

class CasesTest : public QObject {
  Q_OBJECT

  static QByteArray contents(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
  }

  static QString folder() { return tests::sourceFolder() + QStringLiteral("/tests/cases/"); }

  static QString nameOf(Photometric photometric) {
    if (photometric == Photometric::Rgb) return QStringLiteral("RGB");
    return photometric == Photometric::YbrFull ? QStringLiteral("YBR_FULL") : QStringLiteral("grey");
  }

  static void compareTexts(const std::vector<std::uint8_t>& bytes, const QJsonObject& wanted) {
    const auto file = DicomFile::parse(tests::bufferOf(bytes));
    QVERIFY2(file, file ? "" : message(file.error()).c_str());
    const std::string answer = readAnswer(*file, {});
    const QJsonObject texts = QJsonDocument::fromJson(QByteArray::fromStdString(answer)).object();
    for (auto at = wanted.begin(); at != wanted.end(); ++at)
      QCOMPARE(texts[at.key()].toString(), at.value().toString());
  }

  /// The list is the frame's samples, from the first again when it is shorter.
  static void compareSamples(const Result<FramePtr>& frame, const QJsonArray& wanted, int within) {
    const auto samples = tests::samplesOf(frame);
    QVERIFY(!samples.empty());
    QVERIFY(samples.size() % static_cast<std::size_t>(wanted.size()) == 0);
    for (std::size_t i = 0; i < samples.size(); ++i) {
      const auto value = static_cast<std::int64_t>(
          wanted[static_cast<qsizetype>(i % static_cast<std::size_t>(wanted.size()))].toInteger());
      if (std::abs(samples[i] - value) > within) QCOMPARE(samples[i], value);
    }
  }

  static void compareFrame(const Result<FramePtr>& frame, const QJsonObject& expect, qsizetype index) {
    const QJsonValue error = expect[QLatin1String("frame_errors")].toArray().at(index);
    if (error.isString()) {
      QVERIFY(!frame);
      const std::string words = message(frame.error());
      QVERIFY2(QString::fromStdString(words).contains(error.toString()), words.c_str());
      return;
    }
    QVERIFY2(frame, frame ? "" : message(frame.error()).c_str());
    compareSamples(frame, expect[QLatin1String("samples")].toArray().at(index).toArray(),
                   expect[QLatin1String("within")].toInt());
    const QJsonValue photometric = expect[QLatin1String("photometric")];
    if (photometric.isString()) QCOMPARE(nameOf((*frame)->photometric), photometric.toString());
  }

  static void compareFrames(const std::vector<std::uint8_t>& bytes, const QJsonObject& expect) {
    const auto reader = tests::opened(bytes);
    if (const QJsonValue error = expect[QLatin1String("frame_open")]; error.isString()) {
      QVERIFY(!reader);
      QVERIFY(QString::fromStdString(message(reader.error())).contains(error.toString()));
      return;
    }
    QVERIFY2(reader, reader ? "" : message(reader.error()).c_str());
    QCOMPARE((*reader)->frames(), static_cast<std::uint32_t>(expect[QLatin1String("frames")].toInt()));
    for (std::uint32_t i = 0; i < (*reader)->frames(); ++i)
      compareFrame((*reader)->frame(i), expect, static_cast<qsizetype>(i));
  }

 private slots:
  void everyCaseComesOutAsItSays_data() {
    QTest::addColumn<QString>("name");
    for (const QString& name : QDir(folder()).entryList(QDir::Dirs | QDir::NoDotAndDotDot))
      QTest::newRow(qPrintable(name)) << name;
  }
  void everyCaseComesOutAsItSays() {
    QFETCH(QString, name);
    const QByteArray input = QByteArray::fromBase64(contents(folder() + name + QStringLiteral("/input.b64")));
    QVERIFY(!input.isEmpty());
    const QJsonObject expect =
        QJsonDocument::fromJson(contents(folder() + name + QStringLiteral("/case.json")))
            .object()[QLatin1String("expect")]
            .toObject();
    QVERIFY(expect.contains(QLatin1String("frames")) || expect.contains(QLatin1String("frame_open")));
    const std::vector<std::uint8_t> bytes(input.begin(), input.end());
    compareTexts(bytes, expect[QLatin1String("texts")].toObject());
    compareFrames(bytes, expect);
  }

  void everyCaseIsInTheTable() {
    const QString table = QString::fromUtf8(contents(folder() + QStringLiteral("README.md")));
    const QStringList names = QDir(folder()).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    QVERIFY(names.size() > 30);
    for (const QString& name : names)
      QVERIFY2(table.contains(QStringLiteral("| `%1` |").arg(name)), qPrintable(name));
  }
};

DICOMAESTRO_TEST(CasesTest)
#include "cases_test.moc"
