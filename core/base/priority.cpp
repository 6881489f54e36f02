// SPDX-License-Identifier: MIT
#include "core/base/priority.h"

#include <sys/resource.h>

namespace core {

void giveWay() {
  // On Linux the number 0 is the calling thread.
  thread_local const int done = setpriority(PRIO_PROCESS, 0, getpriority(PRIO_PROCESS, 0) + 5);
  (void)done;
}

}  // namespace core
