// SPDX-License-Identifier: MIT
#include "app/window/mainwindow.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDockWidget>
#include <QLabel>
#include <QMenu>
#include <QMessageBox>
#include <QMimeData>
#include <QProgressBar>
#include <QStatusBar>
#include <QToolButton>

#include "app/browse/browserpanel.h"
#include "app/open/problemspanel.h"
#include "app/share/sharing.h"
#include "app/tags/tagpanel.h"
#include "app/window/actions.h"
#include "app/window/focuskeys.h"

namespace app {

namespace {

constexpr int refreshInterval = 100;  ///< ms

QDockWidget* dock(QMainWindow* window, const char* name, QWidget* content, Qt::DockWidgetArea area) {
  auto* made = new QDockWidget(window);
  made->setObjectName(QString::fromLatin1(name));
  made->setWidget(content);
  window->addDockWidget(area, made);
  return made;
}

}  // namespace

MainWindow::MainWindow(std::shared_ptr<core::FrameCache> cache, QSettings& settings)
    : m_cache(std::move(cache)),
      m_settings(settings),
      m_grid(new ViewGrid(m_cache, this)),
      m_browser(new BrowserPanel(m_cache, this)),
      m_tags(new TagPanel(this)),
      m_problems(new ProblemsPanel(this)),
      m_status(new QLabel(this)),
      m_progress(new QProgressBar(this)),
      m_cancel(new QToolButton(this)) {
  setWindowTitle(QStringLiteral("DICOMaestro"));
  setAcceptDrops(true);
  setCentralWidget(m_grid);
  restoreOptions();
  m_grid->setOptions(m_options);
  makeDocks();
  makeStatusBar();
  m_actions = std::make_unique<Actions>(*this);
  new FocusKeys(this);
  m_grid->setFocus();
  connectParts();
  retranslate();
  m_refresh.setSingleShot(true);
  m_refresh.setInterval(refreshInterval);
}

MainWindow::~MainWindow() { m_scanner.cancel(); }

void MainWindow::makeDocks() {
  m_studiesDock = dock(this, "studies", m_browser, Qt::LeftDockWidgetArea);
  m_tagsDock = dock(this, "metadata", m_tags, Qt::RightDockWidgetArea);
  m_problemsDock = dock(this, "problems", m_problems, Qt::BottomDockWidgetArea);
  m_problemsDock->hide();
  resizeDocks({m_problemsDock}, {150}, Qt::Vertical);
}

QWidget* MainWindow::problemsDock() const { return m_problemsDock; }
void MainWindow::showMetadata() { m_tagsDock->show(); }

void MainWindow::makeStatusBar() {
  m_progress->setMaximumWidth(180);
  m_progress->setRange(0, 0);
  m_progress->hide();
  m_cancel->hide();
  m_status->setContentsMargins(6, 0, 0, 0);
  statusBar()->addWidget(m_status, 1);
  statusBar()->addPermanentWidget(m_progress);
  statusBar()->addPermanentWidget(m_cancel);
}

void MainWindow::connectParts() {
  connect(&m_scanner, &ScanController::found, this, &MainWindow::found);
  connect(&m_scanner, &ScanController::failed, this, [this](const std::vector<core::Problem>& problems) {
    m_problems->add(problems);
    m_problemsDock->setVisible(m_problems->count() > 0);
  });
  for (const auto signal : {&ScanController::started, &ScanController::progressed, &ScanController::finished})
    connect(&m_scanner, signal, this, &MainWindow::showProgress);
  connect(&m_scanner, &ScanController::finished, this, &MainWindow::refreshLists);
  connect(&m_scanner, &ScanController::finished, this, &MainWindow::fillCells);
  connect(&m_refresh, &QTimer::timeout, this, &MainWindow::refreshLists);
  connect(m_cancel, &QToolButton::clicked, &m_scanner, &ScanController::cancel);
  connect(m_browser, &BrowserPanel::chosen, this, [this](const QString& key) { showKey(key); });
  connect(m_browser, &BrowserPanel::failed, this, &MainWindow::listProblem);
  connect(m_browser, &BrowserPanel::sortWanted, this,
          [this](const QString& key, core::SortKey order, bool reversed) {
            m_library.sort(key, order, reversed);
            refreshLists();
          });
  connect(m_tags, &TagPanel::leaveWanted, m_grid, qOverload<>(&QWidget::setFocus));
  connect(m_tags, &TagPanel::editWanted, this, [this] { editCopy(*this); });
  connect(m_grid, &ViewGrid::stackDropped, this, [this](int cell, const QString& key) {
    if (const StackPtr stack = m_library.stacks().value(key)) m_grid->showInCell(cell, stack);
  });
  connect(m_grid, &ViewGrid::activeViewChanged, this, &MainWindow::followActiveView);
  connect(m_grid, &ViewGrid::imageShown, this, &MainWindow::followActiveView);
  connect(m_grid, &ViewGrid::contextMenuWanted, this, &MainWindow::showContextMenu);
}

void MainWindow::choosePreset(int digit) {
  for (const VoiEntry& entry : m_grid->activeView()->voiMenuEntries())
    if (entry.key == digit) return m_grid->activeView()->setVoi(entry.choice);
}

void MainWindow::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QMainWindow::changeEvent(event);
}

