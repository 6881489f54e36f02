// SPDX-License-Identifier: MIT
#include "app/developer/toggle.h"

#include <QPainter>

#include "app/developer/colors.h"

namespace app {

Toggle::Toggle(QWidget* parent) : QAbstractButton(parent) {
  setCheckable(true);
  setFocusPolicy(Qt::StrongFocus);
  setCursor(Qt::PointingHandCursor);
}

QSize Toggle::sizeHint() const { return {52, 28}; }

void Toggle::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const QRectF track = QRectF(rect()).adjusted(2, 2, -2, -2);
  const QPen ring(palette().color(hasFocus() ? QPalette::Link : QPalette::Mid), hasFocus() ? 2 : 1);
  painter.setPen(ring);
  painter.setBrush(isChecked() ? onColor() : palette().color(QPalette::Button));
  painter.setOpacity(isEnabled() ? 1 : 0.5);
  painter.drawRoundedRect(track, track.height() / 2, track.height() / 2);
  const qreal size = track.height() - 6;
  const qreal left = isChecked() ? track.right() - size - 3 : track.left() + 3;
  painter.setPen(Qt::NoPen);
  painter.setBrush(isChecked() ? QColor(Qt::white) : palette().color(QPalette::Text));
  painter.drawEllipse(QRectF(left, track.top() + 3, size, size));
}

}  // namespace app
