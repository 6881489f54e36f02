// SPDX-License-Identifier: MIT
#include "core/cache/framecache.h"

#include <unistd.h>

#include <condition_variable>
#include <deque>
#include <thread>

#include "core/cache/readers.h"
#include "core/cache/store.h"

namespace core {

namespace {

enum class Duty { Anything, OnlyVisible };

struct Job {
  ImageKey key;
  bool isAhead = false;
};

}  // namespace

struct FrameCache::State {
  State(std::uint64_t budget, std::unique_ptr<ImageLoader> how)
      : loader(std::move(how)), readers(*loader), store(budget) {
    const unsigned cores = std::max(1u, std::thread::hardware_concurrency());
    for (unsigned i = 0; i < cores; ++i) workers.emplace_back([this] { work(Duty::Anything); });
    // What somebody looks at must not wait for the prefetching that keeps the others busy.
    workers.emplace_back([this] { work(Duty::OnlyVisible); });
  }

  ~State() {
    {
      const std::lock_guard lock(mutex);
      stopping = true;
      changed.notify_all();
    }
    for (std::thread& worker : workers) worker.join();
  }

  bool isSettled(const ImageKey& key) const {
    return store.contains(key) || failures.contains(key) || inFlight.contains(key);
  }

  /// The next thing to decode; nothing when there is none. Called with the lock held.
  std::optional<Job> next(Duty duty) {
    while (!visible.empty()) {
      const ImageKey key = visible.front();
      visible.pop_front();
      if (!isSettled(key)) return Job{key, false};
    }
    if (duty == Duty::OnlyVisible) return std::nullopt;
    for (auto& [client, keys] : ahead)
      while (!keys.empty()) {
        const ImageKey key = keys.front();
        keys.pop_front();
        if (!isSettled(key)) return Job{key, true};
      }
    return std::nullopt;
  }

  void work(Duty duty) {
    std::unique_lock lock(mutex);
    while (!stopping) {
      const auto job = next(duty);
      if (!job) {
        changed.wait(lock);
        continue;
      }
      [[maybe_unused]] const auto told = finish(lock, *job);
    }
  }

  /// Decodes with the lock released, keeps what came of it and tells those who asked.
  Result<LoadedImagePtr> finish(std::unique_lock<std::mutex>& lock, const Job& job) {
    inFlight.insert(job.key);
    lock.unlock();
    Result<LoadedImagePtr> result = readers.load(job.key);
    lock.lock();
    inFlight.erase(job.key);
    if (discarded.erase(job.key) == 0) keep(job, result);
    const std::vector<Callback> callbacks = takeCallbacks(job.key);
    changed.notify_all();
    lock.unlock();
    for (const Callback& callback : callbacks) callback(job.key, result);
    lock.lock();
    return result;
  }

  void keep(const Job& job, const Result<LoadedImagePtr>& result) {
    if (!result && result.error().code == ErrorCode::FileUnreadable) return;  // the medium may come back
    if (!result)
      failures.emplace(job.key, result.error());
    else if (!job.isAhead || waiting.contains(job.key))
      store.insert(job.key, *result);
    else if (!store.insertAhead(job.key, *result, wantedBefore(job.key), wantedAfter(job.key)))
      ahead.clear();  // the budget is full of what is nearer
  }

  /// What makes no room for this one: of its own list all that is nearer, of other lists all.
  ImageKeySet wantedBefore(const ImageKey& key) const {
    ImageKeySet keys;
    for (const auto& [client, list] : aheadLists)
      keys.insert(list.begin(), std::find(list.begin(), list.end(), key));
    return keys;
  }

  /// What is less wanted than this one, in the order of its lists.
  std::vector<ImageKey> wantedAfter(const ImageKey& key) const {
    std::vector<ImageKey> keys;
    for (const auto& [client, list] : aheadLists)
      if (const auto at = std::find(list.begin(), list.end(), key); at != list.end())
        keys.insert(keys.end(), std::next(at), list.end());
    return keys;
  }

  std::vector<Callback> takeCallbacks(const ImageKey& key) {
    const auto at = waiting.find(key);
    if (at == waiting.end()) return {};
    std::vector<Callback> callbacks = std::move(at->second);
    waiting.erase(at);
    return callbacks;
  }

  /// The answer when no decoding is needed.
  std::optional<Result<LoadedImagePtr>> known(const ImageKey& key) {
    if (auto image = store.find(key)) return Result<LoadedImagePtr>(std::move(image));
    if (const auto at = failures.find(key); at != failures.end()) return Result<LoadedImagePtr>(at->second);
    return std::nullopt;
  }

