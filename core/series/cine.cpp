// SPDX-License-Identifier: MIT
#include "core/series/cine.h"

#include <numeric>

#include "core/parse/tags.h"

namespace core {

namespace {

constexpr double defaultRate = 25;
constexpr double slowest = 0.01, fastest = 1000;  ///< frames a second that are believed

bool isRate(double framesPerSecond) { return framesPerSecond >= slowest && framesPerSecond <= fastest; }

/// Frame i is shown for entry i + 1 (the first is 0 and belongs to nothing), the last for the mean of them.
std::vector<double> fromVector(const DataSet& dataSet, std::uint32_t frames) {
  const std::vector<double> increments = dataSet.reals(tags::FrameTimeVector);
  if (frames < 2 || increments.size() < frames) return {};
  std::vector<double> durations(increments.begin() + 1, increments.begin() + frames);
  for (const double duration : durations)
    if (!(duration > 0)) return {};
  const double mean = std::accumulate(durations.begin(), durations.end(), 0.0) / (frames - 1.0);
  durations.push_back(mean);
  return isRate(1000 / mean) ? durations : std::vector<double>();
}

std::vector<double> steady(double milliseconds, std::uint32_t frames) {
  if (!(milliseconds > 0) || !isRate(1000 / milliseconds)) return {};
  return std::vector<double>(std::max(1u, frames), milliseconds);
}

std::vector<double> fromTime(const DataSet& dataSet, std::uint32_t frames) {
  return steady(dataSet.real(tags::FrameTime).value_or(0), frames);
}
template <std::uint16_t Group, std::uint16_t Element>
std::vector<double> fromRate(const DataSet& dataSet, std::uint32_t frames) {
  const double rate = dataSet.real(Tag{Group, Element}).value_or(0);
  return rate > 0 ? steady(1000 / rate, frames) : std::vector<double>();
}

struct Way {
  Tag tag;
  CineSource source;
  std::vector<double> (*durations)(const DataSet&, std::uint32_t);
};

/// In the order of preference.
constexpr Way ways[] = {
    {tags::FrameTime, CineSource::FrameTime, fromTime},
    {tags::FrameTimeVector, CineSource::FrameTimeVector, fromVector},
    {tags::RecommendedDisplayFrameRate, CineSource::RecommendedRate, fromRate<0x0008, 0x2144>},
    {tags::CineRate, CineSource::CineRate, fromRate<0x0018, 0x0040>},
};

bool applyWay(CineTiming& timing, const Way& way, const DataSet& dataSet, std::uint32_t frames) {
  std::vector<double> durations = way.durations(dataSet, frames);
  if (durations.empty()) return false;
  timing.durations = std::move(durations);
  timing.source = way.source;
  return true;
}

void applyRate(CineTiming& timing, const DataSet& dataSet, std::uint32_t frames) {
  const auto pointer = dataSet.integer(tags::FrameIncrementPointer);
  for (const Way& way : ways)
    if (pointer == way.tag.value() && applyWay(timing, way, dataSet, frames)) return;
  for (const Way& way : ways)
    if (applyWay(timing, way, dataSet, frames)) return;
}

void applyTrim(CineTiming& timing, const DataSet& dataSet, std::uint32_t frames) {
  const std::int64_t start = dataSet.integer(tags::StartTrim).value_or(1);
  const std::int64_t stop = dataSet.integer(tags::StopTrim).value_or(frames);
  if (start < 1 || stop > frames || start > stop) return;
  timing.firstFrame = static_cast<std::uint32_t>(start - 1);
  timing.lastFrame = static_cast<std::uint32_t>(stop - 1);
}

double milliseconds(std::chrono::nanoseconds elapsed) {
  return std::max(0.0, std::chrono::duration<double, std::milli>(elapsed).count());
}

std::chrono::nanoseconds nanoseconds(double ms) {
  return std::chrono::nanoseconds(static_cast<std::int64_t>(std::ceil(ms * 1e6)));
}

}  // namespace

double CineTiming::rate() const {
  const double all = std::accumulate(durations.begin(), durations.end(), 0.0);
  return all > 0 ? 1000 * static_cast<double>(durations.size()) / all : defaultRate;
}

CineTiming CineTiming::atRate(double framesPerSecond, std::uint32_t frames) {
  CineTiming timing;
  timing.durations.assign(std::max(1u, frames), 1000 / framesPerSecond);
  timing.lastFrame = std::max(1u, frames) - 1;
  return timing;
}

CineTiming CineTiming::of(const DataSet& dataSet, std::uint32_t frames) {
  CineTiming timing = atRate(defaultRate, frames);
  applyRate(timing, dataSet, frames);
  applyTrim(timing, dataSet, frames);
  timing.isSweep = dataSet.integer(tags::PreferredPlaybackSequencing) == 1;
  return timing;
}

CinePlan::CinePlan(const CineTiming& timing, std::uint32_t first, std::uint32_t last, Repeat repeat,
                   double speed)
    : m_once(repeat == Repeat::Once) {
  const auto most = static_cast<std::uint32_t>(timing.durations.size()) - 1;
  last = std::min(last, most);
  first = std::min(first, last);
  for (std::uint32_t frame = first; frame <= last; ++frame) m_frames.push_back(frame);
  // A sweep shows its two ends once a round.
  if (repeat == Repeat::Sweep)
    for (std::uint32_t frame = last; frame-- > first + 1;) m_frames.push_back(frame);
  double end = 0;
  for (const std::uint32_t frame : m_frames) m_ends.push_back(end += timing.durations[frame] / speed);
}

CinePlan::Place CinePlan::placeAt(std::chrono::nanoseconds elapsed) const {
  // A nanosecond of slack: the clock is whole nanoseconds, the ends of frames need not be.
  const double time = milliseconds(elapsed) + 1e-6;
  const double length = m_ends.back();
  if (m_once && time >= length) return {0, m_ends.size() - 1, time - length};
  const double rounds = std::floor(time / length);
  const double into = time - rounds * length;
  const auto at = std::upper_bound(m_ends.begin(), m_ends.end(), into);
  const auto step = std::min(static_cast<std::size_t>(at - m_ends.begin()), m_ends.size() - 1);
  return {static_cast<std::uint64_t>(rounds), step, into - (step > 0 ? m_ends[step - 1] : 0)};
}

std::uint32_t CinePlan::frameAt(std::chrono::nanoseconds elapsed) const {
  return m_frames[placeAt(elapsed).step];
}

std::uint64_t CinePlan::stepsAt(std::chrono::nanoseconds elapsed) const {
  const Place place = placeAt(elapsed);
  return place.round * m_frames.size() + place.step;
}

std::chrono::nanoseconds CinePlan::untilNext(std::chrono::nanoseconds elapsed) const {
  const Place place = placeAt(elapsed);
  if (m_frames.size() < 2 || (m_once && place.step + 1 == m_frames.size())) return {};
  const double duration = m_ends[place.step] - (place.step > 0 ? m_ends[place.step - 1] : 0);
  return nanoseconds(std::max(1e-6, duration - place.into));
}

std::chrono::nanoseconds CinePlan::startOf(std::uint32_t frame) const {
  const auto at = std::find(m_frames.begin(), m_frames.end(), frame);
  if (at == m_frames.end() || at == m_frames.begin()) return {};
  return nanoseconds(m_ends[static_cast<std::size_t>(at - m_frames.begin()) - 1]);
}

double CinePlan::targetRate() const { return 1000 * static_cast<double>(m_frames.size()) / m_ends.back(); }

}  // namespace core
