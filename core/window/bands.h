// SPDX-License-Identifier: MIT
#pragma once

#include <QSemaphore>
#include <QThreadPool>
#include <algorithm>

namespace core {

/// Calls work(first, end) for bands of 0…count, side by side in the global pool where it has idle threads,
/// and returns when all are done. grain: the least that a band is worth a thread for.
template <class Work>
void inBands(int count, int grain, Work&& work) {
  QThreadPool* pool = QThreadPool::globalInstance();
  const int bands = std::clamp(count / std::max(grain, 1), 1, std::max(pool->maxThreadCount(), 1));
  const auto edge = [=](int band) { return static_cast<int>(std::int64_t{count} * band / bands); };
  QSemaphore done;
  int started = 0;
  for (int band = 1; band < bands; ++band) {
    const auto run = [&done, &work, first = edge(band), end = edge(band + 1)] {
      work(first, end);
      done.release();
    };
    // Never wait for a thread that decodes: a band that finds none idle is done here.
    if (pool->tryStart(run))
      ++started;
    else
      work(edge(band), edge(band + 1));
  }
  work(0, edge(1));
  done.acquire(started);
}

}  // namespace core
