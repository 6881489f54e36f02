// SPDX-License-Identifier: MIT
#include "app/developer/accountspanel.h"

#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include "app/developer/accountdialog.h"
#include "app/developer/themedicons.h"

namespace app {

AccountsPanel::AccountsPanel(ApiHost& host, QWidget* parent)
    : QWidget(parent),
      m_host(host),
      m_hint(new QLabel(tr("None yet. Add one, save its profile, then create a key."), this)),
      m_list(new QListWidget(this)),
      m_add(new QPushButton(tr("Add…"), this)),
      m_active(new QPushButton(tr("Disable"), this)),
      m_password(new QPushButton(tr("Set password…"), this)) {
  m_list->setObjectName(QStringLiteral("accounts"));
  m_hint->setObjectName(QStringLiteral("accountsHint"));
  m_hint->setWordWrap(true);
  m_hint->hide();
  m_list->setSpacing(2);
  m_list->setTextElideMode(Qt::ElideMiddle);
  m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_add->setObjectName(QStringLiteral("addAccount"));
  m_active->setObjectName(QStringLiteral("changeActive"));
  m_password->setObjectName(QStringLiteral("setPassword"));
  setThemedIcon(m_add, "plus");
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(new QLabel(tr("Accounts"), this));
  layout->addWidget(m_hint);
  layout->addWidget(m_list, 1);
  for (QPushButton* button : {m_add, m_active, m_password}) layout->addWidget(button);
  connect(m_list, &QListWidget::currentRowChanged, this, &AccountsPanel::follow);
  connect(m_add, &QPushButton::clicked, this, &AccountsPanel::add);
  connect(m_active, &QPushButton::clicked, this, &AccountsPanel::changeActive);
  connect(m_password, &QPushButton::clicked, this, &AccountsPanel::changePassword);
  connect(&m_host, &ApiHost::switched, this, &AccountsPanel::refresh);
  follow();
}

const ApiAccount* AccountsPanel::current() const {
  const int row = m_list->currentRow();
  return row >= 0 && row < m_accounts.size() ? &m_accounts[row] : nullptr;
}

void AccountsPanel::refresh() {
  if (!m_host.isOn()) {
    m_hint->hide();
    return show({});
  }
  m_add->setEnabled(true);
  m_host.accounts().then(this, [this](const ApiAnswer<QList<ApiAccount>>& answer) {
    m_hint->setVisible(answer.value && answer.value->isEmpty());
    if (answer.value && *answer.value == m_accounts) return;
    show(answer.value.value_or(QList<ApiAccount>()));
    if (!answer.faults.isEmpty()) emit failed(answer.faults);
  });
}

/// The chosen account stays chosen.
void AccountsPanel::show(const QList<ApiAccount>& accounts) {
  const qint64 chosenId = current() ? current()->id : 0;
  const QSignalBlocker blocker(m_list);
  m_accounts = accounts;
  m_list->clear();
  int row = 0;
  for (const ApiAccount& account : m_accounts) {
    const QString name = account.firstName + QLatin1Char(' ') + account.lastName;
    auto* item = new QListWidgetItem(
        account.email + QLatin1Char('\n') + (account.isActive ? name : name + tr(" (disabled)")), m_list);
    if (!account.isActive) item->setForeground(palette().color(QPalette::Disabled, QPalette::Text));
    if (account.id == chosenId) row = m_list->count() - 1;
  }
  if (!m_accounts.isEmpty()) m_list->setCurrentRow(row);
  follow();
}

void AccountsPanel::follow() {
  const ApiAccount* account = current();
  m_add->setEnabled(m_host.isOn());
  m_active->setEnabled(account);
  m_password->setEnabled(account);
  m_active->setText(account && !account->isActive ? tr("Enable") : tr("Disable"));
  emit chosen(account);
}

void AccountsPanel::add() {
  auto* dialog = AccountDialog::forNewAccount(
      this, [this](const ApiAccountWanted& wanted) { return m_host.addAccount(wanted); });
  connect(dialog, &AccountDialog::taken, this, &AccountsPanel::refresh);
  dialog->open();
}

void AccountsPanel::changeActive() {
  if (const ApiAccount* account = current())
    m_host.setActive(account->id, !account->isActive).then(this, [this](const ApiAnswer<ApiDone>& answer) {
      take(answer);
    });
}

void AccountsPanel::changePassword() {
  const ApiAccount* account = current();
  if (!account) return;
  auto* dialog = AccountDialog::forNewPassword(account->email, this,
                                               [this, id = account->id](const ApiAccountWanted& wanted) {
                                                 return m_host.setPassword(id, wanted.password);
                                               });
  dialog->open();
}

void AccountsPanel::take(const ApiAnswer<ApiDone>& answer) {
  emit failed(answer.faults);
  refresh();
}

}  // namespace app
