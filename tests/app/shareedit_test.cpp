// SPDX-License-Identifier: MIT
#include <QCalendarWidget>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QTableView>
#include <QTemporaryDir>
#include <QTimer>
#include <QToolButton>
#include <QTreeView>

#include "app/share/addelementdialog.h"
#include "app/share/dateedit.h"
#include "app/share/editmodel.h"
#include "app/share/editpanel.h"
#include "app/share/edittext.h"
#include "app/tags/tagpanel.h"
#include "core/decode/framereader.h"
#include "core/parse/tags.h"
#include "core/text/display.h"
#include "tests/app/folder.h"
#include "tests/support/dicombuilder.h"
#include "tests/support/testmain.h"

using app::EditModel;
using app::EditPanel;
using app::EditPath;
using core::Vr;
using tests::DicomBuilder;
namespace tags = core::tags;

namespace {

constexpr core::Tag request{0x0040, 0x0275}, meaning{0x0008, 0x0104};

DicomBuilder sample() {
  DicomBuilder item;
  item.text(meaning, Vr::LO, "Head").text({0x0040, 0x0007}, Vr::LO, "step");
  DicomBuilder builder = DicomBuilder().identity();
  builder.text(tags::PatientName, Vr::PN, "Doe^Jane").text(tags::StudyDate, Vr::DA, "20200131");
  builder.sequence(request, {item}).us({0x0018, 0x1310}, {0, 256}).fd({0x0018, 0x9073}, {0.1});
  return builder.image(2, 2).words(tags::PixelData, {1, 2, 3, 4});
}

QByteArray bytesOf(const QString& path) {
  QFile file(path);
  return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

}  // namespace

/// Editing a copy's metadata in the metadata panel.
class ShareEditTest : public QObject {
  Q_OBJECT

  std::unique_ptr<QTemporaryDir> m_dir;
  std::unique_ptr<app::TagPanel> m_panel;
  EditPanel* m_editor = nullptr;  ///< of the panel
  QString m_original, m_target;

  void open(const DicomBuilder& builder) {
    m_original = m_dir->filePath(QStringLiteral("original"));
    m_target = m_dir->filePath(QStringLiteral("copy.dcm"));
    QFile file(m_original);
    QVERIFY(file.open(QIODevice::WriteOnly));
    const auto bytes = builder.file();
    file.write(reinterpret_cast<const char*>(bytes.data()), static_cast<qint64>(bytes.size()));
    file.close();
    m_panel = std::make_unique<app::TagPanel>();
    m_panel->resize(420, 640);
    const auto shown = tests::readDicom(m_original);
    m_panel->setFile(shown);
    connect(m_panel.get(), &app::TagPanel::editWanted, this, [this, shown] {
      m_editor = new EditPanel(shown, core::Source{m_original, {}, -1, 0}, m_panel.get());
      m_panel->setEditor(m_editor);
    });
    m_panel->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
    m_panel->activateWindow();
    QTest::mouseClick(m_panel->editSwitch(), Qt::LeftButton);
    QVERIFY(m_editor && m_panel->editSwitch()->isChecked());
  }

  EditModel* model() { return m_editor->model(); }
  QModelIndex at(const EditPath& path, int column = EditModel::ValueColumn) {
    return model()->find(path).siblingAtColumn(column);
  }
  void choose(const EditPath& path) {
    const auto* filter = qobject_cast<QSortFilterProxyModel*>(m_editor->tree()->model());
    m_editor->tree()->setCurrentIndex(filter->mapFromSource(model()->find(path)));
  }
  bool set(const EditPath& path, const QString& value) {
    return model()->setData(at(path), value, Qt::EditRole);
  }
  QString value(const EditPath& path) { return at(path).data().toString(); }

  std::shared_ptr<const core::DicomFile> save() {
    m_editor->save(m_target);
    [&] { QTRY_VERIFY_WITH_TIMEOUT(!m_editor->isSaving(), 10000); }();
    return tests::readDicom(m_target);
  }

 private slots:
  void init() { m_dir = std::make_unique<QTemporaryDir>(); }
  void cleanup() {
    m_panel.reset();
    m_editor = nullptr;
  }

