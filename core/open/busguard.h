// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>

namespace core {

/// Makes a mapping of a file safe to read when the file gets shorter or its medium goes away, which the
/// system otherwise answers with SIGBUS: a missing page gives zeros, and isIntact() is false for good.
/// Whoever computes something from the bytes asks afterwards and throws away what came of zeros. The handler
/// is the process's and is installed with the first guard; a SIGBUS that is none of ours goes to the handler
/// that was there before.
class BusGuard {
 public:
  /// The mapping must outlive the guard.
  BusGuard(const void* begin, std::size_t bytes);
  ~BusGuard();
  BusGuard(const BusGuard&) = delete;
  BusGuard& operator=(const BusGuard&) = delete;

  bool isIntact() const { return !m_slot.damaged.load(std::memory_order_acquire); }

  /// A mapping as the handler sees it; it stays where it is for good, so that the handler needs no lock.
  struct Slot {
    std::atomic<std::uintptr_t> begin{0}, end{0};
    std::atomic<bool> damaged{false};
    Slot* next = nullptr;  ///< of all slots
    Slot* nextFree = nullptr;
  };

 private:
  Slot& m_slot;
};

}  // namespace core
