// SPDX-License-Identifier: MIT
#pragma once

namespace app {

/// What a viewport can be told to do by an action, a key or a menu.
enum class ViewCommand {
  Fit,
  OneToOne,
  ZoomIn,
  ZoomOut,
  FlipHorizontal,
  FlipVertical,
  RotateLeft,
  RotateRight,
  Invert,
  Reset,
  ResetWindow,
  NextImage,
  PreviousImage,
  Next10,
  Previous10,
  FirstImage,
  LastImage,
  PlayPause,
  RemoveMeasurement,
};

/// What the left button does.
enum class Tool { Window, Zoom, Pan, Scroll, Length, Angle, Ellipse };

}  // namespace app
