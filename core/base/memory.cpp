// SPDX-License-Identifier: MIT
#include "core/base/memory.h"

#include <cstdlib>
#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace core {

void keepFreedMemory() {
#ifdef __GLIBC__
  constexpr int largest = 32 * 1024 * 1024;  // that glibc takes from a heap
  mallopt(M_MMAP_THRESHOLD, largest);
  mallopt(M_TRIM_THRESHOLD, 2 * largest);
#endif
}

}  // namespace core
