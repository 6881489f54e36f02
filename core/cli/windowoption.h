// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <optional>

#include "core/window/display.h"

namespace core::cli {

/// The window of a command line: "C,W" or "C,W,function" with linear, linear-exact or sigmoid. Nothing when
/// it is none.
std::optional<VoiWindow> windowOf(const QString& text);

}  // namespace core::cli
