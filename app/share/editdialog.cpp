// SPDX-License-Identifier: MIT
#include "app/share/editdialog.h"

#include <QAction>
#include <QCheckBox>
#include <QDir>
#include <QFileDialog>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStandardPaths>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

#include "app/paint/errortext.h"
#include "app/share/addelementdialog.h"
#include "app/share/editdelegate.h"
#include "app/share/editmodel.h"
#include "app/share/editreason.h"
#include "app/share/edittext.h"
#include "app/tags/tagtext.h"
#include "app/theme/theme.h"
#include "core/export/atomicfile.h"
#include "core/parse/tags.h"
#include "core/write/uids.h"
#include "core/write/writer.h"

namespace app {

namespace {

/// Rows that hold the words, and the branches that lead to them.
class EditFilter : public QSortFilterProxyModel {
 public:
  EditFilter(EditModel* model, QObject* parent) : QSortFilterProxyModel(parent), m_model(model) {
    setRecursiveFilteringEnabled(true);
    setSourceModel(model);
  }
  void setWords(const QString& words) {
    m_words = words.trimmed();
    invalidateFilter();
  }

 protected:
  bool filterAcceptsRow(int row, const QModelIndex& parent) const override {
    return m_words.isEmpty() || m_model->matches(m_model->index(row, 0, parent), m_words);
  }

 private:
  EditModel* m_model;
  QString m_words;
};

core::Status save(const core::EditSet& set, const core::DicomFile& file, const QString& path,
                  const QString& original) {
  const auto bytes = core::writeFile(set, core::WriteOptions::like(file));
  if (!bytes) return bytes.error();
  return core::writeAtomically(path, *bytes, core::Existing::Refuse, {original});
}

}  // namespace

EditDialog::EditDialog(std::shared_ptr<const core::DicomFile> file, const core::Source& source,
                       QWidget* parent)
    : ShareDialog(tr("Edit a copy"), tr("&Save copy"), parent),
      m_document(std::move(file)),
      m_source(source),
      m_model(new EditModel(m_document, this)),
      m_filter(new EditFilter(m_model, this)),
      m_tree(new QTreeView(this)),
      m_search(new QLineEdit(this)),
      m_target(new QLineEdit(this)),
      m_reason(new QLabel(this)),
      m_count(new QLabel(this)),
      m_newUid(new QCheckBox(tr("New SOP &Instance UID: the copy is another object"), this)),
      m_opens(new QCheckBox(tr("&Open the copy"), this)) {
  resize(860, 680);
  go()->setAutoDefault(false);
  go()->setDefault(false);
  auto* top = new QHBoxLayout;
  m_search->setPlaceholderText(tr("Search tag, name or value"));
  m_search->setClearButtonEnabled(true);
  top->addWidget(m_search, 1);
  makeButtons(*top);
  form()->addLayout(top);
  makeTree();
  form()->addWidget(m_tree, 1);
  form()->addWidget(m_reason);
  form()->addWidget(m_count);
  m_newUid->setChecked(true);
  form()->addWidget(m_newUid);
  form()->addWidget(m_opens);
  form()->addLayout(makeTarget());
  connect(m_search, &QLineEdit::textChanged, this, [this](const QString& words) {
    static_cast<EditFilter*>(m_filter)->setWords(words);
    if (!words.trimmed().isEmpty()) m_tree->expandToDepth(3);
  });
  connect(m_document.undoStack(), &QUndoStack::indexChanged, this, [this](int changes) {
    m_saved = m_document.undoStack()->isClean();
    m_count->setText(tr("%n change(s) so far", nullptr, changes));
  });
}

/// The document goes before the tree does, which still draws itself while it is hidden.
EditDialog::~EditDialog() { m_tree->setModel(nullptr); }

void EditDialog::makeTree() {
  m_tree->setModel(m_filter);
  m_tree->setUniformRowHeights(true);
  m_tree->setAlternatingRowColors(true);
  m_tree->setSelectionBehavior(QAbstractItemView::SelectRows);
  m_tree->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed |
                          QAbstractItemView::SelectedClicked);
  const int widths[] = {150, 220, 40};
  for (int i = 0; i < 3; ++i) m_tree->header()->resizeSection(i, widths[i]);
  auto* delegate = new EditDelegate(
      [this](const QModelIndex& index) {
        return m_model->vr(m_filter->mapToSource(index).siblingAtColumn(0));
      },
      this);
  m_tree->setItemDelegateForColumn(EditModel::ValueColumn, delegate);
  connect(delegate, &EditDelegate::typed, this, qOverload<const QString&>(&EditDialog::say));
  connect(m_model, &EditModel::refused, this, qOverload<const QString&>(&EditDialog::say));
  connect(m_filter, &QAbstractItemModel::modelAboutToBeReset, this, &EditDialog::keepOpen);
  connect(m_filter, &QAbstractItemModel::modelReset, this, &EditDialog::reopen);
  m_reason->setStyleSheet(QStringLiteral("color:#d05555"));
  m_reason->setWordWrap(true);
}

