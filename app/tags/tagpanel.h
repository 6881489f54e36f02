// SPDX-License-Identifier: MIT
#pragma once

#include <QSortFilterProxyModel>
#include <QTimer>
#include <QWidget>

#include "app/tags/tagmodel.h"
#include "core/open/source.h"

class QLineEdit;
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

/// The metadata of the shown image: a searchable tree that follows the slice.
class TagPanel : public QWidget {
  Q_OBJECT

 public:
  explicit TagPanel(QWidget* parent = nullptr);
  void setFile(std::shared_ptr<const core::DicomFile> file);
  /// Reads a file of its own accord, in the background: of an image that cannot be decoded.
  void readFile(const core::Source& source);
  TagModel* model() const { return m_model; }
  TagFilter* filter() const { return m_filter; }
  QLineEdit* search() const { return m_search; }

 private:
  void present(std::shared_ptr<const core::DicomFile> file);
  void showMenu(QPoint at);
  void copy(const QString& text);

  TagModel* m_model;
  TagFilter* m_filter;
  QTreeView* m_tree;
  QLineEdit* m_search;
  QTimer m_typing;
  std::optional<core::Source> m_read;  ///< what readFile() was asked for last
  quint64 m_request = 0;
};

}  // namespace app
