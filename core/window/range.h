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

/// Whether a frame that is displayed so has no VOI of its own and its file several frames: then
/// FrameDisplay::range is to be set to displayRange() of the file.
bool needsDisplayRange(const FrameDisplay& display, const PixelFormat& format);

/// Least and greatest Modality LUT output over the first, middle and last frame of a multi-frame grey image,
/// each with its own transform. Nothing (and nothing is decoded) for a single frame and for colour; frames
/// that cannot be decoded are left out. It decodes up to three frames: ask once for a file.
std::optional<std::pair<double, double>> displayRange(const FrameReader& reader);

}  // namespace core
