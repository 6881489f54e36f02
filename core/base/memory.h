// SPDX-License-Identifier: MIT
#pragma once

namespace core {

/// Lets the process keep large blocks that were freed, up to some 64 MB a thread, for the next ones. For a
/// server whose every answer is megabytes: to get them from the system page by page costs more than to fill
/// them. Call it once, first thing in main().
void keepFreedMemory();

}  // namespace core
