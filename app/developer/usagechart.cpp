// SPDX-License-Identifier: MIT
#include "app/developer/usagechart.h"

#include <QBarSeries>
#include <QBarSet>
#include <QChart>
#include <QEvent>
#include <QLegend>
#include <QLineSeries>
#include <QValueAxis>
#include <algorithm>

#include "app/developer/colors.h"

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
      m_bars(new QBarSet(tr("Calls of a day"), this)),
      m_soFar(new QLineSeries(this)),
      m_quota(new QLineSeries(this)),
      m_days(new QValueAxis(this)),
      m_calls(new QValueAxis(this)),
      m_sums(new QValueAxis(this)) {
  setRenderHint(QPainter::Antialiasing);
  setMinimumHeight(180);
  // A place for a day that is not there, so that a bar's index is the day's number.
  for (int day = 0; day <= longestMonth; ++day) m_bars->append(0);
  auto* series = new QBarSeries(this);
  series->append(m_bars);
  series->setBarWidth(0.8);
  chart()->addSeries(series);
  chart()->legend()->setAlignment(Qt::AlignTop);
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
  addLines();
  applyPalette();
}

void UsageChart::addLines() {
  m_soFar->setName(tr("Calls of the month so far"));
  m_quota->setName(tr("Quota of each route"));
  m_sums->setLabelFormat(QStringLiteral("%d"));
  m_sums->setTickCount(5);
  m_sums->setGridLineVisible(false);
  m_sums->setTitleText(tr("Month so far"));
  chart()->addAxis(m_sums, Qt::AlignRight);
  for (QLineSeries* line : {m_soFar, m_quota}) {
    chart()->addSeries(line);
    line->attachAxis(m_days);
    line->attachAxis(m_sums);
  }
}

/// The line of this month ends today.
void UsageChart::showLines(QDate month, int quota) {
  const QDate today = QDateTime::currentDateTimeUtc().date();
  const bool isThisMonth = today.year() == month.year() && today.month() == month.month();
  const int last = isThisMonth ? today.day() : month.daysInMonth();
  int sum = 0;
  m_soFar->clear();
  for (int day = 1; day <= last; ++day) m_soFar->append(day, sum += calls(day));
  m_quota->clear();
  m_quota->append(m_days->min(), quota);
  m_quota->append(m_days->max(), quota);
  m_quota->setVisible(quota > 0);
  m_sums->setRange(0, axisTop(std::max(sum, quota)));
}

void UsageChart::show(QDate month, const QMap<QDate, int>& days, int quota) {
  int most = 0;
  for (int day = 1; day <= longestMonth; ++day) {
    const int count = days.value(QDate(month.year(), month.month(), std::min(day, month.daysInMonth())));
    m_bars->replace(day, day <= month.daysInMonth() ? count : 0);
    most = std::max(most, count);
  }
  m_days->setRange(0.4, month.daysInMonth() + 0.6);
  m_calls->setRange(0, axisTop(most));
  showLines(month, quota);
}

int UsageChart::quota() const {
  return m_quota->isVisible() && m_quota->count() > 0 ? static_cast<int>(m_quota->at(0).y()) : 0;
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
  chart()->legend()->setLabelColor(text);
  m_soFar->setPen(QPen(onColor(), 2));
  m_quota->setPen(QPen(faultColor(), 2, Qt::DashLine));
  for (QValueAxis* axis : {m_days, m_calls, m_sums}) {
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
