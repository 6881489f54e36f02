// SPDX-License-Identifier: MIT
#include <QFile>

#include "core/decode/framereader.h"
#include "tests/support/shared.h"
#include "tests/support/testmain.h"

class ReadmeTest : public QObject {
  Q_OBJECT

 private slots:
  void theTableOfTransferSyntaxesIsThatOfTheDecoder() {
    QFile file(tests::sourceFolder() + QStringLiteral("/README.md"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(file.readAll());
    const QString table =
        text.section(QStringLiteral("transfer-syntaxes:"), 1).section(QStringLiteral("<!-- end -->"), 0, 0);
    QStringList shown;
    for (const QString& line : table.split(QLatin1Char('\n')))
      if (line.startsWith(QStringLiteral("| 1."))) shown << line;
    QStringList wanted;
    for (const core::TransferSyntaxRow& row : core::transferSyntaxes())
      wanted << QStringLiteral("| %1 | %2 | %3 | %4 |")
                    .arg(QString::fromStdString(std::string(row.uid)),
                         QString::fromStdString(std::string(row.name)),
                         row.isShown ? QStringLiteral("yes") : QStringLiteral("no"),
                         QString::fromStdString(std::string(row.by)));
    QCOMPARE(shown, wanted);
  }
};

DICOMAESTRO_TEST(ReadmeTest)
#include "readme_test.moc"
