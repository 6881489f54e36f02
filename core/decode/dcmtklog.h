// SPDX-License-Identifier: MIT
#pragma once

namespace core {

/// Turns DCMTK's own logging off, once for the process: its messages may quote a data set, and a damaged
/// frame writes one for every row. Errors come back as values.
void silenceDcmtk();

}  // namespace core
