// SPDX-License-Identifier: MIT
#include "app/window/actiontable.h"

#include "app/share/sharing.h"
#include "app/window/mainwindow.h"

namespace app {

namespace {

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

template <int Rows, int Columns>
void layout(MainWindow& window, bool) {
  window.setGrid(Rows, Columns);
}

constexpr ActionRow rows[] = {
    {MenuName::File, QT_TRANSLATE_NOOP("Actions", "Open Files…"), "Ctrl+O", "file", InToolBar,
     [](MainWindow& w, bool) { w.openFiles(); }},
    {MenuName::File, QT_TRANSLATE_NOOP("Actions", "Open Folder…"), "Ctrl+Shift+O", "folder-open", InToolBar,
     [](MainWindow& w, bool) { w.openFolder(); }},
    {MenuName::File, QT_TRANSLATE_NOOP("Actions", "New DICOM…"), "Ctrl+N", "file-plus", NoFlag,
     [](MainWindow& w, bool) { newDicom(w); }},
    {MenuName::File, QT_TRANSLATE_NOOP("Actions", "Export…"), "Ctrl+E", "image-down", NoFlag,
     [](MainWindow& w, bool) { exportPictures(w); }},
    {MenuName::File, QT_TRANSLATE_NOOP("Actions", "Export Anonymised…"), "Ctrl+Shift+E", "shield-user",
     NoFlag, [](MainWindow& w, bool) { exportAnonymised(w); }},
    {MenuName::File, QT_TRANSLATE_NOOP("Actions", "Edit a Copy"), "Ctrl+T", "file-pen", NoFlag,
     [](MainWindow& w, bool) { editCopy(w); }},
    {MenuName::File, QT_TRANSLATE_NOOP("Actions", "Close Study"), "Ctrl+W", "x", NoFlag,
     [](MainWindow& w, bool) { w.closeStudy(); }},
    {MenuName::File, QT_TRANSLATE_NOOP("Actions", "Close All"), "Ctrl+Shift+W", "", NoFlag,
     [](MainWindow& w, bool) { w.closeAll(); }},
    {MenuName::File, QT_TRANSLATE_NOOP("Actions", "Quit"), "Ctrl+Q", "", NoFlag,
     [](MainWindow& w, bool) { w.close(); }},
    {MenuName::View, QT_TRANSLATE_NOOP("Actions", "Annotations"), "Space", "eye",
     Checkable | Checked | InContextMenu, option<&ViewOptions::annotations>},
    {MenuName::View, QT_TRANSLATE_NOOP("Actions", "Hide Patient"), "Ctrl+H", "user-x", InToolBar | Checkable,
     option<&ViewOptions::hidesPatient>},
    {MenuName::View, QT_TRANSLATE_NOOP("Actions", "Overlays"), "O", "layers",
     Checkable | Checked | InContextMenu, option<&ViewOptions::overlays>},
    {MenuName::View, QT_TRANSLATE_NOOP("Actions", "Shutters"), "", "", Checkable | Checked | InContextMenu,
     option<&ViewOptions::shutters>},
    {MenuName::View, QT_TRANSLATE_NOOP("Actions", "Reference Lines"), "", "crosshair", Checkable | Checked,
     [](MainWindow& w, bool on) { w.grid()->setReferenceLines(on); }},
    {MenuName::View, QT_TRANSLATE_NOOP("Actions", "Link Scrolling"), "K", "link", InToolBar | Checkable,
     [](MainWindow& w, bool on) { w.grid()->setLinked(on); }},
    {MenuName::View, QT_TRANSLATE_NOOP("Actions", "One Cell / All Cells"), "Return", "", NoFlag,
     [](MainWindow& w, bool) { w.grid()->toggleOneUp(); }},
    {MenuName::View, QT_TRANSLATE_NOOP("Actions", "Full Screen"), "F11", "expand", NoFlag,
     [](MainWindow& w, bool) { w.toggleFullScreen(); }},
    {MenuName::View, QT_TRANSLATE_NOOP("Actions", "Next Series"), "Right", "", NoFlag,
     [](MainWindow& w, bool) { w.stepSeries(1); }},
    {MenuName::View, QT_TRANSLATE_NOOP("Actions", "Previous Series"), "Left", "", NoFlag,
     [](MainWindow& w, bool) { w.stepSeries(-1); }},
    {MenuName::View, QT_TRANSLATE_NOOP("Actions", "Next Study"), "Ctrl+Right", "", NoFlag,
     [](MainWindow& w, bool) { w.stepStudy(1); }},
    {MenuName::View, QT_TRANSLATE_NOOP("Actions", "Previous Study"), "Ctrl+Left", "", NoFlag,
     [](MainWindow& w, bool) { w.stepStudy(-1); }},
    {MenuName::Layout, "1 × 1", "Alt+1", "", NoFlag, layout<1, 1>},
    {MenuName::Layout, "1 × 2", "", "", NoFlag, layout<1, 2>},
    {MenuName::Layout, "1 × 3", "", "", NoFlag, layout<1, 3>},
    {MenuName::Layout, "2 × 1", "", "", NoFlag, layout<2, 1>},
    {MenuName::Layout, "2 × 2", "Alt+2", "", NoFlag, layout<2, 2>},
    {MenuName::Layout, "2 × 3", "", "", NoFlag, layout<2, 3>},
    {MenuName::Layout, "3 × 1", "", "", NoFlag, layout<3, 1>},
    {MenuName::Layout, "3 × 2", "", "", NoFlag, layout<3, 2>},
    {MenuName::Layout, "3 × 3", "Alt+3", "", NoFlag, layout<3, 3>},
    {MenuName::Image, QT_TRANSLATE_NOOP("Actions", "Next Image"), "Down", "", NoFlag,
     view<ViewCommand::NextImage>},
    {MenuName::Image, QT_TRANSLATE_NOOP("Actions", "Previous Image"), "Up", "", NoFlag,
     view<ViewCommand::PreviousImage>},
    {MenuName::Image, QT_TRANSLATE_NOOP("Actions", "Ten Images On"), "Shift+Down", "", NoFlag,
     view<ViewCommand::Next10>},
    {MenuName::Image, QT_TRANSLATE_NOOP("Actions", "Ten Images Back"), "Shift+Up", "", NoFlag,
     view<ViewCommand::Previous10>},
    {MenuName::Image, QT_TRANSLATE_NOOP("Actions", "First Image"), "Home", "", NoFlag,
     view<ViewCommand::FirstImage>},
    {MenuName::Image, QT_TRANSLATE_NOOP("Actions", "Last Image"), "End", "", NoFlag,
     view<ViewCommand::LastImage>},
    {MenuName::Image, QT_TRANSLATE_NOOP("Actions", "Fit"), "F;=", "maximize", InToolBar | InContextMenu,
     view<ViewCommand::Fit>},
    {MenuName::Image, QT_TRANSLATE_NOOP("Actions", "Actual Size (1:1)"), "Ctrl+1", "",
     InToolBar | InContextMenu, view<ViewCommand::OneToOne>},
    {MenuName::Image, QT_TRANSLATE_NOOP("Actions", "Zoom In"), "+", "zoom-in", InToolBar,
     view<ViewCommand::ZoomIn>},
    {MenuName::Image, QT_TRANSLATE_NOOP("Actions", "Zoom Out"), "-", "zoom-out", InToolBar,
     view<ViewCommand::ZoomOut>},
    {MenuName::Image, QT_TRANSLATE_NOOP("Actions", "Flip Horizontally"), "H", "flip-horizontal",
     InToolBar | InContextMenu, view<ViewCommand::FlipHorizontal>},
    {MenuName::Image, QT_TRANSLATE_NOOP("Actions", "Flip Vertically"), "V", "flip-vertical",
     InToolBar | InContextMenu, view<ViewCommand::FlipVertical>},
    {MenuName::Image, QT_TRANSLATE_NOOP("Actions", "Rotate Left"), "L", "rotate-ccw",
     InToolBar | InContextMenu, view<ViewCommand::RotateLeft>},
    {MenuName::Image, QT_TRANSLATE_NOOP("Actions", "Rotate Right"), "R", "rotate-cw",
     InToolBar | InContextMenu, view<ViewCommand::RotateRight>},
    {MenuName::Image, QT_TRANSLATE_NOOP("Actions", "Invert"), "I", "contrast", InToolBar | InContextMenu,
     view<ViewCommand::Invert>},
    {MenuName::Image, QT_TRANSLATE_NOOP("Actions", "Reset View"), "Esc", "undo-2", InToolBar | InContextMenu,
     view<ViewCommand::Reset>},
    {MenuName::Image, QT_TRANSLATE_NOOP("Actions", "Window Tool"), "W", "sun",
     InToolBar | LeftButton | Checked, tool<Tool::Window>},
    {MenuName::Image, QT_TRANSLATE_NOOP("Actions", "Zoom Tool"), "Z", "search", InToolBar | LeftButton,
     tool<Tool::Zoom>},
    {MenuName::Image, QT_TRANSLATE_NOOP("Actions", "Pan Tool"), "P;M", "move", InToolBar | LeftButton,
     tool<Tool::Pan>},
    {MenuName::Image, QT_TRANSLATE_NOOP("Actions", "Scroll Tool"), "S", "rows-2", InToolBar | LeftButton,
     tool<Tool::Scroll>},
    {MenuName::Image, QT_TRANSLATE_NOOP("Actions", "Length Tool"), "D", "ruler", InToolBar | LeftButton,
     tool<Tool::Length>},
    {MenuName::Image, QT_TRANSLATE_NOOP("Actions", "Angle Tool"), "A", "triangle", InToolBar | LeftButton,
     tool<Tool::Angle>},
    {MenuName::Image, QT_TRANSLATE_NOOP("Actions", "Ellipse Tool (Values)"), "E", "circle",
     InToolBar | LeftButton, tool<Tool::Ellipse>},
    {MenuName::Image, QT_TRANSLATE_NOOP("Actions", "Remove Measurement"), "Del", "trash-2", InContextMenu,
     view<ViewCommand::RemoveMeasurement>},
    {MenuName::Cine, QT_TRANSLATE_NOOP("Actions", "Play or Pause"), "C", "play", InToolBar | InContextMenu,
     view<ViewCommand::PlayPause>},
    {MenuName::Window, QT_TRANSLATE_NOOP("Actions", "Automatic Window"), "0", "", NoFlag, preset<0>},
    {MenuName::Window, QT_TRANSLATE_NOOP("Actions", "First Window of the File"), "1", "", NoFlag, preset<1>},
    {MenuName::Window, QT_TRANSLATE_NOOP("Actions", "Second Window of the File"), "2", "", NoFlag, preset<2>},
    {MenuName::Window, QT_TRANSLATE_NOOP("Actions", "CT Abdomen"), "3", "", NoFlag, preset<3>},
    {MenuName::Window, QT_TRANSLATE_NOOP("Actions", "CT Lung"), "4", "", NoFlag, preset<4>},
    {MenuName::Window, QT_TRANSLATE_NOOP("Actions", "CT Bone"), "5", "", NoFlag, preset<5>},
    {MenuName::Window, QT_TRANSLATE_NOOP("Actions", "CT Brain"), "6", "", NoFlag, preset<6>},
    {MenuName::Window, QT_TRANSLATE_NOOP("Actions", "CT Mediastinum"), "7", "", NoFlag, preset<7>},
    {MenuName::Window, QT_TRANSLATE_NOOP("Actions", "CT Liver"), "8", "", NoFlag, preset<8>},
    {MenuName::Window, QT_TRANSLATE_NOOP("Actions", "CT Angio"), "9", "", NoFlag, preset<9>},
    {MenuName::Window, QT_TRANSLATE_NOOP("Actions", "Window as in the File"), "Ctrl+0", "", InContextMenu,
     view<ViewCommand::ResetWindow>},
    {MenuName::Help, QT_TRANSLATE_NOOP("Actions", "Keys"), "F1", "circle-question-mark", NoFlag,
     [](MainWindow& w, bool) { w.showKeys(); }},
    {MenuName::Help, QT_TRANSLATE_NOOP("Actions", "About DICOMaestro"), "", "info", NoFlag,
     [](MainWindow& w, bool) { w.about(); }},
};

constexpr MenuTitle titles[] = {
    {MenuName::File, QT_TRANSLATE_NOOP("Actions", "&File")},
    {MenuName::View, QT_TRANSLATE_NOOP("Actions", "&View")},
    {MenuName::Layout, QT_TRANSLATE_NOOP("Actions", "Layout")},
    {MenuName::Image, QT_TRANSLATE_NOOP("Actions", "&Image")},
    {MenuName::Window, QT_TRANSLATE_NOOP("Actions", "&Window")},
    {MenuName::Cine, QT_TRANSLATE_NOOP("Actions", "&Cine")},
    {MenuName::Tools, QT_TRANSLATE_NOOP("Actions", "&Tools")},
    {MenuName::Help, QT_TRANSLATE_NOOP("Actions", "&Help")},
};

}  // namespace

std::span<const ActionRow> actionRows() { return rows; }
std::span<const MenuTitle> menuTitles() { return titles; }

QList<QKeySequence> ActionRow::standardKeys() const {
  QList<QKeySequence> sequences;
  for (const QString& key : QString::fromLatin1(keys).split(QLatin1Char(';'), Qt::SkipEmptyParts))
    sequences << QKeySequence(key, QKeySequence::PortableText);
  return sequences;
}

}  // namespace app
