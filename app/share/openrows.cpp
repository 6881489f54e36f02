// SPDX-License-Identifier: MIT
#include "app/share/openrows.h"

#include <QApplication>
#include <QTreeView>

namespace app {

void OpenRows::keep() {
  const QWidget* focused = QApplication::focusWidget();
  m_hadFocus = focused && m_tree.isAncestorOf(focused);
  m_open.clear();
  m_current = m_model.path(m_filter.mapToSource(m_tree.currentIndex()).siblingAtColumn(0));
  keepBelow({});
}

void OpenRows::keepBelow(const QModelIndex& parent) {
  for (int row = 0; row < m_filter.rowCount(parent); ++row) {
    const QModelIndex index = m_filter.index(row, 0, parent);
    if (!m_tree.isExpanded(index)) continue;
    m_open << m_model.path(m_filter.mapToSource(index));
    keepBelow(index);
  }
}

QModelIndex OpenRows::find(const EditPath& path) const { return m_filter.mapFromSource(m_model.find(path)); }

void OpenRows::restore() {
  for (const EditPath& path : m_open)
    if (const QModelIndex at = find(path); at.isValid()) m_tree.expand(at);
  // The editor of a cell went with the old rows, and the focus with it.
  if (m_hadFocus) m_tree.setFocus();
  if (m_current.empty()) return;
  if (const QModelIndex at = find(m_current); at.isValid()) m_tree.setCurrentIndex(at);
}

}  // namespace app
