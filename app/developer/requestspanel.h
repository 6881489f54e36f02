// SPDX-License-Identifier: MIT
#pragma once

#include <QTableWidget>

#include "app/developer/apihost.h"

namespace app {

/// The last requests of all accounts: time, method, route, status, duration; nothing of what was in them.
class RequestsPanel : public QTableWidget {
  Q_OBJECT

 public:
  explicit RequestsPanel(ApiHost& host, QWidget* parent = nullptr);

  void refresh();

 private:
  void show(const QList<ApiCall>& calls);

  ApiHost& m_host;
  QList<ApiCall> m_calls;
};

}  // namespace app
