// SPDX-License-Identifier: MIT
#include "core/window/shutter.h"

#include "core/parse/tags.h"

namespace core {

namespace {

using Spans = std::vector<std::pair<int, int>>;
using Polygon = std::vector<std::pair<double, double>>;

bool hasShape(const DataSet& dataSet, std::string_view shape) {
  for (std::size_t i = 0; i < dataSet.count(tags::ShutterShape); ++i)
    if (dataSet.text(tags::ShutterShape, i) == shape) return true;
  return false;
}

std::optional<Shutters::Rectangle> readRectangle(const DataSet& dataSet) {
  const auto left = dataSet.real(tags::ShutterLeftVerticalEdge);
  const auto right = dataSet.real(tags::ShutterRightVerticalEdge);
  const auto top = dataSet.real(tags::ShutterUpperHorizontalEdge);
  const auto bottom = dataSet.real(tags::ShutterLowerHorizontalEdge);
  if (!left || !right || !top || !bottom || *left > *right || *top > *bottom) return std::nullopt;
  return Shutters::Rectangle{*left, *right, *top, *bottom};
}

std::optional<Shutters::Circle> readCircle(const DataSet& dataSet) {
  const auto row = dataSet.real(tags::CenterOfCircularShutter, 0);
  const auto column = dataSet.real(tags::CenterOfCircularShutter, 1);
  const auto radius = dataSet.real(tags::RadiusOfCircularShutter);
  if (!row || !column || !radius || *radius <= 0) return std::nullopt;
  return Shutters::Circle{*row, *column, *radius};
}

double doubleArea(const Polygon& polygon) {
  double sum = 0;
  for (std::size_t i = 0; i < polygon.size(); ++i) {
    const auto& [row, column] = polygon[i];
    const auto& [nextRow, nextColumn] = polygon[(i + 1) % polygon.size()];
    sum += column * nextRow - nextColumn * row;
  }
  return std::abs(sum);
}

std::optional<Polygon> readPolygon(const DataSet& dataSet) {
  const std::vector<double> numbers = dataSet.reals(tags::VerticesOfThePolygonalShutter);
  Polygon polygon;
  for (std::size_t i = 0; i + 1 < numbers.size(); i += 2) polygon.emplace_back(numbers[i], numbers[i + 1]);
  if (polygon.size() < 3 || doubleArea(polygon) == 0) return std::nullopt;
  return polygon;
}

/// The whole columns from low to high (from 1, edges included), cut to the image.
void addSpan(Spans& spans, double low, double high, int columns) {
  const double first = std::clamp(std::ceil(low), 1.0, columns + 1.0);
  const double last = std::clamp(std::floor(high), 0.0, double(columns));
  if (first <= last) spans.emplace_back(static_cast<int>(first) - 1, static_cast<int>(last));
}

Spans rectangleSpans(const Shutters::Rectangle& rectangle, int row, int columns) {
  Spans spans;
  if (row >= rectangle.top && row <= rectangle.bottom)
    addSpan(spans, rectangle.left, rectangle.right, columns);
  return spans;
}

Spans circleSpans(const Shutters::Circle& circle, int row, int columns) {
  Spans spans;
  const double squared = circle.radius * circle.radius - (row - circle.row) * (row - circle.row);
  if (squared >= 0)
    addSpan(spans, circle.column - std::sqrt(squared), circle.column + std::sqrt(squared), columns);
  return spans;
}

/// By the even-odd rule: the columns where the row crosses an edge, in pairs.
Spans polygonSpans(const Polygon& polygon, int row, int columns) {
  std::vector<double> crossings;
  for (std::size_t i = 0; i < polygon.size(); ++i) {
    const auto& [row1, column1] = polygon[i];
    const auto& [row2, column2] = polygon[(i + 1) % polygon.size()];
    if ((row1 <= row) == (row2 <= row)) continue;
    crossings.push_back(column1 + (row - row1) / (row2 - row1) * (column2 - column1));
  }
  std::sort(crossings.begin(), crossings.end());
  Spans spans;
  for (std::size_t i = 0; i + 1 < crossings.size(); i += 2)
    addSpan(spans, crossings[i], crossings[i + 1], columns);
  return spans;
}

Spans intersection(const Spans& a, const Spans& b) {
  Spans both;
  for (const auto& [first, end] : a)
    for (const auto& [otherFirst, otherEnd] : b)
      if (std::max(first, otherFirst) < std::min(end, otherEnd))
        both.emplace_back(std::max(first, otherFirst), std::min(end, otherEnd));
  return both;
}

}  // namespace

Shutters readShutters(const DataSet& dataSet, std::vector<std::string>& warnings) {
  Shutters shutters;
  const auto warn = [&](const char* shape) {
    warnings.push_back(std::string("a broken ") + shape + " shutter is ignored");
  };
  if (hasShape(dataSet, "RECTANGULAR") && !(shutters.rectangle = readRectangle(dataSet))) warn("rectangular");
  if (hasShape(dataSet, "CIRCULAR") && !(shutters.circle = readCircle(dataSet))) warn("circular");
  if (hasShape(dataSet, "POLYGONAL")) {
    auto polygon = readPolygon(dataSet);
    if (polygon) shutters.polygon = *std::move(polygon);
    if (shutters.polygon.empty()) warn("polygonal");
  }
  const auto value = dataSet.integer(tags::ShutterPresentationValue).value_or(0);
  shutters.value = static_cast<std::uint8_t>(std::clamp<std::int64_t>(value, 0, 0xFFFF) >> 8);
  return shutters;
}

std::vector<std::pair<int, int>> visibleSpans(const Shutters& shutters, int row, int columns) {
  Spans spans{{0, columns}};
  if (shutters.rectangle) spans = intersection(spans, rectangleSpans(*shutters.rectangle, row, columns));
  if (shutters.circle) spans = intersection(spans, circleSpans(*shutters.circle, row, columns));
  if (!shutters.polygon.empty()) spans = intersection(spans, polygonSpans(shutters.polygon, row, columns));
  return spans;
}

}  // namespace core
