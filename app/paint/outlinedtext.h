// SPDX-License-Identifier: MIT
#pragma once

#include <QColor>
#include <QPainter>

namespace app {

/// A text that is read on any grey: dark around it.
inline void drawOutlined(QPainter& painter, const QRectF& box, int flags, const QString& text,
                         const QColor& color) {
  flags |= Qt::TextDontClip;  // at small sizes a box of the font's height cuts underscores off
  painter.setPen(QColor(0, 0, 0, 200));
  for (const QPointF shift : {QPointF(1, 1), QPointF(-1, 0), QPointF(0, -1)})
    painter.drawText(box.translated(shift), flags, text);
  painter.setPen(color);
  painter.drawText(box, flags, text);
}

}  // namespace app
