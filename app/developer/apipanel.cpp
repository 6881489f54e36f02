// SPDX-License-Identifier: MIT
#include "app/developer/apipanel.h"

#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QTabWidget>
#include <QVBoxLayout>

#include "app/developer/accountspanel.h"
#include "app/developer/colors.h"
#include "app/developer/examplespanel.h"
#include "app/developer/faulttext.h"
#include "app/developer/keyspanel.h"
#include "app/developer/profilepanel.h"
#include "app/developer/requestspanel.h"
#include "app/developer/serverbar.h"
#include "app/developer/themedicons.h"
#include "app/developer/usagepanel.h"

namespace app {

namespace {

constexpr int lookInterval = 1000;  ///< ms

/// Of more lines than a small panel has room for.
QScrollArea* scrolled(QWidget* content) {
  auto* area = new QScrollArea;
  area->setFrameShape(QFrame::NoFrame);
  area->setWidgetResizable(true);
  area->setWidget(content);
  // The tab's own ground is seen through both.
  area->viewport()->setAutoFillBackground(false);
  content->setAutoFillBackground(false);
  return area;
}

}  // namespace

ApiPanel::ApiPanel(ApiHost& host, QSettings& settings, QWidget* parent)
    : QDialog(parent),
      m_host(host),
      m_bar(new ServerBar(host, settings, this)),
      m_faults(new QLabel(this)),
      m_accounts(new AccountsPanel(host, this)),
      m_tabs(new QTabWidget(this)),
      m_usage(new UsagePanel(host, this)),
      m_keys(new KeysPanel(host, this)),
      m_profile(new ProfilePanel(host, this)),
      m_requests(new RequestsPanel(host, this)) {
  setWindowTitle(tr("Local API"));
  resize(980, 680);
  m_faults->setObjectName(QStringLiteral("panelFaults"));
  m_faults->setWordWrap(true);
  QPalette red = m_faults->palette();
  red.setColor(QPalette::WindowText, faultColor());
  m_faults->setPalette(red);
  m_faults->hide();
  m_tabs->addTab(m_usage, tr("Usage"));
  m_tabs->addTab(m_keys, tr("Keys"));
  m_tabs->addTab(m_profile, tr("Profile"));
  m_tabs->addTab(scrolled(new ExamplesPanel(host, this)), tr("curl"));
  m_tabs->addTab(m_requests, tr("Last requests"));
  setThemedIcons(m_tabs, {"chart-column", "key", "shield", "copy", "history"});
  auto* splitter = new QSplitter(this);
  splitter->addWidget(m_accounts);
  splitter->addWidget(m_tabs);
  splitter->setSizes({240, 740});
  splitter->setStretchFactor(1, 1);
  splitter->setChildrenCollapsible(false);
  auto* layout = new QVBoxLayout(this);
  layout->addWidget(m_bar);
  layout->addWidget(m_faults);
  layout->addWidget(splitter, 1);
  connectParts();
  // Return in a field belongs to that field.
  for (QPushButton* button : findChildren<QPushButton*>()) button->setAutoDefault(false);
}

void ApiPanel::connectParts() {
  connect(m_bar, &ServerBar::failed, this, &ApiPanel::showFaults);
  connect(m_accounts, &AccountsPanel::failed, this, &ApiPanel::showFaults);
  connect(m_keys, &KeysPanel::failed, this, &ApiPanel::showFaults);
  connect(m_profile, &ProfilePanel::failed, this, &ApiPanel::showFaults);
  connect(m_profile, &ProfilePanel::saved, m_accounts, &AccountsPanel::refresh);
  connect(m_accounts, &AccountsPanel::chosen, this, [this](const ApiAccount* account) {
    m_usage->setAccount(account);
    m_keys->setAccount(account);
    m_profile->setAccount(account);
  });
  connect(&m_host, &ApiHost::switched, this, &ApiPanel::follow);
  m_timer.setInterval(lookInterval);
  connect(&m_timer, &QTimer::timeout, this, &ApiPanel::follow);
  follow();
}

void ApiPanel::showFaults(const QList<ApiFault>& faults) {
  m_faults->setText(faultText(faults));
  m_faults->setVisible(!faults.isEmpty());
}

void ApiPanel::follow() {
  m_host.isOn() && isVisible() ? m_timer.start() : m_timer.stop();
  m_accounts->refresh();
  m_keys->refresh();
  m_requests->refresh();
  m_usage->refresh();
}

void ApiPanel::showEvent(QShowEvent* event) {
  QDialog::showEvent(event);
  follow();
}

}  // namespace app
