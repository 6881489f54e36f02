// SPDX-License-Identifier: MIT
#pragma once

#include <QSortFilterProxyModel>

#include "app/share/editmodel.h"

namespace app {

/// Rows that hold the words, and the branches that lead to them.
class EditFilter : public QSortFilterProxyModel {
 public:
  EditFilter(EditModel* model, QObject* parent) : QSortFilterProxyModel(parent), m_model(model) {
    setRecursiveFilteringEnabled(true);
    setSourceModel(model);
  }
  void setWords(const QString& words) {
    m_words = words.trimmed();
    invalidateFilter();
  }

 protected:
  bool filterAcceptsRow(int row, const QModelIndex& parent) const override {
    return m_words.isEmpty() || m_model->matches(m_model->index(row, 0, parent), m_words);
  }

 private:
  EditModel* m_model;
  QString m_words;
};

}  // namespace app
