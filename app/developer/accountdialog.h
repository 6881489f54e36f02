// SPDX-License-Identifier: MIT
#pragma once

#include <QDialog>
#include <functional>

#include "app/developer/apihost.h"

class QDialogButtonBox;
class QFormLayout;
class QLabel;
class QLineEdit;

namespace app {

/// Asks for the fields of an account, hands them on, and stays open with the reasons until they are taken.
class AccountDialog : public QDialog {
  Q_OBJECT

 public:
  using Submit = std::function<ApiReply<ApiDone>(const ApiAccountWanted&)>;

  static AccountDialog* forNewAccount(QWidget* parent, Submit submit);
  static AccountDialog* forNewPassword(const QString& email, QWidget* parent, Submit submit);

 signals:
  void taken();

 private:
  AccountDialog(const QString& title, QWidget* parent, Submit submit);
  QLineEdit* addField(const QString& label, const char* name);
  void submit();
  void take(const ApiAnswer<ApiDone>& answer);

  Submit m_submit;
  QFormLayout* m_form;
  QLabel* m_faults;
  QDialogButtonBox* m_buttons;
  QLineEdit* m_email = nullptr;
  QLineEdit* m_firstName = nullptr;
  QLineEdit* m_lastName = nullptr;
  QLineEdit* m_password = nullptr;
};

}  // namespace app
