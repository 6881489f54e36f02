// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

#include "core/parse/dataset.h"

namespace core {

/// Where the rate of a cine comes from.
enum class CineSource { FrameTime, FrameTimeVector, RecommendedRate, CineRate, Default };

/// What the file says of playing its frames (PS3.3 C.7.6.5). Frames count from 0.
struct CineTiming {
  CineSource source = CineSource::Default;
  /// How long each frame is shown, ms, > 0; one entry a frame.
  std::vector<double> durations;
  std::uint32_t firstFrame = 0, lastFrame = 0;  ///< of the file's own trim, inclusive
  bool isSweep = false;                         ///< there and back (Preferred Playback Sequencing 1)

  /// Frames a second, on average.
  double rate() const;
  /// Of the frame that the Frame Increment Pointer names, else Frame Time, Frame Time Vector, Recommended
  /// Display Frame Rate, Cine Rate, else 25 frames a second. Values that are no rate are passed over.
  static CineTiming of(const DataSet& dataSet, std::uint32_t frames);
  /// A stack of slices or anything else at one rate (> 0).
  static CineTiming atRate(double framesPerSecond, std::uint32_t frames);
};

/// One way of playing: which part, how fast, and what happens at its end. shownFrame() is a function of the
/// elapsed time alone, so frames that come late are passed over and the length of a cine is right.
class CinePlan {
 public:
  enum class Repeat { Loop, Sweep, Once };

  /// speed > 0: 2 is twice as fast. first and last are clamped to the frames that there are.
  CinePlan(const CineTiming& timing, std::uint32_t first, std::uint32_t last, Repeat repeat,
           double speed = 1);

  /// The frame that is to be seen after so much time.
  std::uint32_t frameAt(std::chrono::nanoseconds elapsed) const;
  /// How long until frameAt() changes; zero when it never does.
  std::chrono::nanoseconds untilNext(std::chrono::nanoseconds elapsed) const;
  /// Frames begun since the start: what a player counts its late ones against.
  std::uint64_t stepsAt(std::chrono::nanoseconds elapsed) const;
  /// The earliest time at which a frame is shown: to go on from where a reader paused.
  std::chrono::nanoseconds startOf(std::uint32_t frame) const;
  /// Frames a second aimed at, speed included.
  double targetRate() const;

 private:
  struct Place {
    std::uint64_t round;
    std::size_t step;
    double into;  // ms since the step began
  };
  Place placeAt(std::chrono::nanoseconds elapsed) const;

  std::vector<std::uint32_t> m_frames;  // of one round, in the order of showing
  std::vector<double> m_ends;           // ms since the start of the round
  bool m_once = false;
};

}  // namespace core
