// SPDX-License-Identifier: MIT
#pragma once

#include <QImage>
#include <QWidget>
#include <optional>
#include <vector>

#include "core/anonymise/options.h"

namespace app {

/// The image with the rectangles that will be blacked out: drawn with the left button, or with the keys:
/// arrows move a frame, with Shift they size it, Return adds it, Delete takes the last one away. Coordinates
/// are those of the stored image.
class BlackoutView : public QWidget {
  Q_OBJECT

 public:
  explicit BlackoutView(QWidget* parent = nullptr);

  /// One picture pixel an image pixel.
  void setImage(QImage image);
  const std::vector<core::anonymise::Rectangle>& rectangles() const { return m_rectangles; }
  void setRectangles(std::vector<core::anonymise::Rectangle> rectangles);
  QSize sizeHint() const override { return {420, 420}; }
  /// Where an image point is seen.
  QPointF toWidget(QPointF image) const;

 signals:
  void changed();

 protected:
  void paintEvent(QPaintEvent*) override;
  void mousePressEvent(QMouseEvent*) override;
  void mouseMoveEvent(QMouseEvent*) override;
  void mouseReleaseEvent(QMouseEvent*) override;
  void keyPressEvent(QKeyEvent*) override;

 private:
  double scale() const;
  QPointF origin() const;
  QPoint toImage(QPointF widget) const;
  QRect clipped(QRect frame) const;
  void add(QRect frame);

  QImage m_image;
  std::vector<core::anonymise::Rectangle> m_rectangles;
  std::optional<QRect> m_frame;  ///< that is being drawn, image pixels
  QPoint m_pressed;
  bool m_isDragging = false;
};

}  // namespace app
