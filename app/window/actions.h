// SPDX-License-Identifier: MIT
#pragma once

#include <QAction>
#include <QList>
#include <QMenu>
#include <QString>

namespace app {

class MainWindow;

/// Every action of the program, from one table: text, key, icon, menu, and what it does.
class Actions {
 public:
  explicit Actions(MainWindow& window);

  void refreshIcons();
  /// What the right button's menu offers.
  void addViewActions(QMenu& menu) const;
  /// The cheat sheet.
  QString keysAsHtml() const;

 private:
  void makeMenus();
  void makeLayouts(QMenu& menu);
  void makeChoices(QMenu& view);
  void makeRecent(QMenu& file);

  MainWindow& m_window;
  QList<std::pair<QAction*, QString>> m_icons;
  QList<QAction*> m_viewActions;
};

}  // namespace app
