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
  m_repeat = m_timing.isSweep ? core::CinePlan::Repeat::Sweep : m_repeat;
  if (m_playing) restart();
  emit stateChanged();
}

core::CinePlan CinePlayer::plan() const { return {m_timing, m_first, m_last, m_repeat, m_speed}; }
nanoseconds CinePlayer::elapsed() const { return m_clock() - m_started; }
double CinePlayer::targetRate() const { return plan().targetRate(); }

void CinePlayer::setSpeed(double factor) {
  m_speed = factor;
  if (m_playing) restart();
  emit stateChanged();
}

void CinePlayer::setRepeat(core::CinePlan::Repeat repeat) {
  m_repeat = repeat;
  if (m_playing) restart();
  emit stateChanged();
}

void CinePlayer::setTrim(std::uint32_t first, std::uint32_t last) {
  m_first = first;
  m_last = last;
  if (m_playing) restart();
  emit stateChanged();
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
  const core::CinePlan now = plan();
  m_started = m_clock() - now.startOf(static_cast<std::uint32_t>(std::max(0, m_current)));
  m_steps = now.stepsAt(elapsed());
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
  const core::CinePlan now = plan();
  const nanoseconds time = elapsed();
  const auto due = static_cast<int>(now.frameAt(time));
  const quint64 steps = now.stepsAt(time);
  if (steps > m_steps + 1) m_dropped += steps - m_steps - 1;
  m_steps = steps;
  const nanoseconds wait = now.untilNext(time);
  if (wait.count() == 0)
    m_playing = false;
  else
    m_timer.start(static_cast<int>(std::max<qint64>(1, (wait.count() + 999'999) / 1'000'000)));
  if (due == m_current) return;
  m_current = due;
  emit frameDue(due);
}

void CinePlayer::shown(int frame) {
  if (!m_playing) {
    m_current = frame;
    return;
  }
  ++m_measured;
  const double seconds = std::chrono::duration<double>(m_clock() - m_measuredFrom).count();
  if (seconds < 1) return;
  m_achieved = m_measured / seconds;
  m_measured = 0;
  m_measuredFrom = m_clock();
  emit stateChanged();
}

QString CinePlayer::rateText() const {
  if (!m_playing) return {};
  QString text = tr("%1 fps").arg(targetRate(), 0, 'f', 1);
  if (m_achieved > 0) text += QStringLiteral(" (%1)").arg(m_achieved, 0, 'f', 1);
  if (m_dropped > 0) text += QLatin1Char(' ') + tr("%1 dropped").arg(m_dropped);
  return text;
}

}  // namespace app
