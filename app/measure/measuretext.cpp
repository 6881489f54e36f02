// SPDX-License-Identifier: MIT
#include "app/measure/measuretext.h"

#include <QCoreApplication>
#include <QRectF>
#include <cmath>
#include <numbers>

#include "app/measure/unittext.h"

namespace app {

namespace {

QString say(const char* text) { return QCoreApplication::translate("Measure", text); }

/// Two decimals below 10, one below 1,000: about a tenth of a pixel's size in what is measured.
QString amount(double value) {
  const double size = std::abs(value);
  return QString::number(value, 'f', size < 10 ? 2 : size < 1000 ? 1 : 0);
}

/// For a line between two points; of an ultrasound image that of the region that holds both.
core::Spacing spacingFor(const Measurement& measurement, const core::LoadedImage& image, QPointF a,
                         QPointF b) {
  const core::DataSet& dataSet = image.reader->file().dataSet();
  return core::spacingBetween(core::ultrasoundRegions(dataSet),
                              core::measuringSpacing(dataSet, measurement.image.frame), a, b);
}

QString lengthText(const Measurement& measurement, const core::LoadedImage& image) {
  const QPointF a = measurement.points[0], b = measurement.points[1];
  core::Spacing spacing = spacingFor(measurement, image, a, b);
  if (!spacing.isMillimetres()) spacing = {};
  return amount(core::lengthOf(spacing, a, b)) + QLatin1Char(' ') + lengthUnit(spacing.source);
}

QString angleText(const Measurement& measurement, const core::LoadedImage& image) {
  if (measurement.points.size() < 3) return lengthText(measurement, image);
  const QList<QPointF>& points = measurement.points;
  core::Spacing spacing = spacingFor(measurement, image, points[0], points[1]);
  const core::Spacing other = spacingFor(measurement, image, points[1], points[2]);
  // Legs in two regions of an ultrasound image: what is left is the shape that is seen.
  if (spacing.source != other.source || spacing.row * other.column != spacing.column * other.row)
    spacing = core::displaySpacing(image.reader->file().dataSet(), measurement.image.frame);
  return QString::number(angleOf(points, spacing), 'f', 1) + QStringLiteral("°");
}

QString areaText(const Measurement& measurement, const core::LoadedImage& image) {
  const QPointF a = measurement.points[0], b = measurement.points[1];
  core::Spacing spacing = spacingFor(measurement, image, a, b);
  if (!spacing.isMillimetres()) spacing = {};
  const double area =
      std::numbers::pi / 4 * std::abs((b.x() - a.x()) * spacing.column * (b.y() - a.y()) * spacing.row);
  QString unit = lengthUnit(spacing.source);
  // Behind "mm" or "px", before the bracket.
  const qsizetype bracket = unit.indexOf(QLatin1Char(' '));
  unit.insert(bracket < 0 ? unit.size() : bracket, QStringLiteral("²"));
  return say(QT_TRANSLATE_NOOP("Measure", "Area %1 %2")).arg(amount(area), unit);
}

QStringList ellipseTexts(const Measurement& measurement, const core::LoadedImage& image) {
  QStringList lines;
  const EllipseStatistics found = statisticsOf(*image.prepared, measurement.points[0], measurement.points[1]);
  const QString unit = unitText(image.prepared->display().unit);
  if (found.values > 0) {
    lines << say(QT_TRANSLATE_NOOP("Measure", "Mean %1 %2  SD %3"))
                 .arg(amount(found.mean), unit, amount(found.deviation));
    lines << say(QT_TRANSLATE_NOOP("Measure", "Min %1  Max %2"))
                 .arg(amount(found.least), amount(found.greatest));
  }
  return lines << areaText(measurement, image);
}

}  // namespace

QString lengthUnit(core::SpacingSource source) {
  switch (source) {
    case core::SpacingSource::PixelSpacing:
      return say(QT_TRANSLATE_NOOP("Measure", "mm"));
    case core::SpacingSource::Calibrated:
      return say(QT_TRANSLATE_NOOP("Measure", "mm (calib)"));
    case core::SpacingSource::Detector:
      return say(QT_TRANSLATE_NOOP("Measure", "mm (det)"));
    case core::SpacingSource::DetectorReduced:
      return say(QT_TRANSLATE_NOOP("Measure", "mm (det/mag)"));
    case core::SpacingSource::NominalScanned:
      return say(QT_TRANSLATE_NOOP("Measure", "mm (film)"));
    case core::SpacingSource::UltrasoundRegion:
      return say(QT_TRANSLATE_NOOP("Measure", "mm (US)"));
    case core::SpacingSource::None:
    case core::SpacingSource::AspectRatio:
      break;
  }
  return say(QT_TRANSLATE_NOOP("Measure", "px"));
}

double angleOf(const QList<QPointF>& points, const core::Spacing& spacing) {
  const auto leg = [&](qsizetype end) {
    const QPointF way = points[end] - points[1];
    return QPointF(way.x() * spacing.column, way.y() * spacing.row);
  };
  const QPointF a = leg(0), b = leg(2);
  const double across = a.x() * b.y() - a.y() * b.x();
  return std::abs(std::atan2(across, QPointF::dotProduct(a, b))) * 180 / std::numbers::pi;
}

EllipseStatistics statisticsOf(const core::PreparedFrame& frame, QPointF corner, QPointF opposite) {
  const QRectF box = QRectF(corner, opposite).normalized();
  const QRectF inside = box.intersected(
      QRectF(0, 0, static_cast<double>(frame.frame().columns), static_cast<double>(frame.frame().rows)));
  EllipseStatistics found;
  double sum = 0, squares = 0, shift = 0;
  for (int row = static_cast<int>(std::floor(inside.top())); row < inside.bottom(); ++row)
    for (int column = static_cast<int>(std::floor(inside.left())); column < inside.right(); ++column) {
      const double x = (column + 0.5 - box.center().x()) / (box.width() / 2);
      const double y = (row + 0.5 - box.center().y()) / (box.height() / 2);
      if (x * x + y * y > 1) continue;
      ++found.pixels;
      const auto value = frame.valueAt(column, row);
      if (!value) continue;
      // Shifted by the first value: squares of large values would eat the deviation.
      if (found.values == 0) shift = found.least = found.greatest = *value;
      found.least = std::min(found.least, *value);
      found.greatest = std::max(found.greatest, *value);
      sum += *value - shift;
      squares += (*value - shift) * (*value - shift);
      ++found.values;
    }
  if (found.values == 0) return found;
  const auto count = static_cast<double>(found.values);
  found.mean = shift + sum / count;
  if (found.values > 1)
    found.deviation = std::sqrt(std::max(0.0, (squares - sum * sum / count) / (count - 1)));
  return found;
}

QStringList measureTexts(const Measurement& measurement, const core::LoadedImage& image) {
  if (measurement.points.size() < 2) return {};
  switch (measurement.kind) {
    case MeasureKind::Length:
      return {lengthText(measurement, image)};
    case MeasureKind::Angle:
      return {angleText(measurement, image)};
    case MeasureKind::Ellipse:
      return ellipseTexts(measurement, image);
  }
  return {};
}

}  // namespace app
