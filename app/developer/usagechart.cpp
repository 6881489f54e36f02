// SPDX-License-Identifier: MIT
#include "app/developer/usagechart.h"

#include <QBarSeries>
#include <QBarSet>
#include <QChart>
#include <QEvent>
#include <QLegend>
#include <QValueAxis>
#include <algorithm>

namespace app {

namespace {

constexpr int longestMonth = 31;

/// A round top for the axis, with four even steps below it.
int axisTop(int most) {
  int step = 1;
  for (int factor = 1; step * 4 < most; factor *= 10)
    for (const int digit : {1, 2, 5})
      if (step * 4 < most) step = digit * factor;
  return step * 4;
}

}  // namespace

UsageChart::UsageChart(QWidget* parent)
    : QChartView(new QChart, parent),
      m_bars(new QBarSet(QString(), this)),
      m_days(new QValueAxis(this)),
      m_calls(new QValueAxis(this)) {
  setRenderHint(QPainter::Antialiasing);
  setMinimumHeight(180);
  // A place for a day that is not there, so that a bar's index is the day's number.
  for (int day = 0; day <= longestMonth; ++day) m_bars->append(0);
  auto* series = new QBarSeries(this);
  series->append(m_bars);
  series->setBarWidth(0.8);
  chart()->addSeries(series);
  chart()->legend()->hide();
  chart()->setMargins({});
  chart()->setBackgroundRoundness(0);
  m_days->setTickType(QValueAxis::TicksDynamic);
  m_days->setTickAnchor(0);
  m_days->setTickInterval(5);
  m_days->setLabelFormat(QStringLiteral("%d"));
  m_days->setGridLineVisible(false);
  m_calls->setLabelFormat(QStringLiteral("%d"));
  m_calls->setTickCount(5);
  m_calls->setTitleText(tr("Calls"));
  m_days->setTitleText(tr("Day of the month (UTC)"));
  chart()->addAxis(m_days, Qt::AlignBottom);
  chart()->addAxis(m_calls, Qt::AlignLeft);
  series->attachAxis(m_days);
  series->attachAxis(m_calls);
  applyPalette();
}

void UsageChart::show(QDate month, const QMap<QDate, int>& days) {
  int most = 0;
  for (int day = 1; day <= longestMonth; ++day) {
    const int count = days.value(QDate(month.year(), month.month(), std::min(day, month.daysInMonth())));
    m_bars->replace(day, day <= month.daysInMonth() ? count : 0);
    most = std::max(most, count);
  }
  m_days->setRange(0.4, month.daysInMonth() + 0.6);
  m_calls->setRange(0, axisTop(most));
}

int UsageChart::calls(int day) const { return static_cast<int>(m_bars->at(day)); }

void UsageChart::applyPalette() {
  const QColor text = palette().color(QPalette::Text);
  QColor faint = text;
  faint.setAlphaF(0.2F);
  chart()->setBackgroundBrush(palette().color(QPalette::Base));
  setBackgroundBrush(palette().color(QPalette::Base));
  m_bars->setColor(palette().color(QPalette::Highlight).lighter(125));
  m_bars->setBorderColor(Qt::transparent);
  for (QValueAxis* axis : {m_days, m_calls}) {
    axis->setLabelsColor(text);
    axis->setTitleBrush(text);
    axis->setLinePenColor(faint);
    axis->setGridLineColor(faint);
  }
}

void UsageChart::changeEvent(QEvent* event) {
  if (event->type() == QEvent::PaletteChange) applyPalette();
  QChartView::changeEvent(event);
}

}  // namespace app
