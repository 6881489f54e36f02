// SPDX-License-Identifier: MIT
#include "core/series/spacing.h"

#include "core/parse/tags.h"
#include "core/series/geometry.h"

namespace core {

namespace {

constexpr Tag regionMinX{0x0018, 0x6018}, regionMinY{0x0018, 0x601A};
constexpr Tag regionMaxX{0x0018, 0x601C}, regionMaxY{0x0018, 0x601E};
constexpr Tag unitsX{0x0018, 0x6024}, unitsY{0x0018, 0x6026};
constexpr Tag deltaX{0x0018, 0x602C}, deltaY{0x0018, 0x602E};
constexpr std::int64_t unitCentimetres = 3;

std::optional<std::array<double, 2>> positivePair(const DataSet* dataSet, Tag tag) {
  const auto values = dataSet ? dataSet->reals(tag) : std::vector<double>();
  if (values.size() < 2 || values[0] <= 0 || values[1] <= 0) return std::nullopt;
  return std::array{values[0], values[1]};
}

Spacing made(const std::array<double, 2>& pair, SpacingSource source) { return {pair[0], pair[1], source}; }

/// Pixel Spacing of a projection repeats the detector's unless somebody calibrated it (PS3.3 10.7.1.3).
SpacingSource sourceOfPixelSpacing(const DataSet& dataSet, const std::array<double, 2>& spacing) {
  if (dataSet.hasValue(tags::PixelSpacingCalibrationType)) return SpacingSource::Calibrated;
  const auto detector = positivePair(&dataSet, tags::ImagerPixelSpacing);
  if (!detector) return SpacingSource::PixelSpacing;
  return *detector == spacing ? SpacingSource::Detector : SpacingSource::Calibrated;
}

double millimetres(const DataSet& region, Tag unit, Tag delta) {
  if (region.integer(unit) != unitCentimetres) return 0;
  return std::abs(region.real(delta).value_or(0)) * 10;
}

}  // namespace

bool UltrasoundRegion::contains(QPointF image) const {
  return image.x() >= left && image.x() <= right + 1 && image.y() >= top && image.y() <= bottom + 1;
}

Spacing displaySpacing(const DataSet& dataSet, std::uint32_t frame) {
  const DataSet* holder = functionalGroup(dataSet, frame, tags::PixelMeasuresSequence, tags::PixelSpacing);
  if (const auto own = positivePair(holder, tags::PixelSpacing))
    return made(*own, sourceOfPixelSpacing(dataSet, *own));
  if (const auto detector = positivePair(&dataSet, tags::ImagerPixelSpacing))
    return made(*detector, SpacingSource::Detector);
  if (const auto scanned = positivePair(&dataSet, tags::NominalScannedPixelSpacing))
    return made(*scanned, SpacingSource::NominalScanned);
  if (const auto ratio = positivePair(&dataSet, tags::PixelAspectRatio))
    return {(*ratio)[0] / (*ratio)[1], 1, SpacingSource::AspectRatio};
  return {};
}

Spacing measuringSpacing(const DataSet& dataSet, std::uint32_t frame) {
  Spacing spacing = displaySpacing(dataSet, frame);
  const double magnification = dataSet.real(tags::EstimatedRadiographicMagnificationFactor).value_or(0);
  if (spacing.source != SpacingSource::Detector || magnification < 1) return spacing;
  return {spacing.row / magnification, spacing.column / magnification, SpacingSource::DetectorReduced};
}

std::vector<UltrasoundRegion> ultrasoundRegions(const DataSet& dataSet) {
  std::vector<UltrasoundRegion> regions;
  const Element* sequence = dataSet.find(tags::SequenceOfUltrasoundRegions);
  if (!sequence) return regions;
  for (const DataSet& item : sequence->items) {
    UltrasoundRegion region;
    region.left = item.real(regionMinX).value_or(0);
    region.top = item.real(regionMinY).value_or(0);
    region.right = item.real(regionMaxX).value_or(-1);
    region.bottom = item.real(regionMaxY).value_or(-1);
    region.columnMillimetres = millimetres(item, unitsX, deltaX);
    region.rowMillimetres = millimetres(item, unitsY, deltaY);
    if (region.right > region.left && region.bottom > region.top) regions.push_back(region);
  }
  return regions;
}

Spacing spacingBetween(const std::vector<UltrasoundRegion>& regions, const Spacing& image, QPointF a,
                       QPointF b) {
  for (auto region = regions.rbegin(); region != regions.rend(); ++region) {
    if (!region->contains(a) || !region->contains(b)) continue;
    if (!region->isSpatial()) return {1, 1, SpacingSource::None};
    return {region->rowMillimetres, region->columnMillimetres, SpacingSource::UltrasoundRegion};
  }
  return image;
}

double lengthOf(const Spacing& spacing, QPointF a, QPointF b) {
  return std::hypot((b.x() - a.x()) * spacing.column, (b.y() - a.y()) * spacing.row);
}

}  // namespace core
