// SPDX-License-Identifier: MIT
// What the user sets, and what of it is kept.
#include <QApplication>
#include <QInputDialog>

#include "app/browse/browserpanel.h"
#include "app/open/problemspanel.h"
#include "app/settings/language.h"
#include "app/tags/tagpanel.h"
#include "app/window/actions.h"
#include "app/window/mainwindow.h"

namespace app {

namespace {

constexpr int mostRecent = 10;
const QString recentKey = QStringLiteral("recent/paths"), remembersKey = QStringLiteral("recent/on");
const QString themeKey = QStringLiteral("theme"), languageKey = QStringLiteral("language"),
              budgetKey = QStringLiteral("cache/megabytes");
const QString invertKey = QStringLiteral("window/inverted-drag");

}  // namespace

void MainWindow::restoreOptions() { m_options.invertsWindowDrag = m_settings.value(invertKey).toBool(); }

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

/// Only when that is wanted: paths can name patients.
void MainWindow::rememberRecent(const QStringList& paths) {
  if (!remembersRecent()) return;
  QStringList recent = paths + recentPaths();
  recent.removeDuplicates();
  m_settings.setValue(recentKey, recent.mid(0, mostRecent));
}

}  // namespace app
