// SPDX-License-Identifier: MIT
#pragma once

#include <QSet>
#include <QSortFilterProxyModel>
#include <QTimer>
#include <QWidget>
#include <functional>

#include "app/tags/tageditor.h"
#include "app/tags/tagmodel.h"
#include "core/open/source.h"

class QCheckBox;
class QLineEdit;
class QStackedLayout;
class QToolButton;
class QTreeView;

namespace app {

/// Keeps the rows that match, and the branches that lead to them.
class TagFilter : public QSortFilterProxyModel {
  Q_OBJECT

 public:
  explicit TagFilter(TagModel* model, QObject* parent = nullptr);
  void setWords(const QString& words);

 protected:
  bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

 private:
  TagModel* m_model;
  QString m_words;
};

/// The metadata of the shown image: a searchable tree that follows the slice; while a copy is edited its
/// editor stands in the place of the tree.
class TagPanel : public QWidget {
  Q_OBJECT

 public:
  explicit TagPanel(QWidget* parent = nullptr);
  /// previous: where the slice before is, which changes are marked against.
  void setFile(std::shared_ptr<const core::DicomFile> file, std::optional<core::Source> previous = {});
  /// Reads a file of its own accord, in the background: of an image that cannot be decoded.
  void readFile(const core::Source& source);
  void setHidesPatient(bool hides);
  /// Puts an editor in the place of the tree; the panel owns it.
  void setEditor(TagEditor* editor);
  TagEditor* editor() const { return m_editor; }
  /// False when somebody wants to keep the changes of the copy.
  bool closeEditor();
  TagModel* model() const { return m_model; }
  TagFilter* filter() const { return m_filter; }
  QLineEdit* search() const { return m_search; }
  QCheckBox* marks() const { return m_marks; }
  QTreeView* tree() const { return m_tree; }
  QToolButton* editSwitch() const { return m_edit; }

 signals:
  /// A copy of the shown file is to be edited.
  void editWanted();
  /// Escape, where there is nothing more to clear.
  void leaveWanted();

 protected:
  void keyPressEvent(QKeyEvent* event) override;
  void changeEvent(QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  void retranslate();
  void switchEditing(bool isOn);
  void present(std::shared_ptr<const core::DicomFile> file);
  void compareWithPrevious();
  void read(const core::Source& source, std::function<void(std::shared_ptr<const core::DicomFile>)> done);
  QStringList openPaths(const QModelIndex& parent) const;
  void reopen(const QSet<QString>& paths, const QModelIndex& parent);
  QModelIndex indexOf(const QString& path, const QModelIndex& parent) const;
  void showMenu(QPoint at);
  void copy(const QString& text);

  TagModel* m_model;
  TagFilter* m_filter;
  QTreeView* m_tree;
  QLineEdit* m_search;
  QCheckBox* m_marks;
  QToolButton* m_edit;
  QStackedLayout* m_layers;
  TagEditor* m_editor = nullptr;
  QTimer m_typing;
  QSet<QString> m_open;  ///< branches, by their paths
  QString m_chosen, m_first;
  std::optional<core::Source> m_previous;
  std::optional<core::Source> m_read;  ///< what readFile() was asked for last
  quint64 m_request = 0;
  std::optional<bool> m_isNarrow;
};

}  // namespace app
