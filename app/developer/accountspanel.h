// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

#include "app/developer/apihost.h"

class QLabel;
class QListWidget;
class QPushButton;

namespace app {

/// The accounts of the server, and what can be done with the chosen one.
class AccountsPanel : public QWidget {
  Q_OBJECT

 public:
  explicit AccountsPanel(ApiHost& host, QWidget* parent = nullptr);

  /// Looks again; what is the same stays as it is.
  void refresh();

 signals:
  /// Null for none.
  void chosen(const app::ApiAccount* account);
  void failed(const QList<app::ApiFault>& faults);

 private:
  const ApiAccount* current() const;
  void show(const QList<ApiAccount>& accounts);
  void follow();
  void add();
  void changeActive();
  void changePassword();
  void take(const ApiAnswer<ApiDone>& answer);

  ApiHost& m_host;
  QList<ApiAccount> m_accounts;
  QLabel* m_hint;  ///< what to do first
  QListWidget* m_list;
  QPushButton* m_add;
  QPushButton* m_active;
  QPushButton* m_password;
};

}  // namespace app
