// SPDX-License-Identifier: MIT
#include "app/tags/tagpanel.h"

#include <QCheckBox>
#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QPointer>
#include <QStackedLayout>
#include <QThreadPool>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

#include "app/tags/tagtext.h"
#include "app/theme/theme.h"

namespace app {

namespace {

constexpr int typingPause = 150;  ///< ms
constexpr std::size_t longestCopy = 1u << 20;

std::shared_ptr<const core::DicomFile> parsed(const core::Source& source) {
  auto bytes = core::readAll(source);
  if (!bytes) return nullptr;
  auto file = core::DicomFile::parse(std::move(*bytes));
  return file ? std::make_shared<const core::DicomFile>(std::move(*file)) : nullptr;
}

}  // namespace

TagFilter::TagFilter(TagModel* model, QObject* parent) : QSortFilterProxyModel(parent), m_model(model) {
  setRecursiveFilteringEnabled(true);
  setSourceModel(model);
}

void TagFilter::setWords(const QString& words) {
  m_words = words.trimmed();
  invalidateFilter();
}

bool TagFilter::filterAcceptsRow(int row, const QModelIndex& parent) const {
  return m_words.isEmpty() || m_model->matches(m_model->index(row, 0, parent), m_words);
}

TagPanel::TagPanel(QWidget* parent)
    : QWidget(parent),
      m_model(new TagModel(this)),
      m_filter(new TagFilter(m_model, this)),
      m_tree(new QTreeView(this)),
      m_search(new QLineEdit(this)),
      m_marks(new QCheckBox(this)),
      m_edit(new QToolButton(this)),
      m_layers(new QStackedLayout) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 4, 0, 0);
  auto* row = new QHBoxLayout;
  row->setContentsMargins(6, 0, 6, 0);
  m_search->setClearButtonEnabled(true);
  row->addWidget(m_search, 1);
  row->addWidget(m_marks);
  m_edit->setCheckable(true);
  m_edit->setAutoRaise(true);
  m_edit->setIcon(themedIcon(QStringLiteral("file-pen")));
  row->addWidget(m_edit);
  m_tree->setModel(m_filter);
  m_tree->setUniformRowHeights(true);
  m_tree->setAlternatingRowColors(true);
  m_tree->setContextMenuPolicy(Qt::CustomContextMenu);
  m_tree->setSelectionBehavior(QAbstractItemView::SelectRows);
  m_tree->setIndentation(12);
  column->addLayout(row);
  m_layers->addWidget(m_tree);
  column->addLayout(m_layers, 1);
  m_typing.setSingleShot(true);
  m_typing.setInterval(typingPause);
  connect(m_search, &QLineEdit::textChanged, &m_typing, qOverload<>(&QTimer::start));
  connect(&m_typing, &QTimer::timeout, this, [this] {
    m_filter->setWords(m_search->text());
    if (!m_search->text().trimmed().isEmpty()) m_tree->expandToDepth(3);
    if (m_editor) m_editor->setWords(m_search->text());
  });
  connect(m_marks, &QCheckBox::toggled, this, &TagPanel::compareWithPrevious);
  connect(m_edit, &QToolButton::clicked, this, &TagPanel::switchEditing);
  connect(m_tree, &QTreeView::customContextMenuRequested, this, &TagPanel::showMenu);
  retranslate();
}

void TagPanel::keyPressEvent(QKeyEvent* event) {
  if (event->key() != Qt::Key_Escape || !m_search->hasFocus()) return QWidget::keyPressEvent(event);
  if (m_search->text().isEmpty()) emit leaveWanted();
  m_search->clear();
}

void TagPanel::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QWidget::changeEvent(event);
}

/// In a narrow panel the values are worth more than their form.
void TagPanel::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  constexpr int narrowest = 400;
  const bool isNarrow = width() < narrowest;
  if (m_isNarrow == isNarrow) return;
  m_isNarrow = isNarrow;
  const int widths[] = {104, isNarrow ? 110 : 135, 30, 62};
  for (int i = 0; i < 4; ++i) m_tree->header()->resizeSection(i, widths[i]);
  for (const int column : {TagModel::VrColumn, TagModel::LengthColumn})
    m_tree->setColumnHidden(column, isNarrow);
}

void TagPanel::retranslate() {
  m_search->setPlaceholderText(tr("Search tag, name or value"));
  m_marks->setText(tr("Mark changes"));
  m_marks->setToolTip(tr("Marks what differs from the previous slice"));
  m_edit->setText(tr("Edit a copy"));
  m_edit->setToolTip(tr("Edit a copy; the file stays as it is"));
}

/// The switch shows whether there is an editor, whatever was clicked.
void TagPanel::switchEditing(bool isOn) {
  m_edit->setChecked(m_editor != nullptr);
  if (isOn && m_model->file()) return emit editWanted();
  closeEditor();
}

void TagPanel::setEditor(TagEditor* editor) {
  m_editor = editor;
  m_layers->setCurrentIndex(m_layers->addWidget(editor));
  m_edit->setChecked(true);
  m_marks->setEnabled(false);
  editor->setHidesPatient(m_model->hidesPatient());
  editor->setWords(m_search->text());
  editor->setFocus();
}

bool TagPanel::closeEditor() {
  if (!m_editor) return true;
  if (!m_editor->mayClose()) return false;
  m_layers->setCurrentIndex(0);
  m_layers->removeWidget(m_editor);
  m_editor->deleteLater();
  m_editor = nullptr;
  m_edit->setChecked(false);
  m_marks->setEnabled(true);
  return true;
}

