// SPDX-License-Identifier: MIT
#include "app/cine/cineplayer.h"

namespace app {

using std::chrono::nanoseconds;

namespace {

CinePlayer::Clock monotonic() {
  return [] {
    return std::chrono::duration_cast<nanoseconds>(std::chrono::steady_clock::now().time_since_epoch());
  };
}

}  // namespace

CinePlayer::CinePlayer(QObject* parent, Clock clock)
    : QObject(parent), m_clock(clock ? std::move(clock) : monotonic()) {
  m_timer.setTimerType(Qt::PreciseTimer);
  m_timer.setSingleShot(true);
  connect(&m_timer, &QTimer::timeout, this, &CinePlayer::tick);
}

void CinePlayer::setTiming(core::CineTiming timing) {
  m_timing = std::move(timing);
  m_first = m_timing.firstFrame;
  m_last = m_timing.lastFrame;
  m_repeat = m_timing.isSweep ? core::CinePlan::Repeat::Sweep : core::CinePlan::Repeat::Loop;
  replan();
}

/// Goes on from the image on the screen.
void CinePlayer::replan() {
  m_plan = core::CinePlan(m_timing, m_first, m_last, m_repeat, m_speed);
  if (m_playing) restart();
  emit stateChanged();
}

nanoseconds CinePlayer::elapsed() const { return m_clock() - m_started; }
double CinePlayer::targetRate() const { return m_plan.targetRate(); }

void CinePlayer::setSpeed(double factor) {
  m_speed = factor;
  replan();
}

void CinePlayer::setRepeat(core::CinePlan::Repeat repeat) {
  m_repeat = repeat;
  replan();
}

void CinePlayer::setTrim(std::uint32_t first, std::uint32_t last) {
  m_first = first;
  m_last = std::max(first, last);
  replan();
}

void CinePlayer::toggle(int from) { m_playing ? stop() : play(from); }

void CinePlayer::play(int from) {
  m_playing = true;
  m_current = from;
  m_dropped = 0;
  m_achieved = 0;
  restart();
  emit stateChanged();
}

/// Time starts so that the image on the screen is the one that is due.
void CinePlayer::restart() {
  m_started = m_clock() - m_plan.startOf(static_cast<std::uint32_t>(std::max(0, m_current)));
  m_steps = m_plan.stepsAt(elapsed());
  m_painted = true;
  m_measuredFrom = m_clock();
  m_measured = 0;
  m_timer.start(0);
}

void CinePlayer::stop() {
  if (!m_playing) return;
  m_playing = false;
  m_timer.stop();
  emit stateChanged();
}

void CinePlayer::tick() {
  if (!m_playing) return;
  const nanoseconds time = elapsed();
  const quint64 steps = m_plan.stepsAt(time);
  const nanoseconds wait = m_plan.untilNext(time);
  if (wait.count() == 0)
    stop();
  else
    m_timer.start(static_cast<int>(std::max<qint64>(1, (wait.count() + 999'999) / 1'000'000)));
  if (steps == m_steps) return;
  m_dropped += steps - m_steps - 1 + (m_painted ? 0 : 1);
  m_steps = steps;
  const int before = std::exchange(m_current, static_cast<int>(m_plan.frameAt(time)));
  m_painted = before == m_current;
  if (!m_painted) emit frameDue(m_current);
}

void CinePlayer::shown(int frame) {
  if (!m_playing) {
    m_current = frame;
    return;
  }
  m_painted = m_painted || frame == m_current;
  ++m_measured;
  const double seconds = std::chrono::duration<double>(m_clock() - m_measuredFrom).count();
  if (seconds < 1) return;
  m_achieved = m_measured / seconds;
  m_measured = 0;
  m_measuredFrom = m_clock();
  emit stateChanged();
}

std::vector<int> CinePlayer::upcoming(int most) const {
  std::vector<int> frames;
  nanoseconds time = elapsed();
  // A round there and back meets every image twice.
  for (int i = 0; i < 2 * most && static_cast<int>(frames.size()) < most; ++i) {
    const nanoseconds wait = m_plan.untilNext(time);
    if (wait.count() == 0) break;
    time += wait + nanoseconds(1);
    const int frame = static_cast<int>(m_plan.frameAt(time));
    if (std::find(frames.begin(), frames.end(), frame) == frames.end()) frames.push_back(frame);
  }
  return frames;
}

QString CinePlayer::rateText() const {
  if (!m_playing) return {};
  QString text = tr("%1 fps").arg(targetRate(), 0, 'f', 1);
  if (m_achieved > 0) text += QStringLiteral(" (%1)").arg(m_achieved, 0, 'f', 1);
  if (m_dropped > 0) text += QLatin1Char(' ') + tr("%1 dropped").arg(m_dropped);
  return text;
}

}  // namespace app
