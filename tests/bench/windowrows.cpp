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

const QSize screen(1920, 1080);

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

QTransform fitted(int columns, int rows) {
  const double scale = std::min(double(screen.width()) / columns, double(screen.height()) / rows);
  return QTransform::fromTranslate((screen.width() - columns * scale) / 2,
                                   (screen.height() - rows * scale) / 2)
      .scale(scale, scale);
}

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

std::vector<Row> windowDrag() {
  const auto prepared = *PreparedFrame::make(phantom(4096, 5120, 2), rescaled());
  QImage target(screen, QImage::Format_RGB32);
  const QTransform fit = fitted(4096, 5120);
  const auto times =
      timesOf(500, [&](int i) { prepared->paint(target, fit, {dragged(i)}, Sampling::Bilinear); });
  return {{"window-drag-20mp-p99", p99(times), "ms"}};
}

/// Every slice is painted for the first time.
std::vector<Row> scroll() {
  std::vector<std::shared_ptr<const PreparedFrame>> slices;
  for (unsigned i = 0; i < 302; ++i) slices.push_back(*PreparedFrame::make(phantom(512, 512, i), rescaled()));
  QImage target(screen, QImage::Format_RGB32);
  const QTransform fit = fitted(512, 512);
  const auto times = timesOf(300, [&](int i) {
    slices[static_cast<std::size_t>(i + 2)]->paint(target, fit, {VoiWindow{40, 400, VoiFunction::Linear, {}}},
                                                   Sampling::Bilinear);
  });
  return {{"scroll-p99", p99(times), "ms"}};
}

}  // namespace bench
