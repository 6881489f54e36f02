// SPDX-License-Identifier: MIT
// Zip archives: an entry that is read has the length that was announced, whichever way it is reached.
#include <cstdlib>

#include "core/open/ziparchive.h"
#include "tests/support/dicombuilder.h"

namespace {

using namespace core;

constexpr std::uint64_t headBytes = 100;

bool isSame(const Result<BufferPtr>& a, const Result<BufferPtr>& b) {
  if (a.ok() != b.ok()) return false;
  const auto same = [](ByteView x, ByteView y) { return std::equal(x.begin(), x.end(), y.begin(), y.end()); };
  return !a || same((*a)->view(), (*b)->view());
}

void checkEntry(const ZipArchive& archive, const BufferPtr& bytes, std::size_t index) {
  const ZipEntry& entry = archive.entries()[index];
  const auto whole = archive.read(index);
  const auto head = archive.readHead(index, headBytes);
  if (entry.refusal && whole) std::abort();
  if (!whole) return;
  const ByteView view = (*whole)->view();
  if (view.size() != entry.size || !head) std::abort();
  const ByteView start = (*head)->view();
  if (start.size() < std::min<std::uint64_t>(headBytes, view.size()) || start.size() > view.size())
    std::abort();
  if (!std::equal(start.begin(), start.end(), view.begin())) std::abort();
  if (!isSame(whole,
              ZipArchive::readAt(bytes, entry.record, static_cast<int>(index), entry.name, std::nullopt)))
    std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size > 1 << 16) return 0;
  const BufferPtr bytes = tests::bufferOf({data, data + size});
  const auto archive = ZipArchive::open(bytes);
  if (!archive) return 0;
  for (std::size_t i = 0; i < (*archive)->entries().size(); ++i) checkEntry(**archive, bytes, i);
  return 0;
}
