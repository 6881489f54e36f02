// SPDX-License-Identifier: MIT
#pragma once

#include "app/share/editfilter.h"

class QTreeView;

namespace app {

/// What of a tree was open, chosen and focused, by paths: the model is made anew with every change.
class OpenRows {
 public:
  OpenRows(QTreeView& tree, EditModel& model, EditFilter& filter)
      : m_tree(tree), m_model(model), m_filter(filter) {}

  void keep();
  void restore();

 private:
  void keepBelow(const QModelIndex& parent);
  QModelIndex find(const EditPath& path) const;

  QTreeView& m_tree;
  EditModel& m_model;
  EditFilter& m_filter;
  QList<EditPath> m_open;
  EditPath m_current;
  bool m_hadFocus = false;
};

}  // namespace app
