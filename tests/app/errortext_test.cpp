// SPDX-License-Identifier: MIT
#include "app/paint/errortext.h"

#include <QRegularExpression>

#include "app/paint/errordetail.h"
#include "core/open/scan.h"
#include "tests/app/brackets.h"
#include "tests/support/shared.h"
#include "tests/support/testmain.h"

class ErrorTextTest : public QObject {
  Q_OBJECT

  tests::Brackets m_brackets;

 private slots:
  void init() { QCoreApplication::installTranslator(&m_brackets); }
  void cleanup() { QCoreApplication::removeTranslator(&m_brackets); }

  void aDetailIsSaidInTheLanguageOfTheProgram_data() {
    QTest::addColumn<QString>("detail");
    QTest::addColumn<QString>("said");
    const auto row = [](const char* detail, const char* said) {
      QTest::newRow(detail) << QString::fromUtf8(detail) << QString::fromUtf8(said);
    };
    row("the header ends early", "⟦the header ends early⟧");
    row("frame 3 needs 512 bytes of pixel data, 5 are there",
        "⟦frame 3 needs 512 bytes of pixel data, 5 are there⟧");
    row("HEVC/H.265 Main Profile / Level 5.1 (not shown: no video decoder)",
        "⟦HEVC/H.265 Main Profile / Level 5.1 (not shown: no video decoder)⟧");
    row("%2: the stream is %1, the data set says 8 x 8", "⟦%2: the stream is %1, the data set says 8 x 8⟧");
    row("RLE: cells of 12 bits", "⟦RLE: cells of 12 bits⟧");
    row("the number is out of the range of US", "⟦the number is out of the range of US⟧");
    row("something that nobody has foreseen", "something that nobody has foreseen");
  }
  void aDetailIsSaidInTheLanguageOfTheProgram() {
    QFETCH(const QString, detail);
    QFETCH(const QString, said);
    QCOMPARE(app::detailText(detail.toStdString()), said);
  }

  void anErrorHasItsSentenceAndItsDetail() {
    QCOMPARE(app::errorText({core::ErrorCode::Truncated, "the header ends early"}),
             QStringLiteral("⟦The file is cut short⟧ (⟦the header ends early⟧)"));
    QCOMPARE(app::errorText({core::ErrorCode::NotDicom, {}}), QStringLiteral("⟦This is not a DICOM file⟧"));
    QCOMPARE(app::errorText({core::ErrorCode::UnsupportedTransferSyntax,
                             "MPEG2 Main Profile (not shown: no video decoder)"}),
             QStringLiteral("⟦This transfer syntax is not supported⟧: "
                            "⟦MPEG2 Main Profile (not shown: no video decoder)⟧"));
  }

  void whatTheBrokenFilesFailByIsSaidInTheLanguageOfTheProgram() {
    if (tests::sharedFolder().isEmpty()) QSKIP("reference data absent: ../shared");
    std::vector<core::Problem> all;
    core::ScanSink sink;
    sink.instances = [](std::vector<core::Instance>) {};
    sink.problems = [&all](std::vector<core::Problem> some) {
      all.insert(all.end(), some.begin(), some.end());
    };
    sink.progress = [](core::ScanProgress) {};
    core::scan({tests::sharedFile(QStringLiteral("generated/broken")),
                tests::sharedFile(QStringLiteral("generated/zip"))},
               sink, std::atomic<bool>(false));
    QVERIFY(all.size() > 10);
    static const QRegularExpression word(QStringLiteral("[a-z]{3}"));
    QStringList english;
    for (const core::Problem& problem : all) {
      const QString said = app::detailText(problem.error.detail);
      if (said.contains(word) && !said.startsWith(QStringLiteral("⟦"))) english << said;
    }
    QVERIFY2(english.isEmpty(), qPrintable(english.join(QLatin1Char('\n'))));
  }
};

DICOMAESTRO_TEST(ErrorTextTest)
#include "errortext_test.moc"
