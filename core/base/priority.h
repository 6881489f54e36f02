// SPDX-License-Identifier: MIT
#pragma once

namespace core {

/// Lets the calling thread give way to the others of this process, for good: long work must not keep short
/// answers, or a window, waiting. Costs nothing after the first call of a thread.
void giveWay();

}  // namespace core
