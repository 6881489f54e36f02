// SPDX-License-Identifier: MIT
// The program itself, as a script starts it.
#include <QImage>
#include <QProcess>
#include <QTemporaryDir>

#include "tests/app/folder.h"
#include "tests/support/testmain.h"

class ProgramTest : public QObject {
  Q_OBJECT

  QTemporaryDir m_dir;
  QString path(const char* name) const { return m_dir.filePath(QString::fromLatin1(name)); }

  std::pair<int, QString> run(QStringList arguments) {
    QProcess process;
    process.start(QStringLiteral(DICOMAESTRO_PROGRAM),
                  QStringList{QStringLiteral("--data-dir"), path("data")} + arguments);
    process.waitForFinished(60000);
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
            QString::fromLocal8Bit(process.readAllStandardError())};
  }

 private slots:
  void initTestCase() { tests::writeSeries(path("a"), 4); }

  void savesTheWholeWindowAndEndsWithZero() {
    const auto [code, text] = run({path("a"), QStringLiteral("--screenshot"), path("a.png"),
                                   QStringLiteral("--size"), QStringLiteral("1000x700")});
    QVERIFY2(code == 0, qPrintable(text));
    QCOMPARE(QImage(path("a.png")).size(), QSize(1000, 700));
  }

  void theFrameAndTheWindowAskedForAreOnThePicture() {
    const auto grey = [this](const QStringList& more) {
      run(QStringList{path("a"), QStringLiteral("--screenshot"), path("b.png"), QStringLiteral("--size"),
                      QStringLiteral("1000x700")} +
          more);
      return QImage(path("b.png")).pixelColor(400, 360).value();
    };
    QCOMPARE(grey({QStringLiteral("--frame"), QStringLiteral("3")}), 128);
    QCOMPARE(grey({QStringLiteral("--frame"), QStringLiteral("3"), QStringLiteral("--window"),
                   QStringLiteral("1000,100")}),
             0);
    QCOMPARE(grey({QStringLiteral("--frame"), QStringLiteral("3"), QStringLiteral("--window"),
                   QStringLiteral("0,100")}),
             255);
  }

  void endsWithOneAndTheReasonWhenThereIsNothingToShow() {
    const auto [code, text] = run({path("nowhere"), QStringLiteral("--screenshot"), path("c.png")});
    QCOMPARE(code, 1);
    QVERIFY(text.contains(QStringLiteral("nowhere")));
    const auto [tooFar, reason] = run({path("a"), QStringLiteral("--frame"), QStringLiteral("9"),
                                       QStringLiteral("--screenshot"), path("c.png")});
    QCOMPARE(tooFar, 1);
    QVERIFY(reason.contains(QStringLiteral("4 images")));
  }

  void anOptionThatIsWrongIsNamed() {
    const auto [code, text] = run({QStringLiteral("--size"), QStringLiteral("large")});
    QCOMPARE(code, 2);
    QVERIFY(text.contains(QStringLiteral("--size")));
  }
};

DICOMAESTRO_TEST(ProgramTest)
#include "program_test.moc"
