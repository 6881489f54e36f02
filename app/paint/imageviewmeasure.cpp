// SPDX-License-Identifier: MIT
// Measuring in a viewport: a length and an ellipse are one drag, an angle is a drag and a click.
#include <QPainter>
#include <QPainterPath>

#include "app/measure/measuretext.h"
#include "app/paint/imageview.h"
#include "app/paint/outlinedtext.h"

namespace app {

namespace {

const QColor measureColor(120, 230, 140);
constexpr double handle = 3;  ///< device-independent pixels

std::optional<MeasureKind> kindOf(Tool tool) {
  switch (tool) {
    case Tool::Length:
      return MeasureKind::Length;
    case Tool::Angle:
      return MeasureKind::Angle;
    case Tool::Ellipse:
      return MeasureKind::Ellipse;
    default:
      return std::nullopt;
  }
}

QPainterPath shapeOf(MeasureKind kind, const QPolygonF& points) {
  QPainterPath path;
  if (kind == MeasureKind::Ellipse && points.size() == 2)
    path.addEllipse(QRectF(points[0], points[1]).normalized());
  else
    path.addPolygon(points);
  return path;
}

}  // namespace

void ImageView::setMeasurements(Measurements* measurements) {
  m_measurements = measurements;
  connect(measurements, &Measurements::changed, this, qOverload<>(&QWidget::update));
}

bool ImageView::isMeasuring() const {
  return kindOf(m_tool) && m_measurements && m_image && m_shown == m_index;
}

/// True when the press belongs to the tool.
bool ImageView::beginMeasure(QPointF at) {
  if (!isMeasuring()) return false;
  const QPointF point = toImage(at);
  if (m_measured.size() == 3) {  // the angle's last point is where the click is
    m_measured[2] = point;
    m_measurements->reshape(m_measured);
    m_measured.clear();
    return true;
  }
  m_measured = {point};
  return true;
}

void ImageView::moveMeasure(QPointF at, bool isPressed) {
  if (m_measured.isEmpty() || !isMeasuring()) return;
  const QPointF point = toImage(at);
  if (isPressed && m_measured.size() == 1) {
    m_measured << point;
    return m_measurements->add({imageKey(*m_stack, m_shown), *kindOf(m_tool), m_measured});
  }
  if (!isPressed && m_measured.size() < 3) return;
  m_measured.back() = point;
  m_measurements->reshape(m_measured);
}

void ImageView::endMeasure() {
  const bool goesOn = m_tool == Tool::Angle && m_measured.size() == 2;
  if (goesOn)
    m_measured << m_measured.back();
  else if (m_measured.size() < 3)
    m_measured.clear();
}

/// What was begun and not finished goes with the image or the tool.
void ImageView::dropMeasure() {
  if (m_measured.size() >= 2 && m_measurements && m_stack && m_shown >= 0)
    m_measurements->removeNewest(imageKey(*m_stack, m_shown));
  m_measured.clear();
}

void ImageView::drawMeasurements(QPainter& painter) {
  if (!m_measurements) return;
  painter.setFont(annotationFont(painter.font()));
  const QTransform transform = m_geometry.imageToView(imageSize(), deviceSize(), spacing()) *
                               QTransform::fromScale(1 / devicePixelRatioF(), 1 / devicePixelRatioF());
  for (const Measurement& each : m_measurements->on(imageKey(*m_stack, m_shown))) {
    const QPolygonF points = transform.map(QPolygonF(each.points));
    QPainterPath path = shapeOf(each.kind, points);
    if (each.kind != MeasureKind::Ellipse)
      for (const QPointF& point : points) path.addEllipse(point, handle, handle);
    painter.setBrush(Qt::NoBrush);
    for (const QPen& pen : {QPen(QColor(0, 0, 0, 170), 3.2), QPen(measureColor, 1.4)}) {
      painter.setPen(pen);
      painter.drawPath(path);
    }
    drawMeasureTexts(painter, path.boundingRect(), measureTexts(each, *m_image));
  }
}

/// Right of the shape, or left of it where the viewport ends.
void ImageView::drawMeasureTexts(QPainter& painter, const QRectF& shape, const QStringList& lines) {
  const double height = painter.fontMetrics().height();
  double widest = 0;
  for (const QString& line : lines)
    widest = std::max(widest, painter.fontMetrics().horizontalAdvance(line) + 4.0);
  double x = shape.right() + 8;
  if (x + widest > width()) x = std::max(2.0, shape.left() - widest - 8);
  double y = std::clamp(shape.center().y() - height * static_cast<double>(lines.size()) / 2, 2.0,
                        std::max(2.0, this->height() - height * static_cast<double>(lines.size())));
  for (const QString& line : lines) {
    drawOutlined(painter, {x, y, widest, height}, Qt::AlignLeft | Qt::AlignVCenter, line, measureColor);
    y += height;
  }
}

}  // namespace app
