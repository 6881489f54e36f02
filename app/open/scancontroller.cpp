// SPDX-License-Identifier: MIT
#include "app/open/scancontroller.h"

#include <QThread>

namespace app {

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
  if (m_running == 0) m_progress = {};
  ++m_running;
  const core::ScanProgress before = m_progress;
  auto* thread = QThread::create([this, paths, before, generation = m_generation, cancelled = m_cancelled] {
    core::ScanSink sink;
    sink.instances = [this, generation](std::vector<core::Instance> batch) {
      post(generation, [this, batch = std::move(batch)] { emit found(batch); });
    };
    sink.problems = [this, generation](std::vector<core::Problem> batch) {
      post(generation, [this, batch = std::move(batch)] { emit failed(batch); });
    };
    sink.progress = [this, generation, before](core::ScanProgress now) {
      now.seen += before.seen;
      now.found += before.found;
      now.skipped += before.skipped;
      post(generation, [this, now] {
        m_progress = now;
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

void ScanController::cancel() {
  m_cancelled->store(true);
  m_cancelled = std::make_shared<std::atomic<bool>>(false);
  ++m_generation;
  if (m_running == 0) return;
  m_running = 0;
  emit finished();
}

}  // namespace app
