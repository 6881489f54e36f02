// SPDX-License-Identifier: MIT
#pragma once

#include "core/window/display.h"

namespace core {

class FrameReader;

/// Whether the default display of the frame, when the file has neither VOI LUT nor window, is its stored
/// range as it is: unsigned, at most 8 bits, no modality transform.
bool showsStoredRange(const Frame& frame, const FrameDisplay& display);

/// The Modality LUT output between the tails of 0.1 % at either end, padding left out.
std::optional<std::pair<double, double>> percentileRange(const Frame& frame, const FrameDisplay& display);

/// FrameDisplay::range for every frame of a multi-frame grey image: least and greatest Modality LUT output
/// over its first, middle and last frame, each with its own transform. Nothing, and nothing is decoded, when
/// no frame needs it: a single frame, colour, a VOI of its own or the stored range in every frame. Frames
/// that cannot be decoded are left out. It decodes up to three frames: ask once for a file.
std::optional<std::pair<double, double>> displayRange(const FrameReader& reader);

}  // namespace core