void EditDialog::makeButtons(QLayout& row) {
  struct Button {
    QString text;
    const char* icon;
    QKeySequence keys;
    std::function<void()> run;
  };
  QUndoStack* undo = m_document.undoStack();
  const Button buttons[] = {
      {tr("Add element"), "plus", QKeySequence(Qt::Key_Insert), [this] { askElement(); }},
      {tr("Add item to sequence"), "list-tree", QKeySequence(Qt::SHIFT | Qt::Key_Insert),
       [this] { addItem(); }},
      {tr("Delete"), "trash-2", QKeySequence(QKeySequence::Delete), [this] { removeCurrent(); }},
      {tr("Undo"), "undo-2", QKeySequence(QKeySequence::Undo), [undo] { undo->undo(); }},
      {tr("Redo"), "redo-2", QKeySequence(QKeySequence::Redo), [undo] { undo->redo(); }},
  };
  for (const Button& each : buttons) {
    auto* action = new QAction(themedIcon(QString::fromLatin1(each.icon)), each.text, this);
    action->setShortcut(each.keys);
    action->setToolTip(each.text + QStringLiteral(" (") + each.keys.toString(QKeySequence::NativeText) +
                       QLatin1Char(')'));
    addAction(action);
    connect(action, &QAction::triggered, this, each.run);
    auto* button = new QToolButton(this);
    button->setDefaultAction(action);
    button->setFocusPolicy(Qt::TabFocus);
    row.addWidget(button);
  }
}

QLayout* EditDialog::makeTarget() {
  auto* row = new QHBoxLayout;
  auto* label = new QLabel(tr("&To file:"), this);
  auto* browseButton = new QPushButton(tr("&Browse…"), this);
  browseButton->setAutoDefault(false);
  label->setBuddy(m_target);
  m_target->setText(QDir(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation))
                        .filePath(QStringLiteral("edited-copy.dcm")));
  row->addWidget(label);
  row->addWidget(m_target, 1);
  row->addWidget(browseButton);
  connect(browseButton, &QPushButton::clicked, this, &EditDialog::browse);
  return row;
}

void EditDialog::browse() {
  const QString chosen = QFileDialog::getSaveFileName(this, tr("Save copy"), m_target->text());
  if (!chosen.isEmpty()) m_target->setText(chosen);
}

QModelIndex EditDialog::current() const {
  return m_filter->mapToSource(m_tree->currentIndex()).siblingAtColumn(0);
}

void EditDialog::say(const QString& reason) { m_reason->setText(reason); }

void EditDialog::say(const core::Status& done, const QString& about) {
  say(done ? QString() : about + QLatin1Char(' ') + editReason(done.error().detail));
}

/// Into the item that is chosen, or beside the element that is.
void EditDialog::addElement(core::Tag tag, core::Vr vr, const QString& value) {
  EditPath path = m_model->path(current());
  if (!path.empty() && !m_model->isItem(current())) path.pop_back();
  const core::Status done = m_document.add(path, tag, vr, value);
  say(done, tagText(tag));
  path.push_back({tag});
  if (done) m_tree->setCurrentIndex(m_filter->mapFromSource(m_model->find(path)));
}

void EditDialog::askElement() {
  AddElementDialog ask(this);
  if (ask.exec() == QDialog::Accepted) addElement(ask.tag(), ask.vr(), ask.value());
}

void EditDialog::addItem() {
  EditPath path = m_model->path(current());
  if (path.empty()) return;
  path.back().item = -1;
  say(m_document.addItem(path), pathText(path));
  m_tree->expand(m_filter->mapFromSource(m_model->find(path)));
}

void EditDialog::removeCurrent() {
  const EditPath path = m_model->path(current());
  if (!path.empty()) say(m_document.remove(path), pathText(path));
}

void EditDialog::keepOpen() {
  m_open.clear();
  m_current = m_model->path(current());
  const std::function<void(const QModelIndex&)> visit = [&](const QModelIndex& parent) {
    for (int row = 0; row < m_filter->rowCount(parent); ++row) {
      const QModelIndex index = m_filter->index(row, 0, parent);
      if (!m_tree->isExpanded(index)) continue;
      m_open << m_model->path(m_filter->mapToSource(index));
      visit(index);
    }
  };
  visit({});
}

void EditDialog::reopen() {
  for (const EditPath& path : m_open)
    if (const QModelIndex at = m_model->find(path); at.isValid()) m_tree->expand(m_filter->mapFromSource(at));
  if (m_current.empty()) return;
  if (const QModelIndex at = m_model->find(m_current); at.isValid())
    m_tree->setCurrentIndex(m_filter->mapFromSource(at));
}

void EditDialog::reject() {
  if (!worker()->isRunning() && !m_saved && !confirm(tr("The changes are not saved. Close all the same?")))
    return;
  ShareDialog::reject();
}

void EditDialog::act() {
  core::EditSet set = m_document.set();
  if (m_newUid->isChecked())
    if (const auto done = set.setText(core::tags::SOPInstanceUID, core::Vr::UI, core::randomUid()); !done)
      return say(done, tagText(core::tags::SOPInstanceUID));
  const QString path = m_target->text();
  const int at = m_document.undoStack()->index();
  run(0,
      [this, set, path, at, file = m_document.file(),
       original = m_source.path](const Worker::Handle&) -> std::function<void()> {
        const core::Status done = save(set, *file, path, original);
        return [this, done, path, at] {
          if (!done) return showOutcome(tr("Not saved: %1").arg(errorText(done.error())));
          if (m_document.undoStack()->index() == at) m_document.undoStack()->setClean();
          m_saved = m_document.undoStack()->isClean();
          showOutcome(tr("Saved as %1").arg(QDir::toNativeSeparators(path)));
          if (m_opens->isChecked()) emit openWanted(path);
        };
      });
}

}  // namespace app
