// SPDX-License-Identifier: MIT
#include "app/tags/tagmodel.h"

#include <QCheckBox>
#include <QTemporaryDir>
#include <QTreeView>
#include <ctime>

#include "app/tags/tagpanel.h"
#include "core/parse/tags.h"
#include "tests/app/folder.h"
#include "tests/support/dicombuilder.h"
#include "tests/support/testmain.h"

using namespace core;
using tests::DicomBuilder;

class TagModelTest : public QObject {
  Q_OBJECT

  static std::shared_ptr<const DicomFile> file(const DicomBuilder& builder) {
    return std::make_shared<const DicomFile>(builder.parsed());
  }
  static QString cell(const app::TagModel& model, int row, int column, const QModelIndex& parent = {}) {
    return model.index(row, column, parent).data().toString();
  }
  static DicomBuilder image(std::string_view slope) {
    const DicomBuilder item = DicomBuilder().text(tags::RescaleSlope, Vr::DS, slope);
    return DicomBuilder()
        .identity()
        .text(tags::PatientName, Vr::PN, "Doe^Jane")
        .sequence(tags::PixelValueTransformationSequence, {item, item});
  }

 private slots:
  void groupTwoComesFirstThenTheDataSet() {
    app::TagModel model;
    model.setFile(file(image("2")));
    QCOMPARE(cell(model, 0, app::TagModel::TagColumn), QStringLiteral("(0002,0001)"));
    QCOMPARE(cell(model, 2, app::TagModel::NameColumn), QStringLiteral("SOP Class UID"));
    QCOMPARE(cell(model, 2, app::TagModel::VrColumn), QStringLiteral("UI"));
  }

  void sequencesHaveItemsAndThoseTheirElements() {
    app::TagModel model;
    model.setFile(file(image("2.5")));
    const QModelIndex sequence = model.index(model.rowCount() - 1, 0);
    QCOMPARE(model.rowCount(sequence), 2);
    const QModelIndex item = model.index(1, 0, sequence);
    QCOMPARE(cell(model, 0, app::TagModel::ValueColumn, item), QStringLiteral("2.5"));
    QCOMPARE(model.path(model.index(0, 0, item)), QStringLiteral("(0028,9145)[2].(0028,1053)"));
  }

  void aDelimiterAmongTheElementsIsNone() {
    app::TagModel model;
    model.setFile(file(image("2")));
    const int rows = model.rowCount();
    model.setFile(file(image("2").raw({0xFE, 0xFF, 0xDD, 0xE0, 0, 0, 0, 0})));
    QCOMPARE(model.rowCount(), rows);
  }

  void aSearchKeepsTheBranchOfWhatItFinds() {
    app::TagModel model;
    app::TagFilter filter(&model);
    model.setFile(file(image("2.5")));
    filter.setWords(QStringLiteral("rescaleslope"));
    QCOMPARE(filter.rowCount(), 1);
    QCOMPARE(filter.rowCount(filter.index(0, 0)), 2);
    filter.setWords(QStringLiteral("doe"));
    QCOMPARE(filter.rowCount(), 1);
    filter.setWords(QStringLiteral("00281053"));
    QCOMPARE(filter.rowCount(), 1);
    filter.setWords(QStringLiteral("nothing of the kind"));
    QCOMPARE(filter.rowCount(), 0);
  }

  void whatDiffersFromTheOtherFileIsMarkedWheneverItComes() {
    app::TagModel model;
    model.setFile(file(image("3")));
    const QModelIndex sequence = model.index(model.rowCount() - 1, 0);
    const QModelIndex slope = model.index(0, 0, model.index(0, 0, sequence));
    QVERIFY(!slope.data(Qt::ForegroundRole).isValid());
    model.setCompared(file(image("2")));
    QVERIFY(sequence.data(Qt::ForegroundRole).isValid());
    QVERIFY(slope.data(Qt::ForegroundRole).isValid());
    QVERIFY(!model.index(2, 0).data(Qt::ForegroundRole).isValid());
    model.setCompared(file(image("3")));
    QVERIFY(!slope.data(Qt::ForegroundRole).isValid());
  }

