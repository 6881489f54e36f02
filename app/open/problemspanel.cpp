// SPDX-License-Identifier: MIT
#include "app/open/problemspanel.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>

#include "app/paint/errortext.h"

namespace app {

ProblemsPanel::ProblemsPanel(QWidget* parent)
    : QWidget(parent),
      m_list(new QTreeWidget(this)),
      m_skipped(new QLabel(this)),
      m_copy(new QPushButton(this)),
      m_clear(new QPushButton(this)) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  m_list->setColumnCount(2);
  m_list->setRootIsDecorated(false);
  m_list->setUniformRowHeights(true);
  m_list->setTextElideMode(Qt::ElideMiddle);
  m_list->header()->resizeSection(0, 420);
  auto* row = new QHBoxLayout;
  row->setContentsMargins(6, 0, 6, 4);
  row->addWidget(m_skipped, 1);
  row->addWidget(m_copy);
  row->addWidget(m_clear);
  column->addWidget(m_list);
  column->addLayout(row);
  connect(m_copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(asText()); });
  connect(m_clear, &QPushButton::clicked, this, &ProblemsPanel::clear);
  retranslate();
}

void ProblemsPanel::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QWidget::changeEvent(event);
}

void ProblemsPanel::retranslate() {
  m_list->setHeaderLabels({tr("File"), tr("Reason")});
  m_copy->setText(tr("Copy list"));
  m_clear->setText(tr("Clear list"));
  setSkipped(m_skippedCount);
  m_list->clear();
  list(0);
}

void ProblemsPanel::list(std::size_t from) {
  QList<QTreeWidgetItem*> items;
  for (std::size_t i = from; i < m_problems.size(); ++i) {
    const QString name = m_problems[i].source.displayName();
    items << new QTreeWidgetItem(
        {m_hidesPatient ? tr("File %1").arg(i + 1) : name, errorText(m_problems[i].error)});
    if (!m_hidesPatient) items.back()->setToolTip(0, name);
    items.back()->setToolTip(1, items.back()->text(1));
  }
  m_list->addTopLevelItems(items);
}

void ProblemsPanel::add(const std::vector<core::Problem>& problems) {
  const std::size_t before = m_problems.size();
  m_problems.insert(m_problems.end(), problems.begin(), problems.end());
  list(before);
}

void ProblemsPanel::addOnce(const core::Problem& problem) {
  const bool isListed = std::any_of(m_problems.begin(), m_problems.end(), [&](const core::Problem& listed) {
    return listed.source == problem.source && listed.error.code == problem.error.code;
  });
  if (!isListed) add({problem});
}

void ProblemsPanel::setHidesPatient(bool hides) {
  m_hidesPatient = hides;
  retranslate();
}

void ProblemsPanel::setSkipped(quint64 count) {
  m_skippedCount = count;
  m_skipped->setText(
      count == 0 ? QString()
                 : tr("%n file(s) that are not DICOM were passed over", nullptr, static_cast<int>(count)));
}

void ProblemsPanel::clear() {
  m_problems.clear();
  m_list->clear();
  setSkipped(0);
}

int ProblemsPanel::count() const { return m_list->topLevelItemCount(); }

QString ProblemsPanel::asText() const {
  QString text;
  for (int i = 0; i < count(); ++i)
    text += m_list->topLevelItem(i)->text(0) + QLatin1Char('\t') + m_list->topLevelItem(i)->text(1) +
            QLatin1Char('\n');
  return text;
}

}  // namespace app
