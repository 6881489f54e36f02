// SPDX-License-Identifier: MIT
#include "core/open/scan.h"

#include <sys/resource.h>

#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <set>
#include <thread>

#include "core/base/limits.h"
#include "core/open/examine.h"

namespace core {

namespace {

constexpr std::chrono::milliseconds reportInterval{100};

/// Candidates that wait to be examined. Whoever takes one says done() when it and what it led to have been
/// handed in; the queue ends when nothing is left and nobody can add any more.
class Queue {
 public:
  void add(std::vector<Candidate> candidates) {
    const std::lock_guard lock(m_mutex);
    for (Candidate& candidate : candidates) m_waiting.push_back(std::move(candidate));
    m_changed.notify_all();
  }
  void begin() {
    const std::lock_guard lock(m_mutex);
    ++m_busy;
  }
  void done() {
    const std::lock_guard lock(m_mutex);
    if (--m_busy == 0) m_changed.notify_all();
  }
  void stop() {
    const std::lock_guard lock(m_mutex);
    m_stopped = true;
    m_changed.notify_all();
  }
  /// Takes up to count at once; empty when the scan is over.
  std::vector<Candidate> take(std::size_t count) {
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_stopped || !m_waiting.empty() || m_busy == 0; });
    std::vector<Candidate> taken;
    while (!m_stopped && !m_waiting.empty() && taken.size() < count) {
      taken.push_back(std::move(m_waiting.front()));
      m_waiting.pop_front();
    }
    if (!taken.empty()) ++m_busy;
    return taken;
  }

 private:
  std::mutex m_mutex;
  std::condition_variable m_changed;
  std::deque<Candidate> m_waiting;
  int m_busy = 0;
  bool m_stopped = false;
};

/// What has been found and not been reported yet.
class Findings {
 public:
  void add(std::vector<Finding> findings) {
    std::unique_lock lock(m_mutex);
    for (Finding& finding : findings) {
      if (finding.instance) m_instances.push_back(std::move(*finding.instance)), ++m_progress.found;
      std::move(finding.problems.begin(), finding.problems.end(), std::back_inserter(m_problems));
      m_progress.skipped += finding.isSkipped ? 1 : 0;
      ++m_progress.seen;
    }
    if (m_progress.found == 0 || m_reportedFirst) return;
    // The first picture goes before the scan: nobody scans on until its instance has been handed over.
    m_wake.notify_all();
    m_taken.wait(lock, [this] { return m_reportedFirst; });
  }
  void add(Problem problem) {
    const std::lock_guard lock(m_mutex);
    m_problems.push_back(std::move(problem));
  }
  void setListed() {
    const std::lock_guard lock(m_mutex);
    m_progress.listed = true;
  }
  void finish() {
    const std::lock_guard lock(m_mutex);
    m_finished = true;
    m_wake.notify_all();
  }
  /// Waits until it is time for a report and gives it; false when it was the last.
  bool report(const ScanSink& sink) {
    std::unique_lock lock(m_mutex);
    m_wake.wait_for(lock, reportInterval,
                    [this] { return m_finished || (!m_reportedFirst && !m_instances.empty()); });
    if (!m_instances.empty() && !std::exchange(m_reportedFirst, true)) m_taken.notify_all();
    const auto instances = std::exchange(m_instances, {});
    auto problems = std::exchange(m_problems, {});
    const ScanProgress progress = m_progress;
    const bool finished = m_finished;
    lock.unlock();
    if (!instances.empty() && sink.instances) sink.instances(instances);
    if (!problems.empty() && sink.problems) sink.problems(std::move(problems));
    if (sink.progress) sink.progress(progress);
    return !finished;
  }
  ScanProgress progress() const { return m_progress; }

 private:
  std::mutex m_mutex;
  std::condition_variable m_wake, m_taken;
  std::vector<Instance> m_instances;
  std::vector<Problem> m_problems;
  ScanProgress m_progress;
  bool m_reportedFirst = false;
  bool m_finished = false;
};

/// Lists what the paths name: folders to the bottom, each once.
class Lister {
 public:
  Lister(Queue& queue, Findings& findings, const std::atomic<bool>& cancelled)
      : m_queue(queue), m_findings(findings), m_cancelled(cancelled) {}

