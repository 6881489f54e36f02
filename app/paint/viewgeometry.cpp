// SPDX-License-Identifier: MIT
#include "app/paint/viewgeometry.h"

#include <QCoreApplication>
#include <QStringList>
#include <cmath>

namespace app {

namespace {

/// How many times wider and higher than a square an image pixel is drawn: one of them is 1.
QSizeF pixelShape(const Spacing& spacing) {
  const double ratio = spacing.row / spacing.column;
  return ratio >= 1 ? QSizeF(1, ratio) : QSizeF(1 / ratio, 1);
}

QSizeF shapedSize(QSizeF image, const Spacing& spacing) {
  const QSizeF shape = pixelShape(spacing);
  return {image.width() * shape.width(), image.height() * shape.height()};
}

}  // namespace

void ViewGeometry::flip(bool horizontal) {
  orientation = orientation * QTransform::fromScale(horizontal ? -1 : 1, horizontal ? 1 : -1);
}

void ViewGeometry::rotate(int quarterTurns) {
  static const QTransform right(0, 1, -1, 0, 0, 0);
  for (int i = 0; i < (quarterTurns % 4 + 4) % 4; ++i) orientation = orientation * right;
}

double ViewGeometry::fitScale(QSizeF image, QSizeF view, const Spacing& spacing,
                              const QTransform& orientation) {
  QSizeF size = shapedSize(image, spacing);
  if (std::abs(orientation.m11()) < 0.5) size.transpose();
  return std::min(view.width() / size.width(), view.height() / size.height());
}

double ViewGeometry::scale(QSizeF image, QSizeF view, const Spacing& spacing) const {
  return zoom.value_or(fitScale(image, view, spacing, orientation));
}

QTransform ViewGeometry::imageToView(QSizeF image, QSizeF view, const Spacing& spacing) const {
  const double factor = scale(image, view, spacing);
  const QSizeF shape = pixelShape(spacing);
  return QTransform::fromTranslate(-image.width() / 2, -image.height() / 2) *
         QTransform::fromScale(factor * shape.width(), factor * shape.height()) * orientation *
         QTransform::fromTranslate(view.width() / 2 + pan.x(), view.height() / 2 + pan.y());
}

QString orientationText(const QTransform& orientation) {
  const bool isMirrored = orientation.determinant() < 0;
  const QTransform turn = isMirrored ? QTransform::fromScale(-1, 1) * orientation : orientation;
  const int degrees = (qRound(std::atan2(turn.m12(), turn.m11()) * 180 / M_PI) + 360) % 360;
  QStringList parts;
  if (isMirrored) parts << QCoreApplication::translate("CornerTexts", "mirrored");
  if (degrees != 0) parts << QStringLiteral("%1°").arg(degrees);
  return parts.join(QStringLiteral(", "));
}

core::EdgeLetters screenLetters(const core::EdgeLetters& ofImage, const QTransform& orientation) {
  const QTransform toImage = orientation.inverted();
  const auto letters = [&](QPointF screen) {
    const QPointF image = toImage.map(screen);
    if (std::abs(image.x()) > std::abs(image.y())) return image.x() > 0 ? ofImage.right : ofImage.left;
    return image.y() > 0 ? ofImage.bottom : ofImage.top;
  };
  return {letters({-1, 0}), letters({1, 0}), letters({0, -1}), letters({0, 1})};
}

}  // namespace app
