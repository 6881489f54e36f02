// SPDX-License-Identifier: MIT
#pragma once

#include <QElapsedTimer>
#include <algorithm>
#include <vector>

namespace bench {

/// Milliseconds of each call of work(0) … work(count − 1), ascending; two calls before them do not count.
template <class Work>
std::vector<double> timesOf(int count, Work&& work) {
  std::vector<double> times;
  for (int i = -2; i < count; ++i) {
    QElapsedTimer timer;
    timer.start();
    work(i);
    if (i >= 0) times.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
  }
  std::sort(times.begin(), times.end());
  return times;
}

inline double median(const std::vector<double>& sorted) { return sorted[sorted.size() / 2]; }
inline double p99(const std::vector<double>& sorted) { return sorted[sorted.size() * 99 / 100]; }

}  // namespace bench
