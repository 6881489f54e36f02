// SPDX-License-Identifier: MIT
// Whole files: what is parsed lies within the bytes, whether all is read or the headers alone.
#include <cstdlib>

#include "core/series/instance.h"
#include "tests/support/dicombuilder.h"

namespace {

using namespace core;

bool isWithin(ByteView inner, ByteView outer) {
  return inner.empty() ||
         (inner.data() >= outer.data() && inner.data() + inner.size() <= outer.data() + outer.size());
}

void checkPlaces(const DataSet& dataSet, ByteView bytes) {
  for (const Element& element : dataSet.elements()) {
    if (!isWithin(element.value, bytes)) std::abort();
    for (const DataSet& item : element.items) checkPlaces(item, bytes);
  }
}

/// The same with its values where the headers alone were read, up to the pixels.
void checkHeaders(const BufferPtr& bytes) {
  const auto file = DicomFile::parse(bytes, ReadTo::PixelData);
  if (!file) return;
  checkPlaces(file->dataSet(), file->bytes()->view());
  (void)instanceOf(*file, {});
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size > 1 << 18) return 0;
  const BufferPtr bytes = tests::bufferOf({data, data + size});
  checkHeaders(bytes);
  const auto file = DicomFile::parse(bytes);
  if (!file) return 0;
  checkPlaces(file->dataSet(), file->bytes()->view());
  return 0;
}
