// SPDX-License-Identifier: MIT
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include "app/window/commandline.h"

namespace app {

class MainWindow;

/// Shows the image and window that the command line asks for, once all is scanned. With a screenshot asked
/// for, saves the window when the picture is complete, and ends the program: 0, or 1 with the reason on
/// standard error when there is nothing to show.
class Snapshot : public QObject {
  Q_OBJECT

 public:
  Snapshot(MainWindow& window, CommandLine line);

 private:
  void look();
  void prepare();
  void save();
  void end(int code, const QString& reason = {});

  MainWindow& m_window;
  CommandLine m_line;
  QTimer m_timer;
  QElapsedTimer m_since;
  bool m_prepared = false;
  qsizetype m_tried = 0;  ///< place in the list of the series that is tried
  int m_quiet = 0;        ///< looks in a row that found nothing left to do
};

}  // namespace app
