// SPDX-License-Identifier: MIT
#pragma once

#include <QPointF>
#include <optional>
#include <string>
#include <vector>

#include "core/parse/dataset.h"

namespace core {

/// Where the size of a pixel comes from; whoever shows a length in mm says so (PS3.3 10.7).
enum class SpacingSource {
  None,
  PixelSpacing,     ///< in the patient
  Calibrated,       ///< Pixel Spacing of a projection, corrected by geometry or a fiducial
  Detector,         ///< Imager Pixel Spacing: in the detector's plane
  DetectorReduced,  ///< the same divided by the estimated magnification
  NominalScanned,   ///< of a scanned film
  AspectRatio,      ///< a ratio only, no millimetres
  UltrasoundRegion,
};

/// The size of a pixel.
struct Spacing {
  double row = 1;     ///< between rows (vertical)
  double column = 1;  ///< between columns (horizontal)
  SpacingSource source = SpacingSource::None;
  bool isMillimetres() const { return source != SpacingSource::None && source != SpacingSource::AspectRatio; }
};

/// A calibrated part of an ultrasound image (PS3.3 C.8.5.5), edges in pixels from 0, inclusive.
struct UltrasoundRegion {
  double left = 0, top = 0, right = 0, bottom = 0;
  double columnMillimetres = 0, rowMillimetres = 0;  ///< size of a pixel; 0 when the unit is no length
  bool contains(QPointF image) const;
  bool isSpatial() const { return columnMillimetres > 0 && rowMillimetres > 0; }
};

/// For the shape of the picture: Pixel Spacing, Imager Pixel Spacing, Nominal Scanned Pixel Spacing, Pixel
/// Aspect Ratio, else square. Frame from 0.
Spacing displaySpacing(const DataSet& dataSet, std::uint32_t frame);

/// For measuring, with its source: as displaySpacing(), but a detector's spacing is divided by the
/// magnification where the file gives it, and an aspect ratio is no millimetre.
Spacing measuringSpacing(const DataSet& dataSet, std::uint32_t frame);

std::vector<UltrasoundRegion> ultrasoundRegions(const DataSet& dataSet);

/// The spacing for a line between two image points: of the last region that holds both (regions may lie on
/// each other, the later in front), else the image's own; no millimetres in a region whose unit is none.
Spacing spacingBetween(const std::vector<UltrasoundRegion>& regions, const Spacing& image, QPointF a,
                       QPointF b);

/// The length of a line in the unit of the spacing.
double lengthOf(const Spacing& spacing, QPointF a, QPointF b);

}  // namespace core
