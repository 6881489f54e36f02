// SPDX-License-Identifier: MIT
#include "core/cli/windowoption.h"

#include "core/export/imageoptions.h"

namespace core::cli {

std::optional<VoiWindow> windowOf(const QString& text) {
  auto window = parseWindow(text.toStdString());
  if (!window) return std::nullopt;
  return *std::move(window);
}

}  // namespace core::cli
