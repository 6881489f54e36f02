// SPDX-License-Identifier: MIT
#pragma once

#include <QPointF>
#include <QSizeF>
#include <QString>
#include <QTransform>
#include <optional>

#include "core/series/orientation.h"
#include "core/series/spacing.h"

namespace app {

using Spacing = core::Spacing;

/// How an image lies in its viewport: kept while one scrolls.
struct ViewGeometry {
  std::optional<double> zoom;  ///< device pixels per image pixel; nothing: fitted
  QPointF pan;                 ///< device pixels from the centre
  QTransform orientation;      ///< flips and quarter turns, on the screen

  void flip(bool horizontal);
  void rotate(int quarterTurns);
  /// Device pixels per image pixel when the whole image is just seen.
  static double fitScale(QSizeF image, QSizeF view, const Spacing& spacing, const QTransform& orientation);
  double scale(QSizeF image, QSizeF view, const Spacing& spacing) const;
  /// Image coordinates (pixel centres at .5) to device pixels of the view.
  QTransform imageToView(QSizeF image, QSizeF view, const Spacing& spacing) const;
};

/// "90°", "mirrored", "mirrored, 90°": how the image is turned against the file; "" when it is not.
QString orientationText(const QTransform& orientation);

/// What the four edges of the screen say of the patient, flips and turns included; empty when the file does
/// not say.
core::EdgeLetters screenLetters(const core::EdgeLetters& ofImage, const QTransform& orientation);

}  // namespace app
