// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

/// Synthetic files that are sent to the server.
namespace bench {

QByteArray ctSlice();     ///< 512², 16 bits, 80 elements
QByteArray xaCine();      ///< 96 frames, 512², JPEG baseline
QByteArray enhancedCt();  ///< 200 small frames, each with functional groups of its own

}  // namespace bench
