// SPDX-License-Identifier: MIT
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTreeView>

#include "app/share/addelementdialog.h"
#include "app/share/editdialog.h"
#include "app/share/editmodel.h"
#include "app/share/edittext.h"
#include "core/decode/framereader.h"
#include "core/parse/tags.h"
#include "core/text/display.h"
#include "tests/support/dicombuilder.h"
#include "tests/support/testmain.h"

using app::EditDialog;
using app::EditModel;
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

/// Editing a copy's metadata, in the real dialog.
class ShareEditTest : public QObject {
  Q_OBJECT

  std::unique_ptr<QTemporaryDir> m_dir;
  std::unique_ptr<EditDialog> m_dialog;
  QString m_original, m_target;

  std::shared_ptr<const core::DicomFile> read(const QString& path) {
    const auto bytes = core::readAll({path, {}, -1, 0});
    if (!bytes) return nullptr;
    auto file = core::DicomFile::parse(*bytes);
    return file ? std::make_shared<const core::DicomFile>(*std::move(file)) : nullptr;
  }

  void open(const DicomBuilder& builder) {
    m_original = m_dir->filePath(QStringLiteral("original"));
    m_target = m_dir->filePath(QStringLiteral("copy.dcm"));
    QFile file(m_original);
    QVERIFY(file.open(QIODevice::WriteOnly));
    const auto bytes = builder.file();
    file.write(reinterpret_cast<const char*>(bytes.data()), static_cast<qint64>(bytes.size()));
    file.close();
    m_dialog = std::make_unique<EditDialog>(read(m_original), core::Source{m_original, {}, -1, 0});
    m_dialog->setAttribute(Qt::WA_DeleteOnClose, false);
    m_dialog->target()->setText(m_target);
    m_dialog->show();
  }

  EditModel* model() { return m_dialog->model(); }
  QModelIndex at(const EditPath& path, int column = EditModel::ValueColumn) {
    return model()->find(path).siblingAtColumn(column);
  }
  void choose(const EditPath& path) {
    const auto* filter = qobject_cast<QSortFilterProxyModel*>(m_dialog->tree()->model());
    m_dialog->tree()->setCurrentIndex(filter->mapFromSource(model()->find(path)));
  }
  bool set(const EditPath& path, const QString& value) {
    return model()->setData(at(path), value, Qt::EditRole);
  }
  QString value(const EditPath& path) { return at(path).data().toString(); }

  std::shared_ptr<const core::DicomFile> save() {
    m_dialog->go()->click();
    [&] { QTRY_VERIFY_WITH_TIMEOUT(!m_dialog->worker()->isRunning(), 10000); }();
    return read(m_target);
  }

 private slots:
  void init() { m_dir = std::make_unique<QTemporaryDir>(); }
  void cleanup() { m_dialog.reset(); }

  void aChangeIsUndoneRedoneAndSavedToANewFile() {
    open(sample());
    const QByteArray before = bytesOf(m_original);
    const EditPath name{{tags::PatientName}};
    QVERIFY(set(name, QStringLiteral("Roe^John")));
    QCOMPARE(model()->state(model()->find(name)), EditModel::State::Changed);
    m_dialog->document().undoStack()->undo();
    QCOMPARE(value(name), QStringLiteral("Doe^Jane"));
    QCOMPARE(model()->state(model()->find(name)), EditModel::State::Same);
    m_dialog->document().undoStack()->redo();
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

  void theUidStaysWhenThatIsWanted() {
    open(sample());
    m_dialog->newUid()->setChecked(false);
    QCOMPARE(save()->dataSet().text(tags::SOPInstanceUID), std::string_view("2.25.1"));
  }

  void neitherTheOriginalNorAnyOtherFileIsOverwritten() {
    open(sample());
    const QByteArray before = bytesOf(m_original);
    m_dialog->target()->setText(m_original);
    save();
    QCOMPARE(bytesOf(m_original), before);
    QVERIFY(m_dialog->outcome()->text().contains(QStringLiteral("overwritten")));
    QVERIFY(save() == nullptr);
  }

  void nestedElementsAreChangedAddedAndDeleted() {
    open(sample());
    const EditPath inside{{request, 0}, {meaning}};
    QVERIFY(set(inside, QStringLiteral("Neck")));
    QCOMPARE(model()->state(model()->find({{request}})), EditModel::State::Changed);
    choose({{request, 0}});
    m_dialog->addElement({0x0008, 0x0100}, Vr::SH, QStringLiteral("T-1"));
    choose({{request, 0}, {{0x0040, 0x0007}}});
    m_dialog->removeCurrent();
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
    for (const QLabel* label : m_dialog->findChildren<QLabel*>())
      isSaid = isSaid || label->text().contains(QStringLiteral("is not a date"));
    QVERIFY(isSaid);
    QCOMPARE(m_dialog->document().undoStack()->count(), 0);
  }

  void theReasonIsThereWhileOneTypes() {
    open(sample());
    const auto* filter = qobject_cast<QSortFilterProxyModel*>(m_dialog->tree()->model());
    m_dialog->tree()->edit(filter->mapFromSource(at({{tags::StudyDate}})));
    auto* editor = m_dialog->tree()->findChild<QLineEdit*>();
    QVERIFY(editor);
    editor->selectAll();
    QTest::keyClicks(editor, QStringLiteral("2021"));
    QVERIFY(!editor->styleSheet().isEmpty());
    QTest::keyClicks(editor, QStringLiteral("0228"));
    QVERIFY(editor->styleSheet().isEmpty());
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_COMPARE(value({{tags::StudyDate}}), QStringLiteral("20210228"));
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
    m_dialog->removeCurrent();
    QVERIFY(m_dialog->document().set().has(tags::PixelData));
  }

  void aPrivateElementNeedsItsCreator() {
    open(sample());
    choose({});
    m_dialog->addElement({0x0099, 0x1001}, Vr::LO, QStringLiteral("x"));
    QVERIFY(!m_dialog->document().set().has({0x0099, 0x1001}));
    m_dialog->addElement({0x0099, 0x0010}, Vr::LO, QStringLiteral("MINE"));
    m_dialog->addElement({0x0099, 0x1001}, Vr::LO, QStringLiteral("x"));
    QVERIFY(m_dialog->document().set().has({0x0099, 0x1001}));
    choose({{{0x0099, 0x0010}}});
    m_dialog->removeCurrent();
    QVERIFY(m_dialog->document().set().has({0x0099, 0x0010}));
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
