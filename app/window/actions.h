// SPDX-License-Identifier: MIT
#pragma once

#include <QAction>
#include <QList>
#include <QMenu>
#include <QString>
#include <functional>

#include "app/settings/keysdialog.h"

class QActionGroup;
class QToolBar;

namespace app {

class MainWindow;
struct ActionRow;

/// Every action of the program, made from the table: menus, tool bar, keys.
class Actions {
 public:
  explicit Actions(MainWindow& window);

  void refreshIcons();
  /// An entry of the Tools menu for a part that only some programs have.
  void addTool(std::function<QString()> text, const QString& icon, std::function<void()> run);
  /// Says all texts anew, in another language.
  void retranslate();
  /// What the right button's menu offers.
  void addViewActions(QMenu& menu) const;
  KeyMap& keyMap() { return m_keys; }
  /// The cheat sheet: what the mouse does, then every action.
  QList<KeyRow> keyRows() const;
  /// After keys have changed.
  void applyKeys();

 private:
  void makeMenus();
  void addRow(QMenu& menu, const ActionRow& row, QActionGroup* leftButton);
  void makeChoices(QMenu& view);
  void makeRecent(QMenu& file);
  void fillRecent(QMenu& recent);
  void addToBar(QAction* action, bool isLeftButton);
  QMenu* menu(QMenu& parent, const char* text);
  /// One of several of which exactly one holds.
  QAction* choice(QMenu& menu, QActionGroup* group, const char* text, bool checked,
                  std::function<void()> run);

  MainWindow& m_window;
  KeyMap m_keys;
  QToolBar* m_bar = nullptr;
  bool m_barHasTools = false;  ///< the action that was added last is a tool of the left button
  QList<std::pair<QAction*, const char*>> m_texts;
  QList<std::pair<QAction*, const ActionRow*>> m_actions;
  QList<std::pair<QAction*, std::function<QString()>>> m_added;
  QList<std::pair<QAction*, QString>> m_icons;
  QList<QAction*> m_viewActions;
  QMenu* m_tools = nullptr;  ///< hidden as long as it is empty
};

}  // namespace app
