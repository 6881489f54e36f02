// SPDX-License-Identifier: MIT
#include "app/developer/apipart.h"

#include <QEvent>
#include <QStatusBar>
#include <QToolButton>
#include <QUrl>

#include "app/developer/apipanel.h"
#include "app/developer/colors.h"
#include "app/developer/serverbar.h"
#include "app/window/mainwindow.h"

namespace app {

ApiPart::ApiPart(MainWindow& window, ApiHost& host, QSettings& settings)
    : QObject(&window),
      m_window(window),
      m_host(host),
      m_settings(settings),
      m_mark(new QToolButton(&window)) {
  makePanel();
  window.addTool([] { return tr("Local API…"); }, QStringLiteral("server"), [this] { openPanel(); });
  window.installEventFilter(this);
  m_mark->setObjectName(QStringLiteral("apiMark"));
  m_mark->setStyleSheet(QStringLiteral("QToolButton{background:%1;color:white;font-weight:bold;border:0;"
                                       "border-radius:4px;padding:2px 10px}")
                            .arg(onColor().darker(115).name()));
  window.statusBar()->addPermanentWidget(m_mark);
  connect(m_mark, &QToolButton::clicked, this, &ApiPart::openPanel);
  connect(&m_host, &ApiHost::switched, this, &ApiPart::showMark);
  showMark();
}

/// An open panel keeps its language, and with it a key that is shown this once.
bool ApiPart::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::LanguageChange) {
    m_isStale = true;
    showMark();
  }
  return QObject::eventFilter(watched, event);
}

void ApiPart::makePanel() {
  delete m_panel;
  m_panel = new ApiPanel(m_host, m_settings, &m_window);
  m_isStale = false;
}

void ApiPart::showMark() {
  m_mark->setText(tr("Local API on · port %1").arg(QUrl(m_host.address()).port()));
  m_mark->setToolTip(tr("Programs on this computer can use the viewer's server. Click to change that."));
  m_mark->setVisible(m_host.isOn());
}

void ApiPart::startAsRemembered() {
  if (!ServerBar::isWantedAtStart(m_settings) || m_host.isOn()) return;
  m_host.start(ServerBar::portWanted(m_settings)).then(this, [this](const ApiAnswer<ApiDone>& answer) {
    if (answer.faults.isEmpty()) return;
    m_panel->showFaults(answer.faults);
    openPanel();
  });
}

void ApiPart::openPanel() {
  if (m_isStale && !m_panel->isVisible()) makePanel();
  m_panel->show();
  m_panel->raise();
  m_panel->activateWindow();
}

}  // namespace app
