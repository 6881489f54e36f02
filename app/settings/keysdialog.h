// SPDX-License-Identifier: MIT
#pragma once

#include <QDialog>
#include <functional>

#include "app/settings/keymap.h"

class QKeySequenceEdit;
class QLabel;
class QLineEdit;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace app {

/// An action as the dialog lists it, in the language of the moment.
struct KeyRow {
  QString menu;
  QString text;
  QString name;   ///< in the KeyMap; "" for what cannot be changed
  QString fixed;  ///< what calls that: "Left drag"
};

/// The cheat sheet, which can be changed: all actions with their keys. A key that calls another action is
/// refused and says so. What is changed holds at once and is kept.
class KeysDialog : public QDialog {
  Q_OBJECT

 public:
  KeysDialog(KeyMap& map, QList<KeyRow> rows, QWidget* parent);

  QTreeWidget* list() const { return m_list; }
  QKeySequenceEdit* edit() const { return m_edit; }
  QString message() const;

 signals:
  void changed();

 private:
  void layOut();
  void fill();
  void search(const QString& words);
  void select();
  void use(const QKeySequence& key);
  void takeAway();
  void resetAll();
  void refresh();
  QString chosenName() const;
  QString textOf(const QString& name) const;

  KeyMap& m_map;
  QList<KeyRow> m_rows;
  QLineEdit* m_search;
  QTreeWidget* m_list;
  QLabel* m_action;
  QKeySequenceEdit* m_edit;
  QPushButton* m_none;
  QPushButton* m_standard;
  QLabel* m_message;
};

}  // namespace app
