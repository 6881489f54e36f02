// SPDX-License-Identifier: MIT
#include "app/developer/requestspanel.h"

#include <QHeaderView>
#include <QLocale>

#include "app/developer/colors.h"

namespace app {

RequestsPanel::RequestsPanel(ApiHost& host, QWidget* parent) : QTableWidget(0, 5, parent), m_host(host) {
  setObjectName(QStringLiteral("requests"));
  setHorizontalHeaderLabels({tr("Time"), tr("Method"), tr("Route"), tr("Status"), tr("Duration")});
  horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
  horizontalHeader()->setSectionResizeMode(2, QHeaderView::Stretch);
  verticalHeader()->hide();
  setEditTriggers(NoEditTriggers);
  setSelectionBehavior(SelectRows);
  setAlternatingRowColors(true);
}

void RequestsPanel::refresh() {
  if (!m_host.isOn()) return show({});
  m_host.lastCalls().then(this, [this](const ApiAnswer<QList<ApiCall>>& answer) {
    if (answer.value && *answer.value != m_calls) show(*answer.value);
  });
}

void RequestsPanel::show(const QList<ApiCall>& calls) {
  m_calls = calls;
  setRowCount(static_cast<int>(calls.size()));
  for (int row = 0; row < calls.size(); ++row) {
    const ApiCall& call = calls[row];
    const QStringList texts{call.time.toLocalTime().toString(QStringLiteral("HH:mm:ss")), call.method,
                            call.route.isEmpty() ? tr("(no such route)") : call.route,
                            QString::number(call.status), tr("%1 ms").arg(call.milliseconds)};
    for (int column = 0; column < texts.size(); ++column) {
      auto* cell = new QTableWidgetItem(texts[column]);
      if (call.status >= 400 && column == 3) cell->setForeground(faultColor());
      setItem(row, column, cell);
    }
  }
}

}  // namespace app
