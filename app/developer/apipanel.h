// SPDX-License-Identifier: MIT
#pragma once

#include <QDialog>
#include <QSettings>
#include <QTimer>

#include "app/developer/apihost.h"

class QLabel;
class QTabWidget;

namespace app {

class AccountsPanel;
class KeysPanel;
class ProfilePanel;
class RequestsPanel;
class ServerBar;
class UsagePanel;

/// Tools › Local API: the switch, the accounts, and what belongs to the chosen one. Stays open beside the
/// viewer.
class ApiPanel : public QDialog {
  Q_OBJECT

 public:
  ApiPanel(ApiHost& host, QSettings& settings, QWidget* parent = nullptr);

  ServerBar* bar() const { return m_bar; }
  QTabWidget* tabs() const { return m_tabs; }
  UsagePanel* usage() const { return m_usage; }
  RequestsPanel* requests() const { return m_requests; }
  /// Says why something was refused; nothing for no fault.
  void showFaults(const QList<ApiFault>& faults);

 protected:
  void showEvent(QShowEvent* event) override;

 private:
  void connectParts();
  void follow();

  ApiHost& m_host;
  ServerBar* m_bar;
  QLabel* m_faults;
  AccountsPanel* m_accounts;
  QTabWidget* m_tabs;
  UsagePanel* m_usage;
  KeysPanel* m_keys;
  ProfilePanel* m_profile;
  RequestsPanel* m_requests;
  QTimer m_timer;  ///< looks at what changes by itself, while it is seen
};

}  // namespace app
