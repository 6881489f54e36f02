// SPDX-License-Identifier: MIT
#include "app/window/snapshot.h"

#include <QCoreApplication>
#include <QPixmap>
#include <cstdio>

#include "app/browse/browserpanel.h"
#include "app/open/problemspanel.h"
#include "app/paint/errortext.h"
#include "app/window/mainwindow.h"

namespace app {

namespace {

constexpr int interval = 25;      ///< ms
constexpr int longest = 120'000;  ///< ms
constexpr int quietLooks = 3;

}  // namespace

Snapshot::Snapshot(MainWindow& window, CommandLine line)
    : QObject(&window), m_window(window), m_line(std::move(line)) {
  m_since.start();
  connect(&m_timer, &QTimer::timeout, this, &Snapshot::look);
  m_timer.start(interval);
}

void Snapshot::look() {
  if (m_since.elapsed() > longest) return end(1, QStringLiteral("the picture did not come in time"));
  if (m_window.scanner()->isScanning()) return;
  if (!m_prepared) return prepare();
  const bool settled = m_window.grid()->isSettled() && m_window.browser()->hasAllThumbnails();
  m_quiet = settled ? m_quiet + 1 : 0;
  if (m_quiet >= quietLooks) save();
}

/// With all files known the first series is the first of the list, whichever the scan met first.
void Snapshot::prepare() {
  m_prepared = true;
  const QStringList keys = m_window.library().shownKeys();
  if (keys.isEmpty()) {
    const QString problems = m_window.problems()->asText().trimmed();
    return end(1, problems.isEmpty() ? QStringLiteral("there is no image to show") : problems);
  }
  ImageView* view = m_window.grid()->activeView();
  const StackPtr first = m_window.library().stacks().value(keys.front());
  if (m_line.frame > static_cast<int>(first->images()))
    return end(1, QStringLiteral("the first series has %1 images").arg(first->images()));
  if (view->key() != keys.front())
    m_window.showKey(keys.front(), m_line.frame - 1);
  else
    view->setImage(m_line.frame - 1);
  if (m_line.window) view->setVoi(*m_line.window);
  if (m_line.screenshot.isEmpty()) deleteLater();
}

void Snapshot::save() {
  const ImageView* view = m_window.grid()->activeView();
  const bool shown = view->hasImage();
  // One object that cannot be shown does not keep the others from being seen.
  const QStringList keys = m_window.library().shownKeys();
  if (!shown && ++m_tried < keys.size()) {
    m_quiet = 0;
    return m_window.showKey(keys[m_tried]);
  }
  const QString reason =
      view->error() ? errorText(*view->error()) : QStringLiteral("there is no image to show");
  if (!m_window.grab().save(m_line.screenshot, "PNG"))
    return end(1, QStringLiteral("cannot write ") + m_line.screenshot);
  end(shown ? 0 : 1, shown ? QString() : reason);
}

void Snapshot::end(int code, const QString& reason) {
  m_timer.stop();
  if (m_line.screenshot.isEmpty()) return deleteLater();
  if (!reason.isEmpty()) std::fprintf(stderr, "dicomaestro: %s\n", qPrintable(reason));
  QCoreApplication::exit(code);
}

}  // namespace app
