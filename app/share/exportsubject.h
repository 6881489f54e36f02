// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>

#include "app/share/exportview.h"
#include "core/anonymise/burnedin.h"

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

using core::anonymise::BurnedIn;

/// What is to be said before pictures leave the machine: names may be drawn in the pixels themselves. Reads
/// every header; any thread.
BurnedIn burnedInOf(const core::Instance& instance);
BurnedIn burnedInOf(const QList<ExportStack>& stacks, const std::atomic<bool>& cancelled);

}  // namespace app
