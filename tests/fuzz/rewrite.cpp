// SPDX-License-Identifier: MIT
// Whole files, written and parsed again: the same data set, and writing that again and again gives the same
// bytes.
#include <cstdlib>

#include "core/write/writer.h"
#include "tests/support/dicombuilder.h"
#include "tests/support/samedataset.h"

namespace {

using namespace core;

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
  // Group 0200, which nothing has, begins in big endian as group 0002 does.
  if (set.elements().front().tag.group == 0x0200 && file.encoding().order == ByteOrder::Big) return;
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
  const auto file = DicomFile::parse(tests::bufferOf({data, data + size}));
  if (file) checkWriting(*file);
  return 0;
}
