// SPDX-License-Identifier: MIT
#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>
#include <dcmtk/dcmimgle/dcmimage.h>

#include "core/window/render.h"
#include "tests/bench/timing.h"
#include "tests/bench/windowrows.h"

namespace bench {

namespace {

using namespace core;

/// A soft disc with noise on it, as a 12-bit CT stores one.
FramePtr phantom(int columns, int rows, unsigned seed) {
  auto frame = std::make_shared<Frame>();
  frame->columns = static_cast<std::uint32_t>(columns);
  frame->rows = static_cast<std::uint32_t>(rows);
  frame->bitsStored = 16;
  frame->type = SampleType::U16;
  frame->data.resize(static_cast<std::size_t>(columns) * rows * 2);
  auto* pixel = reinterpret_cast<std::uint16_t*>(frame->data.data());
  for (int y = 0; y < rows; ++y)
    for (int x = 0; x < columns; ++x) {
      seed = seed * 1664525 + 1013904223;
      const double r = std::hypot(x * 2.0 / columns - 1, y * 2.0 / rows - 1);
      *pixel++ = static_cast<std::uint16_t>((r < 0.8 ? 1064 : 24) + 300 * r + (seed >> 27));
    }
  return frame;
}

FrameDisplay rescaled() {
  FrameDisplay display;
  display.intercept = -1024;
  display.hasModality = true;
  return display;
}

/// The window of step i of a drag: never twice the same, so that nothing can be kept.
VoiWindow dragged(int i) { return {40 + i * 0.37, 400 + i * 1.13, VoiFunction::Linear, {}}; }

void describe(DcmDataset& dataSet, const Frame& frame) {
  dataSet.putAndInsertUint16(DCM_SamplesPerPixel, 1);
  dataSet.putAndInsertString(DCM_PhotometricInterpretation, "MONOCHROME2");
  dataSet.putAndInsertUint16(DCM_Rows, static_cast<Uint16>(frame.rows));
  dataSet.putAndInsertUint16(DCM_Columns, static_cast<Uint16>(frame.columns));
  dataSet.putAndInsertUint16(DCM_BitsAllocated, 16);
  dataSet.putAndInsertUint16(DCM_BitsStored, 16);
  dataSet.putAndInsertUint16(DCM_HighBit, 15);
  dataSet.putAndInsertUint16(DCM_PixelRepresentation, 0);
  dataSet.putAndInsertString(DCM_RescaleIntercept, "-1024");
  dataSet.putAndInsertString(DCM_RescaleSlope, "1");
  const auto samples = frame.samplesAs<std::uint16_t>();
  dataSet.putAndInsertUint16Array(DCM_PixelData, samples.data(), static_cast<unsigned long>(samples.size()));
}

}  // namespace

/// Ours: renderFrame(), a new picture each time. The peer is favoured: its DicomImage is made once, outside
/// the clock (making it costs it three times as much again), and it writes into memory that is there.
std::vector<Row> window512() {
  const FramePtr frame = phantom(512, 512, 1);
  const FrameDisplay display = rescaled();
  const auto ours = timesOf(400, [&](int i) { (void)renderFrame(*frame, display, {dragged(i)}); });

  DcmDataset dataSet;
  describe(dataSet, *frame);
  DicomImage image(&dataSet, EXS_LittleEndianExplicit);
  std::vector<std::uint8_t> out(512 * 512);
  const auto theirs = timesOf(400, [&](int i) {
    image.setWindow(dragged(i).center, dragged(i).width);
    image.getOutputData(out.data(), static_cast<unsigned long>(out.size()), 8);
  });
  return {{"window-512", median(ours), "ms", "DicomImage, existing", median(theirs),
           median(theirs) / median(ours)}};
}

}  // namespace bench
