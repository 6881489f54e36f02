// SPDX-License-Identifier: MIT
// What a viewport draws: the image in device pixels, then everything else as vectors above it. Its texts are
// in imageviewtexts.cpp.
#include <QPainter>

#include "app/cine/cinebar.h"
#include "app/cine/cineplayer.h"
#include "app/paint/errortext.h"
#include "app/paint/imageview.h"

namespace app {

namespace {

const QColor lineColor(90, 200, 250);
const QColor activeColor(64, 156, 255), idleColor(58, 62, 68);

}  // namespace

QSizeF ImageView::deviceSize() const { return QSizeF(size()) * devicePixelRatioF(); }

QSizeF ImageView::imageSize() const {
  if (!m_image) return {1, 1};
  const core::Frame& frame = m_image->prepared->frame();
  return QSizeF(frame.columns, frame.rows);
}

Spacing ImageView::spacing() const {
  if (!m_image) return {};
  return core::displaySpacing(*dataSet(), shownFrame());
}

const core::DataSet* ImageView::dataSet() const {
  return m_image ? &m_image->reader->file().dataSet() : nullptr;
}

std::uint32_t ImageView::shownFrame() const { return imageKey(*m_stack, m_shown).frame; }

core::Rendering ImageView::rendering() const {
  core::Rendering rendering;
  if (m_voi) rendering.voi = *m_voi;
  rendering.invert = m_inverted;
  rendering.overlays = m_options.overlays;
  rendering.shutters = m_options.shutters;
  return rendering;
}

std::optional<core::VoiWindow> ImageView::currentWindow() const {
  if (!m_image) return std::nullopt;
  return m_image->prepared->window(rendering().voi);
}

core::EdgeLetters ImageView::letters() const {
  if (!m_image) return {};
  return screenLetters(core::edgeLetters(*dataSet(), shownFrame()), m_geometry.orientation);
}

void ImageView::drawImage() {
  const QSize wanted = deviceSize().toSize();
  if (!m_canvasStale && m_canvas.size() == wanted) return;
  if (m_canvas.size() != wanted) m_canvas = QImage(wanted, QImage::Format_RGB32);
  m_canvasStale = false;
  if (!m_image) return m_canvas.fill(Qt::black);
  const QTransform transform = m_geometry.imageToView(imageSize(), deviceSize(), spacing());
  m_image->prepared->paint(m_canvas, transform, rendering(), core::Sampling::Bilinear);
}

void ImageView::paintEvent(QPaintEvent*) {
  drawImage();
  QPainter painter(this);
  m_canvas.setDevicePixelRatio(devicePixelRatioF());
  painter.drawImage(0, 0, m_canvas);
  m_canvas.setDevicePixelRatio(1);
  painter.setRenderHint(QPainter::Antialiasing);
  if (!m_stack) {
    drawMessage(painter, m_emptyHint == EmptyHint::Files ? tr("Drop files, folders or zips here")
                                                         : tr("Drag a series here"));
  } else if (m_error) {
    drawMessage(painter, errorText(*m_error));
  } else if (!m_image) {
    drawMessage(painter, tr("Loading…"));
  }
  if (m_image) drawReferenceLines(painter);
  if (m_image) drawMeasurements(painter);
  if (m_stack && m_shown >= 0 && m_options.annotations) drawOverImage(painter);
  if (m_options.border) {
    painter.setPen(QPen(m_active ? activeColor : idleColor, m_active ? 2 : 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
  }
  if (std::exchange(m_painted, m_shown) != m_shown && m_shown >= 0) m_player->shown(m_shown);
}

void ImageView::drawMessage(QPainter& painter, const QString& text) {
  painter.setPen(QColor(160, 166, 174));
  painter.drawText(QRectF(rect()).adjusted(20, 20, -20, -20), Qt::AlignCenter | Qt::TextWordWrap, text);
}

void ImageView::drawReferenceLines(QPainter& painter) {
  const QTransform transform = m_geometry.imageToView(imageSize(), deviceSize(), spacing()) *
                               QTransform::fromScale(1 / devicePixelRatioF(), 1 / devicePixelRatioF());
  painter.setPen(QPen(lineColor, 1.2, Qt::DashLine));
  for (const QLineF& line : m_referenceLines) painter.drawLine(transform.map(line));
}

void ImageView::resizeEvent(QResizeEvent*) {
  m_canvasStale = true;
  const int height = m_bar->sizeHint().height();
  m_bar->setGeometry(margin, this->height() - height - margin, width() - 2 * margin, height);
}

}  // namespace app
