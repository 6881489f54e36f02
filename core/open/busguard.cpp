// SPDX-License-Identifier: MIT
#include "core/open/busguard.h"

#include <signal.h>
#include <sys/mman.h>
#include <unistd.h>

#include <mutex>

namespace core {

namespace {

using Slot = BusGuard::Slot;

// The handler of a signal has no argument of ours: what it needs to know is the process's.
std::atomic<Slot*> allSlots = nullptr;
std::mutex freeMutex;
Slot* freeSlots = nullptr;
struct sigaction before;
std::uintptr_t pageSize = 4096;

Slot* slotAt(std::uintptr_t address) {
  for (Slot* slot = allSlots.load(std::memory_order_acquire); slot; slot = slot->next)
    if (slot->begin.load() <= address && address < slot->end.load()) return slot;
  return nullptr;
}

/// One page only: those behind it may have been taken into memory.
bool fillWithZeros(Slot& slot, std::uintptr_t address) {
  slot.damaged.store(true, std::memory_order_release);
  return mmap(reinterpret_cast<void*>(address / pageSize * pageSize), pageSize, PROT_READ,
              MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0) != MAP_FAILED;
}

/// Only calls that are safe in a handler, and errno as it was.
void onBusError(int signal, siginfo_t* information, void* context) {
  const int error = errno;
  const auto address = reinterpret_cast<std::uintptr_t>(information->si_addr);
  Slot* slot = slotAt(address);
  const bool isSaved = slot && fillWithZeros(*slot, address);
  errno = error;
  if (isSaved) return;
  if (before.sa_flags & SA_SIGINFO) return before.sa_sigaction(signal, information, context);
  if (before.sa_handler != SIG_DFL && before.sa_handler != SIG_IGN) return before.sa_handler(signal);
  // The default: the instruction faults again, and the process ends as it would have.
  sigaction(SIGBUS, &before, nullptr);
}

void install() {
  pageSize = static_cast<std::uintptr_t>(sysconf(_SC_PAGESIZE));
  struct sigaction action = {};
  action.sa_sigaction = onBusError;
  action.sa_flags = SA_SIGINFO | SA_ONSTACK;
  sigemptyset(&action.sa_mask);
  sigaction(SIGBUS, &action, &before);
}

Slot& takenSlot() {
  static std::once_flag installed;
  std::call_once(installed, install);
  const std::lock_guard lock(freeMutex);
  if (Slot* slot = freeSlots) {
    freeSlots = slot->nextFree;
    return *slot;
  }
  auto* slot = new Slot;  // for good: the handler may be looking at it
  slot->next = allSlots.load();
  allSlots.store(slot, std::memory_order_release);
  return *slot;
}

}  // namespace

BusGuard::BusGuard(const void* begin, std::size_t bytes) : m_slot(takenSlot()) {
  const auto first = reinterpret_cast<std::uintptr_t>(begin);
  m_slot.damaged.store(false);
  // In this order no other address is inside at any moment.
  m_slot.begin.store(first);
  m_slot.end.store(first + (bytes + pageSize - 1) / pageSize * pageSize);
}

BusGuard::~BusGuard() {
  m_slot.end.store(0);
  m_slot.begin.store(0);
  const std::lock_guard lock(freeMutex);
  m_slot.nextFree = freeSlots;
  freeSlots = &m_slot;
}

}  // namespace core
