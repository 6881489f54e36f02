// SPDX-License-Identifier: MIT
// Whole files: where the frames are, what they hold, and what is painted of them.
#include <cstdlib>

#include "core/decode/framereader.h"
#include "core/window/range.h"
#include "core/window/render.h"
#include "tests/support/dicombuilder.h"

namespace {

using namespace core;

/// The display image, with all that can be laid over it, has the frame's size; both ways of making it agree.
void paint(const FrameReader& reader, const FramePtr& frame, std::uint32_t index) {
  const FrameDisplay display = displayOf(reader.file(), reader.format(), index);
  Rendering rendering;
  rendering.overlays = rendering.shutters = true;
  const auto image = renderFrame(*frame, display, rendering);
  if (image && image->size() != QSize(static_cast<int>(frame->columns), static_cast<int>(frame->rows)))
    std::abort();
  const auto prepared = PreparedFrame::make(frame, display);
  if (!prepared) return;
  QImage target(40, 30, QImage::Format_RGB32);
  const QTransform small = QTransform::fromScale(0.3, 0.7);
  (*prepared)->paint(target, small, rendering, Sampling::Bilinear);
  (*prepared)->paint(target, QTransform::fromScale(9, 5).rotate(30), rendering, Sampling::Nearest);
  (void)(*prepared)->valueAt(0, 0);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size > 1 << 18) return 0;
  auto file = DicomFile::parse(tests::bufferOf({data, data + size}));
  if (!file) return 0;
  const auto reader = FrameReader::open(std::make_shared<const DicomFile>(std::move(*file)));
  // A data set may ask for any frame up to 2 GB; a fuzzer that fills them finds nothing else.
  if (!reader || (*reader)->format().frameBytes() > 1 << 22) return 0;
  const std::uint32_t last = (*reader)->frames() - 1;
  for (const std::uint32_t index : {std::uint32_t{0}, last / 2, last}) {
    const auto frame = (*reader)->frame(index);
    if (!frame) continue;
    const Frame& made = **frame;
    const std::size_t samples = std::size_t{made.rows} * made.columns * made.samples;
    if (made.data.size() != samples * sampleBytes(made.type)) std::abort();
    if (samples < 1 << 14) paint(**reader, *frame, index);
  }
  return 0;
}
