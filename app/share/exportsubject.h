// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>

#include "app/share/exportview.h"

namespace app {

/// How much is exported.
enum class Extent { Image, Series, Study };

/// What an export is about: the image that is shown, its stack, and the stacks of its study with an image.
struct ExportSubject {
  QList<ExportStack> study;  ///< in the order of the list; one of them is the shown stack
  qsizetype shown = 0;       ///< its place
  int image = 0;             ///< of the shown stack
  PictureStyle style;        ///< overlays and shutters as in the window

  const ExportStack& series() const { return study[shown]; }
  QList<ExportStack> stacks(Extent extent) const;
  int images(Extent extent) const;
  core::ImageKey imageKey() const { return app::imageKey(*series().stack, image); }
};

/// What is to be said before pictures leave the machine: names may be drawn in the pixels themselves (PS3.3
/// C.7.6.1 Burned In Annotation). Reads every header; any thread.
enum class BurnedIn {
  No,
  Likely,    ///< ultrasound and secondary captures that do not say they are free of it
  Declared,  ///< the file says so
};
BurnedIn burnedInOf(const core::Instance& instance);
BurnedIn burnedInOf(const QList<ExportStack>& stacks, const std::atomic<bool>& cancelled);

}  // namespace app
