// SPDX-License-Identifier: MIT
#include "app/window/actions.h"

#include <QActionGroup>
#include <QCoreApplication>
#include <QDockWidget>
#include <QMenuBar>
#include <QToolBar>

#include "app/settings/language.h"
#include "app/share/sharing.h"
#include "app/window/mainwindow.h"

namespace app {

namespace {

enum class Menu { File, View, Image, Cine, Window, Tools, Help };
enum Flag {
  None = 0,
  Tools = 1,    ///< in the tool bar
  Context = 2,  ///< in the right button's menu
  Checkable = 4,
  Checked = 8,
  LeftButton = 16,  ///< a tool of the left button: exactly one is chosen
};

struct Row {
  Menu menu;
  const char* text;
  const char* keys;  ///< portable, several separated by ";"
  const char* icon;
  int flags;
  void (*run)(MainWindow&, bool checked);
};

template <ViewCommand Command>
void view(MainWindow& window, bool) {
  window.grid()->activeView()->run(Command);
}
template <bool ViewOptions::*Option>
void option(MainWindow& window, bool checked) {
  window.setOption(Option, checked);
}
template <Tool Which>
void tool(MainWindow& window, bool) {
  window.grid()->setTool(Which);
}
template <int Digit>
void preset(MainWindow& window, bool) {
  window.choosePreset(Digit);
}

// The whole of what the program does on command, one row each.
constexpr Row rows[] = {
    {Menu::File, QT_TRANSLATE_NOOP("Actions", "Open Files…"), "Ctrl+O", "file", Tools,
     [](MainWindow& w, bool) { w.openFiles(); }},
    {Menu::File, QT_TRANSLATE_NOOP("Actions", "Open Folder…"), "Ctrl+Shift+O", "folder-open", Tools,
     [](MainWindow& w, bool) { w.openFolder(); }},
    {Menu::File, QT_TRANSLATE_NOOP("Actions", "New DICOM…"), "Ctrl+N", "plus", None,
     [](MainWindow& w, bool) { newDicom(w); }},
    {Menu::File, QT_TRANSLATE_NOOP("Actions", "Export…"), "Ctrl+E", "download", None,
     [](MainWindow& w, bool) { exportPictures(w); }},
    {Menu::File, QT_TRANSLATE_NOOP("Actions", "Export Anonymised…"), "Ctrl+Shift+E", "shield", None,
     [](MainWindow& w, bool) { exportAnonymised(w); }},
    {Menu::File, QT_TRANSLATE_NOOP("Actions", "Edit a Copy…"), "Ctrl+T", "tags", None,
     [](MainWindow& w, bool) { editCopy(w); }},
    {Menu::File, QT_TRANSLATE_NOOP("Actions", "Close Study"), "Ctrl+W", "x", None,
     [](MainWindow& w, bool) { w.closeStudy(); }},
    {Menu::File, QT_TRANSLATE_NOOP("Actions", "Close All"), "Ctrl+Shift+W", "", None,
     [](MainWindow& w, bool) { w.closeAll(); }},
    {Menu::File, QT_TRANSLATE_NOOP("Actions", "Quit"), "Ctrl+Q", "", None,
     [](MainWindow& w, bool) { w.close(); }},
    {Menu::View, QT_TRANSLATE_NOOP("Actions", "Annotations"), "Space", "eye", Checkable | Checked | Context,
     option<&ViewOptions::annotations>},
    {Menu::View, QT_TRANSLATE_NOOP("Actions", "Hide Patient"), "Ctrl+H", "user-x", Tools | Checkable,
     option<&ViewOptions::hidesPatient>},
    {Menu::View, QT_TRANSLATE_NOOP("Actions", "Overlays"), "O", "layers", Checkable | Checked | Context,
     option<&ViewOptions::overlays>},
    {Menu::View, QT_TRANSLATE_NOOP("Actions", "Shutters"), "", "", Checkable | Checked | Context,
     option<&ViewOptions::shutters>},
    {Menu::View, QT_TRANSLATE_NOOP("Actions", "Reference Lines"), "", "crosshair", Checkable | Checked,
     [](MainWindow& w, bool on) { w.grid()->setReferenceLines(on); }},
    {Menu::View, QT_TRANSLATE_NOOP("Actions", "Link Scrolling"), "K", "link", Tools | Checkable,
     [](MainWindow& w, bool on) { w.grid()->setLinked(on); }},
    {Menu::View, QT_TRANSLATE_NOOP("Actions", "One Cell / All Cells"), "Return", "", None,
     [](MainWindow& w, bool) { w.grid()->toggleOneUp(); }},
    {Menu::View, QT_TRANSLATE_NOOP("Actions", "Full Screen"), "F11", "expand", None,
     [](MainWindow& w, bool) { w.toggleFullScreen(); }},
    {Menu::View, QT_TRANSLATE_NOOP("Actions", "Next Series"), "Right", "", None,
     [](MainWindow& w, bool) { w.stepSeries(1); }},
    {Menu::View, QT_TRANSLATE_NOOP("Actions", "Previous Series"), "Left", "", None,
     [](MainWindow& w, bool) { w.stepSeries(-1); }},
    {Menu::View, QT_TRANSLATE_NOOP("Actions", "Next Study"), "Ctrl+Right", "", None,
     [](MainWindow& w, bool) { w.stepStudy(1); }},
    {Menu::View, QT_TRANSLATE_NOOP("Actions", "Previous Study"), "Ctrl+Left", "", None,
     [](MainWindow& w, bool) { w.stepStudy(-1); }},
    {Menu::Image, QT_TRANSLATE_NOOP("Actions", "Next Image"), "Down", "", None, view<ViewCommand::NextImage>},
    {Menu::Image, QT_TRANSLATE_NOOP("Actions", "Previous Image"), "Up", "", None,
     view<ViewCommand::PreviousImage>},
    {Menu::Image, QT_TRANSLATE_NOOP("Actions", "Ten Images On"), "Shift+Down", "", None,
     view<ViewCommand::Next10>},
    {Menu::Image, QT_TRANSLATE_NOOP("Actions", "Ten Images Back"), "Shift+Up", "", None,
     view<ViewCommand::Previous10>},
    {Menu::Image, QT_TRANSLATE_NOOP("Actions", "First Image"), "Home", "", None,
     view<ViewCommand::FirstImage>},
    {Menu::Image, QT_TRANSLATE_NOOP("Actions", "Last Image"), "End", "", None, view<ViewCommand::LastImage>},
    {Menu::Image, QT_TRANSLATE_NOOP("Actions", "Fit"), "F;=", "maximize", Tools | Context,
     view<ViewCommand::Fit>},
    {Menu::Image, QT_TRANSLATE_NOOP("Actions", "Actual Size (1:1)"), "Ctrl+1", "", Tools | Context,
     view<ViewCommand::OneToOne>},
    {Menu::Image, QT_TRANSLATE_NOOP("Actions", "Zoom In"), "+", "zoom-in", Tools, view<ViewCommand::ZoomIn>},
    {Menu::Image, QT_TRANSLATE_NOOP("Actions", "Zoom Out"), "-", "zoom-out", Tools,
     view<ViewCommand::ZoomOut>},
    {Menu::Image, QT_TRANSLATE_NOOP("Actions", "Flip Horizontally"), "H", "flip-horizontal", Tools | Context,
     view<ViewCommand::FlipHorizontal>},
    {Menu::Image, QT_TRANSLATE_NOOP("Actions", "Flip Vertically"), "V", "flip-vertical", Tools | Context,
     view<ViewCommand::FlipVertical>},
    {Menu::Image, QT_TRANSLATE_NOOP("Actions", "Rotate Left"), "L", "rotate-ccw", Tools | Context,
     view<ViewCommand::RotateLeft>},
    {Menu::Image, QT_TRANSLATE_NOOP("Actions", "Rotate Right"), "R", "rotate-cw", Tools | Context,
     view<ViewCommand::RotateRight>},
    {Menu::Image, QT_TRANSLATE_NOOP("Actions", "Invert"), "I", "contrast", Tools | Context,
     view<ViewCommand::Invert>},
    {Menu::Image, QT_TRANSLATE_NOOP("Actions", "Reset View"), "Esc", "undo-2", Tools | Context,
     view<ViewCommand::Reset>},
    {Menu::Image, QT_TRANSLATE_NOOP("Actions", "Window Tool"), "W", "sun", Tools | LeftButton | Checked,
     tool<Tool::Window>},
    {Menu::Image, QT_TRANSLATE_NOOP("Actions", "Zoom Tool"), "Z", "search", Tools | LeftButton,
     tool<Tool::Zoom>},
    {Menu::Image, QT_TRANSLATE_NOOP("Actions", "Pan Tool"), "P;M", "move", Tools | LeftButton,
     tool<Tool::Pan>},
    {Menu::Image, QT_TRANSLATE_NOOP("Actions", "Scroll Tool"), "S", "rows-2", Tools | LeftButton,
     tool<Tool::Scroll>},
    {Menu::Image, QT_TRANSLATE_NOOP("Actions", "Length Tool"), "D", "ruler", Tools | LeftButton,
     tool<Tool::Length>},
    {Menu::Image, QT_TRANSLATE_NOOP("Actions", "Angle Tool"), "A", "triangle", Tools | LeftButton,
     tool<Tool::Angle>},
    {Menu::Image, QT_TRANSLATE_NOOP("Actions", "Ellipse Tool (Values)"), "E", "circle", Tools | LeftButton,
     tool<Tool::Ellipse>},
    {Menu::Image, QT_TRANSLATE_NOOP("Actions", "Remove Measurement"), "Del", "trash-2", Context,
     view<ViewCommand::RemoveMeasurement>},
    {Menu::Cine, QT_TRANSLATE_NOOP("Actions", "Play or Pause"), "C", "play", Tools | Context,
     view<ViewCommand::PlayPause>},
    {Menu::Window, QT_TRANSLATE_NOOP("Actions", "Automatic Window"), "0", "", None, preset<0>},
    {Menu::Window, QT_TRANSLATE_NOOP("Actions", "First Window of the File"), "1", "", None, preset<1>},
    {Menu::Window, QT_TRANSLATE_NOOP("Actions", "Second Window of the File"), "2", "", None, preset<2>},
    {Menu::Window, QT_TRANSLATE_NOOP("Actions", "CT Abdomen"), "3", "", None, preset<3>},
    {Menu::Window, QT_TRANSLATE_NOOP("Actions", "CT Lung"), "4", "", None, preset<4>},
    {Menu::Window, QT_TRANSLATE_NOOP("Actions", "CT Bone"), "5", "", None, preset<5>},
    {Menu::Window, QT_TRANSLATE_NOOP("Actions", "CT Brain"), "6", "", None, preset<6>},
    {Menu::Window, QT_TRANSLATE_NOOP("Actions", "CT Mediastinum"), "7", "", None, preset<7>},
    {Menu::Window, QT_TRANSLATE_NOOP("Actions", "CT Liver"), "8", "", None, preset<8>},
    {Menu::Window, QT_TRANSLATE_NOOP("Actions", "CT Angio"), "9", "", None, preset<9>},
    {Menu::Window, QT_TRANSLATE_NOOP("Actions", "Window as in the File"), "Ctrl+0", "", Context,
     view<ViewCommand::ResetWindow>},
    {Menu::Help, QT_TRANSLATE_NOOP("Actions", "Keys"), "F1", "circle-question-mark", None,
     [](MainWindow& w, bool) { w.showKeys(); }},
    {Menu::Help, QT_TRANSLATE_NOOP("Actions", "About DICOMaestro"), "", "info", None,
     [](MainWindow& w, bool) { w.about(); }},
};

struct Title {
  Menu menu;
  const char* text;
};
constexpr Title titles[] = {
    {Menu::File, QT_TRANSLATE_NOOP("Actions", "&File")},
    {Menu::View, QT_TRANSLATE_NOOP("Actions", "&View")},
    {Menu::Image, QT_TRANSLATE_NOOP("Actions", "&Image")},
    {Menu::Window, QT_TRANSLATE_NOOP("Actions", "&Window")},
    {Menu::Cine, QT_TRANSLATE_NOOP("Actions", "&Cine")},
    {Menu::Tools, QT_TRANSLATE_NOOP("Actions", "&Tools")},
    {Menu::Help, QT_TRANSLATE_NOOP("Actions", "&Help")},
};

QString say(const char* text) { return QCoreApplication::translate("Actions", text); }

QList<QKeySequence> keysOf(const Row& row) {
  QList<QKeySequence> keys;
  for (const QString& key : QString::fromLatin1(row.keys).split(QLatin1Char(';'), Qt::SkipEmptyParts))
    keys << QKeySequence(key, QKeySequence::PortableText);
  return keys;
}

}  // namespace

Actions::Actions(MainWindow& window) : m_window(window) {
  makeMenus();
  refreshIcons();
  retranslate();
}

void Actions::makeMenus() {
  m_bar = new QToolBar(&m_window);
  m_bar->setObjectName(QStringLiteral("tools"));
  m_bar->setIconSize({20, 20});
  m_window.addToolBar(m_bar);
  auto* tools = new QActionGroup(&m_window);
  for (const Title& title : titles) {
    QMenu* menu = m_window.menuBar()->addMenu(QString());
    m_texts.emplace_back(menu->menuAction(), title.text);
    for (const Row& row : rows) {
      if (row.menu != title.menu) continue;
      QAction* action = menu->addAction(QString());
      m_texts.emplace_back(action, row.text);
      action->setShortcuts(keysOf(row));
      action->setCheckable(row.flags & (Checkable | LeftButton));
      action->setChecked(row.flags & Checked);
      if (row.flags & LeftButton) tools->addAction(action);
      m_icons.emplace_back(action, QString::fromLatin1(row.icon));
      QObject::connect(action, &QAction::triggered, &m_window,
                       [this, run = row.run](bool checked) { run(m_window, checked); });
      if (row.flags & Tools) addToBar(action, row.flags & LeftButton);
      if (row.flags & Context) m_viewActions << action;
    }
    if (title.menu == Menu::Tools) m_tools = menu;
    if (title.menu == Menu::File) makeRecent(*menu);
    if (title.menu == Menu::View) makeLayouts(*menu);
    if (title.menu == Menu::View) makeChoices(*menu);
  }
  m_tools->menuAction()->setVisible(!m_tools->isEmpty());
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
}

void Actions::makeLayouts(QMenu& view) {
  QMenu* layouts = menu(view, QT_TRANSLATE_NOOP("Actions", "Layout"));
  for (int rowCount = 1; rowCount <= ViewGrid::most; ++rowCount)
    for (int columns = 1; columns <= ViewGrid::most; ++columns) {
      QAction* action = layouts->addAction(QStringLiteral("%1 × %2").arg(rowCount).arg(columns));
      if (rowCount == columns) action->setShortcut(QKeySequence(QStringLiteral("Alt+%1").arg(rowCount)));
      QObject::connect(action, &QAction::triggered, &m_window,
                       [this, rowCount, columns] { m_window.grid()->setGrid(rowCount, columns); });
    }
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

void Actions::makeRecent(QMenu& file) {
  QMenu* recent = menu(file, QT_TRANSLATE_NOOP("Actions", "Open Recent"));
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

QString Actions::keysAsHtml() const {
  QString html = QStringLiteral("<table cellspacing=4>");
  int column = 0;
  for (const Row& row : rows) {
    const QList<QKeySequence> keys = keysOf(row);
    if (keys.isEmpty()) continue;
    QStringList names;
    for (const QKeySequence& key : keys) names << key.toString(QKeySequence::NativeText);
    if (column % 3 == 0) html += QStringLiteral("<tr>");
    html += QStringLiteral("<td><b>%1</b></td><td>%2&nbsp;&nbsp;</td>")
                .arg(names.join(QStringLiteral(", ")).toHtmlEscaped(),
                     say(row.text).remove(QLatin1Char('&')).toHtmlEscaped());
    ++column;
  }
  return html + QStringLiteral("</table>");
}

}  // namespace app
