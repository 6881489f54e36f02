// SPDX-License-Identifier: MIT
// The layers of the house, held by reading every #include: Debian's include paths would let core include a
// widget.
#include <QDirIterator>
#include <QRegularExpression>

#include "tests/support/shared.h"
#include "tests/support/testmain.h"

class LayeringTest : public QObject {
  Q_OBJECT

  static QStringList forbiddenIncludes(const QString& layer, const QString& pattern,
                                       const QStringList& except = {}) {
    static const QRegularExpression include(QStringLiteral("^\\s*#\\s*include\\s*[<\"]([^>\"]+)[>\"]"),
                                            QRegularExpression::MultilineOption);
    const QRegularExpression forbidden(pattern);
    QStringList found;
    QDirIterator files(tests::sourceFolder() + QLatin1Char('/') + layer,
                       {QStringLiteral("*.h"), QStringLiteral("*.cpp")}, QDir::Files,
                       QDirIterator::Subdirectories);
    int seen = 0;
    while (files.hasNext()) {
      QFile file(files.next());
      if (except.contains(file.fileName().mid(tests::sourceFolder().size() + 1))) continue;
      if (!file.open(QIODevice::ReadOnly)) continue;
      ++seen;
      auto matches = include.globalMatch(QString::fromUtf8(file.readAll()));
      while (matches.hasNext()) {
        const QString name = matches.next().captured(1);
        if (forbidden.match(name).hasMatch()) found << file.fileName() + QStringLiteral(" includes ") + name;
      }
    }
    if (seen == 0) found << QStringLiteral("no file read below ") + layer;
    return found;
  }

 private slots:
  void coreKnowsNoWindowAndNoSocket() {
    const QStringList found = forbiddenIncludes(
        QStringLiteral("core"),
        QStringLiteral(
            "^(app|server)/"
            "|QtWidgets|QtHttpServer|QtNetwork|QtSql|^QWidget|^QHttpServer|^QTcp|^QSql|^QPainter$"));
    QVERIFY2(found.isEmpty(), qPrintable(found.join(QLatin1Char('\n'))));
  }

  void appDoesNotKnowTheServer() {
    if (!QFile::exists(tests::sourceFolder() + QStringLiteral("/app/CMakeLists.txt"))) return;
    // app/developer asks an interface of its own; the composition root, dicomaestro/, answers with the
    // server.
    const QStringList found = forbiddenIncludes(
        QStringLiteral("app"), QStringLiteral("^(server|dicomaestro)/|QtHttpServer|^QHttpServer"),
        {QStringLiteral("app/main.cpp")});
    QVERIFY2(found.isEmpty(), qPrintable(found.join(QLatin1Char('\n'))));
  }

  void onlyTheCompositionRootKnowsBoth() {
    for (const char* layer : {"core", "app", "server"}) {
      const QString name = QString::fromLatin1(layer);
      const QStringList found =
          forbiddenIncludes(name, QStringLiteral("^dicomaestro/"), {QStringLiteral("app/main.cpp")});
      QVERIFY2(found.isEmpty(), qPrintable(found.join(QLatin1Char('\n'))));
    }
    for (const char* other : {"app", "server"}) {
      const QStringList found = forbiddenIncludes(
          QStringLiteral("dicomaestro"), QLatin1Char('^') + QString::fromLatin1(other) + QLatin1Char('/'));
      QVERIFY2(!found.isEmpty(), "nothing joins the viewer and the server");
    }
  }

  void serverDoesNotKnowTheApp() {
    if (!QFile::exists(tests::sourceFolder() + QStringLiteral("/server/CMakeLists.txt"))) return;
    const QStringList found = forbiddenIncludes(
        QStringLiteral("server"), QStringLiteral("^(app|dicomaestro)/|QtWidgets|^QWidget|QtCharts|^QChart"));
    QVERIFY2(found.isEmpty(), qPrintable(found.join(QLatin1Char('\n'))));
  }
};

DICOMAESTRO_TEST(LayeringTest)
#include "layering_test.moc"