  void marksAreAgainstThePreviousSliceWhicheverWasShownBefore() {
    QTemporaryDir dir;
    tests::writeSeries(dir.path(), 3);
    const auto slice = [&](int i) {
      return core::Source{dir.filePath(QStringLiteral("slice%1").arg(i)), {}, -1, 0};
    };
    const auto fileOf = [&](int i) {
      return std::make_shared<const DicomFile>(*DicomFile::parse(*core::readAll(slice(i))));
    };
    app::TagPanel panel;
    panel.marks()->setChecked(true);
    panel.setFile(fileOf(1));
    panel.setFile(fileOf(3), slice(2));
    const auto* model = panel.model();
    const auto isMarked = [model](QStringView tag) {
      for (int i = 0; i < model->rowCount(); ++i)
        if (cell(*model, i, app::TagModel::TagColumn) == tag)
          return model->index(i, 0).data(Qt::ForegroundRole).isValid();
      return false;
    };
    QTRY_VERIFY(isMarked(u"(0020,0013)"));
    QVERIFY(!isMarked(u"(0010,0010)"));
    panel.marks()->setChecked(false);
    QVERIFY(!isMarked(u"(0020,0013)"));
    panel.setFile(fileOf(1));
    panel.marks()->setChecked(true);
    QTest::qWait(50);
    QVERIFY(!isMarked(u"(0020,0013)"));  // the first slice has none before it
  }

  void whatIsOpenStaysOpenFromSliceToSliceHoweverDeep() {
    app::TagPanel panel;
    panel.setFile(file(image("2")));
    const auto* filter = panel.filter();
    const auto sequence = [filter] { return filter->index(filter->rowCount() - 1, 0); };
    panel.tree()->setExpanded(sequence(), true);
    panel.tree()->setExpanded(filter->index(1, 0, sequence()), true);
    panel.setFile(nullptr);
    panel.setFile(file(image("3")));
    QVERIFY(panel.tree()->isExpanded(sequence()));
    QVERIFY(panel.tree()->isExpanded(filter->index(1, 0, sequence())));
    QVERIFY(!panel.tree()->isExpanded(filter->index(0, 0, sequence())));
  }

  void hiddenPatientsAreNotFoundNorCopied() {
    app::TagModel model;
    app::TagFilter filter(&model);
    model.setFile(file(image("2")));
    model.setHidesPatient(true);
    filter.setWords(QStringLiteral("doe"));
    QCOMPARE(filter.rowCount(), 0);
    filter.setWords(QStringLiteral("patientname"));
    QCOMPARE(filter.rowCount(), 1);
    const QModelIndex name = filter.mapToSource(filter.index(0, 0));
    QCOMPARE(model.value(name, 100), QStringLiteral("•••"));
    QCOMPARE(name.siblingAtColumn(app::TagModel::ValueColumn).data(Qt::ToolTipRole).toString(),
             QStringLiteral("•••"));
    model.setHidesPatient(false);
    QCOMPARE(model.value(filter.mapToSource(filter.index(0, 0)), 100), QStringLiteral("Doe^Jane"));
  }

  void fiftyThousandElementsOpenWithoutAPause() {
    std::vector<DicomBuilder> items(5000);
    for (DicomBuilder& item : items)
      for (std::uint16_t element = 0x1050; element < 0x105A; ++element)
        item.text({0x0028, element}, Vr::DS, "1");
    const auto large =
        file(DicomBuilder().identity().sequence(tags::PerFrameFunctionalGroupsSequence, items));
    app::TagModel model;
    app::TagFilter filter(&model);
    const std::clock_t begin = std::clock();
    model.setFile(large);
    QVERIFY(filter.rowCount() > 0);
    QCOMPARE(filter.index(filter.rowCount() - 1, app::TagModel::ValueColumn)
                 .data()
                 .toString()
                 .contains(QStringLiteral("5000")),
             true);
    // Of the processor, not of the clock: other programs may be at work.
    const double spent = 1000.0 * static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
    QVERIFY2(spent < 100, qPrintable(QString::number(spent)));
  }
};

DICOMAESTRO_TEST(TagModelTest)
#include "tagmodel_test.moc"
