// SPDX-License-Identifier: MIT
#include "core/cache/imageloader.h"

#include "core/open/mappedfile.h"
#include "core/window/range.h"

namespace core {

namespace {

constexpr std::uint64_t preparedBytes = 64 * 1024;  ///< value LUTs and the rest, roughly

/// Memory that the file's own bytes take; the pixel data of a mapped file belongs to the system.
std::uint64_t heldBytes(const DicomFile& file) {
  const auto* mapped = dynamic_cast<const MappedFile*>(file.bytes().get());
  return mapped ? mapped->keptBytes() : file.bytes()->view().size();
}

/// The decoded frame is what is kept; the mapped bytes behind it would only double it.
void releasePages(const DicomFile& file) {
  if (const auto* mapped = dynamic_cast<const MappedFile*>(file.bytes().get())) mapped->dropPages();
}

class FileImageLoader final : public ImageLoader {
 public:
  Result<ReaderPtr> open(const Source& source) const override {
    auto bytes = readAll(source);
    if (!bytes) return bytes.error();
    auto file = DicomFile::parse(std::move(*bytes));
    if (!file) return file.error();
    return FrameReader::open(std::make_shared<const DicomFile>(std::move(*file)));
  }

  Range range(const ReaderPtr& reader) const override { return displayRange(*reader); }

  Result<LoadedImagePtr> load(const ReaderPtr& reader, std::uint32_t index,
                              const Range& range) const override {
    auto frame = reader->frame(index);
    if (!frame) return frame.error();
    FrameDisplay display = displayOf(reader->file(), reader->format(), index);
    if (range) display.range = range;
    auto prepared = PreparedFrame::make(std::move(*frame), std::move(display));
    releasePages(reader->file());
    if (!prepared) return prepared.error();
    const std::uint64_t bytes =
        (*prepared)->bytes() + preparedBytes + heldBytes(reader->file()) / std::max(1u, reader->frames());
    return LoadedImagePtr(std::make_shared<LoadedImage>(LoadedImage{reader, std::move(*prepared), bytes}));
  }
};

}  // namespace

std::unique_ptr<ImageLoader> fileImageLoader() { return std::make_unique<FileImageLoader>(); }

FrameCache::FrameCache(std::uint64_t budgetBytes) : FrameCache(budgetBytes, fileImageLoader()) {}

}  // namespace core
