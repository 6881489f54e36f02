// SPDX-License-Identifier: MIT
#include "app/share/editdelegate.h"

#include <QLineEdit>
#include <QPlainTextEdit>

#include "app/share/dateedit.h"
#include "app/share/editreason.h"
#include "app/share/edittext.h"

namespace app {

namespace {

constexpr int longTextHeight = 90;

bool hasLines(core::Vr vr) { return vr == core::Vr::LT || vr == core::Vr::ST || vr == core::Vr::UT; }

/// Line ends of the file are CR LF (PS3.5 6.1.3), those of the editor LF.
QString withPlainLines(QString text) {
  return text.replace(QStringLiteral("\r\n"), QStringLiteral("\n"))
      .replace(QLatin1Char('\r'), QLatin1Char('\n'));
}

}  // namespace

void markEditor(QWidget& editor, bool isGood) {
  editor.setStyleSheet(isGood ? QString() : QStringLiteral("border:1px solid #d05555"));
}

void EditDelegate::check(QWidget& editor, core::Vr vr, const QString& text) const {
  const core::Status valid = checkEditText(vr, text);
  markEditor(editor, valid.ok());
  emit typed(valid ? QString() : editReason(valid.error().detail));
}

QWidget* EditDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem&,
                                    const QModelIndex& index) const {
  const core::Vr vr = m_vrOf(index);
  if (hasLines(vr)) {
    auto* editor = new QPlainTextEdit(parent);
    editor->setTabChangesFocus(true);
    connect(editor, &QPlainTextEdit::textChanged, this,
            [this, editor, vr] { check(*editor, vr, editor->toPlainText()); });
    return editor;
  }
  QLineEdit* editor = vr == core::Vr::DA ? new DateEdit(parent) : new QLineEdit(parent);
  connect(editor, &QLineEdit::textChanged, this,
          [this, editor, vr](const QString& text) { check(*editor, vr, text); });
  return editor;
}

void EditDelegate::setEditorData(QWidget* editor, const QModelIndex& index) const {
  const QString text = index.data(Qt::EditRole).toString();
  if (auto* lines = qobject_cast<QPlainTextEdit*>(editor))
    lines->setPlainText(withPlainLines(text));
  else if (auto* line = qobject_cast<QLineEdit*>(editor))
    line->setText(text);
}

/// What nobody changed is not set: its line ends may be others.
void EditDelegate::setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const {
  const QString before = index.data(Qt::EditRole).toString();
  if (auto* line = qobject_cast<QLineEdit*>(editor)) {
    if (line->text() != before) model->setData(index, line->text(), Qt::EditRole);
    return;
  }
  QString text = qobject_cast<QPlainTextEdit*>(editor)->toPlainText();
  if (text == withPlainLines(before)) return;
  model->setData(index, text.replace(QLatin1Char('\n'), QStringLiteral("\r\n")), Qt::EditRole);
}

void EditDelegate::updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                                        const QModelIndex&) const {
  QRect area = option.rect;
  if (qobject_cast<QPlainTextEdit*>(editor)) area.setHeight(longTextHeight);
  editor->setGeometry(area);
}

}  // namespace app
