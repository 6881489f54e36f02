// SPDX-License-Identifier: MIT
// Pictures that become DICOM files: what is read has as many cells as it says, and a codestream that is kept
// has the picture's size.
#include <cstdlib>

#include "core/create/picture.h"
#include "core/decode/jpegheader.h"
#include "tests/support/knownleaks.h"

namespace {

using namespace core;

void check(const Picture& picture) {
  const PixelFormat& format = picture.format;
  const std::size_t cells = std::size_t{format.rows} * format.columns * format.samples;
  if (picture.cells.size() != cells * (format.bitsAllocated / 8)) std::abort();
  if (picture.stream.empty()) return;
  const auto header = JpegHeader::of(picture.stream);
  if (!header || header->rows != format.rows || header->columns != format.columns) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size > 1 << 16) return 0;
  const auto pictures = readPictures({data, size});
  if (!pictures) return 0;
  for (const Picture& picture : *pictures) check(picture);
  return 0;
}
