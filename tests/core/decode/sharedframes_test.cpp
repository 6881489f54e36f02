// SPDX-License-Identifier: MIT
// Foreign files: the WG-04 images in every lossless syntax against their originals, and every file that there
// is, to see that nothing crashes.
#include <QDirIterator>

#include "tests/core/decode/frames.h"
#include "tests/support/shared.h"
#include "tests/support/testmain.h"

using namespace core;

class SharedFramesTest : public QObject {
  Q_OBJECT

  static std::vector<std::uint8_t> contents(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return {};
    const QByteArray bytes = file.readAll();
    return {bytes.begin(), bytes.end()};
  }

 private slots:
  void init() {
    if (tests::sharedFolder().isEmpty()) QSKIP("reference data absent: ../shared");
  }

  void losslessFilesOfWg04EqualTheirOriginals_data() {
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("original");
    if (tests::sharedFolder().isEmpty()) {
      QTest::newRow("none") << QString() << QString();
      return;
    }
    for (const char* folder : {"RLE", "JPLL", "JLSL", "J2KR"}) {
      const QString name = QString::fromLatin1(folder);
      for (const QString& file :
           QDir(tests::sharedFile(QStringLiteral("nema-wg04/") + name)).entryList(QDir::Files)) {
        const QString original = tests::sharedFile(
            QStringLiteral("nema-wg04/REF/") + file.section(QLatin1Char('_'), 0, 0) + QStringLiteral("_UNC"));
        if (QFile::exists(original))
          QTest::newRow(qPrintable(file))
              << tests::sharedFile(QStringLiteral("nema-wg04/") + name + QLatin1Char('/') + file) << original;
      }
    }
  }
  void losslessFilesOfWg04EqualTheirOriginals() {
    QFETCH(QString, path);
    QFETCH(QString, original);
    const auto frame = tests::frameOf(contents(path));
    const auto raw = tests::frameOf(contents(original));
    QVERIFY(frame && raw);
    // YBR_RCT and RGB are two names of one picture here; the samples decide.
    QCOMPARE(tests::samplesOf(frame), tests::samplesOf(raw));
  }

  void everyFileGivesFramesOrAReason() {
    QDirIterator files(tests::sharedFile(QString()), QDir::Files, QDirIterator::Subdirectories);
    int decoded = 0;
    while (files.hasNext()) {
      const auto reader = tests::opened(contents(files.next()));
      if (!reader) {
        QVERIFY(reader.error().code != ErrorCode::Cancelled);
        continue;
      }
      const std::uint32_t last = (*reader)->frames() - 1;
      for (const std::uint32_t index : {0u, last / 2, last}) {
        const auto frame = (*reader)->frame(index);
        decoded += frame.ok();
        if (!frame) QVERIFY(!frame.error().detail.empty());
        if (frame)
          QCOMPARE((*frame)->data.size(), std::size_t{(*frame)->rows} * (*frame)->columns *
                                              (*frame)->samples * sampleBytes((*frame)->type));
      }
    }
    QVERIFY(decoded > 3000);
  }
};

DICOMAESTRO_TEST(SharedFramesTest)
#include "sharedframes_test.moc"
