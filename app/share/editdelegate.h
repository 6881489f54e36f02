// SPDX-License-Identifier: MIT
#pragma once

#include <QStyledItemDelegate>

#include "core/parse/vr.h"

namespace app {

/// Marks an editor whose text is not (or is again) a value of the VR.
void markEditor(QWidget& editor, bool isGood);

/// Editors of values: one line, several for long texts, a calendar for dates; checked against the VR with
/// every key.
class EditDelegate : public QStyledItemDelegate {
  Q_OBJECT

 public:
  using VrOf = std::function<core::Vr(const QModelIndex&)>;
  EditDelegate(VrOf vrOf, QObject* parent) : QStyledItemDelegate(parent), m_vrOf(std::move(vrOf)) {}

  QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option,
                        const QModelIndex& index) const override;
  void setEditorData(QWidget* editor, const QModelIndex& index) const override;
  void setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const override;
  void updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                            const QModelIndex& index) const override;

 signals:
  /// What is wrong with the text as it stands; "" when nothing is.
  void typed(const QString& reason) const;

 private:
  void check(QWidget& editor, core::Vr vr, const QString& text) const;
  VrOf m_vrOf;
};

}  // namespace app
