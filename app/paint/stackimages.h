// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <memory>

#include "core/cache/framecache.h"
#include "core/series/geometry.h"
#include "core/series/stack.h"

namespace app {

using StackPtr = std::shared_ptr<const core::Stack>;

/// A name for a stack that stays while a scan adds slices to it.
QString stackKey(const core::Stack& stack);
/// The image at an index of the stack: a slice, or a frame of a multi-frame object.
core::ImageKey imageKey(const core::Stack& stack, int index);
const core::Instance& instanceAt(const core::Stack& stack, int index);
/// Where an image of the stack lies; of a multi-frame object only what its first frame says.
std::optional<core::ImagePlane> planeAt(const core::Stack& stack, int index);

}  // namespace app
