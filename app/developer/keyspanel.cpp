// SPDX-License-Identifier: MIT
#include "app/developer/keyspanel.h"

#include <QFontDatabase>
#include <QFrame>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QTableWidget>

#include "app/developer/colors.h"
#include "app/developer/copybutton.h"
#include "app/developer/themedicons.h"

namespace app {

KeysPanel::KeysPanel(ApiHost& host, QWidget* parent)
    : QWidget(parent),
      m_host(host),
      m_hint(new QLabel(tr("Keys need a developer profile: save one first."), this)),
      m_name(new QLineEdit(this)),
      m_create(new QPushButton(tr("Create key"), this)),
      m_fresh(new QFrame(this)),
      m_freshKey(new QLineEdit(m_fresh)),
      m_table(new QTableWidget(0, 4, this)),
      m_delete(new QPushButton(tr("Delete key"), this)) {
  m_name->setObjectName(QStringLiteral("keyName"));
  m_name->setPlaceholderText(tr("Name of the key (optional)"));
  m_name->setMaxLength(50);
  m_create->setObjectName(QStringLiteral("createKey"));
  setThemedIcon(m_create, "key");
  m_delete->setObjectName(QStringLiteral("deleteKey"));
  setThemedIcon(m_delete, "trash-2");
  m_table->setObjectName(QStringLiteral("keys"));
  m_table->setHorizontalHeaderLabels({tr("Name"), tr("Prefix"), tr("Created"), tr("Expires")});
  m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
  m_table->verticalHeader()->hide();
  m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
  m_table->setSelectionMode(QAbstractItemView::SingleSelection);
  m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
  makeFresh();
  auto* layout = new QVBoxLayout(this);
  auto* row = new QHBoxLayout;
  row->addWidget(m_name, 1);
  row->addWidget(m_create);
  layout->addWidget(m_hint);
  layout->addLayout(row);
  layout->addWidget(m_fresh);
  layout->addWidget(m_table, 1);
  layout->addWidget(m_delete, 0, Qt::AlignRight);
  connect(m_create, &QPushButton::clicked, this, &KeysPanel::create);
  connect(m_name, &QLineEdit::returnPressed, m_create, &QPushButton::click);
  connect(m_delete, &QPushButton::clicked, this, &KeysPanel::askRemove);
  connect(m_table, &QTableWidget::itemSelectionChanged, this,
          [this] { m_delete->setEnabled(m_table->currentRow() >= 0); });
  setAccount(nullptr);
}

void KeysPanel::makeFresh() {
  m_fresh->setObjectName(QStringLiteral("fresh"));
  m_fresh->setStyleSheet(
      QStringLiteral("#fresh{border:2px solid %1;border-radius:6px}").arg(onColor().name()));
  m_freshKey->setObjectName(QStringLiteral("freshKey"));
  m_freshKey->setReadOnly(true);
  m_freshKey->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
  auto* text = new QLabel(
      tr("The new key. Copy it now: it is shown this once, and only a hash of it is kept."), m_fresh);
  text->setWordWrap(true);
  auto* layout = new QVBoxLayout(m_fresh);
  auto* row = new QHBoxLayout;
  auto* copy = new CopyButton([this] { return m_freshKey->text(); }, m_fresh);
  copy->setObjectName(QStringLiteral("copyKey"));
  row->addWidget(m_freshKey, 1);
  row->addWidget(copy);
  layout->addWidget(text);
  layout->addLayout(row);
}

void KeysPanel::setAccount(const ApiAccount* account) {
  const bool isOther = !account || account->id != m_account;
  m_account = account ? account->id : 0;
  const bool may = account && account->isDeveloper;
  if (isOther) m_freshKey->clear();
  m_fresh->setVisible(!m_freshKey->text().isEmpty());
  m_hint->setVisible(account && !may);
  m_name->setEnabled(may);
  m_create->setEnabled(may);
  refresh();
}

void KeysPanel::refresh() {
  if (!m_account || !m_host.isOn()) return show({});
  m_host.keys(m_account).then(this, [this, asked = m_account](const ApiAnswer<QList<ApiKey>>& answer) {
    const QList<ApiKey> keys = answer.value.value_or(QList<ApiKey>());
    if (asked == m_account && keys != m_keys) show(keys);
  });
}

void KeysPanel::show(const QList<ApiKey>& keys) {
  m_keys = keys;
  m_table->setRowCount(0);
  const auto say = [](const QDateTime& time) {
    return time.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm"));
  };
  for (const ApiKey& key : keys) {
    const int row = m_table->rowCount();
    m_table->insertRow(row);
    const QStringList texts{key.name, key.prefix, say(key.created),
                            key.expires.isValid() ? say(key.expires) : tr("never")};
    for (int column = 0; column < texts.size(); ++column)
      m_table->setItem(row, column, new QTableWidgetItem(texts[column]));
  }
  m_delete->setEnabled(m_table->currentRow() >= 0);
}

void KeysPanel::create() {
  m_create->setEnabled(false);
  m_host.createKey(m_account, m_name->text()).then(this, [this](const ApiAnswer<QString>& answer) {
    take(answer);
  });
}

void KeysPanel::take(const ApiAnswer<QString>& answer) {
  m_create->setEnabled(true);
  emit failed(answer.faults);
  if (!answer.value) return;
  m_freshKey->setText(*answer.value);
  m_freshKey->setCursorPosition(0);
  m_fresh->show();
  m_name->clear();
  refresh();
}

/// A deleted key cannot be had back: the user is asked.
void KeysPanel::askRemove() {
  const int row = m_table->currentRow();
  if (row < 0 || row >= m_keys.size()) return;
  auto* box =
      new QMessageBox(QMessageBox::Question, tr("Delete key"),
                      tr("Delete the key %1…? What uses it is refused from now on.").arg(m_keys[row].prefix),
                      QMessageBox::Yes | QMessageBox::No, this);
  box->setAttribute(Qt::WA_DeleteOnClose);
  connect(box->button(QMessageBox::Yes), &QAbstractButton::clicked, this,
          [this, key = m_keys[row]] { remove(key); });
  box->open();
}

void KeysPanel::remove(const ApiKey& key) {
  if (m_freshKey->text().startsWith(key.prefix)) {
    m_freshKey->clear();
    m_fresh->hide();
  }
  m_host.deleteKey(m_account, key.id).then(this, [this](const ApiAnswer<ApiDone>& answer) {
    emit failed(answer.faults);
    refresh();
  });
}

}  // namespace app
