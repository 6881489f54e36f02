// SPDX-License-Identifier: MIT
#include "app/open/problemspanel.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>

#include "app/paint/errortext.h"

namespace app {

ProblemsPanel::ProblemsPanel(QWidget* parent)
    : QWidget(parent), m_list(new QTreeWidget(this)), m_skipped(new QLabel(this)) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  m_list->setHeaderLabels({tr("File"), tr("Reason")});
  m_list->setRootIsDecorated(false);
  m_list->setUniformRowHeights(true);
  m_list->setTextElideMode(Qt::ElideMiddle);
  m_list->header()->resizeSection(0, 420);
  auto* row = new QHBoxLayout;
  auto* copy = new QPushButton(tr("Copy list"), this);
  auto* clearing = new QPushButton(tr("Clear list"), this);
  row->setContentsMargins(6, 0, 6, 4);
  row->addWidget(m_skipped, 1);
  row->addWidget(copy);
  row->addWidget(clearing);
  column->addWidget(m_list);
  column->addLayout(row);
  connect(copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(asText()); });
  connect(clearing, &QPushButton::clicked, this, &ProblemsPanel::clear);
}

void ProblemsPanel::add(const std::vector<core::Problem>& problems) {
  QList<QTreeWidgetItem*> items;
  for (const core::Problem& problem : problems)
    items << new QTreeWidgetItem({problem.source.displayName(), errorText(problem.error)});
  m_list->addTopLevelItems(items);
}

void ProblemsPanel::setSkipped(quint64 count) {
  m_skipped->setText(
      count == 0 ? QString()
                 : tr("%n file(s) that are not DICOM were passed over", nullptr, static_cast<int>(count)));
}

void ProblemsPanel::clear() {
  m_list->clear();
  m_skipped->clear();
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
