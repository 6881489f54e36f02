// SPDX-License-Identifier: MIT
// Whole files: what is parsed lies within the bytes. Written and parsed again it is the same data set, and
// writing that gives the same bytes.
#include <cstdlib>

#include "core/series/instance.h"
#include "core/write/writer.h"
#include "tests/support/dicombuilder.h"
#include "tests/support/samedataset.h"

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

void checkWriting(const DicomFile& file) {
  const auto first = writeFile(EditSet::of(file), WriteOptions::like(file));
  if (!first) return;
  const auto again = DicomFile::parse(tests::bufferOf(*first));
  if (!again || again->isTruncated()) std::abort();
  // What was forgiven is written as it was understood; only a file without a fault must come back as it was.
  const bool isFaultless = file.warnings().empty() && !file.isTruncated();
  if (isFaultless && !tests::difference(file.dataSet(), again->dataSet()).isEmpty()) std::abort();
  const auto second = writeFile(EditSet::of(*again), WriteOptions::like(*again));
  if (!second || *second != *first) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size > 1 << 18) return 0;
  const BufferPtr bytes = tests::bufferOf({data, data + size});
  checkHeaders(bytes);
  const auto file = DicomFile::parse(bytes);
  if (!file) return 0;
  checkPlaces(file->dataSet(), file->bytes()->view());
  checkWriting(*file);
  return 0;
}
