// SPDX-License-Identifier: MIT
#include "app/window/focuskeys.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>

namespace app {

namespace {

/// Of what one can get into by Tab: the list of series takes the focus by a click alone, and then the arrows
/// go on through its images.
template <class Widget>
bool isOf(const QWidget& widget) {
  return qobject_cast<const Widget*>(&widget) && widget.focusPolicy() & Qt::TabFocus;
}

enum class Came { Anyhow, ByKey };
struct Row {
  bool (*matches)(const QWidget&);
  Came came;
  std::initializer_list<int> keys;
};
const Row rows[] = {
    {isOf<QLineEdit>, Came::Anyhow, {Qt::Key_Return, Qt::Key_Enter, Qt::Key_Escape}},
    {isOf<QPlainTextEdit>, Came::Anyhow, {Qt::Key_Return, Qt::Key_Enter, Qt::Key_Up, Qt::Key_Down}},
    {isOf<QAbstractSpinBox>, Came::Anyhow, {Qt::Key_Return, Qt::Key_Enter, Qt::Key_Up, Qt::Key_Down}},
    {isOf<QAbstractItemView>,
     Came::Anyhow,
     {Qt::Key_Return, Qt::Key_Enter, Qt::Key_Up, Qt::Key_Down, Qt::Key_Left, Qt::Key_Right, Qt::Key_Home,
      Qt::Key_End}},
    {isOf<QComboBox>, Came::ByKey, {Qt::Key_Up, Qt::Key_Down, Qt::Key_Space}},
    {isOf<QAbstractButton>, Came::ByKey, {Qt::Key_Space}},
};

}  // namespace

bool FocusKeys::isOwn(const QWidget& focused, const QKeyEvent& event) const {
  if (event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier)) return false;
  for (const Row& row : rows)
    if (row.matches(focused))
      return (row.came == Came::Anyhow || m_cameByKey) &&
             std::ranges::find(row.keys, event.key()) != row.keys.end();
  return false;
}

FocusKeys::FocusKeys(QObject* parent) : QObject(parent) { qApp->installEventFilter(this); }

/// What is hidden with the focus on it hands it on as Tab does, and nobody has gone there.
void FocusKeys::noteFocus(Qt::FocusReason reason) {
  // The window comes back, or a menu is closed: the focus was there before.
  if (reason == Qt::ActiveWindowFocusReason || reason == Qt::PopupFocusReason) return;
  const bool isTab = reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason;
  m_cameByKey = reason == Qt::ShortcutFocusReason || (isTab && m_isTab);
}

bool FocusKeys::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::MouseButtonPress) m_isTab = false;
  if (event->type() == QEvent::FocusIn) noteFocus(static_cast<QFocusEvent*>(event)->reason());
  if (event->type() != QEvent::ShortcutOverride) return false;
  const auto& key = *static_cast<QKeyEvent*>(event);
  m_isTab = key.key() == Qt::Key_Tab || key.key() == Qt::Key_Backtab;
  if (watched != QApplication::focusWidget() || !isOwn(*QApplication::focusWidget(), key)) return false;
  event->accept();
  return true;
}

}  // namespace app
