// SPDX-License-Identifier: MIT
#include "app/developer/accountdialog.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include "app/developer/colors.h"
#include "app/developer/faulttext.h"

namespace app {

AccountDialog::AccountDialog(const QString& title, QWidget* parent, Submit submit)
    : QDialog(parent),
      m_submit(std::move(submit)),
      m_form(new QFormLayout),
      m_faults(new QLabel(this)),
      m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this)) {
  setAttribute(Qt::WA_DeleteOnClose);
  setObjectName(QStringLiteral("account"));
  setWindowTitle(title);
  setMinimumWidth(420);
  m_faults->setWordWrap(true);
  m_faults->setObjectName(QStringLiteral("faults"));
  QPalette red = m_faults->palette();
  red.setColor(QPalette::WindowText, faultColor());
  m_faults->setPalette(red);
  m_faults->hide();
  auto* layout = new QVBoxLayout(this);
  layout->addLayout(m_form);
  layout->addWidget(m_faults);
  layout->addWidget(m_buttons);
  connect(m_buttons, &QDialogButtonBox::accepted, this, &AccountDialog::submit);
  connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

QLineEdit* AccountDialog::addField(const QString& label, const char* name) {
  auto* field = new QLineEdit(this);
  field->setObjectName(QString::fromLatin1(name));
  m_form->addRow(label, field);
  return field;
}

AccountDialog* AccountDialog::forNewAccount(QWidget* parent, Submit submit) {
  auto* dialog = new AccountDialog(tr("New account"), parent, std::move(submit));
  dialog->m_email = dialog->addField(tr("E-mail"), "email");
  dialog->m_firstName = dialog->addField(tr("First name"), "firstName");
  dialog->m_lastName = dialog->addField(tr("Last name"), "lastName");
  dialog->m_password = dialog->addField(tr("Password"), "password");
  dialog->m_password->setEchoMode(QLineEdit::Password);
  dialog->m_password->setPlaceholderText(tr("at least 8 characters"));
  return dialog;
}

AccountDialog* AccountDialog::forNewPassword(const QString& email, QWidget* parent, Submit submit) {
  auto* dialog = new AccountDialog(tr("New password"), parent, std::move(submit));
  dialog->m_form->addRow(tr("Account"), new QLabel(email, dialog));
  dialog->m_password = dialog->addField(tr("Password"), "password");
  dialog->m_password->setEchoMode(QLineEdit::Password);
  dialog->m_password->setPlaceholderText(tr("at least 8 characters"));
  return dialog;
}

void AccountDialog::submit() {
  const auto text = [](const QLineEdit* field) { return field ? field->text() : QString(); };
  m_buttons->setEnabled(false);
  m_submit({text(m_email), text(m_firstName), text(m_lastName), text(m_password)})
      .then(this, [this](const ApiAnswer<ApiDone>& answer) { take(answer); });
}

void AccountDialog::take(const ApiAnswer<ApiDone>& answer) {
  m_buttons->setEnabled(true);
  m_faults->setText(faultText(answer.faults));
  m_faults->setVisible(!answer.faults.isEmpty());
  if (!answer.value) return;
  emit taken();
  accept();
}

}  // namespace app
