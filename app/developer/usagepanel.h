// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

#include "app/developer/apihost.h"

class QFormLayout;
class QLabel;
class QToolButton;

namespace app {

class UsageChart;

/// The calls of an account in a month, day by day, and what is left of this month's quota.
class UsagePanel : public QWidget {
  Q_OBJECT

 public:
  explicit UsagePanel(ApiHost& host, QWidget* parent = nullptr);

  void setAccount(const ApiAccount* account);
  void refresh();
  const UsageChart* chart() const { return m_chart; }

 private:
  void step(int months);
  void show(const ApiUsage& usage);
  void showQuota(const ApiUsage& usage);

  ApiHost& m_host;
  qint64 m_account = 0;
  QDate m_month;  ///< its first day
  QLabel* m_title;
  QToolButton* m_before;
  QToolButton* m_after;
  UsageChart* m_chart;
  QFormLayout* m_quota;
};

}  // namespace app
