// SPDX-License-Identifier: MIT
#pragma once

#include <QAction>
#include <QList>
#include <QMenu>
#include <QString>
#include <functional>

namespace app {

class MainWindow;

/// Every action of the program, from one table: text, key, icon, menu, and what it does.
class Actions {
 public:
  explicit Actions(MainWindow& window);

  void refreshIcons();
  /// An entry of the Tools menu for a part that only some programs have.
  void addTool(const QString& text, const QString& icon, std::function<void()> run);
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
  QMenu* m_tools = nullptr;  ///< hidden as long as it is empty
};

}  // namespace app
