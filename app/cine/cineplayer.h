// SPDX-License-Identifier: MIT
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>
#include <chrono>
#include <functional>
#include <vector>

#include "core/series/cine.h"

namespace app {

/// Plays the images of a viewport in true time: which one is due is a function of the monotonic clock, those
/// that come late are dropped and counted.
class CinePlayer : public QObject {
  Q_OBJECT

 public:
  using Clock = std::function<std::chrono::nanoseconds()>;

  explicit CinePlayer(QObject* parent = nullptr, Clock clock = {});

  void setTiming(core::CineTiming timing);
  void setSpeed(double factor);
  void setRepeat(core::CinePlan::Repeat repeat);
  core::CinePlan::Repeat repeat() const { return m_repeat; }
  /// The part that is played, inclusive, from 0.
  void setTrim(std::uint32_t first, std::uint32_t last);
  std::uint32_t first() const { return m_first; }
  std::uint32_t last() const { return m_last; }
  bool isTrimmed() const { return m_first > 0 || m_last + 1 < m_timing.durations.size(); }
  void toggle(int from);
  void play(int from);
  void stop();
  bool isPlaying() const { return m_playing; }
  /// The viewport has painted this image. One that was due and was not painted before the next counts as
  /// dropped.
  void shown(int frame);
  /// What will be due next, nearest first, each once: to be decoded ahead.
  std::vector<int> upcoming(int most) const;
  /// Asks the clock; the timer does so by itself.
  void tick();

  quint64 dropped() const { return m_dropped; }
  double targetRate() const;
  double achievedRate() const { return m_achieved; }
  /// "25 fps (24.9)", "" when it stands.
  QString rateText() const;
  const core::CineTiming& timing() const { return m_timing; }

 signals:
  void frameDue(int frame);
  void stateChanged();

 private:
  void replan();
  std::chrono::nanoseconds elapsed() const;
  void restart();

  Clock m_clock;
  core::CineTiming m_timing = core::CineTiming::atRate(25, 1);
  double m_speed = 1;
  core::CinePlan::Repeat m_repeat = core::CinePlan::Repeat::Loop;
  std::uint32_t m_first = 0, m_last = 0;
  core::CinePlan m_plan{m_timing, m_first, m_last, m_repeat, m_speed};
  bool m_playing = false;
  std::chrono::nanoseconds m_started{0};
  quint64 m_steps = 0, m_dropped = 0;
  int m_current = 0;
  bool m_painted = true;  ///< the image that is due has been seen
  double m_achieved = 0;
  std::chrono::nanoseconds m_measuredFrom{0};
  int m_measured = 0;
  QTimer m_timer;
};

}  // namespace app
