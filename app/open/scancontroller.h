// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>
#include <QStringList>
#include <atomic>
#include <memory>
#include <vector>

#include "core/open/scan.h"

class QThread;

namespace app {

/// Runs scans beside the window and hands over what they find, in batches, on the thread of the window. A
/// cancelled scan's late answers are dropped by number.
class ScanController : public QObject {
  Q_OBJECT

 public:
  explicit ScanController(QObject* parent = nullptr);
  ~ScanController() override;

  void open(const QStringList& paths);
  void cancel();
  bool isScanning() const { return m_running > 0; }
  /// Of the scans that run, or ran last, together.
  core::ScanProgress progress() const;
  /// Of all scans since the start or forget().
  core::ScanProgress total() const;
  void forget();

 signals:
  void started();
  void found(const std::vector<core::Instance>& instances);
  void failed(const std::vector<core::Problem>& problems);
  void progressed();
  void finished();

 private:
  void post(quint64 generation, std::function<void()> work);

  std::shared_ptr<std::atomic<bool>> m_cancelled = std::make_shared<std::atomic<bool>>(false);
  std::vector<QThread*> m_threads;
  quint64 m_generation = 0;
  int m_running = 0;
  std::vector<core::ScanProgress> m_parts;  ///< one a scan that runs, or ran with those that do
  core::ScanProgress m_before;
};

}  // namespace app
