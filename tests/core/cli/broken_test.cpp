// SPDX-License-Identifier: MIT
#include <QCoreApplication>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

#include "tests/support/shared.h"
#include "tests/support/testmain.h"

/// Broken and hostile files through dicomaestro-cli, each in a process of its own, so that a crash or a
/// sanitizer's word is seen as such.
class BrokenFilesTest : public QObject {
  Q_OBJECT

  struct Answer {
    int code = -1;
    QByteArray output;
    QByteArray errors;
  };

  /// Fails the test on a crash, a hang over 10 s, or an exit code that is none of ours.
  static Answer run(const QStringList& arguments) {
    QProcess process;
    process.start(QCoreApplication::applicationDirPath() + QStringLiteral("/dicomaestro-cli"), arguments);
    const bool ended = process.waitForFinished(10'000);
    if (!ended) process.kill(), process.waitForFinished();
    const bool isClean = ended && process.exitStatus() == QProcess::NormalExit && process.exitCode() <= 1;
    const Answer answer{isClean ? process.exitCode() : -1, process.readAllStandardOutput(),
                        process.readAllStandardError()};
    if (!isClean) qWarning("%s", answer.errors.constData());
    return answer;
  }

  static QStringList brokenFiles() {
    const QDir folder(tests::sharedFile(QStringLiteral("generated/broken")));
    QStringList paths;
    for (const QString& name : folder.entryList(QDir::Files)) paths += folder.filePath(name);
    return paths;
  }

 private slots:
  void initTestCase() {
    if (tests::sharedFolder().isEmpty()) QSKIP("reference data absent: ../shared");
  }

  void everyFileGivesAnInstanceOrAReason() {
    for (const QString& path : brokenFiles()) {
      const Answer answer = run({QStringLiteral("series"), path});
      QVERIFY2(answer.code >= 0, qPrintable(path));
      const QJsonObject json = QJsonDocument::fromJson(answer.output).object();
      const bool isFound = !json[QLatin1String("series")].toArray().isEmpty();
      const bool hasReason = !json[QLatin1String("problems")].toArray().isEmpty();
      QVERIFY2(isFound || hasReason, qPrintable(path));
      QCOMPARE(answer.code, isFound ? 0 : 1);
    }
  }

  void allOfThemAsOneFolder() {
    const Answer answer =
        run({QStringLiteral("series"), tests::sharedFile(QStringLiteral("generated/broken"))});
    QCOMPARE(answer.code, 0);
    const QJsonObject json = QJsonDocument::fromJson(answer.output).object();
    qsizetype count = json[QLatin1String("problems")].toArray().size();
    for (const QJsonValue& series : json[QLatin1String("series")].toArray())
      count += series[QLatin1String("instances")].toArray().size();
    QCOMPARE(count, brokenFiles().size());
  }

  void everyArchive() {
    const QDir folder(tests::sharedFile(QStringLiteral("generated/zip")));
    for (const QString& name : folder.entryList(QDir::Files)) {
      const Answer answer = run({QStringLiteral("series"), folder.filePath(name)});
      QVERIFY2(answer.code >= 0, qPrintable(name));
    }
  }

  void everyFileIsRenderedOrRefusedWithAReason() {
    const QByteArray usage = run({QStringLiteral("--help")}).output;
    QVERIFY(usage.contains("dicomaestro-cli render"));
    QTemporaryDir folder;
    const QString output = folder.filePath(QStringLiteral("out.png"));
    for (const QString& path : brokenFiles()) {
      QFile::remove(output);
      const Answer answer = run({QStringLiteral("render"), path, QStringLiteral("--output"), output});
      QVERIFY2(answer.code >= 0, qPrintable(path));
      QVERIFY2(QFile::exists(output) == (answer.code == 0), qPrintable(path));
      QVERIFY2(answer.code == 0 || !answer.errors.trimmed().isEmpty(), qPrintable(path));
    }
  }
};

DICOMAESTRO_TEST(BrokenFilesTest)
#include "broken_test.moc"
