// SPDX-License-Identifier: MIT
#include "core/anonymise/pixels.h"

#include <algorithm>
#include <cstdio>

#include "core/anonymise/codestreamtexts.h"
#include "core/anonymise/recode.h"
#include "core/anonymise/unusedbits.h"
#include "core/decode/codec.h"
#include "core/parse/tags.h"
#include "core/write/writer.h"

namespace core::anonymise {

namespace {

constexpr std::string_view runLength = "1.2.840.10008.1.2.5";

bool hasOverlayInPixels(const DataSet& dataSet) {
  for (std::uint16_t group = 0x6000; group <= 0x601E; group += 2)
    if (dataSet.integer({group, 0x0102}).value_or(0) > 0 && !dataSet.has({group, 0x3000})) return true;
  return false;
}

/// Compressed pixels are only decoded for it where something may be there: an overlay that is declared, and
/// whole cells, as RLE keeps them.
bool mustClearBits(const DicomFile& file, const PixelFormat& format, const Options& options) {
  if (!hasUnusedBits(format)) return false;
  if (hasOverlayInPixels(file.dataSet())) return true;
  const bool hasWholeCells = isNativeSyntax(file.transferSyntax()) || file.transferSyntax() == runLength;
  return options.cleanGraphics && hasWholeCells;
}

Tag pixelTag(const PixelFormat& format) {
  if (!format.isFloat) return tags::PixelData;
  return format.bitsAllocated == 64 ? tags::DoubleFloatPixelData : tags::FloatPixelData;
}

Status changeNative(EditSet& set, const FrameReader& reader, const std::vector<Rectangle>& rectangles,
                    bool clearsBits) {
  const PixelFormat& format = reader.format();
  EditElement& element = *set.find(pixelTag(format));
  const ByteView view = element.value.view();
  std::vector<std::uint8_t> bytes(view.begin(), view.end());
  CellPainter painter(format, bytes);
  for (std::uint32_t i = 0; !rectangles.empty() && i < reader.frames(); ++i) {
    const auto frame = reader.frame(i);
    if (!frame) return frame.error();
    blacken(painter, i, **frame, reader.file().dataSet(), rectangles);
  }
  if (clearsBits) clearUnusedBits(format, bytes);
  element.value = HeldBytes(std::move(bytes));
  return Done{};
}

/// Bytes behind all frames, and behind whole frames that are not counted, are no picture and may be anything.
void blankBehindFrames(EditSet& set, const FrameReader& reader) {
  EditElement* element = set.find(pixelTag(reader.format()));
  const std::uint64_t frame = nativeFrameBits(reader.format());
  if (!element || element->form != EditElement::Form::Bytes || frame % 8 != 0) return;
  const ByteView view = element->value.view();
  const std::size_t behind = view.size() % (frame / 8);
  if (view.size() / (frame / 8) < reader.frames()) return;  // a frame that is cut short
  const auto isBlank = [](std::uint8_t byte) { return byte == 0; };
  if (std::ranges::all_of(view.last(behind), isBlank)) return;
  std::vector<std::uint8_t> bytes(view.begin(), view.end());
  std::fill(bytes.end() - static_cast<std::ptrdiff_t>(behind), bytes.end(), std::uint8_t{0});
  element->value = HeldBytes(std::move(bytes));
}

std::string uncompressedWarning(std::uint64_t bytes) {
  char size[32];
  std::snprintf(size, sizeof size, "%.1f MB", static_cast<double>(bytes) / 1e6);
  return std::string("the pixels are written uncompressed; ") + size;
}

bool liesOutside(const std::vector<Rectangle>& rectangles, const PixelFormat& format) {
  return std::ranges::any_of(rectangles, [&](const Rectangle& rectangle) {
    const Rectangle area = clipped(rectangle, format);
    return area.width == 0 || area.height == 0;
  });
}

/// Nothing in a big endian file says which word of a cell of 32 bits is first; who decodes finds out.
bool isOfUnsureOrder(const FrameReader& reader) {
  const PixelFormat& format = reader.format();
  return reader.file().encoding().order == ByteOrder::Big && format.bitsAllocated == 32 && !format.isFloat;
}

/// Changes the picture itself.
Status changePicture(EditSet& set, const FrameReader& reader, const std::vector<Rectangle>& rectangles,
                     bool clearsBits, CleanedPixels& done) {
  const bool wasNative = isNativeSyntax(done.transferSyntax);
  if (wasNative && !isOfUnsureOrder(reader)) return changeNative(set, reader, rectangles, clearsBits);
  const auto recoded = recode(set, reader, rectangles);
  if (!recoded) return recoded.error();
  done.transferSyntax = recoded->transferSyntax;
  if (!wasNative && isNativeSyntax(recoded->transferSyntax))
    done.warnings.push_back(uncompressedWarning(recoded->bytes));
  return Done{};
}

}  // namespace

Result<CleanedPixels> cleanPixels(EditSet& set, const std::shared_ptr<const DicomFile>& file,
                                  const Options& options) {
  CleanedPixels done{file->transferSyntax(), {}};
  if (!file->hasPixelData()) return done;
  if (EditElement* pixels = set.find(tags::PixelData); pixels && pixels->form == EditElement::Form::Fragments)
    blankTexts(*pixels);
  const auto reader = FrameReader::open(file);
  if (!reader && options.blackout.empty()) return done;
  if (!reader) return reader.error();
  if (isNativeSyntax(file->transferSyntax())) blankBehindFrames(set, **reader);
  if (liesOutside(options.blackout, (*reader)->format()))
    done.warnings.emplace_back("a rectangle lies outside the image");
  const bool clearsBits = mustClearBits(*file, (*reader)->format(), options);
  if (options.blackout.empty() && !clearsBits) return done;
  const Status changed = changePicture(set, **reader, options.blackout, clearsBits, done);
  if (changed) return done;
  if (!options.blackout.empty()) return changed.error();
  done.warnings.emplace_back("unused bits of the pixels, where overlays may be, cannot be cleared");
  return done;
}

std::vector<std::string> pixelWarnings(const std::shared_ptr<const DicomFile>& file, const Options& options) {
  if (!file->hasPixelData() || options.blackout.empty()) return {};
  const auto reader = FrameReader::open(file);
  if (!reader) return {};
  std::vector<std::string> warnings;
  const PixelFormat& format = (*reader)->format();
  if (liesOutside(options.blackout, format)) warnings.emplace_back("a rectangle lies outside the image");
  if (!isNativeSyntax(file->transferSyntax()) && losesCompression(file->transferSyntax()))
    warnings.push_back(uncompressedWarning(format.frameBytes() * format.frames));
  return warnings;
}

}  // namespace core::anonymise
