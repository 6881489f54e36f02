// SPDX-License-Identifier: MIT
#include "app/developer/usagepanel.h"

#include <QFormLayout>
#include <QLabel>
#include <QProgressBar>
#include <QToolButton>
#include <numeric>

#include "app/developer/themedicons.h"
#include "app/developer/usagechart.h"

namespace app {

namespace {

QDate firstOfThisMonth() {
  const QDate today = QDateTime::currentDateTimeUtc().date();
  return {today.year(), today.month(), 1};
}

}  // namespace

UsagePanel::UsagePanel(ApiHost& host, QWidget* parent)
    : QWidget(parent),
      m_host(host),
      m_month(firstOfThisMonth()),
      m_title(new QLabel(this)),
      m_before(new QToolButton(this)),
      m_after(new QToolButton(this)),
      m_chart(new UsageChart(this)),
      m_quota(new QFormLayout) {
  m_title->setObjectName(QStringLiteral("month"));
  setThemedIcon(m_before, "chevron-left");
  m_before->setToolTip(tr("The month before"));
  setThemedIcon(m_after, "chevron-right");
  m_after->setToolTip(tr("The month after"));
  auto* layout = new QVBoxLayout(this);
  auto* row = new QHBoxLayout;
  row->addWidget(m_before);
  row->addWidget(m_after);
  row->addWidget(m_title, 1);
  layout->addLayout(row);
  layout->addWidget(m_chart, 1);
  layout->addWidget(new QLabel(tr("Quota of this month, for each route"), this));
  layout->addLayout(m_quota);
  connect(m_before, &QToolButton::clicked, this, [this] { step(-1); });
  connect(m_after, &QToolButton::clicked, this, [this] { step(1); });
  show({});
}

void UsagePanel::setAccount(const ApiAccount* account) {
  m_account = account ? account->id : 0;
  refresh();
}

void UsagePanel::step(int months) {
  m_month = std::min(m_month.addMonths(months), firstOfThisMonth());
  refresh();
}

void UsagePanel::refresh() {
  if (!m_account || !m_host.isOn()) return show({});
  m_host.usage(m_account, m_month.year(), m_month.month())
      .then(this, [this, account = m_account, month = m_month](const ApiAnswer<ApiUsage>& answer) {
        if (account == m_account && month == m_month) show(answer.value.value_or(ApiUsage()));
      });
}

void UsagePanel::show(const ApiUsage& usage) {
  const int total = std::accumulate(usage.days.begin(), usage.days.end(), 0);
  m_title->setText(tr("%1: %n call(s)", nullptr, total).arg(m_month.toString(QStringLiteral("yyyy-MM"))));
  m_after->setEnabled(m_month < firstOfThisMonth());
  m_chart->show(m_month, usage.days, usage.quota);
  showQuota(usage);
}

void UsagePanel::showQuota(const ApiUsage& usage) {
  while (m_quota->rowCount() > usage.routes.size()) m_quota->removeRow(m_quota->rowCount() - 1);
  while (m_quota->rowCount() < usage.routes.size()) m_quota->addRow(new QLabel, new QProgressBar);
  for (int row = 0; row < usage.routes.size(); ++row) {
    const ApiUsage::Route& route = usage.routes[row];
    auto* label = qobject_cast<QLabel*>(m_quota->itemAt(row, QFormLayout::LabelRole)->widget());
    auto* bar = qobject_cast<QProgressBar*>(m_quota->itemAt(row, QFormLayout::FieldRole)->widget());
    label->setText(route.path);
    bar->setRange(0, std::max(1, usage.quota));
    bar->setValue(std::min(route.calls, usage.quota));
    bar->setFormat(tr("%1 of %2").arg(route.calls).arg(usage.quota));
  }
}

}  // namespace app
