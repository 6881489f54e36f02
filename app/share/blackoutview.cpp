// SPDX-License-Identifier: MIT
#include "app/share/blackoutview.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace app {

using core::anonymise::Rectangle;

namespace {

const QColor frameColor(255, 214, 102), edgeColor(208, 85, 85);

QRect rectOf(const Rectangle& rectangle) {
  return {static_cast<int>(rectangle.x), static_cast<int>(rectangle.y), static_cast<int>(rectangle.width),
          static_cast<int>(rectangle.height)};
}

Rectangle rectangleOf(const QRect& rect) {
  return {static_cast<std::uint32_t>(rect.x()), static_cast<std::uint32_t>(rect.y()),
          static_cast<std::uint32_t>(rect.width()), static_cast<std::uint32_t>(rect.height())};
}

}  // namespace

BlackoutView::BlackoutView(QWidget* parent) : QWidget(parent) {
  setFocusPolicy(Qt::StrongFocus);
  setMinimumSize(200, 200);
  setCursor(Qt::CrossCursor);
}

void BlackoutView::setImage(QImage image) {
  m_image = std::move(image);
  update();
}

void BlackoutView::setRectangles(std::vector<Rectangle> rectangles) {
  m_rectangles = std::move(rectangles);
  update();
  emit changed();
}

double BlackoutView::scale() const {
  if (m_image.isNull()) return 1;
  return std::min(static_cast<double>(width()) / m_image.width(),
                  static_cast<double>(height()) / m_image.height());
}

QPointF BlackoutView::origin() const {
  return {(width() - m_image.width() * scale()) / 2, (height() - m_image.height() * scale()) / 2};
}

QPointF BlackoutView::toWidget(QPointF image) const { return origin() + image * scale(); }

QPoint BlackoutView::toImage(QPointF widget) const {
  const QPointF at = (widget - origin()) / scale();
  return {static_cast<int>(std::floor(at.x())), static_cast<int>(std::floor(at.y()))};
}

QRect BlackoutView::clipped(QRect frame) const { return frame.normalized().intersected(m_image.rect()); }

void BlackoutView::add(QRect frame) {
  frame = clipped(frame);
  if (frame.width() < 1 || frame.height() < 1) return;
  m_rectangles.push_back(rectangleOf(frame));
  emit changed();
}

void BlackoutView::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.fillRect(rect(), Qt::black);
  if (m_image.isNull()) return;
  const auto shown = [this](const QRect& image) {
    return QRectF(toWidget(image.topLeft()), QSizeF(image.size()) * scale());
  };
  painter.setRenderHint(QPainter::SmoothPixmapTransform);
  painter.drawImage(shown(m_image.rect()), m_image);
  painter.setPen(QPen(edgeColor, 1.5));
  for (const Rectangle& rectangle : m_rectangles) {
    painter.fillRect(shown(rectOf(rectangle)), Qt::black);
    painter.drawRect(shown(rectOf(rectangle)));
  }
  if (m_frame) {
    painter.setPen(QPen(frameColor, 1.5, Qt::DashLine));
    painter.drawRect(shown(clipped(*m_frame)));
  }
  if (hasFocus()) {
    painter.setPen(QPen(palette().highlight().color(), 2));
    painter.drawRect(rect().adjusted(1, 1, -1, -1));
  }
}

void BlackoutView::mousePressEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton || m_image.isNull()) return;
  m_isDragging = true;
  m_pressed = toImage(event->position());
  m_frame = QRect(m_pressed, QSize(1, 1));
  update();
}

void BlackoutView::mouseMoveEvent(QMouseEvent* event) {
  if (!m_isDragging) return;
  const QPoint at = toImage(event->position());
  m_frame = QRect(QPoint(std::min(at.x(), m_pressed.x()), std::min(at.y(), m_pressed.y())),
                  QPoint(std::max(at.x(), m_pressed.x()), std::max(at.y(), m_pressed.y())));
  update();
}

void BlackoutView::mouseReleaseEvent(QMouseEvent* event) {
  if (!m_isDragging || event->button() != Qt::LeftButton) return;
  m_isDragging = false;
  // A click that does not draw is none.
  if (m_frame && (m_frame->width() > 1 || m_frame->height() > 1)) add(*m_frame);
  m_frame.reset();
  update();
}

void BlackoutView::keyPressEvent(QKeyEvent* event) {
  constexpr int strides = 40;
  const int step = std::max(1, std::max(m_image.width(), m_image.height()) / strides);
  const bool sizes = event->modifiers() & Qt::ShiftModifier;
  QPoint by;
  switch (event->key()) {
    case Qt::Key_Left:
      by = {-step, 0};
      break;
    case Qt::Key_Right:
      by = {step, 0};
      break;
    case Qt::Key_Up:
      by = {0, -step};
      break;
    case Qt::Key_Down:
      by = {0, step};
      break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
      if (m_frame) add(*std::exchange(m_frame, std::nullopt));
      return update();
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
      if (!m_rectangles.empty()) m_rectangles.pop_back();
      emit changed();
      return update();
    default:
      return QWidget::keyPressEvent(event);
  }
  if (m_image.isNull()) return;
  QRect frame = m_frame.value_or(QRect(0, 0, step * 4, step * 2));
  if (sizes)
    frame.setSize(frame.size() + QSize(by.x(), by.y()));
  else if (m_frame)
    frame.translate(by);
  if (frame.width() >= 1 && frame.height() >= 1 && frame.intersects(m_image.rect())) m_frame = frame;
  update();
}

}  // namespace app
