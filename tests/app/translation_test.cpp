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

  /// What the sources say, read afresh.
  static QMap<QString, Message> wantedMessages(const QStringList& options) {
    QTemporaryDir dir;
    const QString fresh = dir.filePath(QStringLiteral("fresh.ts"));
    const QStringList arguments =
        options + QStringList{QStringLiteral("-silent"), QStringLiteral("-locations"),
                              QStringLiteral("none"),    QStringLiteral("-I"),
                              tests::sourceFolder(),     tests::sourceFolder() + QStringLiteral("/app"),
                              QStringLiteral("-ts"),     fresh};
    return QProcess::execute(QStringLiteral(LUPDATE), arguments) == 0 ? messages(fresh)
                                                                      : QMap<QString, Message>();
  }

 private slots:
  void aLanguageHasEveryTextOfTheProgramAndNoOther_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<int>("least");
    QTest::newRow("Polish: all") << QStringLiteral("dicomaestro_pl.ts") << QStringList() << 100;
    QTest::newRow("English: plurals")
        << QStringLiteral("dicomaestro_en.ts") << QStringList{QStringLiteral("-pluralonly")} << 10;
  }
  void aLanguageHasEveryTextOfTheProgramAndNoOther() {
    QFETCH(const QString, file);
    QFETCH(const QStringList, options);
    QFETCH(const int, least);
    const auto wanted = wantedMessages(options);
    const auto there = messages(tests::sourceFolder() + QStringLiteral("/translations/") + file);
    QVERIFY(wanted.size() > least);
    for (auto it = wanted.begin(); it != wanted.end(); ++it) {
      QVERIFY2(there.contains(it.key()), qPrintable(QStringLiteral("not translated: ") + it.key()));
      QVERIFY2(!there[it.key()].isUnfinished && !there[it.key()].translation.isEmpty(),
               qPrintable(QStringLiteral("unfinished: ") + it.key()));
    }
    for (auto it = there.begin(); it != there.end(); ++it)
      QVERIFY2(wanted.contains(it.key()),
               qPrintable(QStringLiteral("no longer in the program: ") + it.key()));
  }
};

DICOMAESTRO_TEST(TranslationTest)
#include "translation_test.moc"
