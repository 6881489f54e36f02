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
  QStringList topRight;     ///< institution and study; what names somebody is hidden with the patient
  QStringList bottomRight;  ///< series and slice
  QStringList bottomLeft;   ///< live: image, zoom, window; the image's number first
  QStringList values;       ///< under the cursor
  QStringList warnings;
};

/// The live part.
struct LiveTexts {
  int index = 0, count = 0;
  bool ofImageOnly = false;  ///< no dates, no descriptions of study and series: those may name somebody
  double zoomPercent = 0;    ///< 0: no image is shown
  QString orientation;       ///< how the image is turned
  std::optional<core::VoiWindow> window;
  QString lookup;  ///< the VOI LUT that is applied instead
  bool isInverted = false;
  QStringList values;  ///< under the cursor
  bool windowMissesData = false;
  QString cine;                       ///< target and achieved rate
  std::vector<std::string> problems;  ///< parts of the file that are broken and were left out: English
  std::optional<core::ImagePlane> plane;
};

/// dataSet: of the shown image, null when it could not be read.
CornerTexts cornerTexts(const core::Stack& stack, const core::DataSet* dataSet, const LiveTexts& live,
                        bool hidesPatient);
/// What is to be known of the stack's order: gaps, irregular steps, tilt.
QStringList stackNotices(const core::Stack& stack);
QString sortedByText(core::SortKey key);
/// What the stack has of what its series was split by: "b = 1000", "Echo 20"; "" when that says nothing.
QString splitText(const core::Stack& stack);

}  // namespace app
