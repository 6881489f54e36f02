// SPDX-License-Identifier: MIT
#pragma once

#include <QSize>
#include <QString>
#include <QStringList>
#include <optional>
#include <variant>

#include "core/window/display.h"

namespace app {

/// What the program was started with.
struct CommandLine {
  QStringList paths;
  QString screenshot;  ///< save the window there and end
  std::optional<QSize> size;
  int frame = 1;  ///< from 1
  std::optional<core::VoiWindow> window;
  QString dataDir;
  bool serves = false;          ///< with the local API on
  std::optional<quint16> port;  ///< of the local API; 0 picks a free one
  QString language;             ///< "en", "pl"; empty: as set, else as the system says
};

/// The command line, or a text for standard output (help, version) or standard error.
struct Notice {
  QString text;
  int exitCode;
};
std::variant<CommandLine, Notice> parseCommandLine(const QStringList& arguments);

}  // namespace app
