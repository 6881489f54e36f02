// SPDX-License-Identifier: MIT
#pragma once

#include "core/window/greymap.h"
#include "core/window/greysource.h"
#include "core/window/painter.h"

namespace core {

/// Lines of a grey frame: values are interpolated, then windowed. Lines that fall on whole pixels of the
/// frame itself are mapped like renderFrame() does. Keeps references to source and map; the level must be
/// prepared.
std::unique_ptr<LineMaker> greyLines(const GreySource& source, const GreyMap& map,
                                     const FrameDisplay& display, int level, bool isNearest);

}  // namespace core
