// SPDX-License-Identifier: MIT
#include <QProcess>
#include <QTemporaryDir>
#include <QXmlStreamReader>

#include "tests/support/shared.h"
#include "tests/support/testmain.h"

class TranslationTest : public QObject {
  Q_OBJECT

  struct Message {
    QString translation;
    bool isUnfinished = false;
  };
  /// context + source → what stands for it.
  static QMap<QString, Message> messages(const QString& path) {
    QMap<QString, Message> all;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return all;
    QXmlStreamReader xml(&file);
    QString context, source;
    while (!xml.atEnd()) {
      if (!xml.readNextStartElement() && xml.atEnd()) break;
      if (!xml.isStartElement()) continue;
      if (xml.name() == QLatin1String("name"))
        context = xml.readElementText();
      else if (xml.name() == QLatin1String("source"))
        source = xml.readElementText();
      else if (xml.name() == QLatin1String("translation")) {
        const bool unfinished = xml.attributes().value(QLatin1String("type")) == QLatin1String("unfinished");
        all.insert(context + QLatin1Char('|') + source,
                   {xml.readElementText(QXmlStreamReader::IncludeChildElements).trimmed(), unfinished});
      }
    }
    return all;
  }

 private slots:
  void polishHasEveryTextOfTheProgramAndNoOther() {
    QTemporaryDir dir;
    const QString fresh = dir.filePath(QStringLiteral("fresh.ts"));
    QCOMPARE(
        QProcess::execute(QStringLiteral(LUPDATE),
                          {QStringLiteral("-silent"), QStringLiteral("-locations"), QStringLiteral("none"),
                           QStringLiteral("-I"), tests::sourceFolder(),
                           tests::sourceFolder() + QStringLiteral("/app"), QStringLiteral("-ts"), fresh}),
        0);
    const auto wanted = messages(fresh);
    const auto polish = messages(tests::sourceFolder() + QStringLiteral("/translations/dicomaestro_pl.ts"));
    QVERIFY(wanted.size() > 100);
    for (auto it = wanted.begin(); it != wanted.end(); ++it) {
      QVERIFY2(polish.contains(it.key()), qPrintable(QStringLiteral("not translated: ") + it.key()));
      QVERIFY2(!polish[it.key()].isUnfinished && !polish[it.key()].translation.isEmpty(),
               qPrintable(QStringLiteral("unfinished: ") + it.key()));
    }
    for (auto it = polish.begin(); it != polish.end(); ++it)
      QVERIFY2(wanted.contains(it.key()),
               qPrintable(QStringLiteral("no longer in the program: ") + it.key()));
  }
};

DICOMAESTRO_TEST(TranslationTest)
#include "translation_test.moc"
