// SPDX-License-Identifier: MIT
#include "core/base/workers.h"

#include <QThread>
#include <algorithm>
#include <atomic>
#include <exception>
#include <memory>

#include "core/base/priority.h"

namespace core {

namespace {

/// The pieces of one caller, who waits for the helpers that are at work, and not for those whose thread has
/// not had its turn: those find the crew closed.
class Crew {
 public:
  Crew(std::size_t count, const std::function<void(std::size_t)>& work) : m_count(count), m_work(work) {}

  /// False when there is nothing left to help with.
  bool join() {
    const std::lock_guard lock(m_mutex);
    if (m_isClosed) return false;
    ++m_helpers;
    return true;
  }
  void leave() {
    const std::lock_guard lock(m_mutex);
    if (--m_helpers == 0) m_left.notify_all();
  }
  void work() {
    try {
      for (std::size_t index = m_next++; index < m_count; index = m_next++) m_work(index);
    } catch (...) {
      const std::lock_guard lock(m_mutex);
      if (!m_thrown) m_thrown = std::current_exception();
      m_next = m_count;
    }
  }
  void finish() {
    std::unique_lock lock(m_mutex);
    m_isClosed = true;
    m_left.wait(lock, [this] { return m_helpers == 0; });
    if (m_thrown) std::rethrow_exception(m_thrown);
  }

 private:
  std::size_t m_count;
  const std::function<void(std::size_t)>& m_work;
  std::atomic<std::size_t> m_next = 0;
  std::mutex m_mutex;
  std::condition_variable m_left;
  int m_helpers = 0;  ///< at work
  bool m_isClosed = false;
  std::exception_ptr m_thrown;
};

}  // namespace

Workers::Workers(int helpers) : m_hasHelpers(helpers > 0) { m_pool.setMaxThreadCount(std::max(1, helpers)); }

Workers::~Workers() { m_pool.waitForDone(); }

void Workers::run(std::size_t count, const std::function<void(std::size_t)>& work) {
  const auto crew = std::make_shared<Crew>(count, work);
  const auto help = [crew] {
    giveWay();
    if (!crew->join()) return;
    crew->work();
    crew->leave();
  };
  for (std::size_t helper = 1; m_hasHelpers && helper < std::min(count, threads()); ++helper)
    if (!m_pool.tryStart(help)) break;
  crew->work();
  crew->finish();
}

}  // namespace core
