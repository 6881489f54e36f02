// SPDX-License-Identifier: MIT
#include <QSemaphore>
#include <mutex>
#include <thread>

#include "core/cache/imageloader.h"
#include "tests/support/testmain.h"

using core::ErrorCode;
using core::FrameCache;
using core::ImageKey;
using core::LoadedImagePtr;
using core::Result;

namespace {

ImageKey key(int file, std::uint32_t frame = 0) { return {{QString::number(file), {}, -1, 0}, frame}; }

/// What a FakeLoader was asked, and the gate that holds its loads.
struct Log {
  std::mutex mutex;
  int opened = 0;
  int ranges = 0;
  std::size_t loaded = 0;
  QSemaphore gate{1 << 20};
  QSemaphore entered;
};

/// Makes images of 100 bytes; frame 99 fails.
class FakeLoader final : public core::ImageLoader {
 public:
  explicit FakeLoader(std::shared_ptr<Log> log) : m_log(std::move(log)) {}

  Result<ReaderPtr> open(const core::Source&) const override {
    const std::lock_guard lock(m_log->mutex);
    ++m_log->opened;
    return ReaderPtr();
  }
  Range range(const ReaderPtr&) const override {
    const std::lock_guard lock(m_log->mutex);
    ++m_log->ranges;
    return std::nullopt;
  }
  Result<LoadedImagePtr> load(const ReaderPtr&, std::uint32_t frame, const Range&) const override {
    m_log->entered.release();
    m_log->gate.acquire();
    const std::lock_guard lock(m_log->mutex);
    ++m_log->loaded;
    if (frame == 99) return ErrorCode::CodecFailed;
    return LoadedImagePtr(std::make_shared<core::LoadedImage>(core::LoadedImage{{}, {}, 100}));
  }

 private:
  std::shared_ptr<Log> m_log;
};

std::vector<ImageKey> framesOf(int file, std::uint32_t count) {
  std::vector<ImageKey> keys;
  for (std::uint32_t frame = 0; frame < count; ++frame) keys.push_back(key(file, frame));
  return keys;
}

}  // namespace

class FrameCacheTest : public QObject {
  Q_OBJECT

  std::shared_ptr<Log> m_log;
  std::unique_ptr<FrameCache> cache(std::uint64_t budget) {
    m_log = std::make_shared<Log>();
    return std::make_unique<FrameCache>(budget, std::make_unique<FakeLoader>(m_log));
  }
  std::size_t loads() const {
    const std::lock_guard lock(m_log->mutex);
    return m_log->loaded;
  }

 private slots:
  void anImageIsDecodedOnce() {
    const auto images = cache(1000);
    const auto first = images->load(key(1));
    QVERIFY(first.ok());
    QCOMPARE((*images->load(key(1))).get(), (*first).get());
    QCOMPARE(loads(), std::size_t{1});
    QCOMPARE(images->usedBytes(), std::uint64_t{100});
  }

  void aFileIsOpenedOnceForAllItsFrames() {
    const auto images = cache(10000);
    for (const ImageKey& frame : framesOf(1, 20)) QVERIFY(images->load(frame).ok());
    QCOMPARE(m_log->opened, 1);
    QCOMPARE(m_log->ranges, 1);
  }

  void theLeastRecentlyUsedImageGoesFirst() {
    const auto images = cache(300);
    for (int file = 1; file <= 3; ++file) QVERIFY(images->load(key(file)).ok());
    QVERIFY(images->find(key(1)));
    QVERIFY(images->load(key(4)).ok());
    QVERIFY(images->find(key(1)));
    QVERIFY(!images->find(key(2)));
    QCOMPARE(images->usedBytes(), std::uint64_t{300});
  }

  void aPinnedImageStays() {
    const auto images = cache(200);
    QVERIFY(images->load(key(1)).ok());
    images->pin(7, {key(1)});
    for (int file = 2; file < 9; ++file) QVERIFY(images->load(key(file)).ok());
    QVERIFY(images->find(key(1)));
    images->pin(7, {});
    for (int file = 2; file < 9; ++file) QVERIFY(images->load(key(file)).ok());
    QVERIFY(!images->find(key(1)));
  }

  void aSmallerBudgetTakesEffectAtOnce() {
    const auto images = cache(1000);
    for (int file = 0; file < 8; ++file) QVERIFY(images->load(key(file)).ok());
    images->setBudget(250);
    QCOMPARE(images->usedBytes(), std::uint64_t{200});
  }