void TagPanel::setHidesPatient(bool hides) {
  const bool isOther = hides != m_model->hidesPatient();
  m_model->setHidesPatient(hides);
  if (m_editor && isOther) m_editor->setHidesPatient(hides);
}

void TagPanel::setFile(std::shared_ptr<const core::DicomFile> file, std::optional<core::Source> previous) {
  if (file && file == m_model->file() && previous == m_previous) return;
  ++m_request;
  m_read.reset();
  m_previous = std::move(previous);
  present(std::move(file));
  compareWithPrevious();
}

/// In the background: the slice before need not be in the cache.
void TagPanel::compareWithPrevious() {
  if (!m_previous || !m_marks->isChecked()) return m_model->setCompared(nullptr);
  read(*m_previous, [this](std::shared_ptr<const core::DicomFile> file) {
    if (m_marks->isChecked()) m_model->setCompared(std::move(file));
  });
}

/// What was shown goes at once: it is of another image, perhaps of another patient.
void TagPanel::readFile(const core::Source& source) {
  if (m_read == source) return;
  setFile(nullptr);
  m_read = source;
  read(source, [this](std::shared_ptr<const core::DicomFile> file) { present(std::move(file)); });
}

/// An answer that comes when something else is shown is dropped.
void TagPanel::read(const core::Source& source,
                    std::function<void(std::shared_ptr<const core::DicomFile>)> done) {
  QThreadPool::globalInstance()->start([panel = QPointer<TagPanel>(this), request = m_request, source, done] {
    const auto file = parsed(source);
    QMetaObject::invokeMethod(
        QCoreApplication::instance(),
        [panel, request, file, done] {
          if (panel && panel->m_request == request) done(file);
        },
        Qt::QueuedConnection);
  });
}

QStringList TagPanel::openPaths(const QModelIndex& parent) const {
  QStringList paths;
  for (int i = 0; i < m_filter->rowCount(parent); ++i) {
    const QModelIndex index = m_filter->index(i, 0, parent);
    if (!m_tree->isExpanded(index)) continue;
    paths << m_model->path(m_filter->mapToSource(index));
    paths << openPaths(index);
  }
  return paths;
}

void TagPanel::reopen(const QSet<QString>& paths, const QModelIndex& parent) {
  for (int i = 0; i < m_filter->rowCount(parent); ++i) {
    const QModelIndex index = m_filter->index(i, 0, parent);
    if (!paths.contains(m_model->path(m_filter->mapToSource(index)))) continue;
    m_tree->setExpanded(index, true);
    reopen(paths, index);
  }
}

/// Another slice of the same series: what was open stays open, what was chosen stays chosen.
void TagPanel::present(std::shared_ptr<const core::DicomFile> file) {
  if (file == m_model->file()) return;
  const QStringList open = openPaths({});
  const QString chosen = m_model->path(m_filter->mapToSource(m_tree->currentIndex()));
  const QString first = m_model->path(m_filter->mapToSource(m_tree->indexAt(QPoint(0, 0))));
  // Between two images there is a moment without a file; what was open is remembered over it.
  if (m_model->file()) m_open = {open.begin(), open.end()}, m_chosen = chosen, m_first = first;
  m_model->setFile(std::move(file));
  if (m_editor) m_editor->setShownFile(m_model->file());
  if (!m_model->file()) return;
  reopen(m_open, {});
  if (const QModelIndex at = indexOf(m_chosen, {}); at.isValid()) m_tree->setCurrentIndex(at);
  if (const QModelIndex at = indexOf(m_first, {}); at.isValid())
    m_tree->scrollTo(at, QAbstractItemView::PositionAtTop);
}

/// The row of a path, among those whose branches are open.
QModelIndex TagPanel::indexOf(const QString& path, const QModelIndex& parent) const {
  if (path.isEmpty()) return {};
  for (int i = 0; i < m_filter->rowCount(parent); ++i) {
    const QModelIndex index = m_filter->index(i, 0, parent);
    const QString own = m_model->path(m_filter->mapToSource(index));
    if (own == path) return index;
    if (path.startsWith(own) && m_tree->isExpanded(index)) return indexOf(path, index);
  }
  return {};
}

void TagPanel::copy(const QString& text) { QGuiApplication::clipboard()->setText(text); }

void TagPanel::showMenu(QPoint at) {
  const QModelIndex index = m_filter->mapToSource(m_tree->indexAt(at).siblingAtColumn(0));
  QMenu menu(this);
  if (index.isValid()) {
    menu.addAction(tr("Copy value"), this, [this, index] { copy(m_model->value(index, longestCopy)); });
    menu.addAction(tr("Copy row"), this, [this, index] {
      QStringList cells;
      for (int i = 0; i < TagModel::ValueColumn; ++i) cells << index.siblingAtColumn(i).data().toString();
      copy((cells << m_model->value(index, longestCopy)).join(QLatin1Char('\t')));
    });
    menu.addAction(tr("Copy path"), this, [this, index] { copy(m_model->path(index)); });
    menu.addSeparator();
  }
  if (m_model->file()) {
    const auto whole = {
        menu.addAction(tr("Copy all as text"), this, [this] { copy(fileAsText(*m_model->file())); }),
        menu.addAction(tr("Copy all as JSON"), this, [this] { copy(fileAsJson(*m_model->file())); })};
    for (QAction* action : whole) action->setEnabled(!m_model->hidesPatient());
    menu.addSeparator();
    menu.addAction(tr("Edit a copy…"), this, &TagPanel::editWanted);
  }
  menu.exec(m_tree->viewport()->mapToGlobal(at));
}

}  // namespace app