  void aChangeIsUndoneRedoneAndSavedToANewFile() {
    open(sample());
    const QByteArray before = bytesOf(m_original);
    const EditPath name{{tags::PatientName}};
    QVERIFY(set(name, QStringLiteral("Roe^John")));
    QCOMPARE(model()->state(model()->find(name)), EditModel::State::Changed);
    m_editor->document().undoStack()->undo();
    QCOMPARE(value(name), QStringLiteral("Doe^Jane"));
    QCOMPARE(model()->state(model()->find(name)), EditModel::State::Same);
    m_editor->document().undoStack()->redo();
    const auto copy = save();
    QVERIFY(copy);
    QCOMPARE(core::textValue(copy->dataSet(), tags::PatientName), std::string("Roe^John"));
    QCOMPARE(core::textValue(copy->dataSet(), tags::StudyDate), std::string("20200131"));
    QVERIFY(copy->dataSet().text(tags::SOPInstanceUID) != "2.25.1");
    QCOMPARE(copy->meta().text({0x0002, 0x0003}), copy->dataSet().text(tags::SOPInstanceUID));
    QCOMPARE(bytesOf(m_original), before);
    const auto frame = (*core::FrameReader::open(copy))->frame(0);
    QCOMPARE((*frame)->samplesAs<std::uint16_t>()[3], std::uint16_t{4});
  }

  /// The place of a value in the tree, after scrolling there.
  QPoint placeOf(const EditPath& path) {
    const auto* filter = qobject_cast<QSortFilterProxyModel*>(m_editor->tree()->model());
    const QModelIndex index = filter->mapFromSource(at(path));
    m_editor->tree()->scrollTo(index);
    return m_editor->tree()->visualRect(index).center();
  }
  /// Answers the next question.
  static void answer(QMessageBox::StandardButton button) {
    QTimer::singleShot(0, qApp, [button] {
      if (auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget()))
        box->button(button)->click();
    });
  }

