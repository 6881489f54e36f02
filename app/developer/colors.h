// SPDX-License-Identifier: MIT
#pragma once

#include <QColor>

namespace app {

/// The green of what is on, legible behind white and in both themes.
inline QColor onColor() { return {0x2e, 0x9e, 0x5b}; }
/// The red of what went wrong.
inline QColor faultColor() { return {0xe0, 0x5a, 0x4e}; }

}  // namespace app
