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
/// The index of an image, or −1.
int indexOf(const core::Stack& stack, const core::ImageKey& key);
/// Where the images of the stack lie, one entry each. Those of a multi-frame object need its data set:
/// without it nobody knows.
std::vector<std::optional<core::ImagePlane>> planesOf(const core::Stack& stack, const core::DataSet* dataSet);

}  // namespace app
