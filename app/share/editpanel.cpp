// SPDX-License-Identifier: MIT
#include "app/share/editpanel.h"

#include <QAction>
#include <QCheckBox>
#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QHeaderView>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QStackedLayout>
#include <QToolButton>
#include <QVBoxLayout>

#include "app/paint/errortext.h"
#include "app/share/addelementdialog.h"
#include "app/share/editdelegate.h"
#include "app/share/editreason.h"
#include "app/share/edittext.h"
#include "app/share/edittree.h"
#include "app/share/usualfolder.h"
#include "app/tags/tagtext.h"
#include "app/theme/theme.h"
#include "core/export/atomicfile.h"
#include "core/parse/tags.h"
#include "core/write/uids.h"
#include "core/write/writer.h"

namespace app {

namespace {

core::Status written(const core::EditSet& set, const core::DicomFile& file, const QString& path,
                     const QString& original) {
  const auto bytes = core::writeFile(set, core::WriteOptions::like(file));
  if (!bytes) return bytes.error();
  return core::writeAtomically(path, *bytes, core::Existing::Refuse, {original});
}

QLabel* wrapped(QWidget* parent) {
  auto* label = new QLabel(parent);
  label->setWordWrap(true);
  label->hide();
  return label;
}

void tell(QLabel& label, const QString& text) {
  label.setText(text);
  label.setVisible(!text.isEmpty());
}

}  // namespace

EditPanel::EditPanel(std::shared_ptr<const core::DicomFile> file, const core::Source& source, QWidget* parent)
    : TagEditor(parent),
      m_document(std::move(file)),
      m_source(source),
      m_model(new EditModel(m_document, this)),
      m_filter(new EditFilter(m_model, this)),
      m_tree(new EditTree(this)),
      m_rows(*m_tree, *m_model, *m_filter),
      m_layers(new QStackedLayout),
      m_elsewhere(wrapped(this)),
      m_reason(wrapped(this)),
      m_count(new QLabel(this)),
      m_outcome(wrapped(this)),
      m_hidden(new QLabel(this)),
      m_newUid(new QCheckBox(this)),
      m_opens(new QCheckBox(this)),
      m_save(new QPushButton(this)),
      m_show(new QPushButton(this)),
      m_lastPath(usualFolder(QStandardPaths::DocumentsLocation).filePath(QStringLiteral("edited-copy.dcm"))) {
  auto* body = new QWidget(this);
  auto* column = new QVBoxLayout(body);
  column->setContentsMargins(0, 0, 0, 6);
  column->setSpacing(4);
  auto* row = new QHBoxLayout;
  row->setContentsMargins(6, 0, 6, 0);
  makeActions(*row);
  row->addWidget(m_count, 1);
  makeTree();
  column->addLayout(row);
  column->addWidget(m_elsewhere);
  column->addWidget(m_tree, 1);
  auto* below = new QVBoxLayout;
  below->setContentsMargins(6, 0, 6, 0);
  for (QWidget* each :
       {static_cast<QWidget*>(m_reason), static_cast<QWidget*>(m_newUid), static_cast<QWidget*>(m_opens),
        static_cast<QWidget*>(m_save), static_cast<QWidget*>(m_outcome)})
    below->addWidget(each);
  column->addLayout(below);
  m_layers->addWidget(body);
  m_layers->addWidget(makeCover());
  setLayout(m_layers);
  m_newUid->setChecked(true);
  m_reason->setStyleSheet(QStringLiteral("color:#d05555"));
  m_elsewhere->setStyleSheet(QStringLiteral("color:#e08a1e; padding:0 6px"));
  connect(m_save, &QPushButton::clicked, this, &EditPanel::askSave);
  connect(m_document.undoStack(), &QUndoStack::indexChanged, this, &EditPanel::tellChanges);
  connect(m_document.undoStack(), &QUndoStack::cleanChanged, this, &EditPanel::tellChanges);
  retranslate();
}

/// The document goes before the tree does, which still draws itself while it is hidden; and its undo stack
/// says in the end that it is empty.
EditPanel::~EditPanel() {
  disconnect(m_document.undoStack(), nullptr, this, nullptr);
  m_tree->setModel(nullptr);
}

void EditPanel::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  TagEditor::changeEvent(event);
}

