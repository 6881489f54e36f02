// SPDX-License-Identifier: MIT
#include "app/open/scancontroller.h"

#include <QThread>
#include <numeric>

namespace app {

namespace {

core::ScanProgress added(core::ScanProgress sum, const core::ScanProgress& part) {
  sum.seen += part.seen;
  sum.found += part.found;
  sum.skipped += part.skipped;
  return sum;
}

}  // namespace

ScanController::ScanController(QObject* parent) : QObject(parent) {}

ScanController::~ScanController() {
  m_cancelled->store(true);
  for (QThread* thread : m_threads) {
    thread->wait();
    delete thread;
  }
}

void ScanController::post(quint64 generation, std::function<void()> work) {
  QMetaObject::invokeMethod(
      this,
      [this, generation, work = std::move(work)] {
        if (generation == m_generation) work();
      },
      Qt::QueuedConnection);
}

void ScanController::open(const QStringList& paths) {
  if (paths.isEmpty()) return;
  if (m_running == 0) m_before = total(), m_parts.clear();
  ++m_running;
  const std::size_t part = m_parts.size();
  m_parts.emplace_back();
  auto* thread = QThread::create([this, paths, part, generation = m_generation, cancelled = m_cancelled] {
    core::ScanSink sink;
    sink.instances = [this, generation](std::vector<core::Instance> batch) {
      post(generation, [this, batch = std::move(batch)] { emit found(batch); });
    };
    sink.problems = [this, generation](std::vector<core::Problem> batch) {
      post(generation, [this, batch = std::move(batch)] { emit failed(batch); });
    };
    sink.progress = [this, generation, part](core::ScanProgress now) {
      post(generation, [this, part, now] {
        m_parts[part] = now;
        emit progressed();
      });
    };
    core::scan(paths, sink, *cancelled);
    post(generation, [this] {
      if (--m_running == 0) emit finished();
    });
  });
  m_threads.push_back(thread);
  thread->start();
  emit started();
}

core::ScanProgress ScanController::progress() const {
  return std::accumulate(m_parts.begin(), m_parts.end(), core::ScanProgress(), added);
}

core::ScanProgress ScanController::total() const { return added(m_before, progress()); }

void ScanController::forget() {
  m_before = {};
  for (core::ScanProgress& part : m_parts) part = {};
}

void ScanController::cancel() {
  m_cancelled->store(true);
  m_cancelled = std::make_shared<std::atomic<bool>>(false);
  ++m_generation;
  if (m_running == 0) return;
  m_running = 0;
  emit finished();
}

}  // namespace app
