// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>
#include <QSettings>

#include "app/developer/apihost.h"

class QToolButton;

namespace app {

class ApiPanel;
class MainWindow;

/// The local API in the window: its entry in the Tools menu, its panel, and a mark in the status bar as long
/// as the server is on. Only a program with a server has one.
class ApiPart : public QObject {
  Q_OBJECT

 public:
  ApiPart(MainWindow& window, ApiHost& host, QSettings& settings);

  /// Switches the server on when the user wants that from the start.
  void startAsRemembered();
  void openPanel();
  ApiPanel* panel() const { return m_panel; }
  QToolButton* mark() const { return m_mark; }

 private:
  void showMark();

  ApiHost& m_host;
  QSettings& m_settings;
  ApiPanel* m_panel;
  QToolButton* m_mark;
};

}  // namespace app