void EditPanel::retranslate() {
  const QString names[] = {tr("Add element"), tr("Add item to sequence"), tr("Delete"), tr("Undo"),
                           tr("Redo")};
  for (qsizetype i = 0; i < m_actions.size(); ++i) {
    m_actions[i]->setText(names[i]);
    m_actions[i]->setToolTip(names[i] + QStringLiteral(" (") +
                             m_actions[i]->shortcut().toString(QKeySequence::NativeText) + QLatin1Char(')'));
  }
  m_newUid->setText(tr("New SOP &Instance UID"));
  m_newUid->setToolTip(tr("The copy is another object than the original"));
  m_opens->setText(tr("&Open the copy"));
  m_save->setText(tr("&Save copy as…"));
  m_show->setText(tr("Show the patient"));
  m_hidden->setText(tr("The patient is hidden, and the values of the copy with it."));
  tell(*m_elsewhere,
       m_elsewhere->text().isEmpty() ? QString() : tr("The copy is of another image than the one shown."));
  tellChanges();
}

void EditPanel::tellChanges() {
  const QUndoStack* undo = m_document.undoStack();
  m_count->setText(tr("%n change(s)", nullptr, undo->index()) +
                   (undo->isClean() || undo->index() == 0 ? QString() : QStringLiteral(" •")));
  m_count->setToolTip(undo->isClean() ? QString() : tr("Not saved"));
  m_actions[3]->setEnabled(undo->canUndo());
  m_actions[4]->setEnabled(undo->canRedo());
}

void EditPanel::makeTree() {
  m_tree->setModel(m_filter);
  m_tree->setUniformRowHeights(true);
  m_tree->setAlternatingRowColors(true);
  m_tree->setIndentation(12);
  m_tree->setSelectionBehavior(QAbstractItemView::SelectRows);
  m_tree->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
  const int widths[] = {108, 160, 32};
  for (int i = 0; i < 3; ++i) m_tree->header()->resizeSection(i, widths[i]);
  auto* delegate = new EditDelegate(
      [this](const QModelIndex& index) {
        return m_model->vr(m_filter->mapToSource(index).siblingAtColumn(0));
      },
      this);
  m_tree->setItemDelegateForColumn(EditModel::ValueColumn, delegate);
  connect(delegate, &EditDelegate::typed, this, qOverload<const QString&>(&EditPanel::say));
  connect(m_model, &EditModel::refused, this, qOverload<const QString&>(&EditPanel::say));
  connect(m_filter, &QAbstractItemModel::modelAboutToBeReset, this, [this] { m_rows.keep(); });
  connect(m_filter, &QAbstractItemModel::modelReset, this, [this] { m_rows.restore(); });
  setFocusProxy(m_tree);
}

/// Their keys count while the panel has the focus: outside it they are the window's.
void EditPanel::makeActions(QLayout& row) {
  struct Row {
    const char* icon;
    QKeySequence keys;
    std::function<void()> run;
  };
  QUndoStack* undo = m_document.undoStack();
  const Row rows[] = {
      {"plus", QKeySequence(Qt::Key_Insert), [this] { askElement(); }},
      {"list-tree", QKeySequence(Qt::SHIFT | Qt::Key_Insert), [this] { addItem(); }},
      {"trash-2", QKeySequence(QKeySequence::Delete), [this] { removeCurrent(); }},
      {"undo-2", QKeySequence(QKeySequence::Undo), [undo] { undo->undo(); }},
      {"redo-2", QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), [undo] { undo->redo(); }},
  };
  for (const Row& each : rows) {
    auto* action = new QAction(themedIcon(QString::fromLatin1(each.icon)), QString(), this);
    action->setShortcut(each.keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(action);
    m_actions << action;
    connect(action, &QAction::triggered, this, each.run);
    auto* button = new QToolButton(this);
    button->setDefaultAction(action);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    row.addWidget(button);
  }
}

