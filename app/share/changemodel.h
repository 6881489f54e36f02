// SPDX-License-Identifier: MIT
#pragma once

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>

#include "core/anonymise/anonymise.h"

namespace app {

/// The list of what anonymising changes in one object: a row an element.
class ChangeModel : public QAbstractTableModel {
  Q_OBJECT

 public:
  enum Column { PathColumn, NameColumn, EffectColumn, OldColumn, NewColumn, Columns };

  using QAbstractTableModel::QAbstractTableModel;
  void setChanges(std::vector<core::anonymise::Change> changes);
  /// Old values are not said.
  void setHidesPatient(bool hides) { m_hidesPatient = hides; }
  const std::vector<core::anonymise::Change>& changes() const { return m_changes; }

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& = {}) const override { return Columns; }
  QVariant data(const QModelIndex& index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

 private:
  std::vector<core::anonymise::Change> m_changes;
  bool m_hidesPatient = false;
};

/// Its rows that hold all of some words.
class ChangeFilter : public QSortFilterProxyModel {
  Q_OBJECT

 public:
  using QSortFilterProxyModel::QSortFilterProxyModel;
  void setWords(const QString& words);

 protected:
  bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

 private:
  QStringList m_words;
};

/// "removed", "pseudonym" … in the person's language.
QString effectText(core::anonymise::Effect effect);

}  // namespace app
