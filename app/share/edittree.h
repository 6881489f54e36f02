// SPDX-License-Identifier: MIT
#pragma once

#include <QKeyEvent>
#include <QTreeView>

#include "app/share/editmodel.h"

namespace app {

/// Edits the value of a row wherever in the row one asks for it: by a double click, F2 or Return.
class EditTree : public QTreeView {
 public:
  using QTreeView::QTreeView;

 protected:
  bool edit(const QModelIndex& index, EditTrigger trigger, QEvent* event) override {
    return QTreeView::edit(index.siblingAtColumn(EditModel::ValueColumn), trigger, event);
  }
  void keyPressEvent(QKeyEvent* event) override {
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (!isReturn || state() == EditingState) return QTreeView::keyPressEvent(event);
    edit(currentIndex(), EditKeyPressed, event);
  }
};

}  // namespace app
