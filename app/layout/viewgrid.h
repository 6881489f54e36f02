// SPDX-License-Identifier: MIT
#pragma once

#include <QHash>
#include <QWidget>
#include <vector>

#include "app/paint/imageview.h"

class QGridLayout;

namespace app {

/// The viewports of the window, one by one to three by three. One of them is active: actions go to it.
class ViewGrid : public QWidget {
  Q_OBJECT

 public:
  static constexpr int most = 3;

  explicit ViewGrid(std::shared_ptr<core::FrameCache> cache, QWidget* parent = nullptr);

  void setGrid(int rows, int columns);
  int rows() const { return m_rows; }
  int columns() const { return m_columns; }
  /// In the active cell.
  void showStack(StackPtr stack, int image = 0);
  void showInCell(int cell, StackPtr stack, int image = 0);
  /// Puts stacks that no cell shows into the empty cells, in this order; the active cell stays the active
  /// one.
  void fill(const QList<StackPtr>& stacks);
  /// New states of stacks by their keys; what is shown stays shown.
  void updateStacks(const QHash<QString, StackPtr>& stacks);
  /// Empties the cells whose stack is not among these keys.
  void keepOnly(const QHash<QString, StackPtr>& stacks);
  ImageView* activeView() const { return m_views[static_cast<std::size_t>(m_active)]; }
  ImageView* view(int cell) const { return m_views[static_cast<std::size_t>(cell)]; }
  int cells() const { return m_rows * m_columns; }
  void setActive(int cell);
  void setOptions(const ViewOptions& options);
  void setEmptyHint(EmptyHint hint);
  void setTool(Tool tool);
  void setLinked(bool linked);
  void setReferenceLines(bool shown);
  void toggleOneUp();
  bool isSettled() const;
  Measurements& measurements() { return m_measurements; }

 signals:
  void activeViewChanged();
  void imageShown();  ///< in the active view
  void stackDropped(int cell, const QString& stackKey);
  void contextMenuWanted(QPoint global);

 private:
  void arrange();
  void onShown(int cell);
  void follow(int leader);
  void drawReferences();

  std::shared_ptr<core::FrameCache> m_cache;
  Measurements m_measurements;
  std::vector<ImageView*> m_views;
  QGridLayout* m_layout;
  int m_rows = 1, m_columns = 1, m_active = 0;
  bool m_oneUp = false, m_linked = false, m_references = true, m_following = false;
};

}  // namespace app
