// SPDX-License-Identifier: MIT
#include "app/window/actions.h"

#include <QActionGroup>
#include <QCoreApplication>
#include <QDockWidget>
#include <QMenuBar>
#include <QToolBar>

#include "app/settings/language.h"
#include "app/window/actiontable.h"
#include "app/window/mainwindow.h"

namespace app {

namespace {

QString say(const char* text) { return QCoreApplication::translate("Actions", text); }

QList<KeyMap::Entry> keyEntries() {
  QList<KeyMap::Entry> entries;
  for (const ActionRow& row : actionRows())
    entries << KeyMap::Entry{QString::fromUtf8(row.text), row.standardKeys()};
  return entries;
}

QString withoutMnemonic(const char* text) { return say(text).remove(QLatin1Char('&')); }

struct MouseRow {
  const char* gesture;
  const char* effect;
};
constexpr MouseRow mouseRows[] = {
    {QT_TRANSLATE_NOOP("Actions", "Left drag"),
     QT_TRANSLATE_NOOP("Actions", "Window, or the tool that is chosen")},
    {QT_TRANSLATE_NOOP("Actions", "Shift or Ctrl + left drag"),
     QT_TRANSLATE_NOOP("Actions", "Window, finer or coarser")},
    {QT_TRANSLATE_NOOP("Actions", "Wheel"), QT_TRANSLATE_NOOP("Actions", "Next or previous image")},
    {QT_TRANSLATE_NOOP("Actions", "Shift + wheel"), QT_TRANSLATE_NOOP("Actions", "Five images at a time")},
    {QT_TRANSLATE_NOOP("Actions", "Ctrl + wheel"), QT_TRANSLATE_NOOP("Actions", "Zoom at the cursor")},
    {QT_TRANSLATE_NOOP("Actions", "Right drag"), QT_TRANSLATE_NOOP("Actions", "Zoom")},
    {QT_TRANSLATE_NOOP("Actions", "Right click"), QT_TRANSLATE_NOOP("Actions", "Menu")},
    {QT_TRANSLATE_NOOP("Actions", "Middle drag"), QT_TRANSLATE_NOOP("Actions", "Pan")},
    {QT_TRANSLATE_NOOP("Actions", "Double click"), QT_TRANSLATE_NOOP("Actions", "One Cell / All Cells")},
    {QT_TRANSLATE_NOOP("Actions", "Drag from the list"),
     QT_TRANSLATE_NOOP("Actions", "A series in another cell")},
};

}  // namespace

Actions::Actions(MainWindow& window) : m_window(window), m_keys(window.settings(), keyEntries()) {
  makeMenus();
  refreshIcons();
  retranslate();
}

void Actions::makeMenus() {
  m_bar = new QToolBar(&m_window);
  m_bar->setObjectName(QStringLiteral("tools"));
  m_bar->setIconSize({20, 20});
  m_window.addToolBar(m_bar);
  auto* leftButton = new QActionGroup(&m_window);
  QMenu* view = nullptr;
  for (const MenuTitle& title : menuTitles()) {
    const bool isLayout = title.menu == MenuName::Layout;
    QMenu* menu = isLayout ? view->addMenu(QString()) : m_window.menuBar()->addMenu(QString());
    m_texts.emplace_back(menu->menuAction(), title.text);
    for (const ActionRow& row : actionRows())
      if (row.menu == title.menu) addRow(*menu, row, leftButton);
    if (title.menu == MenuName::View) view = menu;
    if (title.menu == MenuName::Tools) m_tools = menu;
    if (title.menu == MenuName::File) makeRecent(*menu);
    if (isLayout) makeChoices(*view);
  }
  m_tools->menuAction()->setVisible(!m_tools->isEmpty());
}

void Actions::addRow(QMenu& menu, const ActionRow& row, QActionGroup* leftButton) {
  QAction* action = menu.addAction(QString());
  m_texts.emplace_back(action, row.text);
  m_actions.emplace_back(action, &row);
  action->setCheckable(row.flags & (Checkable | LeftButton));
  action->setChecked(row.flags & Checked);
  if (row.flags & LeftButton) leftButton->addAction(action);
  m_icons.emplace_back(action, QString::fromLatin1(row.icon));
  QObject::connect(action, &QAction::triggered, &m_window,
                   [this, run = row.run](bool checked) { run(m_window, checked); });
  if (row.flags & InToolBar) addToBar(action, row.flags & LeftButton);
  if (row.flags & InContextMenu) m_viewActions << action;
}

/// The tool tips name the keys: who sees only the tool bar learns them there.
void Actions::applyKeys() {
  for (const auto& [action, row] : m_actions) {
    const QList<QKeySequence> keys = m_keys.keysOf(QString::fromUtf8(row->text));
    action->setShortcuts(keys);
    const QString text = withoutMnemonic(row->text);
    action->setToolTip(keys.isEmpty() ? text
                                      : QStringLiteral("%1 (%2)").arg(
                                            text, keys.front().toString(QKeySequence::NativeText)));
  }
}

void Actions::addTool(std::function<QString()> text, const QString& icon, std::function<void()> run) {
  QAction* action = m_tools->addAction(text());
  m_added.emplace_back(action, std::move(text));
  m_icons.emplace_back(action, icon);
  QObject::connect(action, &QAction::triggered, &m_window, std::move(run));
  m_tools->menuAction()->setVisible(true);
  refreshIcons();
}

/// The left button's tools stand apart.
void Actions::addToBar(QAction* action, bool isLeftButton) {
  if (isLeftButton != std::exchange(m_barHasTools, isLeftButton)) m_bar->addSeparator();
  m_bar->addAction(action);
}

QMenu* Actions::menu(QMenu& parent, const char* text) {
  QMenu* made = parent.addMenu(QString());
  m_texts.emplace_back(made->menuAction(), text);
  return made;
}

QAction* Actions::choice(QMenu& menu, QActionGroup* group, const char* text, bool checked,
                         std::function<void()> run) {
  QAction* action = menu.addAction(QString::fromUtf8(text));
  m_texts.emplace_back(action, text);
  action->setCheckable(true);
  action->setChecked(checked);
  group->addAction(action);
  QObject::connect(action, &QAction::triggered, group, std::move(run));
  return action;
}

void Actions::retranslate() {
  m_bar->setWindowTitle(say(QT_TRANSLATE_NOOP("Actions", "Tools")));
  for (const auto& [action, text] : m_texts) action->setText(say(text));
  for (const auto& [action, text] : m_added) action->setText(text());
  // What has no icon stands in the tool bar by what is in its brackets: "Actual Size (1:1)".
  for (QAction* action : m_bar->actions())
    if (action->icon().isNull() && !action->isSeparator())
      action->setIconText(action->text().section(QLatin1Char('('), 1).chopped(1));
  applyKeys();
}

void Actions::makeChoices(QMenu& view) {
  for (QDockWidget* dock : m_window.findChildren<QDockWidget*>()) view.addAction(dock->toggleViewAction());
  QMenu* themes = menu(view, QT_TRANSLATE_NOOP("Actions", "Theme"));
  auto* themeGroup = new QActionGroup(&m_window);
  const bool isLight =
      m_window.settings().value(QStringLiteral("theme")).toString() == QLatin1String("light");
  choice(*themes, themeGroup, QT_TRANSLATE_NOOP("Actions", "Dark"), !isLight,
         [this] { m_window.setTheme(Theme::Dark); });
  choice(*themes, themeGroup, QT_TRANSLATE_NOOP("Actions", "Light"), isLight,
         [this] { m_window.setTheme(Theme::Light); });
  QMenu* languages = menu(view, QT_TRANSLATE_NOOP("Actions", "Language"));
  auto* languageGroup = new QActionGroup(&m_window);
  const QString language = installedLanguage();
  choice(*languages, languageGroup, "English", language == QLatin1String("en"),
         [this] { m_window.setLanguage(QStringLiteral("en")); });
  choice(*languages, languageGroup, "Polski", language == QLatin1String("pl"),
         [this] { m_window.setLanguage(QStringLiteral("pl")); });
  QAction* invert = view.addAction(QString());
  m_texts.emplace_back(invert, QT_TRANSLATE_NOOP("Actions", "Dragging Up Raises the Window Centre"));
  invert->setCheckable(true);
  invert->setChecked(m_window.viewOptions().invertsWindowDrag);
  QObject::connect(invert, &QAction::triggered, &m_window,
                   [this](bool on) { m_window.setOption(&ViewOptions::invertsWindowDrag, on); });
  QAction* memory = view.addAction(QString());
  m_texts.emplace_back(memory, QT_TRANSLATE_NOOP("Actions", "Memory for Images…"));
  QObject::connect(memory, &QAction::triggered, &m_window, [this] { m_window.setCacheBudget(); });
}

/// Below the other ways to open.
void Actions::makeRecent(QMenu& file) {
  constexpr qsizetype place = 2;
  QMenu* recent = menu(file, QT_TRANSLATE_NOOP("Actions", "Open Recent"));
  file.insertAction(file.actions().at(place), recent->menuAction());
  QObject::connect(recent, &QMenu::aboutToShow, &m_window, [this, recent] { fillRecent(*recent); });
}

void Actions::fillRecent(QMenu& recent) {
  constexpr int widest = 380;  ///< pixels; the end of a path tells more than its start
  recent.clear();
  const QStringList paths = m_window.viewOptions().hidesPatient ? QStringList() : m_window.recentPaths();
  for (const QString& path : paths) {
    const QString shown = recent.fontMetrics().elidedText(path, Qt::ElideMiddle, widest);
    QAction* action = recent.addAction(QString(shown).replace(QLatin1Char('&'), QLatin1String("&&")),
                                       &m_window, [this, path] { m_window.open({path}); });
    action->setToolTip(path);
  }
  recent.setToolTipsVisible(true);
  recent.addSeparator();
  // Off until somebody wants it: paths can name patients.
  QAction* remember = recent.addAction(say(QT_TRANSLATE_NOOP("Actions", "Remember What Was Opened")));
  remember->setCheckable(true);
  remember->setChecked(m_window.remembersRecent());
  QObject::connect(remember, &QAction::triggered, &m_window,
                   [this](bool on) { m_window.setRemembersRecent(on); });
}

void Actions::refreshIcons() {
  for (const auto& [action, name] : m_icons)
    if (!name.isEmpty()) action->setIcon(themedIcon(name));
}

void Actions::addViewActions(QMenu& menu) const {
  menu.addSeparator();
  menu.addActions(m_viewActions);
}

QList<KeyRow> Actions::keyRows() const {
  QList<KeyRow> list;
  const QString mouse = say(QT_TRANSLATE_NOOP("Actions", "Mouse"));
  for (const MouseRow& row : mouseRows) list << KeyRow{mouse, say(row.effect), {}, say(row.gesture)};
  for (const MenuTitle& title : menuTitles())
    for (const ActionRow& row : actionRows())
      if (row.menu == title.menu)
        list << KeyRow{
            withoutMnemonic(title.text), withoutMnemonic(row.text), QString::fromUtf8(row.text), {}};
  return list;
}

}  // namespace app
