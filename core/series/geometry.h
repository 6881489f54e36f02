// SPDX-License-Identifier: MIT
#pragma once

#include <QPointF>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "core/parse/dataset.h"
#include "core/series/instance.h"
#include "core/series/vector3.h"

namespace core {

/// Where one image lies in the patient (PS3.3 C.7.6.2). Image coordinates are those of the painter: x to the
/// right, y down, in pixels, the centre of the first pixel at (0.5, 0.5).
struct ImagePlane {
  Vector3 position{};        ///< centre of the first pixel, mm
  Vector3 row{};             ///< unit vector in which the column index grows
  Vector3 column{};          ///< unit vector in which the row index grows
  double rowSpacing = 1;     ///< between rows (vertical), mm
  double columnSpacing = 1;  ///< between columns (horizontal), mm
  std::uint32_t rows = 0, columns = 0;
  std::string frameOfReferenceUid;

  Vector3 normal() const { return cross(row, column); }
  Vector3 toPatient(QPointF image) const;
  /// The foot of the perpendicular from a point of the patient, in image coordinates.
  QPointF toImage(const Vector3& patient) const;
  /// mm from the plane, along its normal.
  double distance(const Vector3& patient) const { return dot(difference(patient, position), normal()); }
};

/// A value that the functional groups of an enhanced object give for a frame (from 0): per-frame groups, then
/// shared ones, then the data set itself (PS3.3 C.7.6.16). The data set that holds tag, or null.
const DataSet* functionalGroup(const DataSet& dataSet, std::uint32_t frame, Tag sequence, Tag tag);

/// Two unit vectors at right angles out of six cosines; nothing when they are none (within a few per cent).
std::optional<std::array<double, 6>> orientationOf(const DataSet& dataSet, std::uint32_t frame);
std::optional<Vector3> positionOf(const DataSet& dataSet, std::uint32_t frame);

/// The plane of a frame (from 0); nothing without position, orientation or Pixel Spacing.
std::optional<ImagePlane> planeOf(const DataSet& dataSet, std::uint32_t frame);
/// The plane of a single-frame instance (the first frame of others).
std::optional<ImagePlane> planeOf(const Instance& instance);

/// Where the line of a plane's image runs in another image, in that image's coordinates (not clipped to it);
/// nothing when the planes are parallel, do not meet, or stand in different frames of reference.
std::optional<std::pair<QPointF, QPointF>> referenceLine(const ImagePlane& of, const ImagePlane& in);

/// The plane nearest to a point of the patient; nothing when there is none. Planes that are absent are
/// passed over.
std::optional<std::size_t> nearestPlane(std::span<const std::optional<ImagePlane>> planes,
                                        const Vector3& patient);

}  // namespace core
