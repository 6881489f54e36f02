// SPDX-License-Identifier: MIT
#pragma once

#include <QChartView>
#include <QDate>
#include <QMap>

class QBarSet;
class QValueAxis;

namespace app {

/// A bar a day of a month: the calls that were answered well.
class UsageChart : public QChartView {
  Q_OBJECT

 public:
  explicit UsageChart(QWidget* parent = nullptr);

  /// Days of one month; those that are missing had none.
  void show(QDate month, const QMap<QDate, int>& days);
  /// The height of a day's bar, from 1.
  int calls(int day) const;

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void applyPalette();

  QBarSet* m_bars;
  QValueAxis* m_days;
  QValueAxis* m_calls;
};

}  // namespace app
