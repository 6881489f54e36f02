// SPDX-License-Identifier: MIT
#pragma once

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

namespace app {

/// Where files of the kind are suggested to go: the desktop's folder for them, or the home folder where that
/// one was never made.
inline QDir usualFolder(QStandardPaths::StandardLocation kind) {
  const QString folder = QStandardPaths::writableLocation(kind);
  return QFileInfo(folder).isDir() ? QDir(folder) : QDir::home();
}

}  // namespace app
