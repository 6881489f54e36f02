// SPDX-License-Identifier: MIT
#pragma once

#include <sys/resource.h>

#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <csignal>
#include <functional>

#include "app/window/mainwindow.h"

namespace tests {

/// A folder, and the real window over it; what the dialogs of File › Export and its like start from.
class ShareWindow {
 public:
  QString path(const QString& name) const { return m_dir.filePath(name); }
  /// Another one each time; nothing is there.
  QString newTarget() { return path(QStringLiteral("out%1").arg(++m_targets)); }

  void show() {
    m_window.resize(1200, 800);
    m_window.show();
  }
  void open(const QString& name) {
    m_window.closeAll();
    m_window.open({path(name)});
    QTRY_VERIFY_WITH_TIMEOUT(!m_window.scanner()->isScanning() && m_window.grid()->activeView()->hasImage(),
                             10000);
  }

  app::MainWindow& window() { return m_window; }
  app::ImageView* view() { return m_window.grid()->activeView(); }

  /// The dialog that an action has just opened.
  template <class Dialog>
  Dialog* dialog() {
    return m_window.findChildren<Dialog*>().last();
  }

 private:
  QTemporaryDir m_dir;
  QSettings m_settings{m_dir.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat};
  app::MainWindow m_window{std::make_shared<core::FrameCache>(64u << 20), m_settings};
  int m_targets = 0;
};

/// Runs the work where no file takes more than so many bytes: what is past them fails as on a full disk.
inline void withFilesOfAtMost(rlim_t bytes, const std::function<void()>& work) {
  const auto handler = std::signal(SIGXFSZ, SIG_IGN);
  rlimit before{};
  getrlimit(RLIMIT_FSIZE, &before);
  rlimit now = before;
  now.rlim_cur = bytes;
  setrlimit(RLIMIT_FSIZE, &now);
  work();
  setrlimit(RLIMIT_FSIZE, &before);
  std::signal(SIGXFSZ, handler);
}

}  // namespace tests
