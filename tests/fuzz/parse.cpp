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

using Bytes = std::vector<std::uint8_t>;

/// What was written, read and written once more.
Bytes rewritten(const Bytes& bytes) {
  const auto file = DicomFile::parse(tests::bufferOf(bytes));
  if (!file || file->isTruncated()) std::abort();
  const auto written = writeFile(EditSet::of(*file), WriteOptions::like(*file));
  if (!written) std::abort();
  return *written;
}

void checkWriting(const DicomFile& file) {
  const EditSet set = EditSet::of(file);
  if (set.elements().empty()) return;  // read again it is a file that ends too early
  const auto first = writeFile(set, WriteOptions::like(file));
  if (!first) return;
  const auto again = DicomFile::parse(tests::bufferOf(*first));
  if (!again) std::abort();
  // What was forgiven is written as it was understood; only a file without a fault must come back as it was.
  const bool isFaultless = file.warnings().empty() && !file.isTruncated();
  if (isFaultless && !tests::difference(file.dataSet(), again->dataSet()).isEmpty()) std::abort();
  // A VR that is none is written as UN, and what is UN has the dictionary's when it is read: one round later
  // all is as it stays.
  const Bytes second = rewritten(*first);
  if (rewritten(second) != second) std::abort();
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
