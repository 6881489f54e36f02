// SPDX-License-Identifier: MIT
#include "app/share/sharing.h"

#include "app/share/anonymisedialog.h"
#include "app/share/editpanel.h"
#include "app/share/exportdialog.h"
#include "app/share/newdialog.h"
#include "app/tags/tagpanel.h"
#include "app/window/mainwindow.h"

namespace app {

namespace {

enum class Stacks { WithImages, All };

/// The stacks of the study that the key is of.
QList<StackPtr> studyOf(const Library& library, const QString& key, Stacks which) {
  QList<StackPtr> stacks;
  for (const ListedPatient& patient : library.patients())
    for (const ListedStudy& study : patient.studies) {
      bool isIt = false;
      stacks.clear();
      for (const ListedStack& listed : study.stacks) {
        isIt = isIt || listed.key == key;
        if (which == Stacks::All || listed.stack->instances.front().hasPixels) stacks << listed.stack;
      }
      if (isIt) return stacks;
    }
  return {};
}

std::optional<ExportSubject> subjectOf(MainWindow& window, Stacks which) {
  const ImageView* view = window.grid()->activeView();
  if (!view->stack()) return std::nullopt;
  ExportSubject subject;
  const QSize shownSize = (QSizeF(view->size()) * view->devicePixelRatioF()).toSize();
  for (const StackPtr& stack : studyOf(window.library(), view->key(), which)) {
    const bool isShown = stackKey(*stack) == view->key();
    if (isShown) subject.shown = subject.study.size();
    subject.study << ExportStack{isShown ? view->stack() : stack,
                                 isShown ? std::optional(view->look()) : std::nullopt, shownSize};
  }
  if (subject.study.isEmpty()) return std::nullopt;
  subject.image = view->image();
  subject.style.overlays = window.viewOptions().overlays;
  subject.style.shutters = window.viewOptions().shutters;
  subject.style.measurements = &window.grid()->measurements();
  return subject;
}

}  // namespace

void exportPictures(MainWindow& window) {
  if (auto subject = subjectOf(window, Stacks::WithImages))
    (new ExportDialog(*std::move(subject), &window))->show();
}

void exportAnonymised(MainWindow& window) {
  auto subject = subjectOf(window, Stacks::All);
  if (!subject) return;
  const auto image = window.grid()->activeView()->loadedImage();
  (new AnonymiseDialog(*std::move(subject), image, window.viewOptions().hidesPatient, &window))->show();
}

void editCopy(MainWindow& window) {
  const ImageView* view = window.grid()->activeView();
  TagPanel* tags = window.tags();
  const auto file = tags->model()->file();
  if (!view->stack() || !file) return;
  window.showMetadata();
  if (tags->editor()) return tags->editor()->setFocus();
  auto* editor = new EditPanel(file, instanceAt(*view->stack(), view->image()).source, tags);
  QObject::connect(editor, &EditPanel::openWanted, &window,
                   [&window](const QString& path) { window.open({path}); });
  tags->setEditor(editor);
}

void newDicom(MainWindow& window) {
  auto* dialog = new NewDialog(window.tags()->model()->file(), &window);
  QObject::connect(dialog, &NewDialog::openWanted, &window, &MainWindow::open);
  dialog->show();
}

}  // namespace app
