// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>

#include "core/anonymise/options.h"

namespace core::anonymise {

/// A rectangle of "X,Y,W,H": whole numbers of pixels, width and height not 0.
std::optional<Rectangle> rectangleOf(std::string_view text);

}  // namespace core::anonymise
