// SPDX-License-Identifier: MIT
#pragma once

#include <QAbstractItemModel>

#include "app/share/editdocument.h"

namespace app {

/// The tree of a data set that is being edited. Values are edited in their cells; what is new, changed or
/// deleted against the file is marked, deleted rows stay until the end. A refused value stays as it was, and
/// refused() says why.
class EditModel : public QAbstractItemModel {
  Q_OBJECT

 public:
  enum Column { TagColumn, NameColumn, VrColumn, ValueColumn, Columns };
  enum class State { Same, Changed, Added, Deleted };

  explicit EditModel(EditDocument& document, QObject* parent = nullptr);
  ~EditModel() override;

  EditPath path(const QModelIndex& index) const;
  QModelIndex find(const EditPath& path) const;
  State state(const QModelIndex& index) const;
  bool isItem(const QModelIndex& index) const;
  core::Vr vr(const QModelIndex& index) const;
  bool matches(const QModelIndex& index, const QString& words) const;

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& = {}) const override { return Columns; }
  QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
  QModelIndex parent(const QModelIndex& child) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  bool setData(const QModelIndex& index, const QVariant& value, int role) override;
  Qt::ItemFlags flags(const QModelIndex& index) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

 signals:
  void refused(const QString& why);

 private:
  struct Node;
  Node* nodeOf(const QModelIndex& index) const;
  void rebuild();
  void fill(Node& node) const;
  void fillElements(Node& node, const core::EditSet* now, const core::EditSet* before) const;
  QString text(const Node& node, int column) const;
  QString valueText(const Node& node, bool whole) const;

  EditDocument& m_document;
  std::unique_ptr<Node> m_root;
};

}  // namespace app
