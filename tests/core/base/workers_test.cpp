// SPDX-License-Identifier: MIT
#include "core/base/workers.h"

#include <atomic>
#include <set>
#include <thread>

#include "tests/support/testmain.h"

using namespace core;

class WorkersTest : public QObject {
  Q_OBJECT

 private slots:
  void everyPieceIsDoneOnce() {
    Workers workers(3);
    std::vector<std::atomic<int>> done(1000);
    workers.run(done.size(), [&](std::size_t i) { ++done[i]; });
    QVERIFY(std::all_of(done.begin(), done.end(), [](const auto& count) { return count == 1; }));
    workers.run(0, [](std::size_t) { QFAIL("there is nothing to do"); });
  }

  void withoutHelpersTheCallerDoesAll() {
    Workers workers(0);
    std::set<std::thread::id> threads;
    workers.run(10, [&](std::size_t) { threads.insert(std::this_thread::get_id()); });
    QVERIFY(threads == std::set{std::this_thread::get_id()});
  }

  void piecesMayHavePieces() {
    Workers workers(2);
    std::atomic<int> count = 0;
    workers.run(8, [&](std::size_t) { workers.run(8, [&](std::size_t) { ++count; }); });
    QCOMPARE(count.load(), 64);
  }

  void callersDoNotWaitForEachOther() {
    Workers workers(1);
    std::atomic<bool> isReleased = false;
    std::atomic<int> waiting = 0;
    std::thread slow([&] {
      workers.run(2, [&](std::size_t) {
        ++waiting;
        while (!isReleased) std::this_thread::yield();
      });
    });
    while (waiting < 2) std::this_thread::yield();
    int done = 0;
    workers.run(5, [&](std::size_t) { ++done; });
    QCOMPARE(done, 5);
    isReleased = true;
    slow.join();
  }

  void whatIsThrownComesOut() {
    Workers workers(2);
    QVERIFY_THROWS_EXCEPTION(std::runtime_error,
                             workers.run(100, [](std::size_t) { throw std::runtime_error("x"); }));
    const auto make = [](std::size_t i) -> Result<int> {
      if (i == 20) throw std::bad_alloc();
      return 1;
    };
    QVERIFY_THROWS_EXCEPTION(
        std::bad_alloc, (void)inOrder(workers, 100, make, [](std::size_t, int) -> Status { return Done{}; }));
  }

  void valuesAreTakenInOrder() {
    Workers workers(3);
    std::vector<std::size_t> taken;
    const auto make = [](std::size_t i) -> Result<std::size_t> {
      if (i % 7 == 0) std::this_thread::sleep_for(std::chrono::milliseconds(1));
      return i;
    };
    const auto take = [&](std::size_t i, std::size_t value) -> Status {
      if (i != value) return ErrorCode::Malformed;
      taken.push_back(value);
      return Done{};
    };
    QVERIFY(inOrder(workers, 300, make, take));
    QCOMPARE(taken.size(), std::size_t{300});
    QVERIFY(std::is_sorted(taken.begin(), taken.end()));
  }

  void fewValuesAreMadeAhead() {
    Workers workers(3);
    std::atomic<std::size_t> taken = 0;
    std::atomic<std::size_t> farthest = 0;
    const auto make = [&](std::size_t i) -> Result<int> {
      if (i == 0) std::this_thread::sleep_for(std::chrono::milliseconds(20));
      const std::size_t ahead = i - std::min(i, taken.load());
      farthest = std::max(farthest.load(), ahead);
      return 0;
    };
    QVERIFY(inOrder(workers, 1000, make, [&](std::size_t, int) -> Status { return ++taken, Done{}; }));
    QVERIFY2(farthest <= 4 * workers.threads(), qPrintable(QString::number(farthest)));
  }

  void theFirstErrorInOrderEndsIt() {
    Workers workers(3);
    const auto make = [](std::size_t i) -> Result<int> {
      if (i == 10) std::this_thread::sleep_for(std::chrono::milliseconds(5));
      if (i >= 10) return {ErrorCode::CodecFailed, std::to_string(i)};
      return 0;
    };
    std::size_t taken = 0;
    const Status status =
        inOrder(workers, 1000, make, [&](std::size_t, int) -> Status { return ++taken, Done{}; });
    QVERIFY(!status);
    QVERIFY(status.error().detail == "10");
    QCOMPARE(taken, std::size_t{10});
  }

  void anErrorOfTheTakerEndsIt() {
    Workers workers(2);
    std::atomic<int> made = 0;
    const auto take = [](std::size_t i, int) -> Status {
      if (i == 3) return ErrorCode::TooLarge;
      return Done{};
    };
    const Status status = inOrder(
        workers, 1000, [&](std::size_t) -> Result<int> { return ++made; }, take);
    QVERIFY(status.error().code == ErrorCode::TooLarge);
    QVERIFY(made < 100);
  }
};

DICOMAESTRO_TEST(WorkersTest)
#include "workers_test.moc"
