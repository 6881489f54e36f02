// SPDX-License-Identifier: MIT
#pragma once

#include <QKeySequence>
#include <QList>
#include <QString>

#include "core/window/render.h"

namespace app {

/// An entry of the window menu.
struct VoiEntry {
  QString label;
  core::VoiChoice choice;
  int key = -1;  ///< the digit that chooses it, or −1
};

/// The file's windows, its VOI LUTs, the automatic ones, then the presets of the modality (CT only).
QList<VoiEntry> voiEntries(const core::FrameDisplay& display, const std::string& modality);

}  // namespace app
