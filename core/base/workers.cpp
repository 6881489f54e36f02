// SPDX-License-Identifier: MIT
#include "core/base/workers.h"

#include <QThread>
#include <algorithm>
#include <atomic>
#include <exception>

namespace core {

namespace {

/// The pieces of one caller. It lives on the caller's stack, who waits for every helper to leave.
class Crew {
 public:
  Crew(std::size_t count, const std::function<void(std::size_t)>& work) : m_count(count), m_work(work) {}

  void join() {
    const std::lock_guard lock(m_mutex);
    ++m_helpers;
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
    m_left.wait(lock, [this] { return m_helpers == 0; });
    if (m_thrown) std::rethrow_exception(m_thrown);
  }

 private:
  std::size_t m_count;
  const std::function<void(std::size_t)>& m_work;
  std::atomic<std::size_t> m_next = 0;
  std::mutex m_mutex;
  std::condition_variable m_left;
  int m_helpers = 0;
  std::exception_ptr m_thrown;
};

}  // namespace

Workers::Workers(int helpers) : m_hasHelpers(helpers > 0) { m_pool.setMaxThreadCount(std::max(1, helpers)); }

Workers::~Workers() { m_pool.waitForDone(); }

void Workers::run(std::size_t count, const std::function<void(std::size_t)>& work) {
  Crew crew(count, work);
  const auto help = [&crew] {
    crew.work();
    crew.leave();
  };
  for (std::size_t helper = 1; m_hasHelpers && helper < std::min(count, threads()); ++helper) {
    crew.join();
    if (m_pool.tryStart(help)) continue;
    crew.leave();
    break;
  }
  crew.work();
  crew.finish();
}

}  // namespace core
