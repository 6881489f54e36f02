// SPDX-License-Identifier: MIT
#pragma once

#include <QFrame>
#include <QSettings>

#include "app/developer/apihost.h"

class QCheckBox;
class QLabel;
class QSpinBox;

namespace app {

class CopyButton;
class Toggle;

/// The switch of the server, its address and port. What is chosen lasts for this start of the program, unless
/// the user lets it be remembered.
class ServerBar : public QFrame {
  Q_OBJECT

 public:
  ServerBar(ApiHost& host, QSettings& settings, QWidget* parent = nullptr);

  /// Whether the user wants the server on from the start, and with which port.
  static bool isWantedAtStart(const QSettings& settings);
  static quint16 portWanted(const QSettings& settings);

 signals:
  void failed(const QList<app::ApiFault>& faults);

 private:
  void makeLayout();
  void switchTo(bool on);
  void take(const ApiAnswer<ApiDone>& answer);
  void refresh();
  void remember();

  ApiHost& m_host;
  bool m_isSwitching = false;  ///< asked for, not answered yet
  QSettings& m_settings;
  Toggle* m_toggle;
  QLabel* m_state;
  QLabel* m_address;
  CopyButton* m_copy;
  class QPushButton* m_docs;
  QSpinBox* m_port;
  QCheckBox* m_remember;
};

}  // namespace app
