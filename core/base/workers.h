// SPDX-License-Identifier: MIT
#pragma once

#include <QThread>
#include <QThreadPool>
#include <condition_variable>
#include <cstddef>
#include <functional>
#include <map>
#include <mutex>
#include <optional>

#include "core/base/result.h"

namespace core {

/// Threads that help whoever has many equal pieces of work. A caller works on its own pieces and is helped by
/// the threads that are idle, so that nobody waits for anybody else's work, and a piece may itself call
/// run(). Safe from every thread.
class Workers {
 public:
  /// helpers: threads besides the callers'; by default all cores but one.
  explicit Workers(int helpers = QThread::idealThreadCount() - 1);
  ~Workers();

  /// Calls work(0) … work(count − 1), each once, begun in this order; returns when all have ended. What work
  /// throws ends the rest and is thrown here.
  void run(std::size_t count, const std::function<void(std::size_t)>& work);
  /// Threads that may work for one caller, its own included.
  std::size_t threads() const { return static_cast<std::size_t>(m_pool.maxThreadCount()) + 1; }

 private:
  QThreadPool m_pool;
  bool m_hasHelpers;
};

/// Makes values in the calling thread and takes each at once; the first error ends it.
template <class Make, class Take>
Status oneByOne(std::size_t count, Make make, Take take) {
  for (std::size_t index = 0; index < count; ++index) {
    auto made = make(index);
    if (!made) return made.error();
    if (Status taken = take(index, *std::move(made)); !taken) return taken;
  }
  return Done{};
}

/// Makes values on all cores and takes them one at a time in ascending order, in any thread. make(index)
/// gives a Result, take(index, value) a Status; the first error in that order ends it. A bounded number of
/// values is made ahead of the one that is to be taken.
template <class Make, class Take>
Status inOrder(Workers& workers, std::size_t count, Make make, Take take) {
  using Made = decltype(make(std::size_t{}));
  const std::size_t ahead = 4 * workers.threads();
  std::mutex mutex;
  std::condition_variable changed;
  std::map<std::size_t, Made> ready;
  std::size_t next = 0;
  std::optional<Error> error;
  bool isTaking = false;
  bool isStopped = false;

  const auto takeOne = [&](std::size_t index, Made made) -> Status {
    if (!made) return made.error();
    return take(index, *std::move(made));
  };
  const auto takeReady = [&](std::unique_lock<std::mutex>& lock) {
    isTaking = true;
    while (!isStopped && !ready.empty() && ready.begin()->first == next) {
      auto node = ready.extract(ready.begin());
      lock.unlock();
      Status taken = takeOne(node.key(), std::move(node.mapped()));
      lock.lock();
      ++next;
      isStopped = isStopped || !taken;
      if (!taken) error = taken.error();
      changed.notify_all();
    }
    isTaking = false;
  };
  const auto step = [&](std::size_t index) {
    std::unique_lock lock(mutex);
    changed.wait(lock, [&] { return isStopped || index < next + ahead; });
    if (isStopped) return;
    lock.unlock();
    Made made = make(index);
    lock.lock();
    ready.emplace(index, std::move(made));
    if (!isTaking) takeReady(lock);
  };
  workers.run(count, [&](std::size_t index) {
    try {
      step(index);
    } catch (...) {
      const std::lock_guard lock(mutex);
      isStopped = true;
      changed.notify_all();
      throw;
    }
  });
  if (error) return *error;
  return Done{};
}

}  // namespace core
