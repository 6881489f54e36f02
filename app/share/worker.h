// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>
#include <atomic>
#include <functional>
#include <memory>

class QThread;

namespace app {

/// One long piece of work beside the window: progress and the end come on the thread of the window,
/// cancelling is asked for and obeyed between two steps. Destroying it cancels and waits.
class Worker : public QObject {
  Q_OBJECT

 public:
  /// What the work may do while it runs, on its own thread.
  struct Handle {
    const std::atomic<bool>& cancelled;
    std::function<void(std::size_t done)> progress;
    /// Runs something on the thread of the window and waits for it; false when cancelled before it began.
    std::function<bool(const std::function<void()>&)> onWindow;
  };
  /// Its answer is called on the thread of the window, unless the Worker is gone.
  using Work = std::function<std::function<void()>(const Handle&)>;

  explicit Worker(QObject* parent = nullptr);
  ~Worker() override;

  void start(Work work);
  void cancel() { m_cancelled->store(true); }
  bool isRunning() const { return m_thread != nullptr; }

 signals:
  void progressed(std::size_t done);
  void finished();

 private:
  bool onWindow(const std::function<void()>& run);
  void end(const std::function<void()>& answer);

  std::shared_ptr<std::atomic<bool>> m_cancelled = std::make_shared<std::atomic<bool>>(false);
  QThread* m_thread = nullptr;
};

}  // namespace app