  void aValueIsChangedInPlaceByTheMouseAndTakenBackByKeys() {
    open(sample());
    const EditPath name{{tags::PatientName}};
    QTreeView* tree = m_editor->tree();
    QTest::mouseClick(tree->viewport(), Qt::LeftButton, {}, placeOf(name));
    QTest::mouseDClick(tree->viewport(), Qt::LeftButton, {}, placeOf(name));
    auto* line = tree->findChild<QLineEdit*>();
    QVERIFY(line);
    line->selectAll();
    QTest::keyClicks(line, QStringLiteral("Roe^John"));
    QTest::keyClick(line, Qt::Key_Return);
    QTRY_COMPARE(value(name), QStringLiteral("Roe^John"));
    QCOMPARE(model()->state(model()->find(name)), EditModel::State::Changed);
    QTRY_VERIFY(tree->hasFocus());
    QTest::keyClick(tree, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(value(name), QStringLiteral("Doe^Jane"));
    QTest::keyClick(tree, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(value(name), QStringLiteral("Roe^John"));
    choose(name);
    QTest::keyClick(tree, Qt::Key_Delete);
    QCOMPARE(model()->state(model()->find(name)), EditModel::State::Deleted);
  }

  void theOtherImageIsShownBesideTheCopyAndTheCopyStays() {
    open(sample());
    QVERIFY(set({{tags::PatientName}}, QStringLiteral("Roe^John")));
    m_panel->setFile(std::make_shared<const core::DicomFile>(DicomBuilder().identity("2.25.7").parsed()));
    QCOMPARE(value({{tags::PatientName}}), QStringLiteral("Roe^John"));
    bool isSaid = false;
    for (const QLabel* label : m_editor->findChildren<QLabel*>())
      isSaid = isSaid || (label->isVisible() && label->text().contains(QStringLiteral("another image")));
    QVERIFY(isSaid);
    QCOMPARE(save()->dataSet().text(tags::StudyDate), std::string_view("20200131"));
  }

  void changesAreNotLostWithoutAQuestion() {
    open(sample());
    QVERIFY(set({{tags::PatientName}}, QStringLiteral("Roe^John")));
    answer(QMessageBox::Cancel);
    QTest::mouseClick(m_panel->editSwitch(), Qt::LeftButton);
    QVERIFY(m_panel->editor() && m_panel->editSwitch()->isChecked());
    answer(QMessageBox::Yes);
    QTest::mouseClick(m_panel->editSwitch(), Qt::LeftButton);
    QVERIFY(!m_panel->editor() && !m_panel->editSwitch()->isChecked());
    QVERIFY(m_panel->tree()->isVisible());
  }

  void whatIsSavedIsClosedWithoutAQuestion() {
    open(sample());
    QVERIFY(set({{tags::PatientName}}, QStringLiteral("Roe^John")));
    QVERIFY(save());
    QTest::mouseClick(m_panel->editSwitch(), Qt::LeftButton);
    QVERIFY(!m_panel->editor());
  }

  void aHiddenPatientIsNotShownUntilSomebodyAsks() {
    open(sample());
    m_panel->setHidesPatient(true);
    QVERIFY(!m_editor->tree()->isVisible());
    QTest::mouseClick(m_editor->shower(), Qt::LeftButton);
    QVERIFY(m_editor->tree()->isVisible());
    QTest::mouseClick(m_panel->editSwitch(), Qt::LeftButton);
    QTest::mouseClick(m_panel->editSwitch(), Qt::LeftButton);
    QVERIFY(m_panel->editor() && !m_editor->tree()->isVisible());
  }

  void theSearchOfThePanelFindsInTheCopy() {
    open(sample());
    m_panel->search()->setText(QStringLiteral("StudyDate"));
    const QAbstractItemModel* rows = m_editor->tree()->model();
    QTRY_COMPARE(rows->rowCount(), 1);
    QCOMPARE(rows->index(0, EditModel::ValueColumn).data().toString(), QStringLiteral("20200131"));
  }

  void theUidStaysWhenThatIsWanted() {
    open(sample());
    m_editor->newUid()->setChecked(false);
    QCOMPARE(save()->dataSet().text(tags::SOPInstanceUID), std::string_view("2.25.1"));
  }

  void neitherTheOriginalNorAnyOtherFileIsOverwritten() {
    open(sample());
    const QByteArray before = bytesOf(m_original);
    m_target = m_original;
    save();
    QCOMPARE(bytesOf(m_original), before);
    QVERIFY(m_editor->outcome()->text().contains(QStringLiteral("overwritten")));
    QVERIFY(m_editor->outcome()->isVisible());
  }

  void nestedElementsAreChangedAddedAndDeleted() {
    open(sample());
    const EditPath inside{{request, 0}, {meaning}};
    QVERIFY(set(inside, QStringLiteral("Neck")));
    QCOMPARE(model()->state(model()->find({{request}})), EditModel::State::Changed);
    choose({{request, 0}});
    m_editor->addElement({0x0008, 0x0100}, Vr::SH, QStringLiteral("T-1"));
    choose({{request, 0}, {{0x0040, 0x0007}}});
    m_editor->removeCurrent();
    QCOMPARE(model()->state(model()->find({{request, 0}, {{0x0040, 0x0007}}})), EditModel::State::Deleted);
    const auto copy = save();
    const core::DataSet* item = copy->dataSet().item(request, 0);
    QCOMPARE(item->text(meaning), std::string_view("Neck"));
    QCOMPARE(item->text({0x0008, 0x0100}), std::string_view("T-1"));
    QVERIFY(!item->find({0x0040, 0x0007}));
  }

  void numbersKeepTheirVrAndAreCheckedAgainstIt() {
    open(sample());
    const EditPath matrix{{{0x0018, 0x1310}}}, duration{{{0x0018, 0x9073}}};
    QCOMPARE(value(matrix), QStringLiteral("0\\256"));
    QVERIFY(!set(matrix, QStringLiteral("0\\70000")));
    QVERIFY(!set(matrix, QStringLiteral("many")));
    QVERIFY(set(matrix, QStringLiteral("12\\65535")));
    QCOMPARE(value(matrix), QStringLiteral("12\\65535"));
    QCOMPARE(value(duration), QStringLiteral("0.10000000000000001"));
    QVERIFY(set(duration, QStringLiteral("0.25")));
    QCOMPARE(value(duration), QStringLiteral("0.25"));
  }

  void whatTheVrForbidsIsRefusedWithItsReason() {
    open(sample());
    QVERIFY(!set({{tags::StudyDate}}, QStringLiteral("20210231")));
    QCOMPARE(value({{tags::StudyDate}}), QStringLiteral("20200131"));
    bool isSaid = false;
    for (const QLabel* label : m_editor->findChildren<QLabel*>())
      isSaid = isSaid || label->text().contains(QStringLiteral("is not a date"));
    QVERIFY(isSaid);
    QCOMPARE(m_editor->document().undoStack()->count(), 0);
  }

  void theReasonIsThereWhileOneTypes() {
    open(sample());
    const auto* filter = qobject_cast<QSortFilterProxyModel*>(m_editor->tree()->model());
    m_editor->tree()->edit(filter->mapFromSource(at({{tags::StudyDate}})));
    auto* editor = m_editor->tree()->findChild<QLineEdit*>();
    QVERIFY(editor);
    editor->selectAll();
    QTest::keyClicks(editor, QStringLiteral("2021"));
    QVERIFY(!editor->styleSheet().isEmpty());
    QTest::keyClicks(editor, QStringLiteral("0228"));
    QVERIFY(editor->styleSheet().isEmpty());
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_COMPARE(value({{tags::StudyDate}}), QStringLiteral("20210228"));
  }

  void returnEditsTheValueWhereverInTheRow() {
    open(sample());
    choose({{tags::PatientName}});
    QCOMPARE(m_editor->tree()->currentIndex().column(), 0);
    for (const Qt::Key key : {Qt::Key_Return, Qt::Key_F2}) {
      QTest::keyClick(m_editor->tree(), key);
      auto* editor = m_editor->tree()->viewport()->findChild<QLineEdit*>();
      QVERIFY(editor);
      QCOMPARE(editor->text(), QStringLiteral("Doe^Jane"));
      QTest::keyClick(editor, Qt::Key_Escape);
      QTRY_VERIFY(!m_editor->tree()->viewport()->findChild<QLineEdit*>());
    }
  }

  void aDateIsChosenFromACalendar() {
    open(sample());
    const auto* filter = qobject_cast<QSortFilterProxyModel*>(m_editor->tree()->model());
    m_editor->tree()->edit(filter->mapFromSource(at({{tags::StudyDate}})));
    QPointer<app::DateEdit> editor = m_editor->tree()->findChild<app::DateEdit*>();
    QVERIFY(editor);
    QTest::keyClick(editor, Qt::Key_Down, Qt::AltModifier);
    QTRY_VERIFY(editor->popup()->isVisible());
    QCOMPARE(editor->calendar()->selectedDate(), QDate(2020, 1, 31));
    auto* days = editor->calendar()->findChild<QTableView*>();
    QTest::keyClick(days, Qt::Key_Right);
    QTest::keyClick(days, Qt::Key_Return);
    QVERIFY(editor && !editor->popup()->isVisible());
    QTRY_VERIFY(editor->hasFocus());
    QCOMPARE(editor->text(), QStringLiteral("20200201"));
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_COMPARE(value({{tags::StudyDate}}), QStringLiteral("20200201"));
  }

  void ofSeveralDatesTheOneAtTheCursorIsChosen() {
    app::DateEdit editor;
    editor.setText(QStringLiteral("20200101\\20210304\\"));
    editor.setCursorPosition(9);
    editor.opener()->trigger();
    QCOMPARE(editor.calendar()->selectedDate(), QDate(2021, 3, 4));
    emit editor.calendar()->clicked(QDate(1999, 12, 31));
    QCOMPARE(editor.text(), QStringLiteral("20200101\\19991231\\"));
    editor.setCursorPosition(18);
    editor.opener()->trigger();
    QCOMPARE(editor.calendar()->selectedDate(), QDate::currentDate());
  }

  void aNameThatTheCharacterSetLacksMakesTheCopyUtf8() {
    DicomBuilder builder = DicomBuilder().text(tags::SpecificCharacterSet, Vr::CS, "ISO_IR 100");
    builder.identity().text(tags::PatientName, Vr::PN, "M\xfcller^Eva");
    open(builder.image(1, 1).words(tags::PixelData, {0}));
    QCOMPARE(value({{tags::PatientName}}), QStringLiteral("Müller^Eva"));
    QVERIFY(set({{tags::PatientName}}, QStringLiteral("Müller^Łucja")));
    const auto copy = save();
    QCOMPARE(copy->dataSet().text(tags::SpecificCharacterSet), std::string_view("ISO_IR 192"));
    QCOMPARE(core::textValue(copy->dataSet(), tags::PatientName), std::string("Müller^Łucja"));
  }

  void whatDescribesThePixelsIsNotEdited() {
    open(sample());
    QVERIFY(!(model()->flags(at({{tags::Rows}})) & Qt::ItemIsEditable));
    QVERIFY(!set({{tags::Rows}}, QStringLiteral("1")));
    choose({{tags::PixelData}});
    m_editor->removeCurrent();
    QVERIFY(m_editor->document().set().has(tags::PixelData));
  }

  void aPrivateElementNeedsItsCreator() {
    open(sample());
    choose({});
    m_editor->addElement({0x0099, 0x1001}, Vr::LO, QStringLiteral("x"));
    QVERIFY(!m_editor->document().set().has({0x0099, 0x1001}));
    m_editor->addElement({0x0099, 0x0010}, Vr::LO, QStringLiteral("MINE"));
    m_editor->addElement({0x0099, 0x1001}, Vr::LO, QStringLiteral("x"));
    QVERIFY(m_editor->document().set().has({0x0099, 0x1001}));
    choose({{{0x0099, 0x0010}}});
    m_editor->removeCurrent();
    QVERIFY(m_editor->document().set().has({0x0099, 0x0010}));
  }

  void anElementIsNamedByKeywordOrTag() {
    app::AddElementDialog ask;
    ask.tagLine()->setText(QStringLiteral("PatientWeight"));
    QCOMPARE(ask.tag(), (core::Tag{0x0010, 0x1030}));
    QCOMPARE(ask.vr(), Vr::DS);
    ask.valueLine()->setText(QStringLiteral("heavy"));
    QVERIFY(!ask.valueLine()->styleSheet().isEmpty());
    QCOMPARE(app::tagOfText(QStringLiteral("(0010,0020)")), (core::Tag{0x0010, 0x0020}));
    QCOMPARE(app::tagOfText(QStringLiteral("00100020")), (core::Tag{0x0010, 0x0020}));
    QVERIFY(!app::tagOfText(QStringLiteral("nonsense")));
  }
};

DICOMAESTRO_TEST(ShareEditTest)
#include "shareedit_test.moc"
