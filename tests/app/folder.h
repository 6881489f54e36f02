// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include "app/paint/stackimages.h"

namespace tests {

/// Writes axial CT slices of 16 × 16, 3 mm apart, whose pixels are all 100 × the slice's number; the file
/// says window C 300 W 400.
void writeSeries(const QString& folder, int slices, int series = 1,
                 const QString& patient = QStringLiteral("Doe^Jane"),
                 const QString& id = QStringLiteral("ID1"));
/// A multi-frame object of 8-bit frames; frame i (from 0) is all 10 × i.
void writeCine(const QString& path, int frames, double frameTimeMs);
/// An enhanced CT of coronal frames of 16 × 16, 5 mm apart from y = 0 on, 2 mm thick, in the frame of
/// reference of writeSeries().
void writeEnhanced(const QString& path, int frames);
/// 16 × 16 pixels of 0, 100, 200…, window C 300 W 400, and an overlay over its lower half.
void writeRamp(const QString& path);
/// An image whose Pixel Data is too short.
void writeCutImage(const QString& path);

/// The file; null when it is none of DICOM.
std::shared_ptr<const core::DicomFile> readDicom(const QString& path);

/// The first stack of what a scan finds there.
app::StackPtr stackOf(const QString& path);

}  // namespace tests
