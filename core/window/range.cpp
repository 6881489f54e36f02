// SPDX-License-Identifier: MIT
#include "core/window/range.h"

#include "core/decode/framereader.h"
#include "core/parse/tags.h"
#include "core/window/sampletypes.h"

namespace core {

namespace {

using Range = std::optional<std::pair<double, double>>;

template <class T>
bool isPart(const PaddingRange<T>& padding, T value) {
  if constexpr (std::is_floating_point_v<T>) return std::isfinite(value);
  return !padding.holds(value);
}

template <class T>
std::optional<std::pair<T, T>> storedRange(const Frame& frame, const FrameDisplay& display) {
  const PaddingRange<T> padding = paddingRange<T>(display);
  T least = std::numeric_limits<T>::max();
  T greatest = std::numeric_limits<T>::lowest();
  // Without branches, so that the compiler makes vectors of it.
  for (const T value : frame.samplesAs<T>()) {
    const bool counts = isPart(padding, value);
    least = counts && value < least ? value : least;
    greatest = counts && value > greatest ? value : greatest;
  }
  if (least > greatest) return std::nullopt;
  return std::pair(least, greatest);
}

/// A Modality LUT need not rise: every value that occurs is looked up.
template <class T>
Range lutRange(const Frame& frame, const FrameDisplay& display) {
  const PaddingRange<T> padding = paddingRange<T>(display);
  Range range;
  for (const T value : frame.samplesAs<T>()) {
    if (!isPart(padding, value)) continue;
    const double x = modalityValue(display, static_cast<double>(value));
    range = range ? std::pair(std::min(range->first, x), std::max(range->second, x)) : std::pair(x, x);
  }
  return range;
}

template <class T>
Range rangeOf(const Frame& frame, const FrameDisplay& display) {
  if (display.modalityLut) return lutRange<T>(frame, display);
  const auto stored = storedRange<T>(frame, display);
  if (!stored) return std::nullopt;
  const double a = modalityValue(display, static_cast<double>(stored->first));
  const double b = modalityValue(display, static_cast<double>(stored->second));
  return std::pair(std::min(a, b), std::max(a, b));
}

template <class T>
std::vector<double> modalityValues(const Frame& frame, const FrameDisplay& display) {
  const PaddingRange<T> padding = paddingRange<T>(display);
  std::vector<double> values;
  values.reserve(frame.data.size() / sizeof(T));
  for (const T value : frame.samplesAs<T>())
    if (isPart(padding, value)) values.push_back(modalityValue(display, static_cast<double>(value)));
  return values;
}

double nth(std::vector<double>& values, std::size_t index) {
  const auto at = values.begin() + static_cast<std::ptrdiff_t>(index);
  std::nth_element(values.begin(), at, values.end());
  return *at;
}

/// Whether the frame has no VOI of its own and is not shown as it is stored.
bool needsRange(const FrameReader& reader, std::uint32_t index) {
  const PixelFormat& format = reader.format();
  const FrameDisplay display = displayOf(reader.file(), format, index);
  const bool hasVoi = !display.windows.empty() || (!display.voiLuts.empty() && !format.isFloat);
  const bool isStored =
      format.sampleType() == SampleType::U8 && format.bitsStored <= 8 && !display.hasModality;
  return !hasVoi && !isStored;
}

/// Frames can only differ in this when they have functional groups of their own.
bool anyFrameNeedsRange(const FrameReader& reader) {
  const bool canDiffer = reader.file().dataSet().hasValue(tags::PerFrameFunctionalGroupsSequence);
  const std::uint32_t frames = canDiffer ? reader.frames() : 1;
  for (std::uint32_t index = 0; index < frames; ++index)
    if (needsRange(reader, index)) return true;
  return false;
}

Range merged(const Range& a, const Range& b) {
  if (!a || !b) return a ? a : b;
  return std::pair(std::min(a->first, b->first), std::max(a->second, b->second));
}

}  // namespace

Range valueRange(const Frame& frame, const FrameDisplay& display) {
  return withSampleType(frame.type, [&](auto zero) { return rangeOf<decltype(zero)>(frame, display); });
}

Range percentileRange(const Frame& frame, const FrameDisplay& display) {
  std::vector<double> values =
      withSampleType(frame.type, [&](auto zero) { return modalityValues<decltype(zero)>(frame, display); });
  if (values.empty()) return std::nullopt;
  const std::size_t tail = values.size() / 1000;
  const double low = nth(values, tail);
  return std::pair(low, nth(values, values.size() - 1 - tail));
}

Range displayRange(const FrameReader& reader) {
  const std::uint32_t frames = reader.frames();
  const PixelFormat& format = reader.format();
  const bool isGrey = format.samples == 1 && format.photometric != Photometric::PaletteColor;
  if (frames < 2 || !isGrey || !anyFrameNeedsRange(reader)) return std::nullopt;
  Range range;
  for (const std::uint32_t index : {std::uint32_t{0}, frames / 2, frames - 1}) {
    const FrameDisplay display = displayOf(reader.file(), format, index);
    const auto frame = reader.frame(index);
    if (!frame) continue;
    range = merged(range, valueRange(**frame, display));
  }
  return range;
}

}  // namespace core