void MainWindow::retranslate() {
  if (!m_actions) return;  // a window that is still being made
  m_studiesDock->setWindowTitle(tr("Studies"));
  m_tagsDock->setWindowTitle(tr("Metadata"));
  m_problemsDock->setWindowTitle(tr("Problems"));
  m_cancel->setText(tr("Cancel"));
  m_actions->retranslate();
  m_library.relabel();
  refreshLists();
}

void MainWindow::showKeys() {
  auto* dialog = new KeysDialog(m_actions->keyMap(), m_actions->keyRows(), this);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  connect(dialog, &KeysDialog::changed, this, [this] { m_actions->applyKeys(); });
  dialog->open();
}

void MainWindow::about() {
  QMessageBox::about(
      this, tr("About DICOMaestro"),
      tr("<h3>DICOMaestro %1</h3><p>A viewer for DICOM files. Nothing leaves this machine.</p>"
         "<p>Not a medical device: not for diagnosis.</p>"
         "<p>Own sources under the MIT licence. Built with Qt (LGPL-3.0), DCMTK (BSD), OpenJPEG (BSD), "
         "libjpeg-turbo (IJG, BSD), libzip (BSD), zlib; icons by Lucide (ISC).</p>")
          .arg(QStringLiteral(DICOMAESTRO_VERSION)));
}

void MainWindow::toggleFullScreen() { isFullScreen() ? showNormal() : showFullScreen(); }

void MainWindow::addTool(std::function<QString()> text, const QString& icon, std::function<void()> run) {
  m_actions->addTool(std::move(text), icon, std::move(run));
}

void MainWindow::showContextMenu(QPoint global) {
  QMenu menu(this);
  ImageView* view = m_grid->activeView();
  QMenu* presets = menu.addMenu(tr("Window"));
  for (const VoiEntry& entry : view->voiMenuEntries())
    presets->addAction(entry.label, view, [view, choice = entry.choice] { view->setVoi(choice); });
  m_actions->addViewActions(menu);
  menu.exec(global);
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
  if (event->mimeData()->hasUrls()) event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
  QStringList paths;
  for (const QUrl& url : event->mimeData()->urls())
    if (url.isLocalFile()) paths << url.toLocalFile();
  open(paths);
  event->acceptProposedAction();
}

/// The picture has the most of a small window too; the smallest begin without the metadata.
void MainWindow::showEvent(QShowEvent* event) {
  constexpr int roomForMetadata = 900;
  QMainWindow::showEvent(event);
  if (std::exchange(m_wasShown, true)) return;
  if (width() < roomForMetadata) m_tagsDock->hide();
  resizeDocks({m_studiesDock, m_tagsDock}, {std::min(290, width() / 5), std::min(520, width() * 3 / 10)},
              Qt::Horizontal);
}

void MainWindow::closeEvent(QCloseEvent* event) {
  if (!m_tags->closeEditor()) return event->ignore();
  m_scanner.cancel();
  event->accept();
}

}  // namespace app
