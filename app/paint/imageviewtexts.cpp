// SPDX-License-Identifier: MIT
// What a viewport says over its image: corners, letters of the edges, scale bar, value under the cursor.
#include <QPainter>

#include "app/cine/cinebar.h"
#include "app/cine/cineplayer.h"
#include "app/measure/unittext.h"
#include "app/paint/cornertexts.h"
#include "app/paint/imageview.h"
#include "app/paint/outlinedtext.h"

namespace app {

namespace {

const QColor textColor(222, 226, 230), letterColor(255, 214, 102), warningColor(255, 107, 107);
constexpr int smallTile = 260, tinyTile = 160;  ///< device-independent pixels: texts give way

void drawLines(QPainter& painter, const QRectF& area, Qt::Alignment corner, const QStringList& lines,
               const QColor& color, double widest) {
  const double height = painter.fontMetrics().height();
  const bool below = corner & Qt::AlignBottom;
  double y = below ? area.bottom() - height * static_cast<double>(lines.size()) : area.top();
  for (const QString& line : lines) {
    const QString shown = painter.fontMetrics().elidedText(line, Qt::ElideRight, static_cast<int>(widest));
    drawOutlined(painter, {area.left(), y, area.width(), height},
                 static_cast<int>(corner & Qt::AlignHorizontal_Mask) | Qt::AlignVCenter, shown, color);
    y += height;
  }
}

double widthOf(const QPainter& painter, const QStringList& lines) {
  int widest = 0;
  for (const QString& line : lines) widest = std::max(widest, painter.fontMetrics().horizontalAdvance(line));
  return widest;
}

/// A round length that is about this many millimetres.
double roundLength(double millimetres) {
  const double power = std::pow(10, std::floor(std::log10(millimetres)));
  for (const double step : {5.0, 2.0, 1.0})
    if (step * power <= millimetres) return step * power;
  return power;
}

QString colorText(const core::Frame& frame, int column, int row) {
  if (frame.photometric != core::Photometric::Rgb || frame.type != core::SampleType::U8) return {};
  const std::size_t at =
      3 * (static_cast<std::size_t>(row) * frame.columns + static_cast<std::size_t>(column));
  return QStringLiteral("  R %1 G %2 B %3")
      .arg(frame.data[at])
      .arg(frame.data[at + 1])
      .arg(frame.data[at + 2]);
}

/// "L 12.3  P 4.0  F 100.5 mm": how far to which side of the patient's origin (PS3.3 C.7.6.2.1.1).
QString patientText(const core::Vector3& place) {
  constexpr char letters[] = "LRPAHF";
  QString text;
  for (std::size_t axis = 0; axis < 3; ++axis)
    text += QStringLiteral("%1 %2  ")
                .arg(QLatin1Char(letters[2 * axis + (place[axis] < 0 ? 1 : 0)]))
                .arg(std::abs(place[axis]), 0, 'f', 1);
  return text + QStringLiteral("mm");
}

}  // namespace

QRectF ImageView::textArea() const {
  QRectF area = QRectF(rect()).adjusted(margin, margin, -margin, -margin);
  if (m_bar->isVisible()) area.setBottom(m_bar->y() - 4);
  return area;
}

QFont ImageView::annotationFont(QFont font) const {
  font.setPointSizeF(width() < smallTile * 1.6 ? 7.5 : 9);
  return font;
}

void ImageView::drawOverImage(QPainter& painter) {
  painter.setFont(annotationFont(painter.font()));
  // Which side is which is said in the smallest tile too.
  if (m_image) drawLetters(painter);
  if (width() < tinyTile || height() < tinyTile) return;
  drawTexts(painter);
  if (hasScaleBar()) drawScaleBar(painter);
}

bool ImageView::hasScaleBar() const {
  return m_image && width() >= smallTile && height() >= smallTile && scaleSpacing().isMillimetres();
}

LiveTexts ImageView::liveTexts() {
  LiveTexts live;
  live.index = m_shown;
  live.count = count();
  live.ofImageOnly = !m_options.studyTexts;
  live.cine = m_player->rateText();
  live.isInverted = m_inverted;
  live.orientation = orientationText(m_geometry.orientation);
  if (!m_image) return live;
  live.zoomPercent = m_geometry.scale(imageSize(), deviceSize(), spacing()) * 100;
  live.window = currentWindow();
  live.lookup = live.window ? QString() : voiText();
  live.values = valueTexts();
  live.windowMissesData = windowMissesData();
  live.problems = m_image->prepared->display().warnings;
  live.plane = plane();
  return live;
}

void ImageView::drawTexts(QPainter& painter) {
  const CornerTexts texts = cornerTexts(*m_stack, dataSet(), liveTexts(), m_options.hidesPatient);
  const QRectF area = textArea();
  const bool isSmall = width() < smallTile || height() < smallTile;
  const QStringList bottomLeft = isSmall ? texts.bottomLeft.mid(0, 1) : texts.values + texts.bottomLeft;
  // The letters of the edges stand in the middle, three at most.
  const double half =
      area.width() / 2 - painter.fontMetrics().horizontalAdvance(QStringLiteral("WWW")) / 2.0 - 4;
  const QStringList bottomRight = isSmall ? QStringList() : texts.bottomRight;
  drawLines(painter, area, Qt::AlignLeft | Qt::AlignTop, isSmall ? texts.topLeft.mid(0, 1) : texts.topLeft,
            textColor, half);
  drawLines(painter, area, Qt::AlignLeft | Qt::AlignBottom, bottomLeft, textColor, half);
  drawLines(painter, area, Qt::AlignRight | Qt::AlignBottom, bottomRight, textColor, half);
  if (!isSmall) drawLines(painter, area, Qt::AlignRight | Qt::AlignTop, texts.topRight, textColor, half);
  const double height = painter.fontMetrics().height() * static_cast<double>(bottomLeft.size()) + 2;
  drawLines(painter, area.adjusted(0, 0, 0, -height), Qt::AlignLeft | Qt::AlignBottom, texts.warnings,
            warningColor, area.width() - std::min(half, widthOf(painter, bottomRight)) - 12);
}

void ImageView::drawLetters(QPainter& painter) {
  const core::EdgeLetters edges = letters();
  QFont font = painter.font();
  font.setBold(true);
  painter.save();
  painter.setFont(font);
  const QRectF area = textArea();
  drawOutlined(painter, area, Qt::AlignLeft | Qt::AlignVCenter, QString::fromStdString(edges.left),
               letterColor);
  const int beside = hasScaleBar() ? 18 : 0;
  drawOutlined(painter, area.adjusted(0, 0, -beside, 0), Qt::AlignRight | Qt::AlignVCenter,
               QString::fromStdString(edges.right), letterColor);
  drawOutlined(painter, area, Qt::AlignHCenter | Qt::AlignTop, QString::fromStdString(edges.top),
               letterColor);
  drawOutlined(painter, area, Qt::AlignHCenter | Qt::AlignBottom, QString::fromStdString(edges.bottom),
               letterColor);
  painter.restore();
}

/// Of an ultrasound image the scale is that of the region in its middle; none where that is no length.
core::Spacing ImageView::scaleSpacing() const {
  const QPointF centre(imageSize().width() / 2, imageSize().height() / 2);
  const core::Spacing image = core::measuringSpacing(*dataSet(), shownFrame());
  return core::spacingBetween(core::ultrasoundRegions(*dataSet()), image, centre, centre);
}

void ImageView::drawScaleBar(QPainter& painter) {
  const Spacing pixel = scaleSpacing();
  // Vertical on the screen: which of the two distances that is follows the rotation.
  const bool upright = std::abs(m_geometry.orientation.m11()) > 0.5;
  const QTransform transform = m_geometry.imageToView(imageSize(), deviceSize(), spacing());
  const double devicePerPixel =
      std::hypot(upright ? transform.m21() : transform.m11(), upright ? transform.m22() : transform.m12());
  const double perMillimetre = devicePerPixel / devicePixelRatioF() / (upright ? pixel.row : pixel.column);
  const double length = roundLength(height() * 0.3 / perMillimetre);
  const double pixels = length * perMillimetre;
  const double x = width() - margin - 4, middle = height() / 2.0;
  QList<QLineF> lines{QLineF(x, middle - pixels / 2, x, middle + pixels / 2)};
  for (int i = 0; i <= 10; ++i) {
    const double y = middle - pixels / 2 + pixels * i / 10;
    lines << QLineF(x - (i % 5 == 0 ? 6 : 3), y, x, y);
  }
  // Dark around light, so that it is seen on any grey.
  for (const QPen& pen : {QPen(QColor(0, 0, 0, 170), 3), QPen(textColor, 1.2)}) {
    painter.setPen(pen);
    painter.drawLines(lines);
  }
  QString text = length >= 10 ? tr("%1 cm").arg(length / 10) : tr("%1 mm").arg(length);
  if (pixel.source == core::SpacingSource::Detector) text += QLatin1Char(' ') + tr("(at the detector)");
  if (pixel.source == core::SpacingSource::NominalScanned) text += QLatin1Char(' ') + tr("(on the film)");
  if (pixel.source == core::SpacingSource::DetectorReduced)
    text += QLatin1Char(' ') + tr("(magnification estimated)");
  drawOutlined(painter, QRectF(x - 200, middle + pixels / 2 + 2, 204, 20), Qt::AlignRight | Qt::AlignTop,
               text, textColor);
}

/// What lies under the cursor: pixel and value, and the place in the patient.
QStringList ImageView::valueTexts() {
  if (!m_cursor) return {};
  const QPointF at = toImage(*m_cursor);
  const core::Frame& frame = m_image->prepared->frame();
  if (!QRectF(0, 0, frame.columns, frame.rows).contains(at)) return {};
  const int column = static_cast<int>(at.x()), row = static_cast<int>(at.y());
  QStringList lines{QStringLiteral("(%1, %2)").arg(column + 1).arg(row + 1)};
  const QString unit = unitText(m_image->prepared->display().unit);
  if (const auto value = m_image->prepared->valueAt(column, row))
    lines.front() += QStringLiteral("  ") + QString::number(*value, 'g', 7) + QLatin1Char(' ') + unit;
  else
    lines.front() += colorText(frame, column, row);
  if (const auto where = plane()) lines << patientText(where->toPatient(at));
  return lines;
}

QString ImageView::voiText() const {
  const core::FrameDisplay& display = m_image->prepared->display();
  if (display.voiLuts.empty() || m_image->prepared->frame().samples != 1 || display.palette) return {};
  const auto* chosen = m_voi ? std::get_if<core::FileLut>(&*m_voi) : nullptr;
  const std::size_t index = chosen ? chosen->index : 0;
  const std::string& name = display.voiLuts[std::min(index, display.voiLuts.size() - 1)].explanation;
  const QString lut = tr("VOI LUT %1").arg(index + 1);
  return name.empty() ? lut : lut + QStringLiteral(" – ") + QString::fromStdString(name);
}

bool ImageView::windowMissesData() {
  constexpr std::size_t mostBytes = 8u << 20;  // larger frames would slow scrolling down
  const auto window = currentWindow();
  if (!window || m_image->prepared->frame().data.size() > mostBytes) return false;
  if (!m_range) m_range = core::valueRange(m_image->prepared->frame(), m_image->prepared->display());
  if (!m_range) return false;
  return window->center + window->width / 2 < m_range->first ||
         window->center - window->width / 2 > m_range->second;
}

}  // namespace app
