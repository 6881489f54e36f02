// SPDX-License-Identifier: MIT
#include "app/settings/keysdialog.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace app {

namespace {

constexpr int nameRole = Qt::UserRole;
enum Column { ActionColumn, KeysColumn };

QString shown(const QList<QKeySequence>& keys) {
  QStringList texts;
  for (const QKeySequence& key : keys) texts << key.toString(QKeySequence::NativeText);
  return texts.join(QStringLiteral("  ·  "));
}

/// Takes a key as it is pressed; the one of Qt waits a second for more to follow.
class KeyEdit final : public QKeySequenceEdit {
 public:
  KeyEdit(std::function<void(const QKeySequence&)> pressed, QWidget* parent)
      : QKeySequenceEdit(parent), m_pressed(std::move(pressed)) {}

 protected:
  void keyPressEvent(QKeyEvent* event) override {
    QKeySequenceEdit::keyPressEvent(event);
    const QKeySequence sequence = keySequence();
    if (sequence.isEmpty()) return;
    clear();
    m_pressed(QKeySequence(sequence[0]));
  }

 private:
  std::function<void(const QKeySequence&)> m_pressed;
};

void setBold(QTreeWidgetItem* item, int column, bool isBold) {
  QFont font = item->font(column);
  font.setBold(isBold);
  item->setFont(column, font);
}

}  // namespace

KeysDialog::KeysDialog(KeyMap& map, QList<KeyRow> rows, QWidget* parent)
    : QDialog(parent),
      m_map(map),
      m_rows(std::move(rows)),
      m_search(new QLineEdit(this)),
      m_list(new QTreeWidget(this)),
      m_action(new QLabel(this)),
      m_edit(new KeyEdit([this](const QKeySequence& key) { use(key); }, this)),
      m_none(new QPushButton(tr("No Key"), this)),
      m_standard(new QPushButton(tr("All as Standard"), this)),
      m_message(new QLabel(this)) {
  setWindowTitle(tr("Keys"));
  resize(560, 680);
  layOut();
  fill();
  connect(m_search, &QLineEdit::textChanged, this, &KeysDialog::search);
  connect(m_list, &QTreeWidget::currentItemChanged, this, &KeysDialog::select);
  connect(m_list, &QTreeWidget::itemActivated, m_edit, qOverload<>(&QWidget::setFocus));
  connect(m_none, &QPushButton::clicked, this, &KeysDialog::takeAway);
  connect(m_standard, &QPushButton::clicked, this, &KeysDialog::resetAll);
  select();
}

void KeysDialog::layOut() {
  m_search->setPlaceholderText(tr("Search action or key"));
  m_search->setClearButtonEnabled(true);
  m_list->setHeaderLabels({tr("Action"), tr("Keys")});
  m_list->setAlternatingRowColors(true);
  m_list->setUniformRowHeights(true);
  m_message->setWordWrap(true);
  m_message->setText(tr("Choose an action and press its new key."));
  for (QPushButton* each : {m_none, m_standard}) each->setAutoDefault(false);
  auto* row = new QHBoxLayout;
  row->addWidget(m_action, 1);
  row->addWidget(m_edit, 1);
  row->addWidget(m_none);
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
  buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
  buttons->addButton(m_standard, QDialogButtonBox::ResetRole);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  auto* column = new QVBoxLayout(this);
  column->addWidget(m_search);
  column->addWidget(m_list, 1);
  column->addLayout(row);
  column->addWidget(m_message);
  column->addWidget(buttons);
}

void KeysDialog::fill() {
  QTreeWidgetItem* menu = nullptr;
  for (const KeyRow& row : m_rows) {
    if (!menu || menu->text(ActionColumn) != row.menu) {
      menu = new QTreeWidgetItem(m_list, {row.menu});
      menu->setFlags(Qt::ItemIsEnabled);
      setBold(menu, ActionColumn, true);
    }
    auto* item = new QTreeWidgetItem(menu, {row.text, row.fixed});
    item->setData(ActionColumn, nameRole, row.name);
    if (row.name.isEmpty()) item->setFlags(Qt::ItemIsEnabled);
  }
  m_list->expandAll();
  refresh();
  m_list->header()->resizeSection(ActionColumn, 330);
}

/// What was chosen is bold.
void KeysDialog::refresh() {
  for (QTreeWidgetItemIterator it(m_list, QTreeWidgetItemIterator::NoChildren); *it; ++it) {
    const QString name = (*it)->data(ActionColumn, nameRole).toString();
    if (name.isEmpty()) continue;
    (*it)->setText(KeysColumn, shown(m_map.keysOf(name)));
    setBold(*it, KeysColumn, m_map.isChosen(name));
  }
}

void KeysDialog::search(const QString& words) {
  for (int i = 0; i < m_list->topLevelItemCount(); ++i) {
    QTreeWidgetItem* menu = m_list->topLevelItem(i);
    bool hasAny = false;
    for (int row = 0; row < menu->childCount(); ++row) {
      QTreeWidgetItem* item = menu->child(row);
      const bool matches = item->text(ActionColumn).contains(words.trimmed(), Qt::CaseInsensitive) ||
                           item->text(KeysColumn).contains(words.trimmed(), Qt::CaseInsensitive);
      item->setHidden(!matches);
      hasAny = hasAny || matches;
    }
    menu->setHidden(!hasAny);
  }
}

QString KeysDialog::chosenName() const {
  const QTreeWidgetItem* item = m_list->currentItem();
  return item ? item->data(ActionColumn, nameRole).toString() : QString();
}

QString KeysDialog::textOf(const QString& name) const {
  for (const KeyRow& row : m_rows)
    if (row.name == name) return row.text;
  return name;
}

QString KeysDialog::message() const { return m_message->text(); }

void KeysDialog::select() {
  const QString name = chosenName();
  m_action->setText(name.isEmpty() ? QString() : textOf(name));
  m_edit->setEnabled(!name.isEmpty());
  m_none->setEnabled(!name.isEmpty());
}

void KeysDialog::use(const QKeySequence& key) {
  const QString name = chosenName();
  if (name.isEmpty()) return;
  const QString text = key.toString(QKeySequence::NativeText);
  if (!m_map.choose(name, {key})) {
    m_message->setText(
        tr("%1 is the key of “%2”. Take it away there first.").arg(text, textOf(m_map.ownerOf(key))));
    return;
  }
  m_message->setText(tr("%1 is now the key of “%2”.").arg(text, textOf(name)));
  refresh();
  emit changed();
}

void KeysDialog::takeAway() {
  if (!m_map.choose(chosenName(), {})) return;
  m_message->setText(tr("“%1” has no key now.").arg(textOf(chosenName())));
  refresh();
  emit changed();
}

void KeysDialog::resetAll() {
  m_map.reset();
  m_message->setText(tr("All keys are as the program has them."));
  refresh();
  emit changed();
}

}  // namespace app
