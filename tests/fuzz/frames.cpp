// SPDX-License-Identifier: MIT
// Whole files: where the frames are, and what they hold.
#include <cstdlib>

#include "core/decode/framereader.h"
#include "tests/support/dicombuilder.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace core;
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
  }
  return 0;
}
