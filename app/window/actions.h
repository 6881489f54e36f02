// SPDX-License-Identifier: MIT
#pragma once

#include <QAction>
#include <QList>
#include <QMenu>
#include <QString>
#include <functional>

class QActionGroup;
class QToolBar;

namespace app {

class MainWindow;

/// Every action of the program, from one table: text, key, icon, menu, and what it does.
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
  /// The cheat sheet.
  QString keysAsHtml() const;

 private:
  void makeMenus();
  void makeLayouts(QMenu& menu);
  void makeChoices(QMenu& view);
  void makeRecent(QMenu& file);
  void fillRecent(QMenu& recent);
  void addToBar(QAction* action, bool isLeftButton);
  QMenu* menu(QMenu& parent, const char* text);
  /// One of several of which exactly one holds.
  QAction* choice(QMenu& menu, QActionGroup* group, const char* text, bool checked,
                  std::function<void()> run);

  MainWindow& m_window;
  QToolBar* m_bar = nullptr;
  bool m_barHasTools = false;  ///< the action that was added last is a tool of the left button
  QList<std::pair<QAction*, const char*>> m_texts;
  QList<std::pair<QAction*, std::function<QString()>>> m_added;
  QList<std::pair<QAction*, QString>> m_icons;
  QList<QAction*> m_viewActions;
  QMenu* m_tools = nullptr;  ///< hidden as long as it is empty
};

}  // namespace app