QWidget* EditPanel::makeCover() {
  auto* cover = new QWidget(this);
  auto* column = new QVBoxLayout(cover);
  m_hidden->setWordWrap(true);
  m_hidden->setAlignment(Qt::AlignCenter);
  column->addStretch();
  column->addWidget(m_hidden);
  column->addWidget(m_show, 0, Qt::AlignHCenter);
  column->addStretch();
  connect(m_show, &QPushButton::clicked, this, [this] { m_layers->setCurrentIndex(0); });
  return cover;
}

QModelIndex EditPanel::current() const {
  return m_filter->mapToSource(m_tree->currentIndex()).siblingAtColumn(0);
}

void EditPanel::say(const QString& reason) { tell(*m_reason, reason); }

void EditPanel::say(const core::Status& done, const QString& about) {
  say(done ? QString() : about + QLatin1Char(' ') + editReason(done.error().detail));
}

/// Into the item that is chosen, or beside the element that is.
void EditPanel::addElement(core::Tag tag, core::Vr vr, const QString& value) {
  EditPath path = m_model->path(current());
  if (!path.empty() && !m_model->isItem(current())) path.pop_back();
  const core::Status done = m_document.add(path, tag, vr, value);
  say(done, tagText(tag));
  path.push_back({tag});
  if (done) m_tree->setCurrentIndex(m_filter->mapFromSource(m_model->find(path)));
}

void EditPanel::askElement() {
  AddElementDialog ask(this);
  if (ask.exec() == QDialog::Accepted) addElement(ask.tag(), ask.vr(), ask.value());
}

void EditPanel::addItem() {
  EditPath path = m_model->path(current());
  if (path.empty()) return;
  path.back().item = -1;
  say(m_document.addItem(path), pathText(path));
  m_tree->expand(m_filter->mapFromSource(m_model->find(path)));
}

void EditPanel::removeCurrent() {
  const EditPath path = m_model->path(current());
  if (!path.empty()) say(m_document.remove(path), pathText(path));
}

void EditPanel::setWords(const QString& words) {
  m_filter->setWords(words);
  if (!words.trimmed().isEmpty()) m_tree->expandToDepth(3);
}

void EditPanel::setHidesPatient(bool hides) { m_layers->setCurrentIndex(hides ? 1 : 0); }

void EditPanel::setShownFile(const std::shared_ptr<const core::DicomFile>& file) {
  const bool isElsewhere = file && file != m_document.file();
  tell(*m_elsewhere, isElsewhere ? tr("The copy is of another image than the one shown.") : QString());
}

bool EditPanel::mayClose() {
  if (m_worker.isRunning() || m_document.undoStack()->isClean()) return !m_worker.isRunning();
  QMessageBox box(QMessageBox::Question, tr("Edit a copy"),
                  tr("The changes are not saved. Close all the same?"),
                  QMessageBox::Yes | QMessageBox::Cancel, this);
  box.setDefaultButton(QMessageBox::Cancel);
  return box.exec() == QMessageBox::Yes;
}

void EditPanel::askSave() {
  const QString path =
      QFileDialog::getSaveFileName(this, tr("Save copy"), m_lastPath, tr("DICOM files (*.dcm)"), nullptr,
                                   QFileDialog::DontConfirmOverwrite);
  if (!path.isEmpty()) save(path);
}

void EditPanel::save(const QString& path) {
  if (m_worker.isRunning()) return;
  core::EditSet set = m_document.set();
  if (m_newUid->isChecked())
    if (const auto done = set.setText(core::tags::SOPInstanceUID, core::Vr::UI, core::randomUid()); !done)
      return say(done, tagText(core::tags::SOPInstanceUID));
  m_lastPath = path;
  m_save->setEnabled(false);
  const int at = m_document.undoStack()->index();
  m_worker.start([this, set, path, at, file = m_document.file(),
                  original = m_source.path](const Worker::Handle&) -> std::function<void()> {
    const core::Status done = written(set, *file, path, original);
    return [this, done, path, at] {
      m_save->setEnabled(true);
      if (!done) return tell(*m_outcome, tr("Not saved: %1").arg(errorText(done.error())));
      if (m_document.undoStack()->index() == at) m_document.undoStack()->setClean();
      tell(*m_outcome, tr("Saved as %1").arg(QDir::toNativeSeparators(path)));
      if (m_opens->isChecked()) emit openWanted(path);
    };
  });
}

}  // namespace app
