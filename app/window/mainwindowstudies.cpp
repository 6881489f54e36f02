// SPDX-License-Identifier: MIT
// What is open: how it comes in, is listed, gone through and closed.
#include <QDockWidget>
#include <QFileDialog>
#include <QLabel>
#include <QProgressBar>
#include <QToolButton>
#include <algorithm>

#include "app/browse/browserpanel.h"
#include "app/open/problemspanel.h"
#include "app/tags/tagpanel.h"
#include "app/window/mainwindow.h"

namespace app {

void MainWindow::open(const QStringList& paths) {
  if (paths.isEmpty()) return;
  rememberRecent(paths);
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
  std::rotate(keys.begin(), keys.begin() + (keys.indexOf(active) + 1), keys.end());
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

}  // namespace app
