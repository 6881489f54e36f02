// SPDX-License-Identifier: MIT
#pragma once

#include <QStringList>
#include <optional>

#include "app/paint/stackimages.h"
#include "core/window/display.h"

namespace app {

/// What the corners of a viewport say. Lines of warnings are drawn in red.
struct CornerTexts {
  QStringList topLeft;      ///< the patient; hidden on demand
  QStringList topRight;     ///< institution and study; the institution is hidden with the patient
  QStringList bottomRight;  ///< series and slice
  QStringList bottomLeft;   ///< live: image, zoom, window, value
  QStringList warnings;
};

/// The live part.
struct LiveTexts {
  int index = 0, count = 0;
  double zoomPercent = 100;
  std::optional<core::VoiWindow> window;
  bool isInverted = false;
  QString value;  ///< under the cursor, with unit and position
  bool windowMissesData = false;
  QString cine;  ///< target and achieved rate
};

CornerTexts cornerTexts(const core::Stack& stack, const core::DataSet* dataSet, const LiveTexts& live,
                        bool hidesPatient);
/// What is to be known of the stack's order: gaps, irregular steps, tilt.
QStringList stackNotices(const core::Stack& stack);
QString sortedByText(core::SortKey key);

}  // namespace app
