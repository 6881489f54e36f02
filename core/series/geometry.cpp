// SPDX-License-Identifier: MIT
#include "core/series/geometry.h"

#include "core/parse/tags.h"

namespace core {

namespace {

constexpr double lengthTolerance = 0.05;    ///< of a direction that should be 1 long
constexpr double angleTolerance = 0.05;     ///< cosine of what should be a right angle
constexpr double parallelTolerance = 1e-3;  ///< sine of the angle between planes that count as parallel

std::optional<Vector3> vectorAt(const std::vector<double>& numbers, std::size_t first) {
  if (numbers.size() < first + 3) return std::nullopt;
  return Vector3{numbers[first], numbers[first + 1], numbers[first + 2]};
}

/// A frame's own spacing; none unless both are above zero.
std::optional<std::array<double, 2>> pixelSpacingOf(const DataSet& dataSet, std::uint32_t frame) {
  const DataSet* holder = functionalGroup(dataSet, frame, tags::PixelMeasuresSequence, tags::PixelSpacing);
  if (!holder) return std::nullopt;
  const auto values = holder->reals(tags::PixelSpacing);
  if (values.size() < 2 || values[0] <= 0 || values[1] <= 0) return std::nullopt;
  return std::array{values[0], values[1]};
}

std::optional<ImagePlane> plane(const std::optional<Vector3>& position,
                                const std::optional<std::array<double, 6>>& orientation,
                                const std::optional<std::array<double, 2>>& spacing) {
  if (!position || !orientation || !spacing) return std::nullopt;
  const auto& o = *orientation;
  ImagePlane result;
  result.position = *position;
  result.row = {o[0], o[1], o[2]};
  result.column = {o[3], o[4], o[5]};
  result.rowSpacing = (*spacing)[0];
  result.columnSpacing = (*spacing)[1];
  return result;
}

std::array<Vector3, 4> cornersOf(const ImagePlane& plane) {
  const double right = plane.columns;
  const double bottom = plane.rows;
  return {plane.toPatient({0, 0}), plane.toPatient({right, 0}), plane.toPatient({right, bottom}),
          plane.toPatient({0, bottom})};
}

}  // namespace

Vector3 ImagePlane::toPatient(QPointF image) const {
  return sum(position, sum(scaled(row, (image.x() - 0.5) * columnSpacing),
                           scaled(column, (image.y() - 0.5) * rowSpacing)));
}

QPointF ImagePlane::toImage(const Vector3& patient) const {
  const Vector3 from = difference(patient, position);
  return {dot(from, row) / columnSpacing + 0.5, dot(from, column) / rowSpacing + 0.5};
}

const DataSet* functionalGroup(const DataSet& dataSet, std::uint32_t frame, Tag sequence, Tag tag) {
  const DataSet* groups[] = {dataSet.item(tags::PerFrameFunctionalGroupsSequence, frame),
                             dataSet.item(tags::SharedFunctionalGroupsSequence)};
  for (const DataSet* group : groups) {
    const DataSet* item = group ? group->item(sequence) : nullptr;
    if (item && item->hasValue(tag)) return item;
  }
  return dataSet.hasValue(tag) ? &dataSet : nullptr;
}

std::optional<std::array<double, 6>> orientationOf(const DataSet& dataSet, std::uint32_t frame) {
  const DataSet* holder =
      functionalGroup(dataSet, frame, tags::PlaneOrientationSequence, tags::ImageOrientationPatient);
  const auto numbers = holder ? holder->reals(tags::ImageOrientationPatient) : std::vector<double>();
  auto row = vectorAt(numbers, 0);
  auto column = vectorAt(numbers, 3);
  if (!row || !column) return std::nullopt;
  for (const auto& direction : {*row, *column})
    if (std::abs(length(direction) - 1) > lengthTolerance) return std::nullopt;
  if (std::abs(dot(*row, *column)) > angleTolerance) return std::nullopt;
  *row = scaled(*row, 1 / length(*row));
  *column = scaled(*column, 1 / length(*column));
  return std::array{(*row)[0], (*row)[1], (*row)[2], (*column)[0], (*column)[1], (*column)[2]};
}

std::optional<Vector3> positionOf(const DataSet& dataSet, std::uint32_t frame) {
  const DataSet* holder =
      functionalGroup(dataSet, frame, tags::PlanePositionSequence, tags::ImagePositionPatient);
  return holder ? vectorAt(holder->reals(tags::ImagePositionPatient), 0) : std::nullopt;
}

std::optional<ImagePlane> planeOf(const DataSet& dataSet, std::uint32_t frame) {
  auto result =
      plane(positionOf(dataSet, frame), orientationOf(dataSet, frame), pixelSpacingOf(dataSet, frame));
  if (!result) return result;
  result->rows = static_cast<std::uint32_t>(dataSet.integer(tags::Rows).value_or(0));
  result->columns = static_cast<std::uint32_t>(dataSet.integer(tags::Columns).value_or(0));
  result->frameOfReferenceUid = std::string(dataSet.text(tags::FrameOfReferenceUID, 0));
  return result;
}

std::optional<ImagePlane> planeOf(const Instance& instance) {
  auto result = plane(instance.position, instance.orientation, instance.pixelSpacing);
  if (!result) return result;
  result->rows = instance.rows;
  result->columns = instance.columns;
  result->frameOfReferenceUid = instance.frameOfReferenceUid;
  return result;
}

std::optional<std::pair<QPointF, QPointF>> referenceLine(const ImagePlane& of, const ImagePlane& in) {
  if (of.frameOfReferenceUid != in.frameOfReferenceUid || of.frameOfReferenceUid.empty()) return std::nullopt;
  if (length(cross(of.normal(), in.normal())) < parallelTolerance) return std::nullopt;
  const auto corners = cornersOf(of);
  std::vector<QPointF> points;
  for (std::size_t i = 0; i < corners.size(); ++i) {
    const Vector3& from = corners[i];
    const Vector3& to = corners[(i + 1) % corners.size()];
    const double start = in.distance(from);
    const double end = in.distance(to);
    if ((start < 0) == (end < 0)) continue;
    points.push_back(in.toImage(sum(from, scaled(difference(to, from), start / (start - end)))));
  }
  if (points.size() != 2) return std::nullopt;
  return std::pair{points[0], points[1]};
}

std::optional<std::size_t> nearestPlane(std::span<const std::optional<ImagePlane>> planes,
                                        const Vector3& patient) {
  std::optional<std::size_t> nearest;
  double least = 0;
  for (std::size_t i = 0; i < planes.size(); ++i) {
    if (!planes[i]) continue;
    const double away = std::abs(planes[i]->distance(patient));
    if (!nearest || away < least) nearest = i, least = away;
  }
  return nearest;
}

}  // namespace core
