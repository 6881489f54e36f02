// SPDX-License-Identifier: MIT
#include "core/window/greymap.h"

#include <numeric>

#include "core/window/range.h"
#include "core/window/sampletypes.h"

namespace core {

namespace {

Ramp wholeRange(const std::optional<std::pair<double, double>>& range) {
  return range ? Ramp{range->first, range->second} : Ramp{0, 0};
}

Voi voiOfWindow(const VoiWindow& window) {
  return window.function == VoiFunction::Sigmoid ? Voi(window) : Voi(rampOf(window));
}

bool isFloat(SampleType type) { return type == SampleType::F32 || type == SampleType::F64; }

Voi defaultVoi(const Frame& frame, const FrameDisplay& display) {
  if (!display.voiLuts.empty() && !isFloat(frame.type)) return &display.voiLuts.front();
  if (!display.windows.empty()) return voiOfWindow(display.windows.front());
  if (showsStoredRange(frame, display)) return Ramp{0, std::exp2(frame.bitsStored) - 1};
  return wholeRange(display.range ? display.range : valueRange(frame, display));
}

/// The line in stored values of a ramp in Modality LUT output.
RampLine lineOf(const Ramp& ramp, const FrameDisplay& display, bool isInverse) {
  const double span = ramp.high - ramp.low;
  const bool isStep = !(span > 0) || 255 / span * std::abs(display.slope) > thresholdScale;
  const double scale = isStep ? std::copysign(thresholdScale, display.slope) : 255 / span * display.slope;
  if (!isInverse) return {(ramp.low - display.intercept) / display.slope, scale};
  // 255 − y, which is 0 at the upper end. Of a threshold both ends are one; black there is white now.
  const double zero = (ramp.high - display.intercept) / display.slope;
  const double nudge = std::copysign(1e-9 * std::max(1.0, std::abs(zero)), display.slope);
  return {isStep ? zero + nudge : zero, -scale};
}

}  // namespace

bool showsStoredRange(const Frame& frame, const FrameDisplay& display) {
  return frame.type == SampleType::U8 && frame.bitsStored <= 8 && !display.hasModality;
}

Voi voiOf(const Frame& frame, const FrameDisplay& display, const VoiChoice& choice) {
  if (const auto* window = std::get_if<VoiWindow>(&choice); window && window->width > 0)
    return voiOfWindow(*window);
  if (const auto* chosen = std::get_if<FileWindow>(&choice); chosen && chosen->index < display.windows.size())
    return voiOfWindow(display.windows[chosen->index]);
  if (const auto* chosen = std::get_if<FileLut>(&choice); chosen && chosen->index < display.voiLuts.size())
    return &display.voiLuts[chosen->index];
  if (std::holds_alternative<FullRangeVoi>(choice)) return wholeRange(valueRange(frame, display));
  if (std::holds_alternative<PercentileVoi>(choice)) return wholeRange(percentileRange(frame, display));
  return defaultVoi(frame, display);
}

GreyMap::GreyMap(const Frame& frame, const FrameDisplay& display, const Rendering& rendering)
    : m_frame(frame),
      m_display(display),
      m_voi(voiOf(frame, display, rendering.voi)),
      m_isInverse(display.isInverse != rendering.invert) {
  const Ramp* ramp = std::get_if<Ramp>(&m_voi);
  if (ramp && !display.modalityLut) m_line = lineOf(*ramp, display, m_isInverse);
  const bool isByte = frame.type == SampleType::U8 || frame.type == SampleType::S8;
  const bool isWord = frame.type == SampleType::U16 || frame.type == SampleType::S16;
  if (m_line && isWord)
    m_kernel = rampKernel(*m_line, frame.type);
  else if (isByte || isWord)
    makeTable();
  if (frame.type == SampleType::U8) makeBytes<std::uint8_t>();
  if (frame.type == SampleType::S8) makeBytes<std::int8_t>();
}

double GreyMap::voiValue(double x) const {
  if (const auto* window = std::get_if<VoiWindow>(&m_voi)) return window->apply(x);
  if (const auto* lut = std::get_if<const LookupTable*>(&m_voi))
    return std::min(255.0, (*lut)->at(x) * 255.0 / (*lut)->white());
  const Ramp& ramp = std::get<Ramp>(m_voi);
  if (x <= ramp.low) return 0;
  return x > ramp.high ? 255 : (x - ramp.low) / (ramp.high - ramp.low) * 255;
}

double GreyMap::valueOfModality(double x) const {
  const double y = voiValue(x);
  return m_isInverse ? 255 - y : y;
}

std::optional<RampLine> GreyMap::lineOfModality() const {
  const Ramp* ramp = std::get_if<Ramp>(&m_voi);
  return ramp ? std::optional(lineOf(*ramp, FrameDisplay(), m_isInverse)) : std::nullopt;
}

double GreyMap::value(double stored) const {
  if (m_line) return std::clamp(m_line->at(stored), 0.0, 255.0);
  return valueOfModality(modalityValue(m_display, stored));
}

void GreyMap::makeTable() {
  const int bits = std::clamp<int>(m_frame.bitsStored, 1, static_cast<int>(8 * sizeOf(m_frame.type)));
  const bool isSigned = m_frame.type == SampleType::S8 || m_frame.type == SampleType::S16;
  m_tableFirst = isSigned ? -(std::int64_t{1} << (bits - 1)) : 0;
  m_table.resize(std::size_t{1} << bits);
  for (std::size_t i = 0; i < m_table.size(); ++i)
    m_table[i] = grey(static_cast<double>(m_tableFirst + static_cast<std::int64_t>(i)));
}

template <class T>
void GreyMap::tableRow(const T* stored, std::size_t count, std::uint8_t* out) const {
  const PaddingRange<T> padding = paddingRange<T>(m_display);
  for (std::size_t i = 0; i < count; ++i) {
    const auto index = static_cast<std::uint64_t>(static_cast<std::int64_t>(stored[i]) - m_tableFirst);
    if (padding.holds(stored[i]))
      out[i] = 0;
    else
      out[i] = index < m_table.size() ? m_table[index] : grey(static_cast<double>(stored[i]));
  }
}

template <class T>
void GreyMap::makeBytes() {
  std::array<std::uint8_t, 256> patterns;
  std::iota(patterns.begin(), patterns.end(), std::uint8_t{0});
  tableRow(reinterpret_cast<const T*>(patterns.data()), patterns.size(), m_bytes.data());
  m_areBytesThemselves = m_bytes == patterns;
}

template <class T>
void GreyMap::byteRow(const T* stored, std::size_t count, std::uint8_t* out) const {
  if (m_areBytesThemselves) std::memcpy(out, stored, count);
  for (std::size_t i = 0; i < count && !m_areBytesThemselves; ++i)
    out[i] = m_bytes[static_cast<std::uint8_t>(stored[i])];
}

template <class T>
void GreyMap::floatRow(const T* stored, std::size_t count, std::uint8_t* out) const {
  for (std::size_t i = 0; i < count; ++i)
    out[i] = std::isnan(stored[i]) ? std::uint8_t{0} : grey(static_cast<double>(stored[i]));
}

template <class T>
void GreyMap::row(const T* stored, std::size_t count, std::uint8_t* out) const {
  if constexpr (std::is_same_v<T, std::uint16_t> || std::is_same_v<T, std::int16_t>)
    if (m_line) return rampRow(m_kernel, paddingRange<T>(m_display), stored, count, out);
  if constexpr (std::is_floating_point_v<T>)
    floatRow(stored, count, out);
  else if constexpr (sizeof(T) == 1)
    byteRow(stored, count, out);
  else
    tableRow(stored, count, out);
}

template void GreyMap::row(const std::uint8_t*, std::size_t, std::uint8_t*) const;
template void GreyMap::row(const std::int8_t*, std::size_t, std::uint8_t*) const;
template void GreyMap::row(const std::uint16_t*, std::size_t, std::uint8_t*) const;
template void GreyMap::row(const std::int16_t*, std::size_t, std::uint8_t*) const;
template void GreyMap::row(const std::uint32_t*, std::size_t, std::uint8_t*) const;
template void GreyMap::row(const std::int32_t*, std::size_t, std::uint8_t*) const;
template void GreyMap::row(const float*, std::size_t, std::uint8_t*) const;
template void GreyMap::row(const double*, std::size_t, std::uint8_t*) const;

}  // namespace core
