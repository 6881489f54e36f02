// SPDX-License-Identifier: MIT
#pragma once

#include "tests/bench/row.h"

namespace bench {

/// decode-*: one 512² frame by FrameReader, against DCMTK's DicomImage, and (-bare) against the bare decoder
/// of DCMTK, on the same file in memory.
std::vector<Row> decodeRle();
std::vector<Row> decodeJpegLossless();
std::vector<Row> decodeJpegLs();
std::vector<Row> decodeJpegBaseline();  ///< 8-bit grey, and colour
std::vector<Row> decodeJpegExtended();
/// decode-j2k: a series of lossless JPEG 2000 frames on all cores, against the same on one.
std::vector<Row> decodeJ2k();

}  // namespace bench
