// SPDX-License-Identifier: MIT
#include "app/tags/tagpanel.h"

#include <QCheckBox>
#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QPointer>
#include <QThreadPool>
#include <QTreeView>
#include <QVBoxLayout>

#include "app/tags/tagtext.h"

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
      m_search(new QLineEdit(this)) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 4, 0, 0);
  auto* row = new QHBoxLayout;
  row->setContentsMargins(6, 0, 6, 0);
  m_search->setPlaceholderText(tr("Search tag, name or value"));
  m_search->setClearButtonEnabled(true);
  auto* marks = new QCheckBox(tr("Mark changes"), this);
  marks->setToolTip(tr("Marks what differs from the image shown before"));
  row->addWidget(m_search, 1);
  row->addWidget(marks);
  m_tree->setModel(m_filter);
  m_tree->setUniformRowHeights(true);
  m_tree->setAlternatingRowColors(true);
  m_tree->setContextMenuPolicy(Qt::CustomContextMenu);
  m_tree->setSelectionBehavior(QAbstractItemView::SelectRows);
  m_tree->setIndentation(12);
  const int widths[] = {108, 160, 32, 56};
  for (int i = 0; i < 4; ++i) m_tree->header()->resizeSection(i, widths[i]);
  column->addLayout(row);
  column->addWidget(m_tree, 1);
  m_typing.setSingleShot(true);
  m_typing.setInterval(typingPause);
  connect(m_search, &QLineEdit::textChanged, &m_typing, qOverload<>(&QTimer::start));
  connect(&m_typing, &QTimer::timeout, this, [this] {
    m_filter->setWords(m_search->text());
    if (!m_search->text().trimmed().isEmpty()) m_tree->expandToDepth(3);
  });
  connect(marks, &QCheckBox::toggled, m_model, &TagModel::setMarksDifferences);
  connect(m_tree, &QTreeView::customContextMenuRequested, this, &TagPanel::showMenu);
}

void TagPanel::setFile(std::shared_ptr<const core::DicomFile> file) {
  ++m_request;
  m_read.reset();
  present(std::move(file));
}

/// What was shown goes at once: it is of another image, perhaps of another patient.
void TagPanel::readFile(const core::Source& source) {
  if (m_read == source) return;
  setFile(nullptr);
  m_read = source;
  QThreadPool::globalInstance()->start([panel = QPointer<TagPanel>(this), request = m_request, source] {
    const auto file = parsed(source);
    QMetaObject::invokeMethod(
        QCoreApplication::instance(),
        [panel, request, file] {
          if (panel && panel->m_request == request) panel->present(file);
        },
        Qt::QueuedConnection);
  });
}

/// Another slice of the same series: what was open stays open, what was chosen stays chosen.
void TagPanel::present(std::shared_ptr<const core::DicomFile> file) {
  if (file == m_model->file()) return;
  QStringList open;
  for (int i = 0; i < m_filter->rowCount(); ++i)
    if (m_tree->isExpanded(m_filter->index(i, 0)))
      open << m_model->path(m_filter->mapToSource(m_filter->index(i, 0)));
  const QString chosen = m_model->path(m_filter->mapToSource(m_tree->currentIndex()));
  const QPoint top(0, 0);
  const QString first = m_model->path(m_filter->mapToSource(m_tree->indexAt(top)));
  m_model->setFile(std::move(file));
  for (int i = 0; i < m_filter->rowCount(); ++i) {
    const QModelIndex index = m_filter->index(i, 0);
    const QString path = m_model->path(m_filter->mapToSource(index));
    if (open.contains(path)) m_tree->setExpanded(index, true);
    if (!chosen.isEmpty() && path == chosen) m_tree->setCurrentIndex(index);
    if (!first.isEmpty() && path == first) m_tree->scrollTo(index, QAbstractItemView::PositionAtTop);
  }
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
    menu.addAction(tr("Copy all as text"), this, [this] { copy(fileAsText(*m_model->file())); });
    menu.addAction(tr("Copy all as JSON"), this, [this] { copy(fileAsJson(*m_model->file())); });
  }
  menu.exec(m_tree->viewport()->mapToGlobal(at));
}

}  // namespace app
