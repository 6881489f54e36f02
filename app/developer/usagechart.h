// SPDX-License-Identifier: MIT
#pragma once

#include <QChartView>
#include <QDate>
#include <QMap>

class QBarSet;
class QLineSeries;
class QValueAxis;

namespace app {

/// A bar a day of a month: the calls that were answered well. On an axis of their own a line for those of the
/// month so far, and one for the quota.
class UsageChart : public QChartView {
  Q_OBJECT

 public:
  explicit UsageChart(QWidget* parent = nullptr);

  /// Days of one month; those that are missing had none. quota: calls a month and route; 0 for none.
  void show(QDate month, const QMap<QDate, int>& days, int quota);
  /// The height of a day's bar, from 1.
  int calls(int day) const;
  /// The height of the quota's line; 0 when it is not shown.
  int quota() const;

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void applyPalette();
  void addLines();
  void showLines(QDate month, int quota);

  QBarSet* m_bars;
  QLineSeries* m_soFar;
  QLineSeries* m_quota;
  QValueAxis* m_days;
  QValueAxis* m_calls;
  QValueAxis* m_sums;
};

}  // namespace app
