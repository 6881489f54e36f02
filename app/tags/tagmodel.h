// SPDX-License-Identifier: MIT
#pragma once

#include <QAbstractItemModel>
#include <memory>
#include <vector>

#include "core/parse/dicomfile.h"

namespace app {

/// The elements of a file as a tree: group 0002, the data set, items of sequences. Rows are made when they
/// are first looked at, so that fifty thousand elements open at once.
class TagModel : public QAbstractItemModel {
  Q_OBJECT

 public:
  enum Column { TagColumn, NameColumn, VrColumn, LengthColumn, ValueColumn, Columns };

  explicit TagModel(QObject* parent = nullptr);
  ~TagModel() override;

  void setFile(std::shared_ptr<const core::DicomFile> file);
  const std::shared_ptr<const core::DicomFile>& file() const { return m_file; }
  /// Rows that differ from this file's are marked; null: none are.
  void setCompared(std::shared_ptr<const core::DicomFile> other);
  /// Values that name somebody are not said.
  void setHidesPatient(bool hides);
  bool hidesPatient() const { return m_hidesPatient; }
  /// "(0028,0010)" or "(0040,0275)[1].(0008,0100)".
  QString path(const QModelIndex& index) const;
  QString value(const QModelIndex& index, std::size_t most) const;
  /// Whether the row's own texts hold the words, whatever their case.
  bool matches(const QModelIndex& index, const QString& words) const;

  QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
  QModelIndex parent(const QModelIndex& index) const override;
  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& = {}) const override { return Columns; }
  QVariant data(const QModelIndex& index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

 private:
  struct Node;
  Node* nodeOf(const QModelIndex& index) const;
  static void fill(Node& node);
  static void compare(Node& node);
  void touch(const Node& node, const QModelIndex& at, const QList<int>& roles);
  bool differs(const Node& node) const;
  QString text(const Node& node, int column) const;
  QString shownValue(const Node& node, std::size_t most) const;

  std::shared_ptr<const core::DicomFile> m_file, m_other;
  std::unique_ptr<Node> m_root;
  bool m_hidesPatient = false;
};

}  // namespace app
