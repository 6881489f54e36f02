// SPDX-License-Identifier: MIT
#include "core/decode/dcmtklog.h"

#include <dcmtk/config/osconfig.h>

#include <dcmtk/oflog/oflog.h>

#include <mutex>

namespace core {

void silenceDcmtk() {
  static std::once_flag once;
  std::call_once(once, [] { OFLog::configure(OFLogger::OFF_LOG_LEVEL); });
}

}  // namespace core
