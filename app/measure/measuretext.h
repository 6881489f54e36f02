// SPDX-License-Identifier: MIT
#pragma once

#include <QStringList>
#include <optional>

#include "app/measure/measurement.h"
#include "core/series/spacing.h"

namespace app {

/// "mm", and where the millimetres come from when that is not the patient: "mm (det)" in the plane of the
/// detector, "mm (det/mag)" that divided by the estimated magnification, "mm (calib)" a calibrated
/// projection, "mm (film)" of a scanned film, "mm (US)" of an ultrasound region; "px" when nobody knows
/// (PS3.3 10.7).
QString lengthUnit(core::SpacingSource source);

/// Degrees between the two legs, in the image's real proportions.
double angleOf(const QList<QPointF>& points, const core::Spacing& spacing);

/// The values whose pixel centres lie in the ellipse, padding left out.
struct EllipseStatistics {
  std::size_t pixels = 0;  ///< with or without a value
  std::size_t values = 0;
  double mean = 0, deviation = 0, least = 0, greatest = 0;
};
EllipseStatistics statisticsOf(const core::PreparedFrame& frame, QPointF corner, QPointF opposite);

/// What is written beside a measurement, a line each.
QStringList measureTexts(const Measurement& measurement, const core::LoadedImage& image);

}  // namespace app
