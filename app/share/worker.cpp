// SPDX-License-Identifier: MIT
#include "app/share/worker.h"

#include <QThread>
#include <chrono>
#include <future>

namespace app {

Worker::Worker(QObject* parent) : QObject(parent) {}

Worker::~Worker() {
  cancel();
  if (!m_thread) return;
  m_thread->wait();
  delete m_thread;
}

void Worker::start(Work work) {
  m_cancelled->store(false);
  m_thread = QThread::create([this, work = std::move(work)] {
    const Handle handle{*m_cancelled,
                        [this](std::size_t done) {
                          QMetaObject::invokeMethod(
                              this, [this, done] { emit progressed(done); }, Qt::QueuedConnection);
                        },
                        [this](const std::function<void()>& run) { return onWindow(run); }};
    auto answer = work(handle);
    QMetaObject::invokeMethod(
        this, [this, answer = std::move(answer)] { end(answer); }, Qt::QueuedConnection);
  });
  m_thread->start();
}

/// Never waits for a window that itself waits for this thread: whoever destroys the Worker cancels first, and
/// what has not begun by then never does.
bool Worker::onWindow(const std::function<void()>& run) {
  enum : int { Waiting, Taken, GivenUp };
  const auto state = std::make_shared<std::atomic<int>>(Waiting);
  const auto done = std::make_shared<std::promise<void>>();
  QMetaObject::invokeMethod(
      this,
      [state, done, run] {
        int expected = Waiting;
        if (state->compare_exchange_strong(expected, Taken)) run();
        done->set_value();
      },
      Qt::QueuedConnection);
  auto future = done->get_future();
  while (future.wait_for(std::chrono::milliseconds(20)) != std::future_status::ready) {
    int expected = Waiting;
    if (*m_cancelled && state->compare_exchange_strong(expected, GivenUp)) return false;
  }
  return true;
}

void Worker::end(const std::function<void()>& answer) {
  m_thread->wait();
  delete std::exchange(m_thread, nullptr);
  if (answer) answer();
  emit finished();
}

}  // namespace app
