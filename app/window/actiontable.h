// SPDX-License-Identifier: MIT
#pragma once

#include <QKeySequence>
#include <QList>
#include <span>

namespace app {

class MainWindow;

enum class MenuName { File, View, Layout, Image, Window, Cine, Tools, Help };
enum ActionFlag {
  NoFlag = 0,
  InToolBar = 1,
  InContextMenu = 2,  ///< of the right button
  Checkable = 4,
  Checked = 8,
  LeftButton = 16,  ///< a tool of the left button: exactly one is chosen
};

/// What the program does on command. The text is English, for the context "Actions"; it names the action in
/// the settings too.
struct ActionRow {
  MenuName menu;
  const char* text;
  const char* keys;  ///< portable, several separated by ";"
  const char* icon;
  int flags;
  void (*run)(MainWindow&, bool checked);

  QList<QKeySequence> standardKeys() const;
};

struct MenuTitle {
  MenuName menu;
  const char* text;
};

/// The whole of it, one row each, in the order of the menus.
std::span<const ActionRow> actionRows();
std::span<const MenuTitle> menuTitles();

}  // namespace app