  std::mutex mutex;
  std::condition_variable changed;
  const std::unique_ptr<ImageLoader> loader;
  Readers readers;
  ImageStore store;
  std::unordered_map<ImageKey, Error, ImageKeyHash> failures;
  std::unordered_map<ImageKey, std::vector<Callback>, ImageKeyHash> waiting;
  ImageKeySet inFlight;
  ImageKeySet discarded;  // in flight, and dropped meanwhile
  std::deque<ImageKey> visible;
  std::map<int, std::deque<ImageKey>> ahead;        // still to be done
  std::map<int, std::vector<ImageKey>> aheadLists;  // all that is wanted
  bool stopping = false;
  std::vector<std::thread> workers;
};

std::uint64_t FrameCache::defaultBudget() {
  constexpr std::uint64_t reserved = std::uint64_t{512} << 20;
  constexpr std::uint64_t least = std::uint64_t{256} << 20;
  const long pages = sysconf(_SC_PHYS_PAGES);
  const long pageSize = sysconf(_SC_PAGESIZE);
  if (pages <= 0 || pageSize <= 0) return least;
  const std::uint64_t half = static_cast<std::uint64_t>(pages) * static_cast<std::uint64_t>(pageSize) / 2;
  return half > reserved + least ? half - reserved : least;
}

FrameCache::FrameCache(std::uint64_t budgetBytes, std::unique_ptr<ImageLoader> loader)
    : m_state(std::make_unique<State>(budgetBytes, std::move(loader))) {}

FrameCache::~FrameCache() = default;

void FrameCache::setBudget(std::uint64_t bytes) {
  const std::lock_guard lock(m_state->mutex);
  m_state->store.setBudget(bytes);
}

std::uint64_t FrameCache::usedBytes() const {
  const std::lock_guard lock(m_state->mutex);
  return m_state->store.usedBytes();
}

LoadedImagePtr FrameCache::find(const ImageKey& key) const {
  const std::lock_guard lock(m_state->mutex);
  return m_state->store.find(key);
}

std::optional<Error> FrameCache::failure(const ImageKey& key) const {
  const std::lock_guard lock(m_state->mutex);
  const auto at = m_state->failures.find(key);
  return at != m_state->failures.end() ? std::optional(at->second) : std::nullopt;
}

void FrameCache::request(const ImageKey& key, Callback done) {
  std::unique_lock lock(m_state->mutex);
  if (const auto answer = m_state->known(key)) {
    lock.unlock();
    return done(key, *answer);
  }
  m_state->waiting[key].push_back(std::move(done));
  m_state->visible.push_back(key);
  m_state->changed.notify_all();
}

Result<LoadedImagePtr> FrameCache::load(const ImageKey& key) {
  std::unique_lock lock(m_state->mutex);
  for (;;) {
    if (const auto answer = m_state->known(key)) return *answer;
    if (!m_state->inFlight.contains(key)) return m_state->finish(lock, Job{key, false});
    m_state->changed.wait(lock);
  }
}

void FrameCache::prefetch(int client, std::vector<ImageKey> keys) {
  const std::lock_guard lock(m_state->mutex);
  m_state->ahead[client] = {keys.begin(), keys.end()};
  m_state->aheadLists[client] = std::move(keys);
  m_state->changed.notify_all();
}

void FrameCache::pin(int client, std::vector<ImageKey> keys) {
  const std::lock_guard lock(m_state->mutex);
  m_state->store.pin(client, std::move(keys));
}

void FrameCache::drop(const std::vector<Source>& sources) {
  std::unique_lock lock(m_state->mutex);
  const auto isDropped = [&sources](const ImageKey& key) {
    return std::find(sources.begin(), sources.end(), key.source) != sources.end();
  };
  for (const Source& source : sources) m_state->store.drop(source), m_state->readers.drop(source);
  std::erase_if(m_state->failures, [&](const auto& failure) { return isDropped(failure.first); });
  for (const ImageKey& key : m_state->inFlight)
    if (isDropped(key)) m_state->discarded.insert(key);
  std::vector<std::pair<ImageKey, std::vector<Callback>>> cancelled;
  for (const ImageKey& key : std::exchange(m_state->visible, {})) {
    if (isDropped(key))
      cancelled.emplace_back(key, m_state->takeCallbacks(key));
    else
      m_state->visible.push_back(key);
  }
  for (auto& [client, keys] : m_state->ahead) std::erase_if(keys, isDropped);
  lock.unlock();
  for (const auto& [key, callbacks] : cancelled)
    for (const Callback& callback : callbacks) callback(key, ErrorCode::Cancelled);
}

}  // namespace core