  void aFailureIsRememberedAndForgottenWithTheFile() {
    const auto images = cache(1000);
    QCOMPARE(images->load(key(1, 99)).error().code, ErrorCode::CodecFailed);
    QCOMPARE(images->load(key(1, 99)).error().code, ErrorCode::CodecFailed);
    QCOMPARE(loads(), std::size_t{1});
    QVERIFY(images->failure(key(1, 99)).has_value());
    images->drop({key(1).source});
    QVERIFY(!images->failure(key(1, 99)).has_value());
  }

  void aRequestIsAnsweredFromThePool() {
    const auto images = cache(1000);
    QSemaphore answered;
    images->request(key(1), [&](const ImageKey& asked, const Result<LoadedImagePtr>& image) {
      if (asked == key(1) && image.ok()) answered.release();
    });
    QVERIFY(answered.tryAcquire(1, 5000));
    QVERIFY(images->find(key(1)));
  }

  void aRequestPassesEverythingThatIsPrefetched() {
    const auto images = cache(100000);
    m_log->gate.acquire(m_log->gate.available());
    const int ahead = static_cast<int>(std::max(1u, std::thread::hardware_concurrency()));
    images->prefetch(1, framesOf(1, 50));
    m_log->entered.acquire(ahead);  // all that may prefetch are held at the gate
    QSemaphore answered;
    images->request(key(2, 70), [&](const ImageKey&, const Result<LoadedImagePtr>&) { answered.release(); });
    QVERIFY(m_log->entered.tryAcquire(1, 5000));  // and the request is begun all the same
    m_log->gate.release(1000);
    QVERIFY(answered.tryAcquire(1, 5000));
  }

  void aJumpCancelsWhatIsQueued() {
    const auto images = cache(100000);
    m_log->gate.acquire(m_log->gate.available());
    images->prefetch(1, framesOf(1, 50));
    m_log->entered.acquire(1);
    images->prefetch(1, {});
    m_log->gate.release(1000);
    // All workers are free again when as many requests as there are workers have been answered.
    const int workers = static_cast<int>(std::max(1u, std::thread::hardware_concurrency())) + 1;
    QSemaphore answered;
    for (int file = 0; file < 50; ++file)
      images->request(key(100 + file),
                      [&](const ImageKey&, const Result<LoadedImagePtr>&) { answered.release(); });
    QVERIFY(answered.tryAcquire(50, 5000));
    QVERIFY(loads() <= static_cast<std::size_t>(50 + workers));
  }

  void prefetchingStopsWhenTheBudgetIsFullOfWhatIsNearer() {
    const auto images = cache(500);
    const std::uint32_t cores = std::max(1u, std::thread::hardware_concurrency());
    images->prefetch(1, framesOf(1, 100 * cores));
    // Whichever comes first out of the pool, the nearest five are what stays.
    for (const ImageKey& nearest : framesOf(1, 5)) QTRY_VERIFY(images->find(nearest));
    QCOMPARE(images->usedBytes(), std::uint64_t{500});
    QVERIFY(loads() < 100 * cores);
  }

  void aNearerImageThatComesLateTakesThePlaceOfAFartherOne() {
    const auto images = cache(200);
    images->prefetch(1, {key(1), key(2), key(3)});
    // The nearer is the one used longest ago, and stays all the same.
    QTRY_VERIFY(images->find(key(1)) && images->find(key(2)));
    images->prefetch(1, {key(4), key(1), key(2)});
    QTRY_VERIFY(images->find(key(4)));
    QVERIFY(images->find(key(1)) && !images->find(key(2)));
  }

  void whatIsDroppedWhileItIsDecodedIsNotKept() {
    const auto images = cache(1000);
    m_log->gate.acquire(m_log->gate.available());
    QSemaphore answered;
    images->request(key(1), [&](const ImageKey&, const Result<LoadedImagePtr>&) { answered.release(); });
    m_log->entered.acquire(1);
    images->drop({key(1).source});
    m_log->gate.release(10);
    QVERIFY(answered.tryAcquire(1, 5000));
    QVERIFY(!images->find(key(1)));
    QCOMPARE(images->usedBytes(), std::uint64_t{0});
  }
};

DICOMAESTRO_TEST(FrameCacheTest)
#include "framecache_test.moc"