  void list(const QStringList& paths) {
    for (const QString& path : paths) listNamed(path);
    flush();
    m_findings.setListed();
  }

 private:
  void listNamed(const QString& path) {
    const QFileInfo info(path);
    if (!info.exists()) return m_findings.add(Problem{{path, {}, -1, 0}, {ErrorCode::FileNotFound, {}}});
    if (info.isDir()) return listFolder(path, 0);
    add(path, true);
    if (info.fileName().compare(QLatin1String("DICOMDIR"), Qt::CaseInsensitive) == 0)
      listFolder(info.path(), 0);
  }

  void listFolder(const QString& path, int depth) {
    const QDir folder(path);
    if (!m_folders.insert(QFileInfo(path).canonicalFilePath()).second) return;  // a link led back
    if (depth > limits::folderDepth)
      return m_findings.add(Problem{{path, {}, -1, 0}, {ErrorCode::TooLarge, "folders nested too deep"}});
    if (!folder.isReadable())
      return m_findings.add(Problem{{path, {}, -1, 0}, {ErrorCode::FileUnreadable, {}}});
    // Listed bit by bit: the first picture must not wait for the last name of a large folder.
    QStringList folders;
    QDirIterator entries(path, QDir::Files | QDir::Dirs | QDir::NoDotAndDotDot);
    while (entries.hasNext() && !m_cancelled && !m_isFull) {
      const QString entry = entries.next();
      entries.fileInfo().isDir() ? folders.append(entry) : add(entry, false);
    }
    for (const QString& inner : folders)
      if (!m_cancelled && !m_isFull) listFolder(inner, depth + 1);
  }

  void add(const QString& path, bool isNamed) {
    if (!m_files.insert(QFileInfo(path).absoluteFilePath()).second) return;
    if (++m_count > limits::filesPerOpen) {
      m_isFull = true;
      return m_findings.add(Problem{{path, {}, -1, 0}, {ErrorCode::TooLarge, "too many files at once"}});
    }
    m_batch.push_back({{path, {}, -1, 0}, nullptr, isNamed});
    if (m_batch.size() >= batchSize()) flush();
  }
  /// The first files go out at once, so that the first picture does not wait for the listing.
  std::size_t batchSize() const { return m_count < 16 ? 1 : 64; }
  void flush() {
    if (!m_batch.empty()) m_queue.add(std::exchange(m_batch, {}));
  }

  Queue& m_queue;
  Findings& m_findings;
  const std::atomic<bool>& m_cancelled;
  std::set<QString> m_folders;
  std::set<QString> m_files;
  std::vector<Candidate> m_batch;
  int m_count = 0;
  bool m_isFull = false;
};

/// On Linux the number 0 is the calling thread: the picture that is being shown goes before the scan.
void yieldToThePicture() { setpriority(PRIO_PROCESS, 0, 5); }

void work(Queue& queue, Findings& findings, const std::atomic<bool>& cancelled) {
  constexpr std::size_t atOnce = 8;
  yieldToThePicture();
  for (auto candidates = queue.take(1); !candidates.empty(); candidates = queue.take(atOnce)) {
    std::vector<Finding> found;
    for (const Candidate& candidate : candidates) {
      if (cancelled) break;
      found.push_back(examine(candidate));
      if (!found.back().candidates.empty()) queue.add(std::exchange(found.back().candidates, {}));
    }
    findings.add(std::move(found));
    queue.done();
  }
}

}  // namespace

ScanProgress scan(const QStringList& paths, const ScanSink& sink, const std::atomic<bool>& cancelled) {
  Queue queue;
  Findings findings;
  queue.begin();
  std::vector<std::thread> workers;
  for (unsigned i = 0; i < std::max(1u, std::thread::hardware_concurrency()); ++i)
    workers.emplace_back([&] { work(queue, findings, cancelled); });
  std::thread lister([&] {
    yieldToThePicture();
    Lister(queue, findings, cancelled).list(paths);
    queue.done();
    for (std::thread& worker : workers) worker.join();
    findings.finish();
  });
  while (findings.report(sink))
    if (cancelled) queue.stop();
  lister.join();
  return findings.progress();
}

}  // namespace core
