// SPDX-License-Identifier: MIT
#include "app/window/mainwindow.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDockWidget>
#include <QFileDialog>
#include <QInputDialog>
#include <QLabel>
#include <QMenu>
#include <QMessageBox>
#include <QMimeData>
#include <QProgressBar>
#include <QStatusBar>
#include <QToolButton>

#include "app/browse/browserpanel.h"
#include "app/open/problemspanel.h"
#include "app/settings/language.h"
#include "app/share/sharing.h"
#include "app/tags/tagpanel.h"
#include "app/window/actions.h"

namespace app {

namespace {

constexpr int refreshInterval = 100;  ///< ms
constexpr int mostRecent = 10;
const QString recentKey = QStringLiteral("recent/paths"), remembersKey = QStringLiteral("recent/on");
const QString themeKey = QStringLiteral("theme"), languageKey = QStringLiteral("language"),
              budgetKey = QStringLiteral("cache/megabytes");
const QString invertKey = QStringLiteral("window/inverted-drag");

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
  m_options.invertsWindowDrag = m_settings.value(invertKey).toBool();
  m_grid->setOptions(m_options);
  makeDocks();
  makeStatusBar();
  m_actions = std::make_unique<Actions>(*this);
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
  connect(m_tags, &TagPanel::editWanted, this, [this] { editCopy(*this); });
  connect(m_grid, &ViewGrid::stackDropped, this, [this](int cell, const QString& key) {
    if (const StackPtr stack = m_library.stacks().value(key)) m_grid->showInCell(cell, stack);
  });
  connect(m_grid, &ViewGrid::activeViewChanged, this, &MainWindow::followActiveView);
  connect(m_grid, &ViewGrid::imageShown, this, &MainWindow::followActiveView);
  connect(m_grid, &ViewGrid::contextMenuWanted, this, &MainWindow::showContextMenu);
}

void MainWindow::open(const QStringList& paths) {
  if (paths.isEmpty()) return;
  if (remembersRecent()) {
    QStringList recent = paths + recentPaths();
    recent.removeDuplicates();
    m_settings.setValue(recentKey, recent.mid(0, mostRecent));
  }
  m_scanner.open(paths);
}

/// The first image is shown as soon as one is there; the list follows at its own pace.
void MainWindow::found(const std::vector<core::Instance>& instances) {
  m_library.add(instances);
  const QStringList keys = m_library.shownKeys();
  const bool isFirst = !m_grid->activeView()->stack() && !keys.isEmpty();
  if (isFirst) m_grid->showStack(m_library.stacks().value(keys.front()));
  if (isFirst)
    refreshLists();
  else if (!m_refresh.isActive())
    m_refresh.start();
}

void MainWindow::refreshLists() {
  m_refresh.stop();
  m_browser->show(m_library,
                  m_scanner.isScanning() ? BrowserPanel::Scan::Running : BrowserPanel::Scan::Complete);
  showStatus();
  m_grid->updateStacks(m_library.stacks());
  m_grid->setEmptyHint(m_library.isEmpty() ? EmptyHint::Files : EmptyHint::Series);
  followActiveView();
}

void MainWindow::followActiveView() {
  const ImageView* view = m_grid->activeView();
  m_browser->setCurrent(view->key(), view->stack());
  if (const auto& image = view->loadedImage())
    m_tags->setFile(std::shared_ptr<const core::DicomFile>(image->reader, &image->reader->file()),
                    view->previousSource());
  else if (!view->stack())
    m_tags->setFile(nullptr);
  else if (view->error())
    m_tags->readFile(instanceAt(*view->stack(), view->image()).source);
  if (view->error()) listProblem({instanceAt(*view->stack(), view->image()).source, *view->error()});
}

/// What has no image is no problem.
void MainWindow::listProblem(const core::Problem& problem) {
  if (problem.error.code == core::ErrorCode::NoPixelData || problem.error.code == core::ErrorCode::Cancelled)
    return;
  m_problems->addOnce(problem);
  m_problemsDock->show();
}

void MainWindow::showProgress() {
  m_progress->setVisible(m_scanner.isScanning());
  m_cancel->setVisible(m_scanner.isScanning());
  m_progress->setRange(0, 0);
  m_problems->setSkipped(m_scanner.total().skipped);
  showStatus();
}

QString MainWindow::openText(quint64 images, quint64 skipped) {
  QString text = tr("%n image(s) open", nullptr, static_cast<int>(images));
  if (skipped > 0)
    text += QStringLiteral(", ") + tr("%n file(s) passed over", nullptr, static_cast<int>(skipped));
  return text;
}

/// While files are read, of these; else of all that is open.
void MainWindow::showStatus() {
  const core::ScanProgress now = m_scanner.progress();
  const quint64 skipped = m_scanner.total().skipped;
  if (m_scanner.isScanning())
    m_status->setText(tr("%1 files read, %2 images found").arg(now.seen).arg(now.found));
  else if (m_library.isEmpty() && skipped == 0)
    m_status->clear();
  else
    m_status->setText(openText(m_library.images(), skipped));
}

void MainWindow::showKey(const QString& key, int image) {
  if (const StackPtr stack = m_library.stacks().value(key)) m_grid->showStack(stack, image);
}

void MainWindow::setGrid(int rows, int columns) {
  m_grid->setGrid(rows, columns);
  fillCells();
}

/// Empty cells take what comes after the active one in its study, then what is before it.
void MainWindow::fillCells() {
  const QString first = m_library.shownKeys().value(0);
  const QString active = m_grid->activeView()->stack() ? m_grid->activeView()->key() : first;
  QStringList keys = m_library.studyKeys(active);
  std::rotate(keys.begin(), keys.begin() + keys.indexOf(active) + 1, keys.end());
  QList<StackPtr> stacks;
  for (const QString& key : keys) stacks << m_library.stacks().value(key);
  m_grid->fill(stacks);
}

void MainWindow::stepSeries(int count) {
  const QStringList keys = m_library.shownKeys();
  const qsizetype at = keys.indexOf(m_grid->activeView()->key());
  if (!keys.isEmpty()) showKey(keys[std::clamp<qsizetype>(at + count, 0, keys.size() - 1)]);
}

void MainWindow::stepStudy(int count) {
  QStringList firsts;
  qsizetype current = 0;
  for (const ListedPatient& patient : m_library.patients())
    for (const ListedStudy& study : patient.studies) {
      if (study.stacks.isEmpty()) continue;
      for (const ListedStack& listed : study.stacks)
        if (listed.key == m_grid->activeView()->key()) current = firsts.size();
      firsts << study.stacks.front().key;
    }
  if (!firsts.isEmpty()) showKey(firsts[std::clamp<qsizetype>(current + count, 0, firsts.size() - 1)]);
}

void MainWindow::openFiles() { open(QFileDialog::getOpenFileNames(this, tr("Open files"))); }

void MainWindow::openFolder() {
  const QString folder = QFileDialog::getExistingDirectory(this, tr("Open a folder"));
  if (!folder.isEmpty()) open({folder});
}

void MainWindow::closeStudy() {
  const StackPtr stack = m_grid->activeView()->stack();
  if (!stack) return;
  const std::string study = stack->instances.front().studyUid;
  const std::vector<core::Source> sources = m_library.sourcesOf(study);
  m_grid->measurements().drop(sources);
  m_library.closeStudy(study);
  m_grid->keepOnly(m_library.stacks());
  m_cache->drop(sources);
  refreshLists();
}

void MainWindow::closeAll() {
  m_scanner.cancel();
  m_scanner.forget();
  std::vector<core::Source> sources;
  for (const StackPtr& stack : m_library.stacks())
    for (const core::Instance& instance : stack->instances) sources.push_back(instance.source);
  m_library.clear();
  m_grid->measurements().removeAll();
  m_grid->keepOnly({});
  m_cache->drop(sources);
  m_problems->clear();
  m_problemsDock->hide();
  refreshLists();
}

void MainWindow::choosePreset(int digit) {
  for (const VoiEntry& entry : m_grid->activeView()->voiMenuEntries())
    if (entry.key == digit) return m_grid->activeView()->setVoi(entry.choice);
}

void MainWindow::setOption(bool ViewOptions::*option, bool value) {
  m_options.*option = value;
  m_grid->setOptions(m_options);
  m_browser->setHidesPatient(m_options.hidesPatient);
  m_tags->setHidesPatient(m_options.hidesPatient);
  m_problems->setHidesPatient(m_options.hidesPatient);
  m_settings.setValue(invertKey, m_options.invertsWindowDrag);
}

void MainWindow::setTheme(Theme theme) {
  m_settings.setValue(themeKey, theme == Theme::Light ? QStringLiteral("light") : QStringLiteral("dark"));
  applyTheme(*qobject_cast<QApplication*>(QApplication::instance()), theme);
  m_actions->refreshIcons();
}

void MainWindow::setLanguage(const QString& language) {
  m_settings.setValue(languageKey, language);
  installLanguage(language);
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

bool MainWindow::remembersRecent() const { return m_settings.value(remembersKey).toBool(); }
QStringList MainWindow::recentPaths() const { return m_settings.value(recentKey).toStringList(); }

void MainWindow::setRemembersRecent(bool remembers) {
  m_settings.setValue(remembersKey, remembers);
  if (!remembers) m_settings.remove(recentKey);
}

void MainWindow::setCacheBudget() {
  const int now =
      m_settings.value(budgetKey, static_cast<int>(core::FrameCache::defaultBudget() >> 20)).toInt();
  bool good = false;
  const int wanted =
      QInputDialog::getInt(this, tr("Memory for images"), tr("Megabytes for decoded images:"), now, 64,
                           static_cast<int>(core::FrameCache::defaultBudget() >> 20), 64, &good);
  if (!good) return;
  m_settings.setValue(budgetKey, wanted);
  m_cache->setBudget(static_cast<std::uint64_t>(wanted) << 20);
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
  m_scanner.cancel();
  event->accept();
}

}  // namespace app
