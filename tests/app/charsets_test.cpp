// SPDX-License-Identifier: MIT
// Every character set of PS3.3 C.12.1.1.2, and wrongly declared ones, in the places of the viewer that show
// texts: the metadata panel, the corners and the browser agree with what an independent reader makes of them.
#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>

#include "app/open/library.h"
#include "app/paint/cornertexts.h"
#include "app/tags/tagmodel.h"
#include "core/open/source.h"
#include "tests/support/shared.h"
#include "tests/support/testmain.h"

class CharsetsTest : public QObject {
  Q_OBJECT

  static QString folder() { return tests::sharedFile(QStringLiteral("generated/charset/")); }

  static QJsonObject expectedTexts(const QString& name) {
    QFile file(tests::sharedFolder() + QStringLiteral("/data/expected/metadata/generated/charset/") + name +
               QStringLiteral(".json"));
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
  }

  /// Without what is no character for people: controls (a blank where they are shown), and the escape of GB
  /// 2312 that the reference leaves.
  static QString readable(QString text) {
    text.remove(QStringLiteral("\x1b$)A"));
    for (QChar& c : text)
      if (c < QLatin1Char(' ')) c = QLatin1Char(' ');
    return text.trimmed();
  }

  static QString valueIn(const app::TagModel& model, const QString& tag) {
    for (int row = 0; row < model.rowCount(); ++row)
      if (model.index(row, app::TagModel::TagColumn).data().toString() == tag)
        return model.index(row, app::TagModel::ValueColumn).data().toString();
    return {};
  }

  /// The components of the name's first group, each of which a line must hold: "Doe, John" or "Doe John".
  static bool holdsName(const QString& line, const QJsonObject& texts) {
    const QString name = readable(texts[QLatin1String("PatientName")].toString());
    const QStringList parts = name.section(QLatin1Char('='), 0, 0).split(QLatin1Char('^'));
    return std::all_of(parts.begin(), parts.end(),
                       [&line](const QString& part) { return readable(line).contains(part); });
  }

 private slots:
  void init() {
    if (tests::sharedFolder().isEmpty()) QSKIP("reference data absent: ../shared");
  }

  void everySetReadsTheSameEverywhere_data() {
    QTest::addColumn<QString>("name");
    if (tests::sharedFolder().isEmpty()) {
      QTest::newRow("none") << QString();
      return;
    }
    for (const QString& name : QDir(folder()).entryList({QStringLiteral("*.dcm")}, QDir::Files))
      QTest::newRow(qPrintable(name)) << name;
  }
  void everySetReadsTheSameEverywhere() {
    QFETCH(QString, name);
    const QJsonObject texts = expectedTexts(name);
    const QString description = readable(texts[QLatin1String("StudyDescription")].toString());
    QVERIFY(!description.isEmpty());

    const auto bytes = core::readAll({folder() + name, {}, -1});
    QVERIFY(bytes);
    auto parsed = core::DicomFile::parse(*bytes);
    QVERIFY(parsed);
    const auto file = std::make_shared<const core::DicomFile>(std::move(*parsed));
    app::TagModel model;
    model.setFile(file);
    QCOMPARE(readable(valueIn(model, QStringLiteral("(0010,0010)"))),
             readable(texts[QLatin1String("PatientName")].toString()));
    QCOMPARE(readable(valueIn(model, QStringLiteral("(0008,1030)"))), description);

    const auto instance = core::instanceOf(*file, {folder() + name, {}, -1});
    QVERIFY(instance);
    core::Stack stack;
    stack.instances = {*instance};
    const app::CornerTexts corners = app::cornerTexts(stack, &file->dataSet(), {}, false);
    QVERIFY2(holdsName(corners.topLeft.join(QLatin1Char('|')), texts),
             qPrintable(corners.topLeft.join(QLatin1Char('|'))));
    QVERIFY2(readable(corners.topRight.join(QLatin1Char('|'))).contains(description),
             qPrintable(corners.topRight.join(QLatin1Char('|'))));

    app::Library library;
    library.add(stack.instances);
    QCOMPARE(library.patients().size(), 1);
    const app::ListedPatient& patient = library.patients().front();
    QVERIFY2(holdsName(patient.label, texts), qPrintable(patient.label));
    QVERIFY2(readable(patient.studies.front().label).contains(description),
             qPrintable(patient.studies.front().label));
  }
};

DICOMAESTRO_TEST(CharsetsTest)
#include "charsets_test.moc"
