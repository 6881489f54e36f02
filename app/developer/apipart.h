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

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void makePanel();
  void showMark();

  MainWindow& m_window;
  ApiHost& m_host;
  QSettings& m_settings;
  ApiPanel* m_panel = nullptr;
  bool m_isStale =
      false;  ///< the panel speaks another language than the window; a new one is made when it opens
  QToolButton* m_mark;
};

}  // namespace app
