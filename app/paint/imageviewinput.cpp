// SPDX-License-Identifier: MIT
// What the mouse does in a viewport (viewer keys and gains are in the README's table).
#include "app/cine/cineplayer.h"
#include "app/paint/imageview.h"

namespace app {

namespace {

constexpr int wheelNotch = 120;
constexpr double pixelsPerImage = 8;   ///< of a drag with the scroll tool
constexpr double zoomPerPixel = 1.01;  ///< of a drag with the zoom tool
constexpr double leastZoom = 0.01, greatestZoom = 200;
constexpr char stackMime[] = "application/x-dicomaestro-stack";

}  // namespace

QPointF ImageView::toImage(QPointF point) const {
  const QTransform transform = m_geometry.imageToView(imageSize(), deviceSize(), spacing());
  return transform.inverted().map(point * devicePixelRatioF());
}

void ImageView::zoomBy(double factor, QPointF at) {
  if (!m_image) return;
  const QPointF fixed = toImage(at);
  const double now = m_geometry.scale(imageSize(), deviceSize(), spacing());
  m_geometry.zoom = std::clamp(now * factor, leastZoom, greatestZoom);
  const QPointF moved = m_geometry.imageToView(imageSize(), deviceSize(), spacing()).map(fixed);
  m_geometry.pan += at * devicePixelRatioF() - moved;
  changed();
}

void ImageView::dragWindow(QPointF delta, Qt::KeyboardModifiers modifiers) {
  auto window = currentWindow();
  if (!window) return;
  if (!m_range) m_range = core::valueRange(m_image->prepared->frame(), m_image->prepared->display());
  const double range = m_range ? m_range->second - m_range->first : 0;
  double gain = std::max(range * 0.001, window->width / 200);
  if (modifiers & Qt::ShiftModifier) gain /= 10;
  if (modifiers & Qt::ControlModifier) gain *= 5;
  const double least = window->function == core::VoiFunction::Linear ? 1 : 1e-6;
  window->width = std::max(least, window->width + delta.x() * gain);
  window->center += delta.y() * gain * (m_options.invertsWindowDrag ? -1 : 1);
  window->explanation.clear();
  setVoi(*window);
}

void ImageView::mousePressEvent(QMouseEvent* event) {
  emit activated();
  setFocus(Qt::MouseFocusReason);
  m_button = event->button();
  m_pressed = m_last = event->position();
  m_moved = false;
  m_scrollRest = 0;
  if (m_button == Qt::LeftButton && beginMeasure(event->position()) && m_measured.isEmpty())
    m_button = Qt::NoButton;  // the click that ends an angle drags nothing
}

void ImageView::mouseMoveEvent(QMouseEvent* event) {
  m_cursor = event->position();
  const QPointF delta = event->position() - m_last;
  if (m_button == Qt::NoButton) moveMeasure(event->position(), false);
  if (m_button == Qt::NoButton || !m_stack) return update();
  if ((event->position() - m_pressed).manhattanLength() >= 3) m_moved = true;
  m_last = event->position();
  Tool tool = m_tool;
  if (m_button == Qt::MiddleButton) tool = Tool::Pan;
  if (m_button == Qt::RightButton) tool = Tool::Zoom;
  if (!m_image || !m_moved) return;
  switch (tool) {
    case Tool::Window:
      dragWindow(delta, event->modifiers());
      break;
    case Tool::Zoom:
      zoomBy(std::pow(zoomPerPixel, -delta.y()), m_pressed);
      break;
    case Tool::Pan:
      m_geometry.pan += delta * devicePixelRatioF();
      changed();
      break;
    case Tool::Scroll: {
      m_scrollRest += delta.y() / pixelsPerImage;
      const double whole = std::trunc(m_scrollRest);
      m_scrollRest -= whole;
      if (whole != 0) step(static_cast<int>(whole));
      break;
    }
    case Tool::Length:
    case Tool::Angle:
    case Tool::Ellipse:
      moveMeasure(event->position(), true);
      break;
  }
}

void ImageView::mouseReleaseEvent(QMouseEvent* event) {
  if (event->button() == Qt::RightButton && !m_moved)
    emit contextMenuWanted(event->globalPosition().toPoint());
  if (event->button() == Qt::LeftButton && m_button == Qt::LeftButton) endMeasure();
  m_button = Qt::NoButton;
}

void ImageView::mouseDoubleClickEvent(QMouseEvent* event) {
  if (event->button() == Qt::LeftButton) emit doubleClicked();
}

void ImageView::wheelEvent(QWheelEvent* event) {
  emit activated();
  // Touchpads and fine wheels send parts of a notch: they add up.
  const QPoint angle = event->angleDelta().isNull() ? event->pixelDelta() : event->angleDelta();
  const double delta = std::abs(angle.y()) >= std::abs(angle.x()) ? angle.y() : angle.x();
  if (event->modifiers() & Qt::ControlModifier) {
    zoomBy(std::pow(1.25, delta / wheelNotch), event->position());
  } else {
    if (m_wheel * delta < 0) m_wheel = 0;
    m_wheel += delta;
    const int notches = static_cast<int>(m_wheel / wheelNotch);
    m_wheel -= notches * wheelNotch;
    if (notches != 0) step(-notches * (event->modifiers() & Qt::ShiftModifier ? 5 : 1));
  }
  event->accept();
}

void ImageView::leaveEvent(QEvent*) {
  m_cursor.reset();
  update();
}

void ImageView::dragEnterEvent(QDragEnterEvent* event) {
  if (event->mimeData()->hasFormat(QLatin1String(stackMime))) event->acceptProposedAction();
}

void ImageView::dropEvent(QDropEvent* event) {
  emit stackDropped(QString::fromUtf8(event->mimeData()->data(QLatin1String(stackMime))));
  event->acceptProposedAction();
}

}  // namespace app
