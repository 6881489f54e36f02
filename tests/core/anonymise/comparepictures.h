// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <array>

#include "core/decode/framereader.h"

namespace tests {

/// Samples of a frame as 64-bit numbers; of floating point their bits.
inline std::vector<std::int64_t> samplesOf(const core::Frame& frame) {
  const auto as = [&]<class T>(T) {
    const auto samples = frame.samplesAs<T>();
    return std::vector<std::int64_t>(samples.begin(), samples.end());
  };
  switch (frame.type) {
    case core::SampleType::U8:
      return as(std::uint8_t());
    case core::SampleType::S8:
      return as(std::int8_t());
    case core::SampleType::U16:
      return as(std::uint16_t());
    case core::SampleType::S16:
      return as(std::int16_t());
    case core::SampleType::U32:
    case core::SampleType::F32:
      return as(std::uint32_t());
    case core::SampleType::S32:
      return as(std::int32_t());
    default:
      return as(std::int64_t());
  }
}

/// What black is in a frame, worked out anew from its samples; palettes are not among those that are asked.
inline std::int64_t blackOf(const core::Frame& frame, const std::vector<std::int64_t>& samples,
                            std::size_t sample) {
  using core::Photometric;
  const bool isYbr = frame.photometric == Photometric::YbrFull;
  if (isYbr) return sample == 0 ? 0 : std::int64_t{1} << (frame.bitsStored - 1);
  if (frame.samples == 3) return 0;
  if (frame.photometric == Photometric::Monochrome1) return *std::ranges::max_element(samples);
  return std::min<std::int64_t>(0, *std::ranges::min_element(samples));
}

/// "" when two frames are equal outside a rectangle and black inside, else what is different.
template <class IsInside>
std::string difference(const core::Frame& from, const core::Frame& to, IsInside&& isInside) {
  if (from.photometric != to.photometric || from.samples != to.samples) return "other colours";
  if (from.columns != to.columns || from.rows != to.rows) return "another size";
  const auto old = samplesOf(from);
  const auto now = samplesOf(to);
  if (old.size() != now.size()) return "more or fewer samples";
  std::array<std::int64_t, 3> black{};
  for (std::size_t i = 0; i < from.samples; ++i) black[i] = blackOf(from, old, i);
  const bool isSigned = from.type == core::SampleType::S8 || from.type == core::SampleType::S16 ||
                        from.type == core::SampleType::S32;
  if (isSigned && from.photometric == core::Photometric::Monochrome2)
    black[0] = *std::ranges::min_element(old);
  for (std::size_t i = 0; i < old.size(); ++i) {
    const std::size_t pixel = i / from.samples;
    const bool isBlack = isInside(pixel % from.columns, pixel / from.columns);
    if (now[i] != (isBlack ? black[i % from.samples] : old[i]))
      return "sample " + std::to_string(i) + " is " + std::to_string(now[i]) + ", was " +
             std::to_string(old[i]) + (isBlack ? ", should be black" : "");
  }
  return {};
}

/// The same of all frames of two files.
template <class IsInside>
std::string difference(const std::shared_ptr<const core::DicomFile>& before,
                       const std::shared_ptr<const core::DicomFile>& after, IsInside&& isInside) {
  if (!before || !after) return "no file";
  const auto from = core::FrameReader::open(before);
  const auto to = core::FrameReader::open(after);
  if (!from || !to) return "no pixels: " + core::message((from ? to : from).error());
  if ((*to)->frames() != (*from)->frames()) return "more or fewer frames";
  for (std::uint32_t i = 0; i < (*from)->frames(); ++i) {
    const auto old = (*from)->frame(i);
    const auto now = (*to)->frame(i);
    if (!old && !now) continue;
    if (!old || !now)
      return "frame " + std::to_string(i) + " does not decode: " + core::message((old ? now : old).error()) +
             (old ? " (after)" : " (before)");
    if (std::string what = difference(**old, **now, isInside); !what.empty())
      return "frame " + std::to_string(i) + ": " + what;
  }
  return {};
}

}  // namespace tests
