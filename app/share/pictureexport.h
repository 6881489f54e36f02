// SPDX-License-Identifier: MIT
#pragma once

#include "app/share/exportview.h"
#include "app/share/worker.h"
#include "core/export/exportplan.h"

namespace app {

/// Writes pictures of stacks as they are planned, drawn as the style says. Done on a Worker.
struct PictureExport {
  QList<ExportStack> stacks;
  std::vector<core::ExportFile> files;
  core::ExportSettings settings;
  PictureStyle style;

  std::size_t images() const;
  core::ExportReport run(const Worker::Handle& handle) const;
};

}  // namespace app
