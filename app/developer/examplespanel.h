// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

#include "app/developer/apihost.h"

class QPlainTextEdit;

namespace app {

/// Lines for a terminal that use the server, ready to be copied.
class ExamplesPanel : public QWidget {
  Q_OBJECT

 public:
  explicit ExamplesPanel(ApiHost& host, QWidget* parent = nullptr);

 private:
  void refresh();

  ApiHost& m_host;
  QList<QPlainTextEdit*> m_lines;
};

}  // namespace app
