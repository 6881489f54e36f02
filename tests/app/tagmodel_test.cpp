// SPDX-License-Identifier: MIT
#include "app/tags/tagmodel.h"

#include <QElapsedTimer>

#include "app/tags/tagpanel.h"
#include "core/parse/tags.h"
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

  void whatDiffersFromTheSliceBeforeIsMarked() {
    app::TagModel model;
    model.setMarksDifferences(true);
    model.setFile(file(image("2")));
    model.setFile(file(image("3")));
    const QModelIndex sequence = model.index(model.rowCount() - 1, 0);
    QVERIFY(sequence.data(Qt::ForegroundRole).isValid());
    QVERIFY(!model.index(2, 0).data(Qt::ForegroundRole).isValid());
    QVERIFY(model.index(0, 0, model.index(0, 0, sequence)).data(Qt::ForegroundRole).isValid());
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
    QElapsedTimer timer;
    timer.start();
    model.setFile(large);
    QVERIFY(filter.rowCount() > 0);
    QCOMPARE(filter.index(filter.rowCount() - 1, app::TagModel::LengthColumn)
                 .data()
                 .toString()
                 .contains(QStringLiteral("5000")),
             true);
    QVERIFY2(timer.elapsed() < 100, qPrintable(QString::number(timer.elapsed())));
  }
};

DICOMAESTRO_TEST(TagModelTest)
#include "tagmodel_test.moc"
