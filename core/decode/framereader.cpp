// SPDX-License-Identifier: MIT
#include "core/decode/framereader.h"

#include "core/decode/cells.h"
#include "core/decode/fragments.h"
#include "core/decode/syntaxes.h"
#include "core/parse/tags.h"

namespace core {

namespace {

const Element* pixelElement(const DataSet& dataSet) {
  for (const Tag tag : {tags::PixelData, tags::FloatPixelData, tags::DoubleFloatPixelData})
    if (const Element* element = dataSet.find(tag)) return element;
  return nullptr;
}

Error outOfRange(std::uint32_t index, std::uint32_t frames) {
  return {ErrorCode::FrameOutOfRange,
          "frame " + std::to_string(std::uint64_t{index} + 1) + " of " + std::to_string(frames)};
}

class Reader : public FrameReader {
 public:
  Reader(std::shared_ptr<const DicomFile> file, PixelFormat format)
      : m_file(std::move(file)), m_format(format) {}
  const DicomFile& file() const override { return *m_file; }
  const PixelFormat& format() const override { return m_format; }

 protected:
  std::shared_ptr<const DicomFile> m_file;
  PixelFormat m_format;
};

/// Overlays that live in the unused bits of the cells (PS3.3 C.9.2.1.1, retired): a bit position and no data
/// of their own.
std::vector<std::pair<std::uint16_t, int>> embeddedOverlays(const DataSet& dataSet) {
  std::vector<std::pair<std::uint16_t, int>> found;
  for (std::uint16_t group = 0x6000; group <= 0x601E; group = static_cast<std::uint16_t>(group + 2)) {
    const auto position = dataSet.integer({group, 0x0102});
    if (position && *position > 0 && *position < 32 && !dataSet.has({group, 0x3000}))
      found.emplace_back(group, static_cast<int>(*position));
  }
  return found;
}

class NativeReader final : public Reader {
 public:
  NativeReader(std::shared_ptr<const DicomFile> file, PixelFormat format, const Element& pixels)
      : Reader(std::move(file), format), m_bytes(pixels.value) {
    const DataSet& dataSet = m_file->dataSet();
    m_layout.order = dataSet.byteOrder();
    m_layout.swapsBytePairs = dataSet.byteOrder() == ByteOrder::Big && pixels.vr == Vr::OW;
    m_layout.embeddedOverlays = embeddedOverlays(dataSet);
    restoreFullChroma();
    const std::uint64_t perFrame = bitsPerFrame();
    const std::uint64_t there = m_bytes.size() * std::uint64_t{8} / perFrame;
    m_frames = static_cast<std::uint32_t>(std::clamp<std::uint64_t>(there, 1, m_format.frames));
  }

  std::uint32_t frames() const override { return m_frames; }

  Result<FramePtr> frame(std::uint32_t index, int) const override {
    if (index >= m_frames) return outOfRange(index, m_frames);
    const std::uint64_t firstBit = index * bitsPerFrame();
    const std::uint64_t end = (firstBit + bitsPerFrame() + 7) / 8;
    if (end > m_bytes.size())
      return {ErrorCode::Truncated, "the pixel data has " + std::to_string(m_bytes.size()) +
                                        " bytes, the frame needs " + std::to_string(end)};
    const std::uint64_t start = firstBit / 8;
    return frameFromNative(m_bytes.subspan(start, end - start), m_format, m_layout,
                           static_cast<int>(firstBit % 8));
  }

 private:
  std::uint64_t bitsPerFrame() const {
    if (m_format.bitsAllocated == 1)
      return std::uint64_t{m_format.rows} * m_format.columns * m_format.samples;
    return nativeFrameBytes(m_format) * 8;
  }
  /// Tagged as subsampled, but the bytes of all samples are there: they are not subsampled.
  void restoreFullChroma() {
    const std::uint64_t full = std::uint64_t{m_format.rows} * m_format.columns * 3 * m_format.frames;
    if (m_format.photometric == Photometric::YbrFull422 && m_bytes.size() >= full)
      m_format.photometric = Photometric::YbrFull;
  }

  ByteView m_bytes;
  NativeLayout m_layout;
  std::uint32_t m_frames = 1;
};

class EncapsulatedReader final : public Reader {
 public:
  EncapsulatedReader(std::shared_ptr<const DicomFile> file, PixelFormat format, const Element& pixels,
                     Codec codec)
      : Reader(std::move(file), format),
        m_codec(codec),
        m_index(pixels.value, format.frames, m_file->dataSet(), m_file->dataSet().byteOrder()) {}

  std::uint32_t frames() const override { return std::max<std::uint32_t>(1, m_index.frames()); }

  Result<FramePtr> frame(std::uint32_t index, int reduce) const override {
    if (index >= frames()) return outOfRange(index, frames());
    if (m_index.frames() == 0) return {ErrorCode::NoPixelData, "the pixel data has no fragments"};
    std::vector<std::uint8_t> storage;
    const ByteView codestream = m_index.frame(index, storage);
    if (codestream.empty()) return {ErrorCode::Truncated, "the frame has no bytes"};
    auto cells = m_codec(codestream, m_format, reduce);
    if (!cells) return cells.error();
    return frameFromCells(std::move(*cells), m_format);
  }

 private:
  Codec m_codec;
  FragmentIndex m_index;
};

Error unsupportedSyntax(const std::string& uid) {
  const TransferSyntaxRow* row = findSyntax(uid);
  if (!row) return {ErrorCode::UnsupportedTransferSyntax, uid};
  return {ErrorCode::UnsupportedTransferSyntax, std::string(row->name) + " (" + std::string(row->by) + ")"};
}

}  // namespace

Result<std::shared_ptr<const FrameReader>> FrameReader::open(std::shared_ptr<const DicomFile> file) {
  const DataSet& dataSet = file->dataSet();
  const Element* pixels = pixelElement(dataSet);
  if (!pixels) return {ErrorCode::NoPixelData, "the object has no pixel data"};
  if (pixels->value.empty()) return {ErrorCode::NoPixelData, "the pixel data is empty"};
  const TransferSyntaxRow* row = findSyntax(file->transferSyntax());
  const bool encapsulated = pixels->isEncapsulated();
  if ((row && !row->isShown) || (!row && encapsulated)) return unsupportedSyntax(file->transferSyntax());
  const auto format = PixelFormat::of(dataSet);
  if (!format) return format.error();
  const Codec codec = codecOf(file->transferSyntax());
  if (encapsulated && !codec)
    return {ErrorCode::Malformed, "encapsulated pixel data in a native transfer syntax"};
  if (!encapsulated && codec)
    return {ErrorCode::Malformed, "native pixel data in a compressed transfer syntax"};
  if (encapsulated)
    return std::shared_ptr<const FrameReader>(
        std::make_shared<EncapsulatedReader>(std::move(file), *format, *pixels, codec));
  return std::shared_ptr<const FrameReader>(
      std::make_shared<NativeReader>(std::move(file), *format, *pixels));
}

}  // namespace core
