// SPDX-License-Identifier: MIT
#pragma once

#include <QElapsedTimer>
#include <QMainWindow>
#include <QSettings>
#include <QTimer>
#include <functional>
#include <memory>

#include "app/layout/viewgrid.h"
#include "app/open/library.h"
#include "app/open/scancontroller.h"
#include "app/theme/theme.h"

class QLabel;
class QMenu;
class QProgressBar;
class QToolButton;

namespace app {

class Actions;
class BrowserPanel;
class ProblemsPanel;
class TagPanel;

/// The window: it holds the parts and passes words between them. What a part does is in its own folder.
class MainWindow : public QMainWindow {
  Q_OBJECT

 public:
  MainWindow(std::shared_ptr<core::FrameCache> cache, QSettings& settings);
  ~MainWindow() override;

  void open(const QStringList& paths);
  void openFiles();
  void openFolder();
  void closeStudy();
  void closeAll();
  /// So many cells; those that are empty take the next series of the study.
  void setGrid(int rows, int columns);
  /// The series with an image that comes so many after the shown one in the list.
  void stepSeries(int count);
  void stepStudy(int count);
  void showKey(const QString& key, int image = 0);
  void choosePreset(int digit);
  void setOption(bool ViewOptions::*option, bool value);
  void setTheme(Theme theme);
  void setLanguage(const QString& language);
  void setRemembersRecent(bool remembers);
  void setCacheBudget();
  void showKeys();
  void about();
  void toggleFullScreen();
  /// An entry of the Tools menu, for a part of the program that the window does not know.
  void addTool(std::function<QString()> text, const QString& icon, std::function<void()> run);

  ViewGrid* grid() const { return m_grid; }
  BrowserPanel* browser() const { return m_browser; }
  TagPanel* tags() const { return m_tags; }
  ProblemsPanel* problems() const { return m_problems; }
  ScanController* scanner() { return &m_scanner; }
  const Library& library() const { return m_library; }
  QSettings& settings() { return m_settings; }
  const ViewOptions& viewOptions() const { return m_options; }
  bool remembersRecent() const;
  QStringList recentPaths() const;
  QWidget* problemsDock() const;
  void showMetadata();

 protected:
  void dragEnterEvent(QDragEnterEvent* event) override;
  void dropEvent(QDropEvent* event) override;
  void closeEvent(QCloseEvent* event) override;
  void changeEvent(QEvent* event) override;
  void showEvent(QShowEvent* event) override;

 private:
  void retranslate();
  void restoreOptions();
  void rememberRecent(const QStringList& paths);
  void showStatus();
  static QString openText(quint64 images, quint64 skipped);
  void makeDocks();
  void makeStatusBar();
  void connectParts();
  void found(const std::vector<core::Instance>& instances);
  void fillCells();
  void refreshLists();
  void showProgress();
  void showContextMenu(QPoint global);
  void followActiveView();
  void listProblem(const core::Problem& problem);

  std::shared_ptr<core::FrameCache> m_cache;
  QSettings& m_settings;
  Library m_library;
  ScanController m_scanner;
  ViewOptions m_options;
  ViewGrid* m_grid;
  BrowserPanel* m_browser;
  TagPanel* m_tags;
  ProblemsPanel* m_problems;
  bool m_wasShown = false;
  QDockWidget* m_studiesDock = nullptr;
  QDockWidget* m_tagsDock = nullptr;
  QDockWidget* m_problemsDock = nullptr;
  QLabel* m_status;
  QProgressBar* m_progress;
  QToolButton* m_cancel;
  QTimer m_refresh;  ///< at most ten times a second
  std::unique_ptr<Actions> m_actions;
};

}  // namespace app
